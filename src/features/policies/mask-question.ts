import { mask } from '../../platform/pseudonyms/mask.ts'
import { openMask } from '../../platform/pseudonyms/open-mask.ts'
import { findPlaceholders } from '../../platform/pseudonyms/placeholders.ts'

const longest = 500
const hidden = '＊'

/** A question of which nobody's record is at hand: what reads like a name, a number or an address is masked. */
export function maskQuestion(text: string): string {
  return keepQuestion(mask(text, openMask([])).text)
}

/**
 * A masked text as it is kept apart from its conversation: every placeholder becomes the same mark, so that the same
 * question of two people reads the same. At most 500 characters.
 */
export function keepQuestion(masked: string): string {
  let text = masked.normalize('NFC')
  for (const { span } of findPlaceholders(text).toReversed())
    text = `${text.slice(0, span[0])}${hidden}${text.slice(span[1])}`
  const short = [...text.replace(/\s+/g, ' ').trim()].slice(0, longest).join('')
  return short.slice(0, longest)
}
