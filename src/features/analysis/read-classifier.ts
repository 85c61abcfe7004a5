import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { type Intent, intents, type Signal, signals } from '../cases/model.ts'
import type { Features } from './read-features.ts'

/** One linear model a class, as `evals/train-reader.ts` writes them: int8 weights, a row of classes a feature. */
export type StoredWeights = {
  /** SHA-256 of what they were trained on, so that a test sees stale ones. */
  trained_on: string
  classes: string[]
  /** Feature names, one a line. */
  names: string
  /** A stored weight times its class's scale is the weight; space between the scales. */
  scales: string
  /** Deflated int8 matrix in base64. */
  matrix: string
}

/** Classes of the model in order: every intent, then every signal. */
export const classes: readonly string[] = [
  ...intents.map((one) => `I:${one}`),
  ...signals.map((one) => `S:${one}`),
]

type Model = { rows: Map<string, number>; matrix: Int8Array; scales: number[] }
let loaded: Model | undefined

function load(): Model {
  const stored = JSON.parse(
    readFileSync(new URL('./read-weights.json', import.meta.url), 'utf8'),
  ) as StoredWeights
  if (stored.classes.join() !== classes.join())
    throw new Error('read-weights.json was trained on another vocabulary: run node evals/train-reader.ts')
  const bytes = inflateSync(Buffer.from(stored.matrix, 'base64'))
  return {
    rows: new Map(stored.names.split('\n').map((name, i) => [name, i])),
    matrix: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    scales: stored.scales.split(' ').map(Number),
  }
}

/** How much speaks for each class, in log odds, in the order of `classes`. The weights are read on first use. */
export function scoreFeatures(features: Features): number[] {
  loaded ??= load()
  const { rows, matrix, scales } = loaded
  const scores = new Array<number>(classes.length).fill(0)
  for (const [name, value] of features) {
    const row = rows.get(name)
    if (row === undefined) continue
    for (let c = 0; c < scores.length; c++) scores[c]! += matrix[row * scores.length + c]! * value
  }
  return scores.map((score, c) => score * scales[c]!)
}

/** Log odds from which a class is taken, and from which the likeliest intent is when none reaches that. */
export const thresholds = { intent: -0.3, likeliest: -1.6, signal: -1.2 }

/** What the scores of a message and of its sentences say together; a class counts where it is likeliest. */
export function chooseClasses(scored: readonly (readonly number[])[]): {
  intents: Intent[]
  signals: Signal[]
} {
  const best = classes.map((_, c) => Math.max(...scored.map((scores) => scores[c]!)))
  const of = (kind: string, from: number) =>
    classes.filter((name, c) => name.startsWith(kind) && best[c]! > from).map((name) => name.slice(2))
  let chosen = of('I:', thresholds.intent)
  if (chosen.length === 0) {
    const top = best.slice(0, intents.length).reduce((a, score, c, all) => (score > all[a]! ? c : a), 0)
    if (best[top]! > thresholds.likeliest) chosen = [intents[top]!]
  }
  return { intents: chosen as Intent[], signals: of('S:', thresholds.signal) as Signal[] }
}
