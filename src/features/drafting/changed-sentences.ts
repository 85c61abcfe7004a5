import { diffArrays } from 'diff'
import { splitSentences } from '../../platform/language/sentences.ts'

/** A sentence of a text before or after a person changed it. */
export type SentenceChange = { kind: 'same' | 'added' | 'removed'; text: string }

/** What an edit did, sentence by sentence: a changed sentence is the old one removed and the new one added. */
export function changedSentences(before: string, after: string): SentenceChange[] {
  return diffArrays(sentencesOf(before), sentencesOf(after)).flatMap(({ value, added, removed }) =>
    value.map((text) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text }) as const),
  )
}

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(([from, to]) => text.slice(from, to))
}

/** Whether an edit touched a figure: it stands more or fewer times in the new text than in the old. */
export function isTouched(shown: string, before: string, after: string): boolean {
  return before.split(shown).length !== after.split(shown).length
}
