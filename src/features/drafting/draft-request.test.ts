import { expect, test } from 'vitest'
import { DraftRequest, scenarioAsked } from './draft-request.ts'

const offerId = '0193f5a0-0000-7000-8000-000000000001'

test.each<[string, unknown, string]>([
  ['a waiver in an offer', { scenario: 'offer', waiver: { reason: 'goodwill' } }, 'waiver'],
  ['a plan in an answer to a complaint', { scenario: 'complaint', offerId }, 'offerId'],
  ['a product in a question', { scenario: 'gather', product: { amount: 100 } }, 'product'],
  [
    'a missed instalment in an answer about charges',
    { scenario: 'fee_waiver', missed: '2026-03-01' },
    'missed',
  ],
  ['two fields of two purposes', { waiver: { reason: 'goodwill' }, missed: '2026-03-01' }, 'missed'],
  ['a day that does not exist', { missed: '2026-02-30' }, 'missed'],
  ['a question nobody knows', { questions: ['cause', 'shoe_size'] }, 'questions.1'],
  ['no question at all', { questions: [] }, 'questions'],
  ['a reason nobody knows', { waiver: { reason: 'because' } }, 'waiver.reason'],
  ['half a cent', { waiver: { reason: 'goodwill', amount: 10.5 } }, 'waiver.amount'],
  ['nothing to give back', { waiver: { reason: 'goodwill', amount: 0 } }, 'waiver.amount'],
  ['less than nothing put in', { product: { amount: -1 } }, 'product.amount'],
  ['a horizon without end', { product: { horizonMonths: 601 } }, 'product.horizonMonths'],
  ['a field that is none', { product: { colour: 'red' } }, 'product'],
])('%s is refused where it stands', (_, request, path) => {
  const { error } = DraftRequest.safeParse(request)
  expect(error?.issues[0]?.path.join('.')).toBe(path)
})

test.each<[DraftRequest, string | undefined]>([
  [{}, undefined],
  [{ tone: 'plain', reason: '短一些' }, undefined],
  [{ questions: ['cause'] }, 'gather'],
  [{ offerId }, 'offer'],
  [{ scenario: 'counter', offerId }, 'counter'],
  [{ waiver: { reason: 'goodwill', confirmed: false } }, 'fee_waiver'],
  [{ product: { id: 'x' } }, 'suitability'],
  [{ missed: '2026-03-01' }, 'follow_up'],
])('%o asks for %s', (request, scenario) => {
  expect(DraftRequest.safeParse(request).error).toBeUndefined()
  expect(scenarioAsked(request)).toBe(scenario)
})
