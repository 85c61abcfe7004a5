import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { type Reading, readMessage } from '../src/features/analysis/read-message.ts'

type Item = { id: string; text: string; at: string; expected: Reading }
type Labels = readonly string[]

/** Hits, misses and extras of two lists of labels, summed over messages. */
function compare(pairs: readonly (readonly [got: Labels, want: Labels])[]): string {
  let [hit, missed, extra] = [0, 0, 0]
  for (const [got, want] of pairs) {
    hit += got.filter((one) => want.includes(one)).length
    extra += got.filter((one) => !want.includes(one)).length
    missed += want.filter((one) => !got.includes(one)).length
  }
  const share = (part: number, whole: number) => (whole ? (part / whole).toFixed(3) : '-')
  return `recall ${share(hit, hit + missed)}  precision ${share(hit, hit + extra)}  F1 ${share(2 * hit, 2 * hit + missed + extra)}  (${hit} hit, ${missed} missed, ${extra} extra)`
}

const [file, ...words] = process.argv.slice(2)
if (!file) {
  console.error(
    'node evals/measure-reading.ts FILE [--errors]   FILE: labelled messages as in evals/datasets/read-dev.jsonl',
  )
  process.exit(1)
}
const items = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Item)
const readings = items.map((item) => readMessage(item))
const figures = (reading: Reading) => [reading.amounts, reading.terms, reading.rates]
const exact = (of: (reading: Reading) => unknown) => {
  const right = readings.filter((reading, i) => isDeepStrictEqual(of(reading), of(items[i]!.expected))).length
  return `${(right / items.length).toFixed(3)}  (${right} of ${items.length} messages)`
}
const labelled = items.flatMap((item, i) => (item.expected.intents.length > 0 ? [i] : []))
const pairs = (of: (reading: Reading) => Labels, among: readonly number[]) =>
  among.map((i) => [of(readings[i]!), of(items[i]!.expected)] as const)

console.log(`language exact        ${exact((reading) => reading.language)}`)
console.log(`numbers exact         ${exact(figures)}`)
console.log(`dates exact           ${exact((reading) => reading.dates)}`)
console.log(`signals               ${compare(pairs((reading) => reading.signals, [...items.keys()]))}`)
console.log(`intents               ${compare(pairs((reading) => reading.intents, [...items.keys()]))}`)
console.log(`intents where labelled ${compare(pairs((reading) => reading.intents, labelled))}`)
if (words.includes('--errors')) {
  items.forEach(({ id, text, expected }, i) => {
    for (const part of ['language', 'intents', 'signals', 'amounts', 'dates', 'terms', 'rates'] as const)
      if (!isDeepStrictEqual(readings[i]![part], expected[part]))
        console.log(
          `${id} ${part}: want ${JSON.stringify(expected[part])}, got ${JSON.stringify(readings[i]![part])}: ${text}`,
        )
  })
}
