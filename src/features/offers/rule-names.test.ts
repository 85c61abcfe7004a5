import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answerTo, anyOffersInput } from './offers.fixture.ts'
import { ruleNames } from './rule-names.ts'

it('names every rule an answer can cite', () => {
  const request = fc.record({
    months: fc.option(fc.integer({ min: 1, max: 80 })),
    instalment: fc.option(fc.integer({ min: 1, max: 900_000 })),
    first_payment: fc.integer({ min: 0, max: 6_000_000 }),
    waive_interest_bp: fc.constantFrom(0, 10_000),
    start: fc.constantFrom(null, '2023-01-01'),
  })
  fc.assert(
    fc.property(anyOffersInput, request, (input, asked) => {
      const { offers, request_verdict } = answerTo({ ...input, request: asked })
      const cited = [...offers.flatMap((offer) => offer.rules), ...request_verdict!.rules]
      expect(cited.filter((rule) => !(rule in ruleNames))).toEqual([])
    }),
    { numRuns: 300 },
  )
})
