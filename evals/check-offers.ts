import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { brokenBy } from './offer-checks/answer-gates.ts'
import type { Input, Output, ValueParameters } from './offer-checks/figures.ts'
import { randomCases } from './offer-checks/random-cases.ts'

/**
 * `node evals/check-offers.ts [COUNT] [SEED]`: random cases through the `offers` command, every answer judged by checks
 * that share no code with the engine. Prints what it saw; exit code 1 when a gate is broken.
 */
const executable = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
const batchSize = 5000

const [count = 100_000, seed = 1] = process.argv.slice(2).map(Number)
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed))
  throw new Error('COUNT and SEED are whole numbers')

const parameters = JSON.parse((await answersTo(['--parameters'], ''))[0]!) as ValueParameters
const outcomes = new Map<string, number>()
const broken = new Map<string, { count: number; example: string }>()
let offers = 0
const batch: Input[] = []
for (const input of randomCases(seed, count)) {
  batch.push(input)
  if (batch.length === batchSize) await judge(batch.splice(0))
}
await judge(batch)

console.log(`${count} cases, seed ${seed}, ${offers} plans`)
console.log(
  [...outcomes]
    .sort()
    .map(([outcome, times]) => `  ${outcome} ${times}`)
    .join('\n'),
)
for (const [gate, { count: times, example }] of broken)
  console.log(`broken: ${gate} ${times}, first ${example}`)
console.log(broken.size === 0 ? 'no broken gate' : `${broken.size} gates broken`)
process.exitCode = broken.size === 0 ? 0 : 1

async function judge(inputs: readonly Input[]): Promise<void> {
  if (inputs.length === 0) return
  const lines = await answersTo(
    ['--file', '-', '--json'],
    inputs.map((input) => JSON.stringify(input)).join('\n'),
  )
  if (lines.length !== inputs.length) throw new Error(`${inputs.length} cases, ${lines.length} answers`)
  inputs.forEach((input, index) => {
    const output = JSON.parse(lines[index]!) as Output
    const outcome = [output.outcome, output.reason].filter(Boolean).join(' ')
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    offers += (output.offers?.length ?? 0) + (output.request_verdict?.nearest.length ?? 0)
    for (const gate of brokenBy(input, output, parameters)) {
      const seen = broken.get(gate)
      broken.set(gate, { count: (seen?.count ?? 0) + 1, example: seen?.example ?? JSON.stringify(input) })
    }
  })
}

/** Lines the `offers` command prints. */
async function answersTo(args: readonly string[], text: string): Promise<string[]> {
  const child = spawn(process.execPath, [executable, 'offers', ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(text)
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) lines.push(line)
  return lines
}
