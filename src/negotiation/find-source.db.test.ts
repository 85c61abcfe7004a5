import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../platform/context.ts'
import { findSource } from './find-source.ts'
import { openPrivateStory, type PrivateStory } from './private-story.ts'

let story: PrivateStory
beforeAll(async () => {
  story = await openPrivateStory('.')
}, 240_000)
afterAll(() => story.close())

test.each([
  ['credit_card', 'zh-Hans', '信用卡还款困难帮扶办法', '2'],
  ['consumer_loan', 'zh-Hans', '消费贷款还款困难帮扶办法', '3'],
  ['credit_card', 'en', 'Help with Credit Card Repayment Difficulty', '2'],
  ['consumer_loan', 'en', 'Help with Consumer Loan Repayment Difficulty', '3'],
] as const)(
  'an offer for a %s in %s rests on the rules of that product',
  async (product, language, title, number) => {
    const source = await story.db.withActor(system('proposal'), (tx) =>
      findSource(tx, 'basis', { language, asOf: '2026-11-24', product }),
    )
    expect(source).toMatchObject({ title, number })
  },
)
