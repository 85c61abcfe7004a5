import type { CaseKind } from '../cases/model.ts'

/** What a person may want to ask on a case of a kind though the machine thinks it knows, in the order to ask. */
const ofKind: Record<CaseKind, readonly string[]> = {
  credit_hardship: ['cause', 'monthly_income', 'monthly_spending', 'offered_instalment', 'willing'],
  complaint: ['what_happened', 'wanted_outcome'],
  fee_waiver: ['charge', 'charge_story'],
  investment_consultation: ['product', 'amount', 'horizon', 'liquidity'],
  general: ['matter'],
}

/** The questions a reply may put, the open ones first; pure. */
export function askableQuestions(
  kind: CaseKind,
  open: readonly string[],
): { field: string; open: boolean }[] {
  const others = ofKind[kind].filter((field) => !open.includes(field))
  return [...open.map((field) => ({ field, open: true })), ...others.map((field) => ({ field, open: false }))]
}
