import type { Span } from '../../platform/language/quantities.ts'
import type { Binding } from './bind-figures.ts'
import type { BackedPromise, Finding, PromiseKind } from './model.ts'
import { plainText } from './plain-text.ts'
import {
  approvals,
  bankVoice,
  customerActs,
  hedges,
  nothingElse,
  promiseCues,
  refusals,
  totality,
} from './promise-cues.ts'
import { citedClauses, type Draft, overlaps, type Sentence } from './read-draft.ts'

type Promised = { kinds: readonly PromiseKind[]; span: Span; phrase: Span }

/**
 * A waiver, refund, hold, callback, deadline or outcome promised in the bank's voice needs an entry in `promises`,
 * or a clause cited in the sentence that promises as much, or, for a waiver, the waived sum from the facts.
 */
export function promiseUnbacked(draft: Draft, bindings: readonly Binding[]): Finding[] {
  const findings: Finding[] = []
  for (const sentence of draft.sentences) {
    const promised = promisesOf(draft, sentence)
    const figures = bindings.filter((binding) => binding.sentence === sentence)
    const backed = promised.filter((promise) => isBacked(draft, sentence, figures, promise))
    for (const promise of promised) {
      if (backed.includes(promise) || ridesAlong(promise, backed)) continue
      if (findings.some((finding) => finding.span && overlaps(finding.span, promise.span))) continue
      findings.push({
        guard: 'promise_unbacked',
        severity: 'hard',
        span: promise.span,
        detail: `"${draft.text.slice(...promise.span)}" promises a ${promise.kinds[0]} nobody has granted`,
        fix: 'have the promise recorded, or say what will be examined',
      })
    }
  }
  return findings
}

/** Phrases between commas, in the original's units. */
function phrasesOf(sentence: Sentence): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const match of sentence.folded.matchAll(/[,:](?!\d)|$/g)) {
    spans.push([from, match.index])
    from = match.index + 1
  }
  return spans
}

function promisesOf(draft: Draft, sentence: Sentence): Promised[] {
  if (/[?]\s*["')\]]*$/.test(sentence.folded)) return []
  const promised: Promised[] = []
  for (const [from, to] of phrasesOf(sentence)) {
    const phrase = sentence.folded.slice(from, to)
    for (const { kinds, pattern } of promiseCues) {
      const match = pattern.exec(phrase)
      if (!match) continue
      const before = phrase.slice(0, match.index)
      const subject = kinds[0] === 'outcome' ? before.replace(/申请[^,]{0,4}$/, '') : before
      const rest = `${subject} ${phrase.slice(match.index + match[0].length)}`
      const lead = sentence.folded.slice(0, from + match.index)
      if (!bankVoice.test(phrase) && !bankVoice.test(sentence.folded.slice(0, from))) continue
      if (hedges.test(rest) || refusals.test(before) || approvals.test(lead)) continue
      if (kinds.includes('waiver') && nothingElse.test(phrase)) continue
      const asksCustomer = kinds[0] === 'deadline' || kinds[0] === 'callback'
      if (asksCustomer && customerActs.test(phrase)) continue
      const start = sentence.span[0] + from + match.index
      promised.push({ kinds, span: [start, start + match[0].length], phrase: [from, to] })
    }
  }
  return promised.filter(({ span }) => draft.text.slice(...span).trim() !== '')
}

function isBacked(draft: Draft, sentence: Sentence, figures: readonly Binding[], promise: Promised): boolean {
  const phrase = sentence.folded.slice(...promise.phrase)
  const entries = draft.input.promises.filter((entry) => covers(entry, promise.kinds))
  if (entries.some((entry) => !exceeds(entry, phrase, figures))) return true
  const cited = citedClauses(draft, sentence).map((clause) => plainText(clause.text))
  const patterns = promiseCues.filter((cue) => cue.kinds.some((kind) => promise.kinds.includes(kind)))
  if (cited.some((text) => patterns.some(({ pattern }) => pattern.test(text)))) return true
  const facts = figures.flatMap((binding) => binding.facts)
  if (promise.kinds.includes('waiver') && facts.some((fact) => fact.role === 'waived')) return true
  if (promise.kinds.includes('deadline') && facts.some((fact) => fact.role === 'deadline')) return true
  return facts.length > 0 && isPast(phrase)
}

function covers(entry: BackedPromise, kinds: readonly PromiseKind[]): boolean {
  if (kinds.includes(entry.kind)) return true
  const timed = kinds.includes('deadline') || kinds.includes('callback')
  return timed && (entry.kind === 'deadline' || entry.kind === 'callback')
}

/** "All of it" is more than a promise over one sum, unless that sum stands there too. */
function exceeds(entry: BackedPromise, phrase: string, figures: readonly Binding[]): boolean {
  if (!entry.fact || !totality.test(phrase)) return false
  return !figures.some((binding) => binding.facts.some((fact) => fact.id === entry.fact))
}

/** A date or a call that goes with a backed promise of the same sentence needs no entry of its own. */
function ridesAlong(promise: Promised, backed: readonly Promised[]): boolean {
  return promise.kinds[0] === 'deadline' && backed.length > 0
}

function isPast(phrase: string): boolean {
  return /已(?!逾期)|曾|完成了|\b(?:was|were|has been|have been|we (?:have )?(?:refunded|waived|paused|stopped|cancelled|removed|credited|reversed)|on \d)/.test(
    phrase,
  )
}
