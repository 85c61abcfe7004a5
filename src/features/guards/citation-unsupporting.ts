import type { Binding } from './bind-figures.ts'
import type { Finding } from './model.ts'
import { plainText } from './plain-text.ts'
import { type Draft, isEffective } from './read-draft.ts'
import { contentUnits, sameScript, shareFound, without } from './word-overlap.ts'

/** Below this share of a sentence's words in the clause it cites, the clause says something else. */
const leastShare = 0.03
const rivalLead = 0.12

/** A clause must support the sentence that cites it: by a number of its own, or by words (soft). */
export function citationUnsupporting(draft: Draft, bindings: readonly Binding[]): Finding[] {
  const findings: Finding[] = []
  for (const sentence of draft.sentences) {
    const words = contentUnits(withoutMarkers(draft, sentence.folded))
    if (words.size < 2) continue
    for (const { clause, span } of sentence.markers) {
      if (!clause || !sameScript(sentence.folded, clause.text)) continue
      const numbered = bindings.some(
        (binding) => binding.sentence === sentence && binding.clauses.includes(clause),
      )
      const text = contentUnits(plainText(clause.text))
      const own = Math.max(shareFound(words, text), shareFound(text, words))
      const rival = draft.input.clauses
        .filter((other) => other.id !== clause.id && isEffective(other, draft.input.at))
        .filter(
          (other) => sameScript(other.text, clause.text) && !sentence.markers.some((m) => m.clause === other),
        )
        .map((other) => {
          const units = contentUnits(plainText(other.text))
          return { id: other.id, share: shareFound(without(words, text), units) }
        })
        .sort((a, b) => b.share - a.share)[0]
      const outdone =
        rival !== undefined && own < 0.2 && rival.share > own + (numbered ? 2 * rivalLead : rivalLead)
      const bare = own < leastShare && !numbered && words.size > 2
      if (!outdone && !bare) continue
      findings.push({
        guard: 'citation_unsupporting',
        severity: 'soft',
        span,
        detail: `${clause.id} shares little with the sentence that cites it${outdone ? `; ${rival.id} is closer` : ''}`,
        fix: outdone ? `cite ${rival.id}` : 'cite the clause that says so, or drop the marker',
      })
    }
  }
  return findings
}

function withoutMarkers(draft: Draft, folded: string): string {
  return draft.markers.reduce((rest, marker) => rest.replaceAll(plainText(marker.text), ' '), folded)
}
