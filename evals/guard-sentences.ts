import { readdirSync, readFileSync } from 'node:fs'
import { GuardInput, type GuardInputLoose } from '../src/features/guards/model.ts'
import { plainText } from '../src/features/guards/plain-text.ts'
import { promiseCues } from '../src/features/guards/promise-cues.ts'
import { readDraft } from '../src/features/guards/read-draft.ts'
import { sentenceClasses } from '../src/features/guards/sentence-classifier.ts'
import { splitSentences } from '../src/platform/language/sentences.ts'

/** A sentence with what it does; `class` fair for nothing. Per class 1, 0 or -1 for not judged, in `labels`. */
export type GuardSentence = { text: string; class: string; batch: string; cited: boolean; labels: number[] }

const datasets = new URL('./datasets/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, datasets), 'utf8')
const lines = <T>(path: string) =>
  read(path)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

type Mutant = { of: string; kind: string; text?: { at: number; cut: number; put: string } }

const classOfKind: Record<string, string> = {
  promise: 'promise',
  threat: 'threat',
  floor: 'floor',
  forbidden: 'forbidden',
  forbidden_word: 'forbidden',
  forbidden_borrowing: 'forbidden',
}

function sentence(
  text: string,
  kind: string,
  batch: string,
  more: Partial<GuardSentence> = {},
): GuardSentence {
  const plain = plainText(text).trim()
  const foul = ['promise', 'threat', 'forbidden', 'floor'].includes(kind)
  const labels = sentenceClasses.map((name) => {
    if (name === kind) return 1
    if (name === 'foul') return Number(foul)
    return foul ? -1 : 0
  })
  return { text: plain, class: kind, batch, cited: false, labels, ...more }
}

/** Sentences of drafts, fair as they stand; what a promise on record may back is not judged as one. */
function ofDrafts(
  drafts: readonly GuardInputLoose[],
  batchOf: (draft: GuardInputLoose) => string,
): GuardSentence[] {
  return drafts.flatMap((loose) => {
    const draft = readDraft(GuardInput.parse(loose))
    return draft.sentences.map((one) => {
      const made = sentence(one.own, 'fair', batchOf(loose), { cited: one.markers.length > 0 })
      if (one.markers.length > 0 || draft.input.promises.length > 0) {
        made.labels[sentenceClasses.indexOf('promise')] = -1
        // A commitment is fair by its record alone, and the record is not in the sentence.
        if (promiseCues.some(({ pattern }) => pattern.test(one.own)))
          made.labels[sentenceClasses.indexOf('foul')] = -1
      }
      return made
    })
  })
}

/** The sentences a mutant has and its draft has not, with what they do. */
function ofMutants(
  mutants: readonly Mutant[],
  drafts: ReadonlyMap<string, GuardInputLoose>,
  batchOf: (draft: GuardInputLoose) => string,
): GuardSentence[] {
  return mutants.flatMap(({ of, kind, text }) => {
    const draft = drafts.get(of)
    const name = classOfKind[kind]
    if (!draft || !text || !name || text.put.trim().length < 4) return []
    const { at, cut, put } = text
    const changed = draft.text.slice(0, at) + put + draft.text.slice(at + cut)
    const known = new Set(ownSentences(draft).map(({ own }) => own))
    return ownSentences({ ...draft, text: changed })
      .filter(({ own, span }) => !known.has(own) && span[1] > at && span[0] < at + put.length)
      .map(({ own }) => sentence(own, name, batchOf(draft)))
  })
}

const ownSentences = (draft: GuardInputLoose) => readDraft(GuardInput.parse(draft)).sentences

/** Sentences under headings that give their class. */
function ofLists(): GuardSentence[] {
  return readdirSync(new URL('guard-sentences/', datasets))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      let kind = 'fair'
      return read(`guard-sentences/${name}`)
        .split('\n')
        .flatMap((line) => {
          if (line.startsWith('# ')) kind = line.slice(2).trim()
          if (line.startsWith('#') || line.trim() === '') return []
          return [sentence(line, kind, name.replace('.txt', ''), { cited: /\[\d\]/.test(line) })]
        })
    })
}

/** Every so many of the sentences that parts under a class make together, joined in order. */
function ofParts(): GuardSentence[] {
  const parts = JSON.parse(read('guard-sentences/parts.json')) as Record<string, string[][][]>
  return Object.entries(parts).flatMap(([kind, frames]) =>
    frames.flatMap((slots) => {
      const made = slots.reduce<string[]>(
        (heads, slot) =>
          heads.length === 0
            ? slot
            : heads.flatMap((head) =>
                slot.map((tail) => (/[a-z,]$/.test(head) ? `${head} ${tail}` : head + tail)),
              ),
        [],
      )
      return made.filter((_, i) => i % 4 === 0).map((text) => sentence(text, kind, 'parts'))
    }),
  )
}

