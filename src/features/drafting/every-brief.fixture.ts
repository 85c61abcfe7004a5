import { caseKinds, holdSignals } from '../cases/model.ts'
import { suitabilityDisclosures, suitabilityReasons } from '../offers/suitability-model.ts'
import type { Manner, ReplyBrief } from './brief.ts'
import { briefAcknowledge } from './brief-acknowledge.ts'
import { briefComplaint } from './brief-complaint.ts'
import { briefCounter, briefDecline } from './brief-counter.ts'
import { briefFeeWaiver } from './brief-fee-waiver.ts'
import { briefFollowUp } from './brief-follow-up.ts'
import { briefNoOffer } from './brief-no-offer.ts'
import { briefAgreement, briefOffer, briefOffers, whyCodes } from './brief-offer.ts'
import { briefPolicyAnswer } from './brief-policy-answer.ts'
import { briefGather, briefQuestion } from './brief-question.ts'
import { briefSuitability, type SuitabilityBriefInput } from './brief-suitability.ts'
import { plans, source } from './briefs.fixture.ts'
import { withDebt } from './name-debt.ts'

export type Language = 'zh-Hans' | 'en'
export type Made = {
  name: string
  make: (of: Manner) => ReplyBrief
  causes?: (string | null)[]
  unverified?: true
}

const hardships = [null, 'job_loss', 'income_drop', 'illness', 'bereavement', 'disaster', 'overindebted']
const langOf = (of: Manner): Language => of.voice.language
export const until = '2026-12-08'
const lines = { crisis: '12356', emergency_medical: '120', emergency_police: '110' }

const noted = (language: Language) => [
  {
    label: language === 'en' ? 'Cause' : '困难原因',
    text: language === 'en' ? 'Lost work or closed a business' : '失去工作或停业',
    fact: null,
  },
  {
    label: language === 'en' ? 'Monthly income' : '每月收入',
    text: language === 'en' ? 'CNY 7,900.00' : '7,900.00元',
    fact: {
      id: 'monthly_income',
      kind: 'amount',
      value: 790_000,
      currency: 'CNY',
      role: 'other',
      source: 'message',
      label: 'monthly income 每月收入',
    } as const,
  },
  {
    label: language === 'en' ? 'Months you asked for' : '您希望的期数',
    text: language === 'en' ? '12 months' : '12个月',
    fact: {
      id: 'requested_months',
      kind: 'term',
      value: 12,
      unit: 'month',
      role: 'other',
      source: 'message',
    } as const,
  },
]

const wealth = (of: Manner, more: Partial<SuitabilityBriefInput> = {}): ReplyBrief =>
  briefSuitability({
    ...of,
    product: {
      name: langOf(of) === 'en' ? 'Heheng Twin Bridge Enhanced Income 18-Month' : '和衡·双桥固收增强18个月',
      issuer_rating: 'R2',
      seller_rating: 'R3',
      term_months: 18,
      redemption:
        langOf(of) === 'en' ? 'returned at maturity within five trading days' : '到期返还，五个交易日内到账',
    },
    customer: { rating: 'C2', testedOn: '2025-06-30', expires: '2026-06-30', horizonMonths: 6 },
    reasons: [...suitabilityReasons],
    disclosures: [...suitabilityDisclosures],
    alternatives:
      langOf(of) === 'en'
        ? ['Heheng Morning Dew Cash', 'Heheng Morning Dew 90-Day']
        : ['和衡·晨露现金管理', '和衡·晨露90天持有'],
    holding: null,
    limits: { shareBp: 4000, incomeMonths: 12, careAge: 65 },
    source: source(langOf(of), 'suitability'),
    ...more,
  })

const fee = (of: Manner, more: Partial<Parameters<typeof briefFeeWaiver>[0]> = {}) =>
  briefFeeWaiver({
    ...of,
    charge: { kind: 'default_charge', amount: 15_580 },
    verdict: null,
    paidInTime: false,
    sources: [source(langOf(of), 'fees'), source(langOf(of), 'bankError')],
    ...more,
  })

export const acknowledge = (of: Manner, more: Partial<Parameters<typeof briefAcknowledge>[0]> = {}) =>
  briefAcknowledge({
    ...of,
    kind: 'credit_hardship',
    hold: null,
    noted: noted(langOf(of)),
    willing: true,
    verified: true,
    paused: true,
    clock: source(langOf(of), 'clock'),
    lines,
    ...more,
  })

const beside = (of: Manner, count: number) => ({
  plans: plans.slice(0, count),
  carried: 1,
  validUntil: until,
  source: source(langOf(of), 'basis'),
})

