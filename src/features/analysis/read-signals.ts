import { foldText } from '../../platform/language/fold-text.ts'
import { readIdentifiers } from '../../platform/language/identifiers.ts'
import { readQuantities } from '../../platform/language/quantities.ts'
import { splitSentences } from '../../platform/language/sentences.ts'
import { type Signal, signals } from '../cases/model.ts'
import { type SignalWords, signalWords } from './read-signal-words.ts'
import { isAboutOthers, isDenied, isJoke, isOthersLoss, isSupposed } from './read-subject.ts'

type Compiled = { plain: RegExp | undefined; fixed: RegExp | undefined; never: RegExp | undefined }

const compile = (parts: string[] | undefined) =>
  parts?.length ? new RegExp(parts.join('|'), 'g') : undefined
const compiled = new Map<Signal, Compiled[]>(
  signals.map((signal) => [signal, signalWords.map((words) => compileWords(words[signal]))]),
)

function compileWords({ plain, fixed, never }: SignalWords): Compiled {
  return { plain: compile(plain), fixed: compile(fixed), never: compile(never) }
}

/** What has befallen a person: nothing is raised when it befell somebody else, or is only feared. */
const circumstances = new Set<Signal>([
  'job_loss',
  'income_drop',
  'illness',
  'bereavement',
  'disaster',
  'capacity_doubt',
  'elderly',
  'overindebted',
  'self_harm',
  'claims_fraud',
])
const feared = new Set<Signal>([
  'job_loss',
  'income_drop',
  'illness',
  'bereavement',
  'disaster',
  'overindebted',
  'claims_fraud',
  'capacity_doubt',
])

/** The signals a message raises (contracts.md, "What a signal means"; rules.md 8), in vocabulary order. */
export function readSignals(text: string): Signal[] {
  const folded = withoutIdentifiers(text)
  const joking = isJoke(folded)
  const found = new Set<Signal>()
  for (const signal of signals) {
    if (joking && circumstances.has(signal)) continue
    if (compiled.get(signal)!.some((words) => raises(signal, words, folded))) found.add(signal)
  }
  if (!joking && statesOldAge(text, folded)) found.add('elderly')
  if (found.has('harassment_claim')) found.add('complains')
  return signals.filter((signal) => found.has(signal))
}

/**
 * Whether a signal the classifier sees may stand: not where the rules know its words and found them denied, supposed
 * or an idiom, not in a joke, and for what befalls people some sentence must be told of the customer or close family.
 */
export function confirmSignal(signal: Signal, text: string): boolean {
  const folded = withoutIdentifiers(text)
  const spoken = compiled
    .get(signal)!
    .some(({ plain, fixed }) =>
      [plain, fixed].some((words) => words !== undefined && folded.search(words) >= 0),
    )
  if (spoken) return false
  if (!circumstances.has(signal)) return true
  if (isJoke(folded)) return false
  return splitSentences(text).some(([from, to]) => {
    const sentence = folded.slice(from, to)
    return !isAboutOthers(sentence, sentence.length) && !(feared.has(signal) && opensSupposed.test(sentence))
  })
}

const opensSupposed =
  /如果|假如|要是|万一|假设|哪天|以后(?:要|会)|怕|担心会|\bif\b|\bwhat happens\b|\bsuppos|\bworried\b|\bmight\b/

/** The folded text with card, order and phone numbers blanked: a regulator's hotline inside one is none. */
function withoutIdentifiers(text: string): string {
  let folded = foldText(text)
  for (const { kind, span } of readIdentifiers(text)) {
    if (kind !== 'hotline')
      folded = folded.slice(0, span[0]) + ' '.repeat(span[1] - span[0]) + folded.slice(span[1])
  }
  return folded.replace(/(?<=\d)[.,](?=\d)/g, '·')
}

function raises(signal: Signal, words: Compiled, folded: string): boolean {
  const idle = words.never
    ? [...folded.matchAll(words.never)].map((m) => [m.index, m.index + m[0].length] as const)
    : []
  const meant = (match: RegExpMatchArray) => {
    const end = match.index! + match[0].length
    return !idle.some(([from, to]) => from < end && match.index! < to)
  }
  const concerned = (at: number) =>
    signal === 'claims_fraud'
      ? !isOthersLoss(folded, at)
      : !(circumstances.has(signal) && isAboutOthers(folded, at))
  if (words.fixed) {
    for (const match of folded.matchAll(words.fixed)) {
      if (meant(match) && concerned(match.index) && !(feared.has(signal) && isSupposed(folded, match.index)))
        return true
    }
  }
  if (!words.plain) return false
  for (const match of folded.matchAll(words.plain)) {
    if (!meant(match) || isDenied(folded, match.index) || !concerned(match.index)) continue
    if (feared.has(signal) && isSupposed(folded, match.index)) continue
    return true
  }
  return false
}

/** A stated age from 65 on, of the customer or close family. */
function statesOldAge(text: string, folded: string): boolean {
  if (
    /[六七八九]十[一二三四五六七八九]?(?:多|几)?了(?=[，。,!]|$)/.test(folded) &&
    /我(?:都|已经|今年|快|[六七八九]十)/.test(folded)
  ) {
    const age = /([六七八九])十([一二三四五六七八九])?(多|几)?了/.exec(folded)!
    const tens = '六七八九'.indexOf(age[1]!) * 10 + 60
    if (tens >= 70 || '五六七八九'.includes(age[2] ?? '-')) return true
  }
  for (const quantity of readQuantities(text, '2000-01-01T00:00:00+08:00')) {
    if (quantity.kind !== 'count' || quantity.value < 65 || quantity.value > 115) continue
    const before = folded.slice(0, quantity.span[0])
    const after = folded.slice(quantity.span[1])
    const aged =
      (/^(?:多)?了/.test(after) && /(?:今年|我都|已经|我快|年纪)$/.test(before)) ||
      /^(?:多|来|几)?(?:周)?岁(?!以上|及以上|才|可以|能|的人能)/.test(after) ||
      /^[ -]*(?:years?[ -]?olds?|yrs? old|year-old|years? of age|y\/?o\b)/.test(after) ||
      /\b(?:aged?|turned|turning) $/.test(before) ||
      (/\b(?:i'm|i am|she's|he's|she is|he is|(?:mother|father|mum|mom|dad|grandmother|grandfather|husband|wife) is) (?:already |now |nearly |almost )?$/.test(
        before,
      ) &&
        /^(?:$|[.,!]| and| now| this| already| with| but)/.test(after))
    if (aged && !isAboutOthers(folded, quantity.span[0])) return true
  }
  return false
}
