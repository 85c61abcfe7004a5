import type { Tx } from '../../platform/db.ts'
import {
  addFrequencies,
  type Corpus,
  type IndexedClause,
  type IndexRow,
  lockCorpus,
  pageClauses,
  saveCorpus,
  saveVectors,
  takeFrequencies,
} from './index-store.ts'
import type { Lang } from './model.ts'
import { listClauses } from './store.ts'
import {
  clauseVectors,
  countFields,
  type FieldCounts,
  fieldLengths,
  type MeanLengths,
  toSparsevec,
} from './term-vectors.ts'

const drift = 0.1
const pageSize = 500

/** What is indexed of a clause: the headings above it and its own as title, and its text. */
export function countClause(clause: Pick<IndexedClause, 'path' | 'heading' | 'body'>): FieldCounts {
  return countFields({ title: [...new Set([...clause.path, clause.heading])].join('\n'), body: clause.body })
}

export function indexRow(counts: FieldCounts, means: MeanLengths): IndexRow {
  const lengths = fieldLengths(counts)
  const vectors = clauseVectors(counts, means)
  return {
    terms: toSparsevec(vectors.plain),
    titled_terms: toSparsevec(vectors.titled),
    plain_length: lengths.plain,
    titled_length: lengths.titled,
    gram_length: lengths.grams,
  }
}

/** Mean lengths of the counted clauses; of nothing, nought. */
export function meanLengths(counts: FieldCounts[]): MeanLengths {
  return divide(sumLengths(counts), counts.length)
}

/**
 * Counts a version's clauses into (sign 1) or out of (sign -1) the frequencies and sums of its language,
 * and rebuilds the language's vectors when a mean length has drifted by more than a tenth.
 */
export async function countVersion(tx: Tx, lang: Lang, versionId: string, sign: 1 | -1): Promise<void> {
  const corpus = await lockCorpus(tx, lang)
  const counts = (await listClauses(tx, versionId)).map(countClause)
  const frequencies = new Map<number, number>()
  for (const { plain, grams } of counts)
    for (const index of [...plain.keys(), ...grams.keys()])
      frequencies.set(index, (frequencies.get(index) ?? 0) + 1)
  await (sign > 0 ? addFrequencies : takeFrequencies)(tx, lang, frequencies)
  const added = sumLengths(counts)
  const changed = {
    ...corpus,
    clauses: corpus.clauses + sign * counts.length,
    sums: {
      plain: corpus.sums.plain + sign * added.plain,
      titled: corpus.sums.titled + sign * added.titled,
      grams: corpus.sums.grams + sign * added.grams,
    },
  }
  await (hasDrifted(changed) ? rebuild(tx, changed) : saveCorpus(tx, changed))
}

/** Whether the current mean of a field lies more than a tenth away from the frozen one. */
export function hasDrifted({ clauses, means, sums }: Corpus): boolean {
  if (clauses === 0) return false
  const now = divide(sums, clauses)
  return (['plain', 'titled', 'grams'] as const).some(
    (field) => Math.abs(now[field] - means[field]) > drift * Math.max(means[field], 1),
  )
}

async function rebuild(tx: Tx, corpus: Corpus): Promise<void> {
  const generation = corpus.generation + 1
  const means = divide(corpus.sums, corpus.clauses)
  await saveCorpus(tx, { ...corpus, generation, means })
  let after: string | null = null
  for (;;) {
    const page: IndexedClause[] = await pageClauses(tx, corpus.lang, after, pageSize)
    if (page.length === 0) return
    const rows = page.map((clause) => ({ id: clause.id, ...indexRow(countClause(clause), means) }))
    await saveVectors(tx, generation, rows)
    after = page.at(-1)!.id
  }
}

function sumLengths(counts: FieldCounts[]): MeanLengths {
  const sums = { plain: 0, titled: 0, grams: 0 }
  for (const lengths of counts.map(fieldLengths)) {
    sums.plain += lengths.plain
    sums.titled += lengths.titled
    sums.grams += lengths.grams
  }
  return sums
}

function divide(sums: MeanLengths, by: number): MeanLengths {
  const n = Math.max(by, 1)
  return { plain: sums.plain / n, titled: sums.titled / n, grams: sums.grams / n }
}
