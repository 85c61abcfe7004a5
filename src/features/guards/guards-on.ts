import { checkText } from './check-text.ts'
import type { GuardInputLoose, GuardName } from './model.ts'

/** Guards that object to a text, each once; a test's short way to `checkText` on a fixed day. */
export function guardsOn(text: string, more: Partial<GuardInputLoose> = {}): GuardName[] {
  const lang = /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en'
  const base = { id: 'x', lang, at: '2026-11-23T10:00:00+08:00', verified: true, text }
  return [...new Set(checkText({ ...base, ...more }).findings.map((finding) => finding.guard))]
}
