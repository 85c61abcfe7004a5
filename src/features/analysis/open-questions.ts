import { type AnalysisInput, holdingOf, productOf } from './analysis-input.ts'
import { missingFacts } from './known-figures.ts'

type Known = Pick<AnalysisInput, 'matter' | 'account'>

/** What is still open on a case, as fields of `questions`, in the order to ask; never what the bank holds. */
export function openQuestions(input: AnalysisInput): string[] {
  const ofKind = {
    credit_hardship: () => missingFacts(input.profile, input.facts),
    complaint: () => complaint(input),
    fee_waiver: () => fee(input),
    investment_consultation: () => investment(input),
    general: () => (input.matter.position ? [] : ['matter']),
  }[input.of.kind]()
  return [...(input.alsoOpen ?? []), ...ofKind]
}

function complaint({ matter }: Known): string[] {
  return [
    ...(matter.codes.topic.length === 0 || !matter.placed ? ['what_happened'] : []),
    ...(matter.codes.wanted.length === 0 ? ['wanted_outcome'] : []),
  ]
}

function fee({ matter, account }: Known): string[] {
  const kinds = account ? Number(account.fees > 0) + Number(account.default_charges > 0) : 0
  return [
    ...(matter.codes.charge.length === 0 && kinds !== 1 ? ['charge'] : []),
    ...(matter.codes.story.length === 0 ? ['charge_story'] : []),
  ]
}

function investment(input: AnalysisInput): string[] {
  const { matter } = input
  const product = productOf(input)
  if (!product) return ['product']
  if (holdingOf(input) && !matter.codes.doubt.some((one) => one.value === 'buying')) return []
  return [
    ...(matter.amount ? [] : ['amount']),
    ...(matter.horizonMonths || !product.locked ? [] : ['horizon']),
    ...(matter.liquidity || !product.locked ? [] : ['liquidity']),
  ]
}
