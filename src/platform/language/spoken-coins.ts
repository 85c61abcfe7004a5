import { findEnglishNumerals } from './english-numerals.ts'
import type { Figure } from './scan-figures.ts'

/** "the last one CNY 1,405.95": a code or sign with digits behind it belongs to those. */
export function opensNextSum(currency: string, behind: string): boolean {
  return (
    /(?:[a-z]{3}|¥|人民币|[$€£])$/.test(currency.trim()) &&
    /^ ?\d/.test(behind) &&
    !/yuan|kuai/.test(currency)
  )
}

const countedNext =
  /^(?:[ -](?:(?:equal|level|fixed|more|further|monthly|calendar|working|business) )*(?:instal?lments?|payments?|repayments?|months?|years?|weeks?|days?|times|percent|per cent|people|of (?:the|them|these|those)|hundred|thousand|million|fen|jiao|yuan|kuai|or|to)\b|%| ?\d)/

/** "fifteen hundred yuan thirty-three": what is spoken right behind the yuan is fen, unless it counts something. */
export function coinsSpoken(rest: string): { minor: number; length: number } | undefined {
  const [next] = /^ [a-z]/.test(rest) ? findEnglishNumerals(rest.slice(0, 40)) : []
  const zero = /^ (?:oh|o|nought|zero)[ -]$/.test(rest.slice(0, next?.start ?? 0))
  if (!next || (next.start !== 1 && !zero) || !Number.isInteger(next.value)) return undefined
  if (next.value > 99 || (next.value < 10 && !zero) || countedNext.test(rest.slice(next.end)))
    return undefined
  return { minor: next.value, length: next.end }
}

/** "1,904 yuan 20." at the end of a phrase: two digits behind whole yuan are fen. */
export function coinsWritten(
  { value, form }: Pick<Figure, 'value' | 'form'>,
  rest: string,
): { minor: number; length: number } | undefined {
  const match = /^ (\d{2})(?=[,;!?)]|\.?(?:\s|$))(?! [a-z])/.exec(rest)
  if (!match || form !== 'digits' || !Number.isInteger(value)) return undefined
  return { minor: Number(match[1]), length: match[0].length }
}
