import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { sentenceFeatures } from './sentence-features.ts'

/** What a sentence may do that a bank's text must not; `foul` is any of the others. */
export const sentenceClasses = ['promise', 'threat', 'forbidden', 'floor', 'foul'] as const
export type SentenceClass = (typeof sentenceClasses)[number]
export type SentenceScores = Record<SentenceClass, number>

/** One linear model a class, as `evals/train-sentences.ts` writes them: int8 weights, a row of classes a feature. */
export type SentenceWeights = {
  trained_on: string
  /** Feature names, one a line. */
  names: string
  scales: string
  /** Deflated int8 matrix in base64. */
  matrix: string
}

type Model = { rows: Map<string, number>; matrix: Int8Array; scales: number[] }
let loaded: Model | undefined

function load(): Model {
  const stored = JSON.parse(
    readFileSync(new URL('./sentence-weights.json', import.meta.url), 'utf8'),
  ) as SentenceWeights
  const bytes = inflateSync(Buffer.from(stored.matrix, 'base64'))
  return {
    rows: new Map(stored.names.split('\n').map((name, i) => [name, i])),
    matrix: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    scales: stored.scales.split(' ').map(Number),
  }
}

/** Log odds of each class for a sentence in plain text. The weights are read on first use. */
export function scoreSentence(plain: string): SentenceScores {
  loaded ??= load()
  const { rows, matrix, scales } = loaded
  const width = sentenceClasses.length
  const sums = new Array<number>(width).fill(0)
  for (const [name, value] of sentenceFeatures(plain)) {
    const row = rows.get(name)
    if (row === undefined) continue
    for (let c = 0; c < width; c++) sums[c]! += matrix[row * width + c]! * value
  }
  return toScores(sums.map((sum, c) => sum * scales[c]!))
}

export function toScores(values: readonly number[]): SentenceScores {
  return Object.fromEntries(sentenceClasses.map((name, c) => [name, values[c]!])) as SentenceScores
}
