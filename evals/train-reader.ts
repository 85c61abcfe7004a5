import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { classes, type StoredWeights } from '../src/features/analysis/read-classifier.ts'
import { conceptNames } from '../src/features/analysis/read-concepts.ts'
import { partFeatures, readMessage } from '../src/features/analysis/read-message.ts'
import { fitLinear, type Sample, scorerOf, storeLinear } from './fit-linear.ts'
import { labelledMessages, type ReadExample } from './read-examples.ts'

const at = '2026-11-25T10:00:00+08:00'
const weightsFile = new URL('../src/features/analysis/read-weights.json', import.meta.url)
const leastSeen = 3

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
        leastSeen,
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

/** Without words: fits and writes the weights. `--check` cross-validates by batch; `--errors` prints what is wrong too. */
if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const examples = labelledMessages()
  const samples = examples.map(sampleOf)
  if (process.argv.some((word) => word === '--check' || word === '--errors'))
    crossValidate(examples, samples, process.argv.includes('--errors'))
  else {
    const stored: StoredWeights = {
      trained_on: fingerprint(examples),
      classes: [...classes],
      ...storeLinear(fitLinear(samples, classes.length, leastSeen)),
    }
    writeFileSync(weightsFile, `${JSON.stringify(stored, null, 2)}\n`)
    console.log(
      `${examples.length} messages, ${stored.names.split('\n').length} features, ${JSON.stringify(stored).length} bytes`,
    )
  }
}
