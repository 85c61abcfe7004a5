import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SentenceWeights } from '../src/features/guards/sentence-classifier.ts'
import { guardSentences } from './guard-sentences.ts'
import { sentenceFingerprint } from './train-sentences.ts'

describe('weights of the sentence classifier', () => {
  const sentences = guardSentences()

  it('were fitted on the sentences and word fields of today: node evals/train-sentences.ts', () => {
    const file = new URL('../src/features/guards/sentence-weights.json', import.meta.url)
    const stored = JSON.parse(readFileSync(file, 'utf8')) as SentenceWeights
    expect(stored.trained_on).toBe(sentenceFingerprint(sentences))
  })

  it('learn from hundreds of foul and of fair sentences in both languages', () => {
    for (const kind of ['promise', 'threat', 'forbidden', 'floor'])
      for (const han of [true, false]) {
        const some = sentences.filter((one) => one.class === kind && /\p{Script=Han}/u.test(one.text) === han)
        expect(some.length, `${kind} ${han}`).toBeGreaterThan(50)
      }
    expect(sentences.filter((one) => one.class === 'fair').length).toBeGreaterThan(3000)
  })
})
