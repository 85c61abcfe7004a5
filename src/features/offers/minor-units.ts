/** Exact shares of integer amounts: a product beyond 2^53 falls back to big integers instead of losing cents. */

function divide(
  amount: number,
  numerator: number,
  denominator: number,
): { whole: number; twiceRest: number | bigint } {
  const product = amount * numerator
  if (product <= Number.MAX_SAFE_INTEGER / 2) {
    const rest = product % denominator
    return { whole: (product - rest) / denominator, twiceRest: rest * 2 }
  }
  const exact = BigInt(amount) * BigInt(numerator)
  const rest = exact % BigInt(denominator)
  return { whole: Number((exact - rest) / BigInt(denominator)), twiceRest: rest * 2n }
}

/** `amount · numerator / denominator` rounded down; all three are non-negative integers, the denominator positive. */
export function shareDown(amount: number, numerator: number, denominator: number): number {
  return divide(amount, numerator, denominator).whole
}

/** `amount · numerator / denominator` rounded half up; all three are non-negative integers. */
export function shareHalfUp(amount: number, numerator: number, denominator: number): number {
  const { whole, twiceRest } = divide(amount, numerator, denominator)
  return twiceRest >= denominator ? whole + 1 : whole
}

/** Whether `part ≤ bp / 10000 · whole`, exactly; `bp` is an integer number of basis points. */
export function isWithinShare(part: number, bp: number, whole: number): boolean {
  if (part <= 1e11 && whole <= 1e11) return part * 10_000 <= whole * bp
  return BigInt(part) * 10_000n <= BigInt(whole) * BigInt(bp)
}

/** Hundredths of a basis point, so that rates with two decimals are compared and multiplied as integers. */
export function rateUnits(bp: number): number {
  return Math.round(bp * 100)
}

/** Interest of one month in minor units, half up: balance · bp / 120000 (rules.md 6, Schedule). */
export function monthlyInterest(balance: number, bp: number): number {
  return shareHalfUp(balance, rateUnits(bp), 12_000_000)
}

/** A real number rounded half away from zero, as rates are shown. */
export function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) + 0.5) || 0
}
