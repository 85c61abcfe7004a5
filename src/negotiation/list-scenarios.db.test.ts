import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCase } from '../features/cases/store.ts'
import { readText } from '../features/customers/contents.ts'
import type { DraftRequest } from '../features/drafting/draft-request.ts'
import { system } from '../platform/context.ts'
import { AppError } from '../platform/errors.ts'
import { listScenarios } from './list-scenarios.ts'
import { prepareDraft } from './prepare-draft.ts'
import { openPrivateStory, type PrivateStory } from './private-story.ts'
import { walkCase } from './walk-case.ts'

let story: PrivateStory
beforeAll(async () => {
  story = await openPrivateStory('.')
}, 240_000)
afterAll(() => story.close())

const machine = system('proposal')

async function opened(customer: string, says: string, verified = true): Promise<string> {
  return (await walkCase(story, { customer, lang: 'zh-Hans', verified, turns: [says] })).caseId!
}

const listed = (caseId: string) =>
  story.db.withActor(machine, async (tx) => listScenarios(story, tx, await readCase(tx, caseId)))

async function drafted(caseId: string, request: DraftRequest): Promise<string> {
  return story.db.withActor(machine, async (tx) => {
    const { draft } = await prepareDraft(story, tx, await readCase(tx, caseId, true), request)
    expect(draft.sendable).toBe(true)
    return readText(story, tx, draft.content_id!)
  })
}

async function refused(caseId: string, request: DraftRequest) {
  const error = await drafted(caseId, request).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(AppError)
  return { reason: error.details.reason, field: error.details.field }
}

const waiver = '这期的违约金能减免吗？'

test('a charge may be given back in part, never more than was charged', async () => {
  const caseId = await opened('C0007', waiver)
  const { charge, fitting, questions } = await listed(caseId)
  expect(charge).toMatchObject({ kind: 'default_charge' })
  expect(fitting).toContain('fee_waiver')
  expect(questions).toEqual([
    { field: 'charge_story', open: true },
    { field: 'charge', open: false },
  ])
  const asked = { reason: 'goodwill', confirmed: false, amount: charge!.amount - 1 } as const
  const text = await drafted(caseId, { waiver: asked })
  expect(text.replaceAll(',', '')).toContain(((charge!.amount - 1) / 100).toFixed(2))
  expect(await refused(caseId, { waiver: { ...asked, amount: charge!.amount + 1 } })).toEqual({
    reason: 'more_than_charged',
    field: '/waiver/amount',
  })
})

test('who is not verified has no charge to choose from, and a waiver is refused where it stands', async () => {
  const caseId = await opened('C0007', waiver, false)
  expect((await listed(caseId)).charge).toBeNull()
  expect(await refused(caseId, { waiver: { reason: 'goodwill', confirmed: false } })).toEqual({
    reason: 'verification_required',
    field: '/waiver',
  })
})

test('an answer on a product takes what the messages do not say, and names the field that is missing', async () => {
  const caseId = await opened('C0008', '我想买理财，又担心亏损，拿不准。')
  const { products, said, fitting, next } = await listed(caseId)
  expect(next).toBe('gather')
  expect(fitting).toContain('suitability')
  expect(said).toEqual({})
  const locked = products.find((one) => one.locked)!
  // The one product they hold is the one in question.
  expect(await refused(caseId, { scenario: 'suitability' })).toEqual({
    reason: 'facts_missing',
    field: '/product/amount',
  })
  expect(await refused(caseId, { product: { id: locked.id } })).toMatchObject({ field: '/product/amount' })
  const amount = 10_000_00
  expect(await refused(caseId, { product: { id: locked.id, amount } })).toMatchObject({
    field: '/product/horizonMonths',
  })
  expect(await refused(caseId, { product: { id: locked.id, amount, horizonMonths: 6 } })).toMatchObject({
    field: '/product/liquidity',
  })
  expect(await refused(caseId, { product: { id: 'moon', amount } })).toMatchObject({ field: '/product/id' })
  const text = await drafted(caseId, {
    product: { id: locked.id, amount, horizonMonths: 6, liquidity: 'high' },
  })
  expect(text).toContain(locked.name['zh-Hans'])
})

test('what was said of a product is told; what is held comes first', async () => {
  const buying = await listed(await opened('C0008', '我在考虑双桥增强，打算投30万，放6个月，可能会用到。'))
  expect(buying.said).toMatchObject({ amount: 30_000_000, horizonMonths: 6 })
  const holder = await listed(await opened('C0014', '我买的双桥18现在还适合我吗？'))
  expect(holder.products[0]).toMatchObject({ held: true })
})

test('the questions named are the questions asked, in their order', async () => {
  const caseId = await opened('C0017', '你们催收一天打好几个电话，我要投诉，请给我道歉。')
  const text = await drafted(caseId, { questions: ['wanted_outcome', 'what_happened'] })
  expect(text.indexOf('怎样解决')).toBeGreaterThan(0)
  expect(text.indexOf('怎样发生')).toBeGreaterThan(text.indexOf('怎样解决'))
  const { products, charge, due } = await listed(caseId)
  expect({ products, charge, due }).toEqual({ products: [], charge: null, due: [] })
})
