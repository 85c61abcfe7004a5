import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import {
  type SentenceWeights,
  sentenceClasses,
  toScores,
} from '../src/features/guards/sentence-classifier.ts'
import { sentenceFeatures } from '../src/features/guards/sentence-features.ts'
import { sentenceFields } from '../src/features/guards/sentence-fields.ts'
import { suspect } from '../src/features/guards/sentence-thresholds.ts'
import { fitLinear, type Sample, scorerOf, storeLinear } from './fit-linear.ts'
import { type GuardSentence, guardSentences } from './guard-sentences.ts'

const weightsFile = new URL('../src/features/guards/sentence-weights.json', import.meta.url)
const leastSeen = 2
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
        leastSeen,
      ),
    )
    sentences.forEach((one, i) => {
      if (one.batch !== batch) return
      const scores = toScores(score(samples[i]!.features))
      const hit = suspect(scores, one.text, one.cited).over > 0
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

/** Without words: fits and writes the weights. `--check` cross-validates by source; `--errors` prints what is wrong too. */
if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const sentences = guardSentences()
  const samples = sentences.map(sampleOf)
  if (process.argv.some((word) => word === '--check' || word === '--errors'))
    crossValidate(sentences, samples, process.argv.includes('--errors'))
  else {
    const stored: SentenceWeights = {
      trained_on: sentenceFingerprint(sentences),
      ...storeLinear(fitLinear(samples, width, leastSeen)),
    }
    writeFileSync(weightsFile, `${JSON.stringify(stored, null, 2)}\n`)
    console.log(
      `${sentences.length} sentences, ${stored.names.split('\n').length} features, ${JSON.stringify(stored).length} bytes`,
    )
  }
}
