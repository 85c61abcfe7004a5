import { isDenied, settingOf } from './honest-use.ts'
import type { Finding } from './model.ts'
import { pressures } from './pressure-cues.ts'
import { citedClauses, type Draft } from './read-draft.ts'

/** Threats and pressure in a text of the bank (C3); a denial ("we will not take you to court") is none. */
export function threatOrPressure(draft: Draft): Finding[] {
  const findings: Finding[] = []
  for (const sentence of draft.sentences) {
    for (const { pattern, why, unless, contractual, lever } of pressures) {
      const match = pattern.exec(sentence.own)
      if (!match || unless?.test(sentence.own)) continue
      if (contractual && citedClauses(draft, sentence).length > 0) continue
      const end = match.index + match[0].length
      const denied = lever
        ? deniedAt.test(sentence.own.slice(0, match.index))
        : isDenied(settingOf(sentence.own, match.index, end)) || deniedInside(match[0])
      if (denied) continue
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

/** A pattern that holds its own condition is denied only by a word right ahead of it. */
const deniedAt =
  /(?:不(?:会|能|得|可|应)?|没有|绝不|从不|无人)\p{Script=Han}?$|(?:\b(?:not|never|nobody|no one)|n't) ?$|(?:声称|自称|冒充|凡是|任何|\banyone who\b|\bclaim\w*\b)[^。.;!?]{0,40}$/u

function deniedInside(matched: string): boolean {
  return /(?:不会|不将|不再|不得|暂不|绝不)[^,。]{0,6}$|不(?:会|再|予|作)?(?:起诉|报警|追究|采取|联系|通知|告知)|\b(?:not|never|no)\b/.test(
    matched,
  )
}
