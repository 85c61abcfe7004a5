import { readIdentifiers } from '../../platform/language/identifiers.ts'

const longest = 500
const mask = '＊'

/**
 * A question as it may be kept without its conversation: numbers and addresses that name a person or an account, and
 * the names given (the customer's own, in every spelling on record), are masked; amounts and dates stay. At most 500
 * characters.
 */
export function maskQuestion(text: string, names: readonly string[]): string {
  let masked = text.normalize('NFC')
  for (const { kind, span } of readIdentifiers(masked).toReversed())
    if (kind !== 'hotline') masked = `${masked.slice(0, span[0])}${mask}${masked.slice(span[1])}`
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const wanted = name.trim()
    if (wanted.length < 2) continue
    const latin = /^[\p{Script=Latin}\s.'-]+$/u.test(wanted)
    const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
    masked = masked.replace(new RegExp(latin ? `(?<!\\p{L})${escaped}(?!\\p{L})` : escaped, 'giu'), mask)
  }
  const short = [...masked.replace(/\s+/g, ' ').trim()].slice(0, longest).join('')
  return short.slice(0, longest)
}
