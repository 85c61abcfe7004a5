import { amountText } from '../../platform/money.ts'
import type { Authority } from '../identity/model.ts'
import type { FeeWaiverVerdict } from '../offers/fee-waiver.ts'
import { type Manner, personFacts, personTerms, type ReplyBrief, type Source, voiceFacts } from './brief.ts'

export type FeeWaiverBriefInput = Manner & {
  /** The charge on record, minor units; null while the customer is unverified or none is recorded. */
  charge: { kind: 'default_charge' | 'fee'; amount: number } | null
  /** What policy says of giving it back; null until a person has said why it should be. */
  verdict: Pick<FeeWaiverVerdict, 'outcome' | 'amount' | 'authority' | 'rules'> | null
  /** The customer says they paid in time: the charge itself is in doubt, not only whether it may be waived. */
  paidInTime: boolean
  sources: Source[]
}

const chargeNames = {
  default_charge: { 'zh-Hans': '违约金', en: 'a late fee' },
  fee: { 'zh-Hans': '费用', en: 'a charge' },
}

const deciders: Record<Authority, { 'zh-Hans': string; en: string }> = {
  agent: { 'zh-Hans': '经办人员', en: 'the member of staff in charge' },
  lead: { 'zh-Hans': '团队主管', en: 'a team lead' },
  manager: { 'zh-Hans': '部门经理', en: 'a manager' },
  committee: { 'zh-Hans': '审批委员会', en: 'the committee' },
}

const labels = {
  'zh-Hans': {
    charge: '账上的费用',
    charge_name: '费用名称',
    admissible: '可申请减免的金额',
    decider: '由谁决定',
  },
  en: {
    charge: 'Charge on the account',
    charge_name: 'Kind of charge',
    admissible: 'Open to a waiver',
    decider: 'Who decides',
  },
}

/**
 * The brief of an answer about a charge: what stands on the account, the rules, the verdict and its figure when a
 * person has said why, and who decides. It grants nothing: the decision is a separate, written one.
 */
export function briefFeeWaiver(input: FeeWaiverBriefInput): ReplyBrief {
  const { voice, tone, variant, cause, charge, verdict, paidInTime, sources } = input
  const { language } = voice
  const label = labels[language]
  const allowed = charge && verdict?.outcome === 'allowed' && verdict.authority ? verdict : null
  const terms: ReplyBrief['terms'] = {
    ...(charge
      ? {
          charge: { label: label.charge, text: amountText(charge.amount, language) },
          charge_name: { label: label.charge_name, text: chargeNames[charge.kind][language] },
        }
      : {}),
    ...(allowed
      ? {
          admissible: { label: label.admissible, text: amountText(allowed.amount, language) },
          decider: { label: label.decider, text: deciders[allowed.authority!][language] },
        }
      : {}),
  }
  return {
    scenario: 'fee_waiver',
    voice,
    tone,
    variant,
    terms: { ...terms, ...personTerms(voice) },
    mustSay: Object.keys(terms),
    cause,
    outline: [
      [{ say: 'opening.fee_waiver' }, ...(charge ? [{ say: 'charge' }] : [{ say: 'verify' }])],
      ...sources.map((_, source) => [{ say: 'rule', source }]),
      paidInTime
        ? [{ say: 'paid_in_time' }]
        : [...verdictPoints(allowed, verdict), ...(allowed ? [] : [{ say: 'hardship' }])],
      [...(paidInTime ? [] : [{ say: 'dispute' }]), { say: 'person' }],
    ],
    facts: [
      ...(charge
        ? [
            {
              id: 'charge',
              kind: 'amount',
              value: charge.amount,
              currency: 'CNY',
              role: 'other',
              source: 'account',
              label: charge.kind === 'default_charge' ? 'late fee 违约金' : 'fee 费用',
            } as const,
          ]
        : []),
      ...(allowed
        ? [
            {
              id: 'admissible',
              kind: 'amount',
              value: allowed.amount,
              currency: 'CNY',
              role: 'waived',
              source: 'engine',
            } as const,
          ]
        : []),
      ...voiceFacts(voice),
      ...personFacts(voice),
    ],
    promises: [],
    requires: ['objection', 'ai_label'],
    sources,
    figures: Object.entries(terms)
      .filter(([name]) => name === 'charge' || name === 'admissible')
      .map(([, term]) => ({ label: term.label, value: term.text })),
  }
}

function verdictPoints(
  allowed: FeeWaiverBriefInput['verdict'],
  verdict: FeeWaiverBriefInput['verdict'],
): { say: string }[] {
  if (!verdict) return [{ say: 'open' }]
  const [rule] = verdict.rules
  if (allowed) {
    const ground = rule === 'goodwill_limit' ? 'goodwill' : rule
    return [{ say: `verdict.${ground}` }, { say: 'admissible' }]
  }
  return [{ say: `refused.${rule}` }]
}
