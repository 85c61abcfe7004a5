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

type Promised = { kinds: readonly PromiseKind[]; span: Span; phrase: Span; certain: boolean }

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

/** "A card that carries no fee": the words name a product, nothing is granted. */
const describesThing =
  /^(?:的)(?!话)(?:\p{Script=Han}{0,4})(?:卡|产品|账户|方案|服务|渠道|业务|情形|情况|条件|规定|标准)/u

/** Phrases between commas, in the original's units. */
function phrasesOf(sentence: Sentence): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const match of sentence.own.matchAll(/[,:](?!\d)|$/g)) {
    spans.push([from, match.index])
    from = match.index + 1
  }
  return spans
}

function promisesOf(draft: Draft, sentence: Sentence): Promised[] {
  if (/[?]\s*["')\]]*$/.test(sentence.own)) return []
  const promised: Promised[] = []
  const whole: Span = [0, sentence.own.length]
  for (const [from, to] of [...phrasesOf(sentence), whole]) {
    const phrase = sentence.own.slice(from, to)
    const across = from === whole[0] && to === whole[1]
    for (const { kinds, pattern, certain, unless, whole: isWhole = false } of promiseCues) {
      if (isWhole !== across && !(across && phrasesOf(sentence).length === 1)) continue
      const match = pattern.exec(phrase)
      if (!match) continue
      const before = phrase.slice(0, match.index)
      const subject = kinds[0] === 'outcome' ? before.replace(/申请[^,]{0,4}$/, '') : before
      const rest = `${subject} ${phrase.slice(match.index + match[0].length)}`
      const lead = sentence.own.slice(0, from + match.index)
      if (unless?.test(sentence.own)) continue
      if (!certain && !bankVoice.test(phrase) && !bankVoice.test(sentence.own.slice(0, from))) continue
      if (hedges.test(rest) || refusals.test(before) || approvals.test(lead)) continue
      if (kinds.includes('waiver') && nothingElse.test(phrase)) continue
      if (describesThing.test(phrase.slice(match.index + match[0].length))) continue
      const asksCustomer = kinds[0] === 'deadline' || kinds[0] === 'callback'
      if (asksCustomer && customerActs.test(phrase)) continue
      const start = sentence.span[0] + from + match.index
      promised.push({
        kinds,
        span: [start, start + match[0].length],
        phrase: [from, to],
        certain:
          certain === true ||
          /一定|肯定|必定|必然|保证|绝对|百分之百|\b(?:definitely|certainly|surely|guarantee\w*)/.test(
            phrase,
          ),
      })
    }
  }
  return promised.filter(({ span }) => draft.text.slice(...span).trim() !== '')
}

function isBacked(draft: Draft, sentence: Sentence, figures: readonly Binding[], promise: Promised): boolean {
  const phrase = sentence.own.slice(...promise.phrase)
  const at = (figure: Binding['figure']) => figure.span[0] - sentence.span[0]
  const timed = figures.filter(
    ({ figure }) => at(figure) >= promise.phrase[0] && at(figure) < promise.phrase[1],
  )
  const stated = (entry: BackedPromise) =>
    figures.some((binding) => binding.facts.some((fact) => fact.id === entry.fact))
  const entries = draft.input.promises.filter(
    (entry) =>
      (promise.kinds.includes(entry.kind) &&
        !(promise.kinds[0] === 'outcome' && promise.certain && !stated(entry))) ||
      (isTimed(entry.kind) &&
        promise.kinds.some(isTimed) &&
        (stated(entry) || timed.some(({ clauses }) => clauses.length > 0))),
  )
  if (entries.some((entry) => !exceeds(entry, phrase, figures))) return true
  const cited = citedClauses(draft, sentence).map((clause) => plainText(clause.text))
  const patterns = promiseCues.filter((cue) => cue.kinds.some((kind) => promise.kinds.includes(kind)))
  if (cited.some((text) => patterns.some(({ pattern }) => pattern.test(text)))) return true
  const facts = figures.flatMap((binding) => binding.facts)
  if (promise.kinds.includes('deadline') && timed.some(({ clauses }) => clauses.length > 0)) return true
  if (promise.kinds.includes('waiver') && facts.some((fact) => fact.role === 'waived')) return true
  if (promise.kinds.includes('deadline') && facts.some((fact) => fact.role === 'deadline')) return true
  return facts.length > 0 && isPast(phrase)
}

/** A call and an answer are promised by their day: one entry stands for both where that day is said. */
function isTimed(kind: PromiseKind): boolean {
  return kind === 'deadline' || kind === 'callback'
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
