import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { classes, type StoredWeights } from '../src/features/analysis/read-classifier.ts'
import { conceptNames } from '../src/features/analysis/read-concepts.ts'
import type { Features } from '../src/features/analysis/read-features.ts'
import { partFeatures, readMessage } from '../src/features/analysis/read-message.ts'
import { type Fitted, fitLinear, type Sample } from './fit-reader.ts'
import { labelledMessages, type ReadExample } from './read-examples.ts'

const at = '2026-11-25T10:00:00+08:00'
const weightsFile = new URL('../src/features/analysis/read-weights.json', import.meta.url)
const keptRows = 10_700

/** SHA-256 over the labelled examples and the word fields, in order: what weights must be trained on to be fresh. */
export function fingerprint(examples: readonly ReadExample[]): string {
  return createHash('sha256')
    .update(JSON.stringify([conceptNames, examples]))
    .digest('hex')
}

function sampleOf(example: ReadExample): Sample {
  return {
    features: partFeatures(example.text, at),
    labels: classes.map((name) => {
      const judged: readonly string[] | undefined = name.startsWith('I:') ? example.intents : example.signals
      return judged ? Number(judged.includes(name.slice(2))) : -1
    }),
  }
}

/** Scores by unrounded weights, for cross-validation. */
function scorerOf({ names, weights, classes: width }: Fitted): (features: Features) => number[] {
  const rows = new Map(names.map((name, i) => [name, i]))
  return (features) => {
    const scores = new Array<number>(width).fill(0)
    for (const [name, value] of features) {
      const row = rows.get(name)
      if (row === undefined) continue
      for (let c = 0; c < width; c++) scores[c]! += weights[row * width + c]! * value
    }
    return scores
  }
}

type Counts = { hit: number; missed: number; extra: number; messages: number }

function count(into: Counts, got: readonly string[], want: readonly string[]): void {
  into.messages += 1
  into.hit += got.filter((one) => want.includes(one)).length
  into.extra += got.filter((one) => !want.includes(one)).length
  into.missed += want.filter((one) => !got.includes(one)).length
}

function tell(name: string, { hit, missed, extra, messages }: Counts): void {
  const share = (part: number, whole: number) => (whole ? (part / whole).toFixed(3) : '  -  ')
  console.log(
    `${name.padEnd(36)} ${String(messages).padStart(5)} messages  recall ${share(hit, hit + missed)}  precision ${share(hit, hit + extra)}  F1 ${share(2 * hit, 2 * hit + missed + extra)}`,
  )
}

/** Reads each batch with weights fitted on all the others, and prints how well. */
function crossValidate(examples: readonly ReadExample[], samples: readonly Sample[], show: boolean): void {
  const none = (): Counts => ({ hit: 0, missed: 0, extra: 0, messages: 0 })
  const all = { intents: none(), signals: none() }
  for (const batch of new Set(examples.map((example) => example.batch))) {
    const score = scorerOf(
      fitLinear(
        samples.filter((_, i) => examples[i]!.batch !== batch),
        classes.length,
      ),
    )
    const own = { intents: none(), signals: none() }
    for (const example of examples) {
      if (example.batch !== batch) continue
      const reading = readMessage({ text: example.text, at }, score)
      for (const counts of [own, all]) {
        if (example.intents) count(counts.intents, reading.intents, example.intents)
        count(counts.signals, reading.signals, example.signals)
      }
      if (show) showError(example, reading)
    }
    tell(`${batch} intents`, own.intents)
    tell(`${batch} signals`, own.signals)
  }
  tell('all intents', all.intents)
  tell('all signals', all.signals)
}

function showError(example: ReadExample, reading: { intents: string[]; signals: string[] }): void {
  const differ = (got: readonly string[], want: readonly string[] | undefined) =>
    want !== undefined && [...got].sort().join() !== [...want].sort().join()
  if (differ(reading.intents, example.intents))
    console.log(`  I ${example.text} | want ${example.intents} | got ${reading.intents}`)
  if (differ(reading.signals, example.signals))
    console.log(`  S ${example.text} | want ${example.signals} | got ${reading.signals}`)
}

/** The rows that weigh most, rounded to int8 a class. */
function store({ names, weights, classes: width }: Fitted, trainedOn: string): StoredWeights {
  const weight = (row: number) =>
    Math.max(...Array.from({ length: width }, (_, c) => Math.abs(weights[row * width + c]!)))
  const kept = names
    .map((name, row) => ({ name, row, size: weight(row) }))
    .sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1))
    .slice(0, keptRows)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const scales = classes.map(
    (_, c) => Math.max(1e-6, ...kept.map(({ row }) => Math.abs(weights[row * width + c]!))) / 127,
  )
  const matrix = new Int8Array(kept.length * width)
  kept.forEach(({ row }, i) => {
    scales.forEach((scale, c) => {
      matrix[i * width + c] = Math.round(weights[row * width + c]! / scale)
    })
  })
  return {
    trained_on: trainedOn,
    classes: [...classes],
    names: kept.map(({ name }) => name).join('\n'),
    scales: scales.map((scale) => scale.toPrecision(6)).join(' '),
    matrix: deflateSync(matrix, { level: 9 }).toString('base64'),
  }
}

/** Without words: fits and writes the weights. `--check` cross-validates by batch; `--errors` prints what is wrong too. */
if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const examples = labelledMessages()
  const samples = examples.map(sampleOf)
  if (process.argv.some((word) => word === '--check' || word === '--errors'))
    crossValidate(examples, samples, process.argv.includes('--errors'))
  else {
    const stored = store(fitLinear(samples, classes.length), fingerprint(examples))
    writeFileSync(weightsFile, `${JSON.stringify(stored, null, 2)}\n`)
    console.log(
      `${examples.length} messages, ${stored.names.split('\n').length} features, ${JSON.stringify(stored).length} bytes`,
    )
  }
}
