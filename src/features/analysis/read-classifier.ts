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

/**
 * Log odds from which a class is taken, set on cross-validated scores; `likeliest` is how far the best intent may fall
 * short when none reaches its own. A sentence or clause out of its message must say more, by what it costs. What is
 * missed at a person's peril is taken sooner, what many harmless words resemble later. A word or two say little.
 */
const thresholds = {
  intent: 0,
  likeliest: -1.6,
  signal: -2.2,
  sentenceCost: 1.5,
  clauseCost: 4,
  briefIntent: 0.8,
  briefSignal: 1.8,
}
const intentThresholds: Partial<Record<Intent, number>> = {
  repayment_difficulty: 0.6,
  plan_request: -0.4,
  counter_offer: -0.4,
  accept_offer: 0.4,
  decline_offer: -0.3,
  fee_dispute: -0.7,
  fee_waiver_request: -0.6,
  transaction_dispute: -1,
  fraud_report: -0.3,
  complaint: 0.4,
  investment_doubt: -0.9,
  product_question: -0.7,
  risk_rating_question: -1.3,
  rate_or_fee_question: -1,
  credit_record_question: -0.7,
  balance_or_due_question: -0.8,
  card_or_account_service: -0.3,
  identity_help: -0.8,
  privacy_request: -1.2,
  status_question: -0.7,
  wants_person: -0.3,
  thanks_or_smalltalk: -0.9,
  out_of_scope: -0.9,
}
const signalThresholds: Partial<Record<Signal, number>> = {
  self_harm: -2.6,
  capacity_doubt: -2.4,
  paid_agent: -2.5,
  job_loss: -1.9,
  disputes_debt: -1.6,
  income_drop: -2.1,
  elderly: -1.7,
  names_regulator: -1.6,
}

type Scores = readonly (readonly number[])[]

/** What the scores of a message, its sentences and its clauses say together; a class counts where it is likeliest. */
export function chooseClasses(
  whole: readonly number[],
  sentences: Scores,
  clauses: Scores,
  brief: boolean,
): { intents: Intent[]; signals: Signal[] } {
  const cost = (c: number) => (c < intents.length ? thresholds.briefIntent : thresholds.briefSignal)
  const best = classes.map((_, c) =>
    Math.max(
      whole[c]! - (brief ? cost(c) : 0),
      ...sentences.map((scores) => scores[c]! - thresholds.sentenceCost),
      ...clauses.map((scores) => scores[c]! - thresholds.clauseCost),
    ),
  )
  const surplus = intents.map((one, i) => best[i]! - (intentThresholds[one] ?? thresholds.intent))
  const chosen = intents.filter((_, i) => surplus[i]! > 0)
  if (chosen.length === 0) {
    const top = surplus.reduce((a, score, c) => (score > surplus[a]! ? c : a), 0)
    if (surplus[top]! > thresholds.likeliest) chosen.push(intents[top]!)
  }
  return {
    intents: chosen,
    signals: signals.filter(
      (one, i) => best[intents.length + i]! > (signalThresholds[one] ?? thresholds.signal),
    ),
  }
}
