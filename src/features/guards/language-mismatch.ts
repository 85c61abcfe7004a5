import { scriptOf } from '../../platform/language/fold-text.ts'
import type { Finding } from './model.ts'
import type { Draft } from './read-draft.ts'

/** A reply is written in the language asked for (soft). A name, a product or a quoted word does not count. */
export function languageMismatch(draft: Draft): Finding[] {
  const wanted = draft.input.lang.toLowerCase()
  if (wanted === 'mixed') return []
  const han = [...draft.text].filter((char) => /\p{Script=Han}/u.test(char))
  const words = draft.text.replace(/https?:\S+/g, '').match(/[A-Za-z]{2,}/g)?.length ?? 0
  if (han.length === 0 && words === 0) return []
  const report = (detail: string): Finding[] => [
    {
      guard: 'language_mismatch',
      severity: 'soft',
      span: null,
      detail,
      fix: `write it in ${draft.input.lang}`,
    },
  ]
  if (wanted.startsWith('en'))
    return han.length > words * 0.5 ? report('mostly Chinese, English was asked for') : []
  if (!wanted.startsWith('zh')) return []
  if (words * 1.6 > han.length) return report('mostly English, Chinese was asked for')
  const hans = han.filter((char) => scriptOf(char) === 'hans').length
  const hant = han.filter((char) => scriptOf(char) === 'hant').length
  const traditional = /hant|tw|hk/.test(wanted)
  if (traditional && hans > hant) return report('simplified characters, traditional ones were asked for')
  if (!traditional && hant > hans) return report('traditional characters, simplified ones were asked for')
  return []
}
