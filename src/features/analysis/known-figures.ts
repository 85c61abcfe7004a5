import type { CaseFact } from '../cases/store.ts'
import type { Profile } from '../customers/model.ts'

/**
 * The income-and-expenditure statement of a case: what the customer said stands beside what the bank has.
 * A stated figure is taken over a record, because it is newer, and keeps its weaker grade.
 */
export type Statement = {
  income: {
    monthly: number
    kind: 'salary' | 'variable' | 'other'
    evidence: 'stated' | 'document' | 'bank'
  }[]
  essential: { monthly: number | null; label: string; evidence: 'stated' | 'document' | 'bank' }[]
  priorityDebtsMonthly: number | null
  priorityLoanPartMonthly: number | null
  otherDebtServiceMonthly: number | null
  liquidAssets: number | null
  willing: boolean
  request: { months?: number; instalment?: number; first_payment?: number; start?: string } | null
}

export function statementOf(profile: Profile, facts: readonly CaseFact[]): Statement {
  const fact = (name: string) => facts.find((one) => one.name === name)
  const number = (name: string) => {
    const value = fact(name)?.value
    return typeof value === 'number' ? value : undefined
  }
  const statedIncome = fact('monthly_income')
  const statedSpending = fact('monthly_spending')
  const income =
    typeof statedIncome?.value === 'number'
      ? [
          {
            monthly: statedIncome.value,
            kind: incomeKind(fact('income_kind')?.value),
            evidence: statedIncome.grade,
          },
        ]
      : profile.income
  const essential =
    typeof statedSpending?.value === 'number'
      ? [{ monthly: statedSpending.value, label: 'living', evidence: statedSpending.grade }]
      : profile.essential
  const start = fact('requested_start')?.value
  const request = {
    ...(number('requested_months') !== undefined ? { months: number('requested_months')! } : {}),
    ...(number('offered_instalment') !== undefined ? { instalment: number('offered_instalment')! } : {}),
    ...(number('offered_down_payment') !== undefined
      ? { first_payment: number('offered_down_payment')! }
      : {}),
    ...(typeof start === 'string' ? { start } : {}),
  }
  return {
    income,
    essential,
    priorityDebtsMonthly: profile.priorityDebtsMonthly,
    priorityLoanPartMonthly: profile.priorityLoanPartMonthly,
    otherDebtServiceMonthly: profile.otherDebtServiceMonthly,
    liquidAssets: number('liquid_assets') ?? profile.liquidAssets,
    willing: profile.willingRecorded || fact('willing')?.value === 'yes',
    request: Object.keys(request).length > 0 ? request : null,
  }
}

function incomeKind(value: unknown): 'salary' | 'variable' | 'other' {
  return value === 'variable' || value === 'other' ? value : 'salary'
}

/** What is still missing before a plan can be worked out, in the order to ask; never what the bank holds. */
export function missingFacts(profile: Profile, facts: readonly CaseFact[]): string[] {
  const statement = statementOf(profile, facts)
  const missing: string[] = []
  if (!facts.some((fact) => fact.name === 'cause')) missing.push('cause')
  if (statement.income.length === 0) missing.push('monthly_income')
  if (statement.essential.length === 0 || statement.essential.some((item) => item.monthly === null)) {
    missing.push('monthly_spending')
  }
  if (statement.request?.instalment === undefined && statement.request?.months === undefined) {
    missing.push('offered_instalment')
  }
  if (!statement.willing) missing.push('willing')
  return missing
}
