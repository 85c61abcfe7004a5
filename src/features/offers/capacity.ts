import type { EvidenceGrade } from '../cases/model.ts'
import { evidenceGrades } from '../cases/model.ts'
import { shareDown } from './minor-units.ts'
import type { OffersInput } from './model.ts'
import type { OfferParameters } from './parameters.ts'

/** What the customer can pay a month, in minor units (rules.md 6, Capacity). */
export type Capacity = {
  net_income: number
  essential: number
  /** Loan part of the priority debts plus all other debt payments, without the debt negotiated. */
  debt_service: number
  /** `D`; negative when the month does not add up. */
  disposable: number
  /** `A*`. */
  max_instalment: number
  liquid_assets: number
  /** Whether any income rests on the customer's word alone. */
  stated_income: boolean
  /** Weakest grade among income and living costs. */
  weakest_evidence: EvidenceGrade
}

/** JSON Pointer of the first figure nobody knows yet, in the order a person would ask; null when all are known. */
export function missingFigure({ customer }: OffersInput): string | null {
  if (customer.income.length === 0) return '/customer/income'
  const income = customer.income.findIndex((item) => item.monthly === null)
  if (income >= 0) return `/customer/income/${income}/monthly`
  if (customer.essential.length === 0) return '/customer/essential'
  const essential = customer.essential.findIndex((item) => item.monthly === null)
  if (essential >= 0) return `/customer/essential/${essential}/monthly`
  const single = [
    'priority_debts_monthly',
    'priority_loan_part_monthly',
    'other_debt_service_monthly',
    'liquid_assets',
  ] as const
  const missing = single.find((field) => customer[field] === null)
  return missing ? `/customer/${missing}` : null
}

/**
 * Capacity from figures that are all known (see `missingFigure`): variable income counts in part, floored per item;
 * the instalment is the lesser of a share of what is left over and what the debt-service ceiling leaves (H13).
 */
export function capacityOf({ customer }: OffersInput, parameters: OfferParameters): Capacity {
  const { capacity: policy } = parameters.creditPlans
  const counted = customer.income.map((item) =>
    item.kind === 'variable'
      ? shareDown(item.monthly ?? 0, policy.variable_income_bp, 10_000)
      : (item.monthly ?? 0),
  )
  const net_income = sum(counted)
  const essential = sum(customer.essential.map((item) => item.monthly ?? 0))
  const priority = customer.priority_debts_monthly ?? 0
  const other = customer.other_debt_service_monthly ?? 0
  const debt_service = (customer.priority_loan_part_monthly ?? priority) + other
  const disposable = net_income - essential - priority - other
  const grades = [...customer.income, ...customer.essential].map((item) => item.evidence)
  return {
    net_income,
    essential,
    debt_service,
    disposable,
    max_instalment: Math.max(
      0,
      Math.min(
        shareDown(Math.max(0, disposable), policy.disposable_share_bp, 10_000),
        shareDown(net_income, policy.debt_service_cap_bp, 10_000) - debt_service,
      ),
    ),
    liquid_assets: customer.liquid_assets ?? 0,
    stated_income: customer.income.some((item) => item.evidence === 'stated'),
    weakest_evidence: evidenceGrades.find((grade) => grades.includes(grade)) ?? 'stated',
  }
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}

/** The largest instalment the month still carries when income moves by `incomeBp` (−1000 is a tenth less). */
export function stressLimit(capacity: Capacity, incomeBp: number): number {
  const lost = capacity.net_income - capacity.disposable
  return shareDown(capacity.net_income, 10_000 + incomeBp, 10_000) - lost
}

/** Liquid assets beyond the reserve of living costs that stays untouched. */
export function freeAssets(capacity: Capacity, parameters: OfferParameters): number {
  const reserve = parameters.creditPlans.capacity.liquid_reserve_months * capacity.essential
  return Math.max(0, capacity.liquid_assets - reserve)
}

/** Debt payments after the plan ÷ net income in basis points, with the plan's largest instalment (H13). */
export function loadBp(capacity: Capacity, largestInstalment: number): number {
  if (capacity.net_income === 0) return 0
  return Math.round(((capacity.debt_service + largestInstalment) * 10_000) / capacity.net_income)
}
