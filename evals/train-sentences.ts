import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import {
  type SentenceScores,
  type SentenceWeights,
  sentenceClasses,
  toScores,
} from '../src/features/guards/sentence-classifier.ts'
import { type SentenceFeatures, sentenceFeatures } from '../src/features/guards/sentence-features.ts'
import { sentenceFields } from '../src/features/guards/sentence-fields.ts'
import { isFoul } from '../src/features/guards/sentence-thresholds.ts'
import { type Fitted, fitLinear, type Sample } from './fit-reader.ts'
import { type GuardSentence, guardSentences } from './guard-sentences.ts'

const weightsFile = new URL('../src/features/guards/sentence-weights.json', import.meta.url)
const keptRows = 14_000
const width = sentenceClasses.length

/** SHA-256 over the labelled sentences and the word fields; wordings and clauses may change without a new fit. */
export function sentenceFingerprint(sentences: readonly GuardSentence[]): string {
  const labelled = sentences.filter(({ batch }) => batch !== 'composer' && batch !== 'policies')
  const fields = sentenceFields.map(([name, pattern]) => [name, pattern.source])
  return createHash('sha256')
    .update(JSON.stringify([fields, labelled]))
    .digest('hex')
}

const sampleOf = ({ text, labels }: GuardSentence): Sample => ({ features: sentenceFeatures(text), labels })

function scorerOf({ names, weights }: Fitted): (features: SentenceFeatures) => SentenceScores {
  const rows = new Map(names.map((name, i) => [name, i]))
  return (features) => {
    const sums = new Array<number>(width).fill(0)
    for (const [name, value] of features) {
      const row = rows.get(name)
      if (row === undefined) continue
      for (let c = 0; c < width; c++) sums[c]! += weights[row * width + c]! * value
    }
    return toScores(sums)
  }
}

/** Scores every batch with weights fitted on the others and prints recall by class and what fair sentences raise. */
function crossValidate(sentences: readonly GuardSentence[], samples: readonly Sample[], show: boolean): void {
  const told = new Map<string, [number, number]>()
  const count = (name: string, hit: boolean) => {
    const [all, hits] = told.get(name) ?? [0, 0]
    told.set(name, [all + 1, hits + Number(hit)])
  }
  for (const batch of new Set(sentences.map((one) => one.batch))) {
    const score = scorerOf(
      fitLinear(
        samples.filter((_, i) => sentences[i]!.batch !== batch),
        width,
      ),
    )
    sentences.forEach((one, i) => {
      if (one.batch !== batch) return
      const scores = score(samples[i]!.features as SentenceFeatures)
      const hit = isFoul(scores, one.text, one.cited) !== null
      const kind = one.class === 'fair' ? 'fair' : 'foul'
      count(`${kind} ${batch}`, hit)
      count(one.class, hit)
      if (show && hit === (kind === 'fair'))
        console.log(
          `${one.class} ${batch} ${Object.values(scores).map((value) => value.toFixed(1))} ${one.text}`,
        )
    })
  }
  for (const [name, [all, hits]] of [...told].sort())
    console.log(`${name.padEnd(30)} ${hits}/${all} ${((100 * hits) / all).toFixed(1)} %`)
}

/** The rows that weigh most, rounded to int8 a class. */
function store({ names, weights }: Fitted, trainedOn: string): SentenceWeights {
  const size = (row: number) =>
    Math.max(...sentenceClasses.map((_, c) => Math.abs(weights[row * width + c]!)))
  const kept = names
    .map((name, row) => ({ name, row, size: size(row) }))
    .sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1))
    .slice(0, keptRows)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const scales = sentenceClasses.map(
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
    names: kept.map(({ name }) => name).join('\n'),
    scales: scales.map((scale) => scale.toPrecision(6)).join(' '),
    matrix: deflateSync(matrix, { level: 9 }).toString('base64'),
  }
}

/** Without words: fits and writes the weights. `--check` cross-validates by source; `--errors` prints what is wrong too. */
if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const sentences = guardSentences()
  const samples = sentences.map(sampleOf)
  if (process.argv.some((word) => word === '--check' || word === '--errors'))
    crossValidate(sentences, samples, process.argv.includes('--errors'))
  else {
    const stored = store(fitLinear(samples, width), sentenceFingerprint(sentences))
    writeFileSync(weightsFile, `${JSON.stringify(stored, null, 2)}\n`)
    console.log(
      `${sentences.length} sentences, ${stored.names.split('\n').length} features, ${JSON.stringify(stored).length} bytes`,
    )
  }
}