/** The lists of the tests that hold the rules to fair and foul sentences. */
function ofTests(): GuardSentence[] {
  const found: GuardSentence[] = []
  for (const [name, batch] of [
    ['fair-sentences', 'tests-fair'],
    ['ordinary-sentences', 'tests-ordinary'],
    ['foul-sentences', 'tests-foul'],
    ['promise-unbacked', 'tests-rules'],
    ['threat-or-pressure', 'tests-rules'],
    ['forbidden-phrase', 'tests-rules'],
  ] as const) {
    let kind = 'fair'
    const lists = batch === 'tests-rules'
    const rule = name.split('-')[0]!
    for (const line of read(`../../src/features/guards/${name}.test.ts`).split('\n')) {
      const heading = /describe\('(promise|threat|floor|forbidden)/.exec(line)
      if (heading) kind = heading[1]!
      if (lists && /^ {2}\]\)\('finds/.test(line)) kind = 'fair'
      const item = /^ {4}(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"),$/.exec(line)
      if (item)
        found.push(
          sentence(
            (item[1] ?? item[2])!.replace(/\\(.)/g, '$1'),
            lists && kind !== 'fair' ? rule : kind,
            batch,
          ),
        )
    }
  }
  return found
}

/** Wordings of the composer, its questions, and clauses of the sample bank: all fair. */
function ofTexts(): GuardSentence[] {
  const found: GuardSentence[] = []
  const add = (text: string, batch: string) => {
    for (const [a, b] of splitSentences(text))
      if (b - a > 3)
        found.push(
          sentence(text.slice(a, b).replace(/\{\{?[^}]*\}\}?/g, '5'), 'fair', batch, { cited: true }),
        )
  }
  const prompts = new URL('../../prompts/', datasets)
  for (const name of readdirSync(prompts)
    .filter((one) => /reply/.test(one))
    .sort())
    for (const line of readFileSync(new URL(name, prompts), 'utf8').split('\n')) {
      const wording = /^(?:warm|plain|formal|any):\s*(.+)$/.exec(line)
      if (wording) add(wording[1]!, 'composer')
    }
  for (const [, zh, en] of read('../../src/features/analysis/questions.ts').matchAll(
    /'zh-Hans':\s*'([^']+)',\s*en:\s*'([^']+)'/g,
  ))
    for (const text of [zh!, en!, `(${zh})`, `(${en})`]) add(text, 'composer')
  const policies = new URL('../../sample-bank/policies/', datasets)
  for (const name of readdirSync(policies, { recursive: true })
    .map(String)
    .filter((one) => one.endsWith('.md'))
    .sort()) {
    const text = readFileSync(new URL(name, policies), 'utf8')
    if (/audience:\s*internal/.test(text)) continue
    for (const line of text.replace(/^---[\s\S]*?---/, '').split('\n'))
      if (!line.startsWith('#')) add(line, 'policies')
  }
  return found
}

/** Everything the sentence classifier learns from, each text once, in a fixed order. */
export function guardSentences(): GuardSentence[] {
  const first = lines<GuardInputLoose>('guard-unseen-drafts.jsonl')
  const own = lines<GuardInputLoose>('guard-drafts.jsonl')
  const second = lines<GuardSentenceLine>('guard-sentences/second-stranger.jsonl')
  const stranger = () => 'first-stranger'
  const third = lines<GuardInputLoose>('guard-third-drafts.jsonl')
  const author = ({ id }: GuardInputLoose) => `third-${id.slice(0, 2)}`
  const all = [
    ...ofDrafts(first, stranger),
    ...ofMutants(
      lines<Mutant>('guard-unseen-mutants.jsonl'),
      new Map(first.map((draft) => [draft.id, draft])),
      stranger,
    ),
    ...ofDrafts(lines<GuardInputLoose>('guard-fourth-drafts.jsonl'), () => 'fourth'),
    ...ofDrafts(third, author),
    ...ofMutants(
      lines<Mutant>('guard-third-mutants.jsonl'),
      new Map(third.map((draft) => [draft.id, draft])),
      author,
    ),
    ...ofDrafts(own, () => 'own-drafts'),
    ...second.map((line) => fromLine(line)),
    ...ofLists(),
    ...ofParts(),
    ...ofTests(),
    ...ofTexts(),
  ]
  const seen = new Set<string>()
  return all.filter(({ text, class: kind }) => {
    const key = `${kind} ${text}`
    if (
      text.length < 3 ||
      (kind !== 'fair' && text.length < 14 && /^[a-z .?!]+$/.test(text) && !/\b(?:pay|we)\b/.test(text)) ||
      seen.has(key)
    )
      return false
    seen.add(key)
    return true
  })
}

type GuardSentenceLine = { text: string; class: string; writer: string; backed?: boolean }

function fromLine({ text, class: kind, writer, backed }: GuardSentenceLine): GuardSentence {
  const made = sentence(text, kind, `second-${writer}`, { cited: /\[\d\]/.test(text) })
  if (backed) made.labels[sentenceClasses.indexOf('promise')] = -1
  return made
}
