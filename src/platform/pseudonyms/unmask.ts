import type { MaskState } from './model.ts'
import { findPlaceholders } from './placeholders.ts'

export type Unmasked = { ok: true; text: string } | { ok: false; unknown: string[] }

/**
 * The text with its placeholders turned back, once and never again in what they stand for. Brackets, case and spacing of
 * a known one may be off; anything else that reads like a placeholder refuses the whole text, naming it. `leave` are
 * prefixes of placeholders that somebody else resolves. In a text in Latin script names come in their Latin form.
 */
export function unmask(
  text: string,
  state: MaskState,
  options: { language?: 'zh-Hans' | 'en'; leave?: readonly string[] } = {},
): Unmasked {
  const unknown: string[] = []
  let out = ''
  let at = 0
  for (const { span, name } of findPlaceholders(text)) {
    const shown = text.slice(...span)
    const entry = state.entries.find((one) => one.kind === name?.kind && one.number === name.number)
    const left = options.leave?.some((prefix) => shown.replace(/^\W+/, '').startsWith(`${prefix}_`))
    if (!entry && !left) unknown.push(shown)
    const value = options.language === 'en' ? (entry?.latin ?? entry?.shown) : entry?.shown
    out += text.slice(at, span[0]) + (value ?? shown)
    at = span[1]
  }
  return unknown.length > 0 ? { ok: false, unknown } : { ok: true, text: out + text.slice(at) }
}
