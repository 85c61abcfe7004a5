import type { Binding } from './bind-figures.ts'
import { saysAiTookPart, saysHowToObject } from './disclosure-wording.ts'
import type { Disclosure, Finding } from './model.ts'
import type { Draft } from './read-draft.ts'

const totalWords =
  /(?:总(?:还款|成本|额|计|共|支出|费用|金额|和)|共(?:还|需|计|应|偿)|合计|累计|一共|综合融资成本|全部(?:还款|费用|成本))|\b(?:total|altogether|in all|overall|all[- ]in)\b/
const aprWords =
  /(?:年化|年利率|综合融资成本率|名义利率|实际利率|利率)|\b(?:apr|annual(?:i[sz]ed)?|nominal|effective|a year|per year|p\.?a\.?|per annum|yearly)\b/

/** Disclosures the draft must carry: cost and APR (H5, H6), the way to object (P2), the AI label (A4). */
export function disclosureMissing(draft: Draft, bindings: readonly Binding[]): Finding[] {
  const present: Record<Disclosure, boolean> = {
    cost_total: statesTotal(bindings),
    apr: statesApr(draft, bindings),
    objection: saysHowToObject(draft),
    ai_label: saysAiTookPart(draft),
  }
  return draft.input.requires
    .filter((required) => !present[required])
    .map((required) => ({
      guard: 'disclosure_missing',
      severity: 'hard',
      span: null,
      detail: `${required} is not stated`,
      rule: rules[required],
      fix: fixes[required],
    }))
}

const rules: Record<Disclosure, string> = { cost_total: 'H6', apr: 'H5', objection: 'P2', ai_label: 'A4' }
const fixes: Record<Disclosure, string> = {
  cost_total: 'say what is repaid in total',
  apr: 'say the annualised rate',
  objection: 'say how to disagree',
  ai_label: 'say that the text was made with AI',
}

/** A total is stated by a number bound to the total, or by an amount in a sentence that speaks of the whole. */
function statesTotal(bindings: readonly Binding[]): boolean {
  const amounts = bindings.filter(({ figure }) => figure.kind === 'amount' || figure.kind === 'bare')
  if (
    amounts.some(
      ({ facts, claimed }) =>
        facts.some((fact) => fact.role === 'total') &&
        (!claimed || claimed.includes('total') || facts.every((fact) => fact.role === 'total')),
    )
  )
    return true
  return amounts.some(
    ({ figure, sentence, claimed }) =>
      figure.kind === 'amount' && totalWords.test(sentence.folded) && (claimed?.includes('total') ?? false),
  )
}

function statesApr(draft: Draft, bindings: readonly Binding[]): boolean {
  const rates = bindings.filter(({ figure }) => figure.kind === 'rate' || figure.kind === 'bare')
  const known = draft.input.facts.some((fact) => fact.role === 'apr_nominal' || fact.role === 'apr_effective')
  return rates.some(({ facts, figure, sentence }) =>
    known
      ? facts.some((fact) => fact.role === 'apr_nominal' || fact.role === 'apr_effective')
      : figure.kind === 'rate' && aprWords.test(sentence.folded),
  )
}
