import type { Binding } from './bind-figures.ts'
import type { Finding, GuardName, PromiseKind } from './model.ts'
import { citedClauses, type Draft, overlaps, type Sentence } from './read-draft.ts'
import { type SentenceScores, scoreSentence } from './sentence-classifier.ts'
import { type Foul, isDoubtful, isPlainlyFair, suspect } from './sentence-thresholds.ts'

const guardOf: Record<Foul, { guard: GuardName; rule: string; does: string; fix: string }> = {
  promise: {
    guard: 'promise_unbacked',
    rule: 'invariant promise',
    does: 'reads like a promise nobody has made',
    fix: 'have the promise recorded, cite its clause, or say what will be examined',
  },
  threat: {
    guard: 'threat_or_pressure',
    rule: 'C3',
    does: 'reads like a threat or pressure',
    fix: 'say what can be done, without pressure',
  },
  forbidden: {
    guard: 'forbidden_phrase',
    rule: 'C3',
    does: 'reads like an inducement a bank may not give',
    fix: 'leave it out or say the opposite plainly',
  },
  floor: {
    guard: 'floor_disclosed',
    rule: 'invariant floor',
    does: 'reads as if it told what the bank would at least accept',
    fix: 'leave it out',
  },
}

/** How each sentence of a draft scores. */
export type Judged = ReadonlyMap<Sentence, SentenceScores>

export function judgeSentences(draft: Draft): Judged {
  return new Map(draft.sentences.map((sentence) => [sentence, scoreSentence(sentence.own)]))
}

/** Whether words that a list found stand in a sentence that, as a whole, plainly does nothing foul. */
export function isExcused(finding: Finding, judged: Judged): boolean {
  const kind = kindOf[finding.guard]
  if (!kind || !finding.span) return false
  const touched = [...judged].filter(([sentence]) => overlaps(sentence.span, finding.span!))
  return touched.length > 0 && touched.every(([, scores]) => isPlainlyFair(scores, kind))
}

/** Lists of words that only point; a value of the floor is a value whatever is said around it. */
const kindOf: Partial<Record<Finding['guard'], Foul>> = {
  promise_unbacked: 'promise',
  threat_or_pressure: 'threat',
  forbidden_phrase: 'forbidden',
}

/**
 * Sentences that do what no list of words can name: judged as a whole by weights learnt from labelled sentences.
 * The finding spans the sentence, and is soft where little speaks for it; a promise that is on record, or that a fact
 * or a cited clause bears out, passes.
 */
export function foulSentence(draft: Draft, bindings: readonly Binding[], judged: Judged): Finding[] {
  return draft.sentences.flatMap((sentence): Finding[] => {
    const scores = judged.get(sentence)!
    const { kind, over } = suspect(scores, sentence.own, citedClauses(draft, sentence).length > 0)
    const severity = over > 0 ? 'hard' : isDoubtful(over) ? 'soft' : null
    if (!severity || (kind === 'promise' && isBorneOut(draft, sentence, bindings, scores))) return []
    const { guard, rule, does, fix } = guardOf[kind]
    const detail = `"${draft.text.slice(...sentence.span)}" ${does}`
    return [{ guard, severity, span: sentence.span, detail, rule, fix }]
  })
}

/** What kind of promise a sentence speaks of, for the record to answer it. */
const speaksOf: Record<PromiseKind, RegExp> = {
  waiver:
    /免|减|不(?:再)?收|不用|不必|取消|\b(?:waiv\w*|free|no charge|not charge\w*|off|written off|cancel\w*|reduc\w*|drop\w*)\b/,
  refund: /退|返|还给|回到|赔|补|\b(?:refund\w*|return\w*|back|credit\w*|reimburs\w*)\b/,
  hold: /不催|催收|暂停|停|不打|不.{0,3}联系|\b(?:hold|paus\w*|stop\w*|no collection|not contact|don't ring|won't (?:ring|call|contact|chase)|not (?:asked|collected)|suspend\w*)\b/,
  callback: /电话|打给|联系您|回您|\b(?:call|ring|phone|contact|touch|back to you)\b/,
  deadline:
    /[\d一二两三四五六七八九十]\s?个?(?:工作|自然)?(?:日|天|周|小时|号)|(?:周|星期|礼拜)[一二三四五六日天末]|月底|明天|后天|\b(?:within|tomorrow|today|monday|tuesday|wednesday|thursday|friday|days?|week|will (?:tell|write|let you know|hear))\b/,
  outcome: /批|通过|同意|恢复|\b(?:approv\w*|agree\w*|accept\w*|grant\w*|upheld|restor\w*)\b/,
}

/** Whether a promise on record, a waived sum or a day among the facts stands behind a sentence. */
function isBorneOut(
  draft: Draft,
  sentence: Sentence,
  bindings: readonly Binding[],
  scores: SentenceScores,
): boolean {
  const facts = bindings.filter((one) => one.sentence === sentence).flatMap((one) => one.facts)
  if (facts.some(({ role }) => role === 'waived' || role === 'deadline')) return true
  if (facts.length > 0 && scores.foul < 3) return true
  return draft.input.promises.some(
    ({ kind, fact }) => speaksOf[kind].test(sentence.own) && (!fact || facts.some(({ id }) => id === fact)),
  )
}
