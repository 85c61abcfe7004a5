import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readMessage } from '../src/features/analysis/read-message.ts'
import { labelledMessages, parseBatch } from './read-examples.ts'
import { fingerprint } from './train-reader.ts'

const weights = new URL('../src/features/analysis/read-weights.json', import.meta.url)

test('the weights were trained on the examples that lie beside them', () => {
  const { trained_on } = JSON.parse(readFileSync(weights, 'utf8'))
  expect(trained_on, 'run node evals/train-reader.ts').toBe(fingerprint(labelledMessages()))
  expect(readFileSync(weights).length).toBeLessThan(1_500_000)
})

test('what was learned from is read back', () => {
  const examples = labelledMessages().filter((example, i) => example.intents && i % 6 === 0)
  const right = examples.filter(
    ({ text, intents }) =>
      readMessage({ text, at: '2026-11-25T10:00:00+08:00' }).intents.sort().join() ===
      [...intents!].sort().join(),
  )
  expect(right.length / examples.length).toBeGreaterThan(0.93)
})

test('labels are read from the heading above, and a word outside the vocabulary is named with its line', () => {
  expect(parseBatch('x.txt', '# plan_request | job_loss\n缓缓 @elderly\n# ? | -\nhello\n')).toEqual([
    { text: '缓缓', batch: 'x', intents: ['plan_request'], signals: ['job_loss', 'elderly'] },
    { text: 'hello', batch: 'x', signals: [] },
  ])
  expect(() => parseBatch('x.txt', '# plans | -\n')).toThrow('x.txt:1: plans is not in the vocabulary')
  expect(() => parseBatch('x.txt', 'hello\n')).toThrow('x.txt:1: an example before any heading')
})
