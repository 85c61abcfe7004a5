import { isDenied, settingOf } from './honest-use.ts'
import type { Finding } from './model.ts'
import { pressures } from './pressure-cues.ts'
import { citedClauses, type Draft } from './read-draft.ts'

/** Threats and pressure in a text of the bank (C3); a denial ("we will not take you to court") is none. */
export function threatOrPressure(draft: Draft): Finding[] {
  const findings: Finding[] = []
  for (const sentence of draft.sentences) {
    for (const { pattern, why, unless, contractual, lever } of pressures) {
      const match = pattern.exec(sentence.folded)
      if (!match || unless?.test(sentence.folded)) continue
      if (contractual && citedClauses(draft, sentence).length > 0) continue
      const end = match.index + match[0].length
      if (isDenied(settingOf(sentence.folded, match.index, end))) continue
      if (!lever && deniedInside(match[0])) continue
      const span: [number, number] = [sentence.span[0] + match.index, sentence.span[0] + end]
      findings.push({
        guard: 'threat_or_pressure',
        severity: 'hard',
        span,
        detail: `"${draft.text.slice(...span)}" ${why}`,
        rule: 'C3',
        fix: 'say what can be done, without pressure',
      })
    }
  }
  return findings
}

function deniedInside(matched: string): boolean {
  return /(?:不会|不将|不再|不得|暂不|绝不)[^,。]{0,6}$|不(?:会|再|予|作)?(?:起诉|报警|追究|采取|联系|通知|告知)|\b(?:not|never|no)\b/.test(
    matched,
  )
}