/** Every scenario in its realistic states. */
export const made: Made[] = [
  { name: 'acknowledge', causes: hardships, make: (of) => acknowledge(of) },
  {
    name: 'acknowledge, unverified, nothing noted',
    unverified: true,
    make: (of) => acknowledge(of, { noted: [], willing: false, verified: false, paused: false, clock: null }),
  },
  ...caseKinds.map((kind) => ({
    name: `acknowledge ${kind}`,
    make: (of: Manner) => acknowledge(of, { kind, noted: [], willing: false }),
  })),
  ...holdSignals.map((hold) => ({
    name: `acknowledge on ${hold}`,
    unverified: true as const,
    make: (of: Manner) => acknowledge(of, { hold, paused: false }),
  })),
  {
    name: 'question',
    make: (of) => briefQuestion(of, langOf(of) === 'en' ? 'How much is left?' : '每月还剩多少？'),
  },
  ...[true, false].map((first) => ({
    name: `gather, ${first ? 'first' : 'later'}`,
    unverified: true as const,
    causes: first ? hardships : [null],
    make: (of: Manner) =>
      briefGather({
        ...of,
        kind: 'credit_hardship',
        first,
        fields: ['cause', 'monthly_income', 'monthly_spending', 'offered_instalment', 'willing'],
      }),
  })),
  ...(['complaint', 'fee_waiver', 'investment_consultation', 'general'] as const).map((kind) => ({
    name: `gather ${kind}`,
    unverified: true as const,
    make: (of: Manner) =>
      briefGather({
        ...of,
        kind,
        first: true,
        fields: {
          complaint: ['what_happened', 'wanted_outcome'],
          fee_waiver: ['charge', 'charge_story'],
          investment_consultation: ['product', 'amount', 'horizon', 'liquidity'],
          general: ['matter'],
        }[kind],
      }),
  })),
  ...plans.map((terms, index) => ({
    name: `offer ${index} ${terms.shape}`,
    causes: hardships,
    make: (of: Manner) =>
      briefOffer({
        ...of,
        terms,
        validUntil: until,
        why: [...whyCodes].slice(index, index + 3),
        sources: [source(langOf(of), 'basis')],
      }),
  })),
  {
    name: 'offer, every reason',
    make: (of) =>
      briefOffer({
        ...of,
        terms: plans[0]!,
        validUntil: until,
        why: [...whyCodes].slice(-3),
        sources: [source(langOf(of), 'basis')],
      }),
  },
  ...[2, 3].map((count) => ({
    name: `${count} offers`,
    make: (of: Manner) =>
      briefOffers({
        ...of,
        plans: plans.slice(0, count),
        carried: count,
        validUntil: until,
        sources: [source(langOf(of), 'basis')],
      }),
  })),
  ...(['credit_card', 'consumer_loan'] as const).map((product) => ({
    name: `offer for one of two debts, a ${product}`,
    make: (of: Manner) =>
      withDebt(
        briefOffer({
          ...of,
          terms: plans[0]!,
          validUntil: until,
          why: ['least_cost'],
          sources: [source(langOf(of), 'basis')],
        }),
        { product, ending: product === 'credit_card' ? '1481' : '0853' },
      ),
  })),
  {
    name: 'agreement for one of two debts',
    make: (of) =>
      withDebt(
        briefAgreement({
          voice: of.voice,
          terms: plans[4]!,
          number: 'HH-20261124-A7B3C9',
          source: source(langOf(of), 'agreement'),
        }),
        { product: 'consumer_loan', ending: '1853' },
      ),
  },
  {
    name: 'offers with a down payment and a waiver',
    make: (of) =>
      briefOffers({
        ...of,
        plans: [plans[3]!, plans[1]!, plans[4]!],
        carried: 1,
        validUntil: until,
        sources: [source(langOf(of), 'basis')],
      }),
  },
  ...(
    ['capacity_zero', 'evidence_missing', 'term_cap', 'value_floor', 'not_eligible', 'signal_hold'] as const
  ).map((reason) => ({
    name: `no_offer ${reason}`,
    causes: hardships,
    make: (of: Manner) =>
      briefNoOffer({
        ...of,
        reason,
        missing: ['monthly_spending', 'willing'],
        sources:
          {
            capacity_zero: [source(langOf(of), 'hold'), source(langOf(of), 'advice')],
            not_eligible: [source(langOf(of), 'eligibility')],
          }[reason as string] ?? [],
      }),
  })),
  {
    name: 'counter inside',
    make: (of) => briefCounter({ ...of, inside: true, rules: [], beside: beside(of, 1) }),
  },
  ...[
    ['capacity'],
    ['H1'],
    ['min_instalment', 'liquid_reserve'],
    ['does_not_repay', 'start_window'],
    ['value_floor'],
  ].map((rules) => ({
    name: `counter outside ${rules.join()}`,
    make: (of: Manner) => briefCounter({ ...of, inside: false, rules, beside: beside(of, 3) }),
  })),
  {
    name: 'counter, nothing near',
    make: (of) => briefCounter({ ...of, inside: false, rules: ['value_floor'], beside: null }),
  },
  { name: 'decline', make: (of) => briefDecline({ ...of, beside: null }) },
  { name: 'decline with others', make: (of) => briefDecline({ ...of, beside: beside(of, 2) }) },
  ...[true, false].map((disputed) => ({
    name: `complaint, ${disputed ? 'about a sum' : 'about conduct'}`,
    unverified: true as const,
    make: (of: Manner) =>
      briefComplaint({
        ...of,
        number: 'TS-20261124-9C41D2',
        received: '2026-11-24',
        decideBy: '2026-12-09',
        topics: disputed ? [langOf(of) === 'en' ? 'A charge or fee' : '收费'] : [],
        source: source(langOf(of), 'complaint'),
        disputed: disputed ? source(langOf(of), 'disputed') : null,
        regulator: '12378',
      }),
  })),
  { name: 'fee, open', make: (of) => fee(of) },
  { name: 'fee, said to be paid in time', make: (of) => fee(of, { paidInTime: true }) },
  { name: 'fee, unverified', unverified: true, make: (of) => fee(of, { charge: null }) },
  ...(['bank_error', 'first_late_fee', 'goodwill_limit'] as const).flatMap((rule) =>
    (['agent', 'lead', 'manager', 'committee'] as const).map((authority) => ({
      name: `fee allowed ${rule} by ${authority}`,
      make: (of: Manner) =>
        fee(of, { verdict: { outcome: 'allowed', amount: 15_580, authority, rules: [rule] } }),
    })),
  ),
  ...[
    'bank_error_confirmed',
    'first_late_fee_minimum_paid',
    'first_late_fee_kind',
    'first_late_fee_per_window',
    'more_than_charged',
    'goodwill_limit',
  ].map((rule) => ({
    name: `fee refused ${rule}`,
    make: (of: Manner) =>
      fee(of, { verdict: { outcome: 'not_allowed', amount: 0, authority: null, rules: [rule] } }),
  })),
  { name: 'unsuitable', make: (of) => wealth(of) },
  { name: 'unsuitable, nothing fits', make: (of) => wealth(of, { alternatives: [] }) },
  {
    name: 'suitable',
    make: (of) => wealth(of, { reasons: [], disclosures: ['not_deposit', 'own_test'], alternatives: [] }),
  },
  ...[true, false].map((locked) => ({
    name: `held, ${locked ? 'locked, no longer matching' : 'open, matching'}`,
    make: (of: Manner) =>
      wealth(of, {
        reasons: locked ? ['risk_above'] : [],
        disclosures: ['not_deposit', 'higher_rating', ...(locked ? [] : ['test_expired' as const])],
        alternatives: [],
        holding: { value: 20_860_000, paid: 21_000_000, redeemableFrom: '2027-03-10', locked },
      }),
  })),
  {
    name: 'policy answer',
    unverified: true,
    make: (of) =>
      briefPolicyAnswer({ ...of, sources: [source(langOf(of), 'fees'), source(langOf(of), 'bankError')] }),
  },
  {
    name: 'policy answer from a table',
    unverified: true,
    make: (of) => briefPolicyAnswer({ ...of, sources: [source(langOf(of), 'card')] }),
  },
  {
    name: 'agreement',
    make: (of) =>
      briefAgreement({
        voice: of.voice,
        terms: plans[4]!,
        number: 'HH-20261124-A7B3C9',
        source: source(langOf(of), 'agreement'),
      }),
  },
  ...[
    { missed: null, today: '2027-01-02' },
    { missed: '2026-12-24', today: '2026-12-26' },
    { missed: null, today: '2028-01-01' },
    { missed: '2027-04-24', today: '2027-05-02' },
  ].map(({ missed, today }) => ({
    name: `follow-up on ${today}, ${missed ? 'missed' : 'visit'}`,
    make: (of: Manner) =>
      briefFollowUp({
        ...of,
        number: 'HH-20261124-A7B3C9',
        terms: plans[0]!,
        today,
        missed,
        source: source(langOf(of), 'difficulty'),
      }),
  })),
]
