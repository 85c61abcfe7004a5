import { measureMasking, overMasked, wilson } from './pseudonyms/measure.ts'
import { measuredFrames } from './pseudonyms/measured-frames.ts'
import { ownFrames } from './pseudonyms/own-frames.ts'
import { plainMeasured } from './pseudonyms/plain-measured.ts'

/**
 * `node evals/measure-masking.ts [COUNT] [SEED] [measured|own]`: masks generated conversations and says what survived,
 * and how many sentences without a person were touched. `--examples` shows them; look at those of `own` only.
 */
const [count = 300, seed = 20261123] = process.argv.slice(2).map(Number).filter(Number.isSafeInteger)
const frames = process.argv.includes('own') ? ownFrames : measuredFrames
const { slots, terms, notGivenBack, conversations } = measureMasking(frames, seed, count)

console.log(`${conversations} conversations, seed ${seed}`)
for (const [slot, { escaped, planted, examples }] of Object.entries(slots)) {
  const hidden = planted - escaped
  const [low, high] = wilson(hidden, planted)
  const share = (value: number) => value.toFixed(4)
  console.log(
    `  ${slot}: ${escaped} of ${planted} escaped, hidden ${share(hidden / planted)} (${share(low)}–${share(high)})`,
  )
  if (process.argv.includes('--examples')) for (const example of examples) console.log(`    ${example}`)
}
console.log(`  amounts, rates, dates and terms lost: ${terms.lost} of ${terms.planted}`)
console.log(`  turns not given back: ${notGivenBack}`)
console.log(`  plain sentences touched: ${overMasked(plainMeasured).length} of ${plainMeasured.length}`)
