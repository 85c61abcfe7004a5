import { forbiddenPhrases } from './forbidden-phrases.ts'
import { isDenied, settingOf } from './honest-use.ts'
import type { Finding } from './model.ts'
import { plainText } from './plain-text.ts'
import { citedClauses, type Draft, overlaps } from './read-draft.ts'

/** Words no text of the bank may use (S4, S5, S8, H5, H10, H11, C3); denying or warning of them is honest. */
export function forbiddenPhrase(draft: Draft): Finding[] {
  const findings: Finding[] = []
  for (const sentence of draft.sentences) {
    const cited = citedClauses(draft, sentence).map((clause) => plainText(clause.text))
    for (const { rule, pattern, why, unless, backed } of forbiddenPhrases) {
      for (const match of sentence.own.matchAll(pattern)) {
        const end = match.index + match[0].length
        if (end === match.index) continue
        if (unless?.test(sentence.own)) continue
        if (backed && cited.some((text) => backed.test(text))) continue
        if (isDenied(settingOf(sentence.own, match.index, end))) continue
        const span: [number, number] = [sentence.span[0] + match.index, sentence.span[0] + end]
        if (findings.some((finding) => finding.span && overlaps(finding.span, span))) continue
        findings.push({
          guard: 'forbidden_phrase',
          severity: 'hard',
          span,
          detail: `"${draft.text.slice(...span)}" ${why}`,
          rule,
          fix: 'leave it out or say the opposite plainly',
        })
      }
    }
  }
  return findings
}
