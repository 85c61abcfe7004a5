/** A debt of the customer besides the one negotiated, as far as its monthly payments go; minor units. */
export type OtherDebt = {
  product: string
  owed: number
  /** What its contract takes a month; null when the records do not say. */
  monthlyDue: number | null
  /** The plan agreed for it, if there is one: in force once confirmed, before that still to come. */
  plan: { inForce: boolean; instalment: number } | null
}

/** Housing and other secured loans are in `priority_debts_monthly`: rules.md 6 keeps the three disjoint. */
const securedProducts = ['mortgage']

/**
 * What one other debt takes a month: the instalment of a plan in force, else what its contract says, and while a plan is
 * still to come the larger of the two. Null when nobody knows.
 */
export function monthlyObligation({ product, owed, monthlyDue, plan }: OtherDebt): number | null {
  if (owed === 0 || securedProducts.includes(product)) return 0
  if (plan?.inForce) return plan.instalment
  if (monthlyDue === null) return null
  return Math.max(monthlyDue, plan?.instalment ?? 0)
}

/**
 * `O` of rules.md 6: all other debt payments a month without the debt negotiated, at this bank and elsewhere. While one is
 * unknown, what the customer says they pay in all stands in, never for less than is known; without it, null: a question.
 */
export function otherDebtService(known: {
  /** At other lenders, on record. */
  elsewhere: number | null
  others: readonly OtherDebt[]
  /** All other debt payments by the customer's own word. */
  stated: number | null
}): number | null {
  const parts = [known.elsewhere, ...known.others.map(monthlyObligation)]
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0)
  if (!parts.includes(null)) return sum
  return known.stated === null ? null : Math.max(known.stated, sum)
}
