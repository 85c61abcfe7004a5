import { type Authority, authorities } from '../identity/model.ts'
import { addMonths } from './calendar.ts'
import { isWithinShare, rateUnits } from './minor-units.ts'
import type { PriorWaiver, Waived } from './model.ts'
import type { AuthorityRow, OfferParameters } from './parameters.ts'

/** What an approver is asked to allow. Amounts before waiver, minor units; `other_owed` on the case's other accounts. */
export type ApprovalTerms = {
  as_of: string
  months: number
  owed: { principal: number; interest: number; fees: number; default_charges: number }
  other_owed?: number
  waived: Waived
  contract_rate_bp: number
  plan_rate_bp: number
}

/** The rules of the authority table, by what they limit. */
const authorityRules = [
  'authority_term',
  'fee_waiver_limit',
  'interest_waiver_limit',
  'rate_relief_limit',
  'principal_waiver_limit',
  'authority_total_owed',
] as const
type AuthorityRule = (typeof authorityRules)[number]

type Reckoned = {
  months: number
  charges: { waived: number; owed: number }
  interest: { waived: number; owed: number }
  principal: { waived: number; owed: number }
  relief_units: number
  total_owed: number
}

/** What was waived inside the window is added back to both sides, so that two halves weigh like one whole. */
function reckon(terms: ApprovalTerms, prior: readonly PriorWaiver[], windowMonths: number): Reckoned {
  const from = addMonths(terms.as_of, -windowMonths)
  const before = { charges: 0, interest: 0, principal: 0 }
  for (const waiver of prior) {
    if (waiver.date <= from || waiver.date > terms.as_of) continue
    before.charges += waiver.fees + waiver.default_charges
    before.interest += waiver.interest
    before.principal += waiver.principal
  }
  const { owed, waived } = terms
  const charges = owed.fees + owed.default_charges
  return {
    months: terms.months,
    charges: {
      waived: waived.fees + waived.default_charges + before.charges,
      owed: charges + before.charges,
    },
    interest: { waived: waived.interest + before.interest, owed: owed.interest + before.interest },
    principal: { waived: waived.principal + before.principal, owed: owed.principal + before.principal },
    relief_units: Math.max(0, rateUnits(terms.contract_rate_bp) - rateUnits(terms.plan_rate_bp)),
    total_owed:
      owed.principal +
      owed.interest +
      charges +
      (terms.other_owed ?? 0) +
      before.charges +
      before.interest +
      before.principal,
  }
}

function broken(row: AuthorityRow, asked: Reckoned): AuthorityRule[] {
  const within: Record<AuthorityRule, boolean> = {
    authority_term: asked.months <= row.max_months,
    fee_waiver_limit: isWithinShare(asked.charges.waived, row.max_charge_waiver_bp, asked.charges.owed),
    interest_waiver_limit: isWithinShare(
      asked.interest.waived,
      row.max_interest_waiver_bp,
      asked.interest.owed,
    ),
    rate_relief_limit:
      row.max_rate_relief_bp === null || asked.relief_units <= rateUnits(row.max_rate_relief_bp),
    principal_waiver_limit: isWithinShare(
      asked.principal.waived,
      row.max_principal_waiver_bp,
      asked.principal.owed,
    ),
    authority_total_owed: row.max_total_owed === null || asked.total_owed <= row.max_total_owed,
  }
  return authorityRules.filter((rule) => !within[rule])
}

/**
 * Who may approve the terms: the first role of the table whose every limit holds, so the strictest rule wins; waivers of
 * the window count together (rules.md 7). Null when not even the committee may.
 */
export function requiredAuthority(
  terms: ApprovalTerms,
  parameters: OfferParameters,
  priorWaivers: readonly PriorWaiver[] = [],
): Authority | null {
  const { rows, waiver_window_months } = parameters.authority
  const asked = reckon(terms, priorWaivers, waiver_window_months)
  return rows.find((row) => broken(row, asked).length === 0)?.role ?? null
}

export type AuthorityExplanation = {
  authority: Authority | null
  /** Limits that keep the next lower role from approving; for a null authority, those no role has. */
  rules: AuthorityRule[]
  /** True when the waivers before it, not this request alone, push it to a higher role. */
  split: boolean
}

/** Why that authority: which limits of the role below it are passed, and whether a request was split to stay below. */
export function explainAuthority(
  terms: ApprovalTerms,
  parameters: OfferParameters,
  priorWaivers: readonly PriorWaiver[] = [],
): AuthorityExplanation {
  const { rows, waiver_window_months } = parameters.authority
  const authority = requiredAuthority(terms, parameters, priorWaivers)
  const below = rows[(authority === null ? rows.length : rankOf(authority)) - 1]
  return {
    authority,
    rules: below ? broken(below, reckon(terms, priorWaivers, waiver_window_months)) : [],
    split: authority !== requiredAuthority(terms, parameters),
  }
}

/** Position among the authorities, weakest 0. */
export function rankOf(authority: Authority): number {
  return authorities.indexOf(authority)
}
