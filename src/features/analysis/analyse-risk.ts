import type { Signal } from '../cases/model.ts'
import { soreSpots } from './analyse-history.ts'
import { type AnalysisInput, accountEvidence, holdingOf, productOf, quoteOf } from './analysis-input.ts'
import { amount, claimed, count, date, days, words } from './claim-words.ts'
import type { Claim, Evidence } from './model.ts'

type Say = (what: string, values: Claim['values'], evidence: Evidence[]) => Claim

const early = 30
const deep = 90

/** What the bank risks in this matter, each point with the record, message or clock it comes from. */
export function risksOf(input: AnalysisInput, left: number | undefined): Claim[] {
  const say: Say = (what, values, evidence) => claimed(input.language, 'risk', what, values, evidence)
  const own = {
    credit_hardship: () => hardship(input, left, say),
    complaint: () => complaint(input, say),
    fee_waiver: () => fee(input, say),
    investment_consultation: () => investment(input, say),
    general: () => general(input, say),
  }[input.of.kind]()
  return [...own, ...raised(input, say)]
}

function hardship(input: AnalysisInput, left: number | undefined, say: Say): Claim[] {
  const { account, profile } = input
  if (!account) return general(input, say)
  const late = account.days_past_due
  const evidence = accountEvidence(account)
  const stage =
    late === 0 ? 'risk.current' : late < early ? 'risk.early' : late < deep ? 'risk.arrears' : 'risk.deep'
  const stated = profile.income.length > 0 && profile.income.every((item) => item.evidence === 'stated')
  return [
    say(stage, late === 0 ? {} : { days: days(late) }, evidence),
    ...(soreSpots(input).broken
      ? [say('risk.broken_promise', {}, [{ from: 'record', record: 'promises', label: 'promises' }])]
      : []),
    ...(left !== undefined && left <= 0
      ? [
          say('risk.nothing_left', {}, [
            { from: 'record', record: 'income-and-expenditure', label: 'monthly_income' },
          ]),
        ]
      : []),
    ...(stated
      ? [say('risk.stated_only', {}, [{ from: 'record', record: 'income', label: 'monthly_income' }])]
      : []),
  ]
}

function complaint(input: AnalysisInput, say: Say): Claim[] {
  const { policy, of } = input
  const sore = soreSpots(input)
  return [
    say('risk.clock', { decide_by: date(policy.decideBy) }, [
      { from: 'record', record: of.id, label: of.opened },
    ]),
    ...(sore.complained
      ? [say('risk.repeat', {}, [{ from: 'record', record: 'complaints', label: 'complaints' }])]
      : []),
    ...(sore.low
      ? [
          say('risk.low_satisfaction', {}, [
            { from: 'record', record: 'satisfaction', label: 'satisfaction' },
          ]),
        ]
      : []),
  ]
}

function fee(input: AnalysisInput, say: Say): Claim[] {
  const { account, matter } = input
  const charged = account ? account.fees + account.default_charges : 0
  const fault = matter.codes.story.find((one) => one.value === 'bank_error')
  return [
    ...(account && charged > 0
      ? [say('risk.charge', { amount: amount(charged) }, accountEvidence(account))]
      : general(input, say)),
    ...(fault
      ? [say('risk.bank_error', {}, [{ from: 'message', messageId: fault.messageId, quote: fault.quote }])]
      : []),
  ]
}

function investment(input: AnalysisInput, say: Say): Claim[] {
  const { profile, policy, asOf, messages } = input
  const product = productOf(input)
  const wealth = profile.wealth
  const first = messages.find((message) => message.direction === 'in')
  const test: Evidence[] = [{ from: 'record', record: 'risk-test', label: wealth?.testedOn ?? '' }]
  const age = profile.birthYear === null ? undefined : Number(asOf.slice(0, 4)) - profile.birthYear
  return [
    ...(wealth && product && product.level > Number(wealth.rating[1])
      ? [
          say('risk.mismatch', { level: words(`R${product.level}`), rating: words(wealth.rating) }, [
            { from: 'record', record: product.id, label: product.name[input.language] },
            ...test,
          ]),
        ]
      : []),
    ...(wealth && policy.testExpires !== null && asOf >= policy.testExpires
      ? [say('risk.test_expired', { expires: date(policy.testExpires) }, test)]
      : []),
    ...(age !== undefined && age >= policy.careFromAge
      ? [
          say('risk.elderly', { age: count(policy.careFromAge) }, [
            { from: 'record', record: 'customer', label: String(profile.birthYear) },
          ]),
        ]
      : []),
    ...(first ? [say('risk.conduct', {}, [quoteOf(first)])] : []),
  ]
}

function general({ of, messages, matter }: AnalysisInput, say: Say): Claim[] {
  const first = messages.find((message) => message.direction === 'in')
  if (of.due)
    return [say('risk.waiting', { due: date(of.due) }, [{ from: 'record', record: of.id, label: of.due }])]
  return first && !matter.position ? [say('risk.unclear', {}, [quoteOf(first)])] : []
}

const byRaised: [Signal, string][] = [
  ['names_regulator', 'risk.regulator'],
  ['harassment_claim', 'risk.harassment'],
]

/** Signals that are a risk whatever the case is about. */
function raised({ signals, messages }: AnalysisInput, say: Say): Claim[] {
  return byRaised.flatMap(([signal, what]) => {
    const one = signals.find((raisedOne) => raisedOne.signal === signal && raisedOne.cleared_at === null)
    if (!one) return []
    const message = messages.find(({ id }) => id === one.message_id)
    return [say(what, {}, [message ? quoteOf(message) : { from: 'record', record: one.id, label: signal }])]
  })
}

/** Present value against the price paid, for what is held. */
export function holdingClaim(input: AnalysisInput): Claim[] {
  const holding = holdingOf(input)
  const product = productOf(input)
  if (!holding || !product) return []
  return [
    claimed(
      input.language,
      'effect',
      'effect.holding',
      {
        product: words(product.name['zh-Hans'], product.name.en),
        value: amount(holding.value),
        paid: amount(holding.paid),
        change: amount(holding.value - holding.paid),
      },
      [{ from: 'record', record: product.id, label: product.name[input.language] }],
      { amount: holding.value, grade: 'bank' },
    ),
  ]
}
