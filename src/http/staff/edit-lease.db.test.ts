import { beforeAll, expect, test } from 'vitest'
import { readConversation } from '../../features/conversations/store.ts'
import { findLease, leaveLease, takeLease } from '../../features/drafting/edit-lease.ts'
import { type Draft, readDraft } from '../../features/drafting/store.ts'
import { readStaff } from '../../features/identity/store.ts'
import { approveDraft } from '../../negotiation/decide-approval.ts'
import { editDraft, returnDraft } from '../../negotiation/edit-draft.ts'
import {
  approve,
  attempt,
  draftedOffer,
  later,
  machine,
  type Person,
  sentOffer,
  type TestBank,
  testBank,
} from '../../negotiation/negotiation.fixture.ts'
import type { Story } from '../../negotiation/story.ts'
import type { Actor } from '../../platform/context.ts'
import { createRouter, type Web } from '../server.ts'
import { draftView } from './draft-view.ts'
import { addDrafts } from './drafts.ts'

let bank: TestBank
beforeAll(async () => {
  bank = await testBank()
})

const take = (who: Actor, draft: Draft, over = false, story: Story = bank.story) =>
  story.db.withActor(who, async (tx) => takeLease(tx, await readDraft(tx, draft.id), over))
const leave = (who: Actor, draft: Draft) => bank.story.db.withActor(who, (tx) => leaveLease(tx, draft))
const holder = (draft: Draft, story: Story = bank.story) =>
  story.db.withActor(bank.staff.agent, async (tx) => (await findLease(tx, draft.id))?.holderId)

/** What one person's page is told about a draft. */
const seenBy = (who: Person, draft: Draft, story: Story = bank.story) =>
  story.db.withActor(who, async (tx) => {
    const [reader] = await readStaff(tx, { id: who.id })
    const found = await readDraft(tx, draft.id)
    return draftView(story, tx, reader!, found, await readConversation(tx, found.conversation_id))
  })

const words = '您好，我们正在为您核对，请稍候。\n以上由人工智能协助起草，经工作人员审阅。'

test('whoever edits is named to the others, who may neither change, approve, return nor overtake it', async () => {
  const { agent, colleague } = bank.staff
  const { draft } = await draftedOffer(bank)
  const lease = await take(agent, draft)
  expect(lease.holderId).toBe(agent.id)
  expect(lease.until.getTime() - bank.story.clock.now().getTime()).toBeGreaterThan(50_000)

  expect(await attempt(bank.story, colleague, async (tx) => takeLease(tx, draft, false))).toMatch(
    /^conflict .* is editing/,
  )
  expect(await attempt(bank.story, colleague, async (tx) => takeLease(tx, draft, true))).toMatch(/^conflict/)
  const at = { draftId: draft.id, version: draft.version }
  for (const deed of [
    (tx: Parameters<typeof editDraft>[1]) => editDraft(bank.story, tx, { ...at, text: words }),
    (tx: Parameters<typeof editDraft>[1]) => approveDraft(bank.story, tx, { ...at, figuresOpened: true }),
    (tx: Parameters<typeof editDraft>[1]) => returnDraft(tx, { ...at, reason: 'wrong_tone' }),
  ]) {
    expect(await attempt(bank.story, colleague, deed)).toMatch(/^conflict .* is editing this draft$/)
  }
  expect(await seenBy(colleague, draft)).toMatchObject({ allowed: [], why: 'lease', lease: { mine: false } })
  expect(await seenBy(bank.staff.lead, draft)).toMatchObject({ allowed: ['take_over'], why: 'lease' })
  const own = await seenBy(agent, draft)
  expect(own.lease).toMatchObject({ mine: true })
  expect(own.allowed).toEqual(['approve', 'edit', 'regenerate', 'return'])
})

test('a refusal says who is editing and until when', async () => {
  const { agent, colleague } = bank.staff
  const { draft } = await draftedOffer(bank)
  const { until, holder: name } = await take(agent, draft)
  await expect(take(colleague, draft)).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'lease', extra: { holder: name, until: until.toISOString() } },
  })
})

test('a lead takes it over by saying so; the one before can no longer save, nor give it back', async () => {
  const { agent, lead, manager } = bank.staff
  const { draft } = await draftedOffer(bank)
  await take(agent, draft)
  expect(await attempt(bank.story, lead, (tx) => takeLease(tx, draft, false))).toMatch(/^conflict/)
  expect((await take(lead, draft, true)).holderId).toBe(lead.id)
  expect(await attempt(bank.story, agent, (tx) => takeLease(tx, draft, true))).toMatch(/^conflict/)
  const edit = { draftId: draft.id, version: draft.version, text: words }
  expect(await attempt(bank.story, agent, (tx) => editDraft(bank.story, tx, edit))).toMatch(/^conflict/)
  await leave(agent, draft)
  expect(await holder(draft)).toBe(lead.id)
  expect((await take(manager, draft, true)).holderId).toBe(manager.id)
  const [taken] = await bank.story.db.withActor(machine, (tx) =>
    tx.query<{ n: number }>(
      "select count(*)::integer as n from app.audit_entries where action = 'draft.lease_taken' and subject_id = $1",
      [draft.id],
    ),
  )
  expect(taken!.n).toBe(3)
})

test('a minute after the last renewal it is anybody’s, by the clock', async () => {
  const { agent, colleague } = bank.staff
  const { draft } = await draftedOffer(bank)
  await take(agent, draft)
  const renewed = later(bank, 30_000)
  await take(agent, draft, false, renewed)
  const almost = later(bank, 85_000)
  expect(await holder(draft, almost)).toBe(agent.id)
  const after = later(bank, 95_000)
  expect(await holder(draft, after)).toBeUndefined()
  expect((await seenBy(colleague, draft, after)).allowed).toContain('approve')
  expect((await take(colleague, draft, false, after)).holderId).toBe(colleague.id)
})

test('given back, it is free at once', async () => {
  const { agent, colleague } = bank.staff
  const { draft } = await draftedOffer(bank)
  await take(agent, draft)
  await leave(agent, draft)
  await leave(agent, draft)
  expect(await holder(draft)).toBeUndefined()
  expect((await take(colleague, draft)).holderId).toBe(colleague.id)
})

test('no customer, no job and no other team takes a draft; nor is one taken that waits for nobody', async () => {
  const { draft, who } = await draftedOffer(bank)
  const { outsider, agent } = bank.staff
  for (const actor of [who, machine]) {
    expect(await attempt(bank.story, actor, (tx) => takeLease(tx, draft, false))).toMatch(/^forbidden/)
  }
  expect(
    await attempt(bank.story, outsider, async (tx) => takeLease(tx, await readDraft(tx, draft.id), true)),
  ).toMatch(/^not_found/)
  expect(await attempt(bank.story, outsider, (tx) => takeLease(tx, draft, true))).toMatch(/^42501/)
  const sent = await sentOffer(bank)
  const gone = await bank.story.db.withActor(agent, (tx) => readDraft(tx, sent.draft.id))
  await expect(take(agent, gone)).rejects.toMatchObject({ details: { reason: 'state' } })
})

test('the holder approves what they hold', async () => {
  const { agent } = bank.staff
  const { draft } = await draftedOffer(bank)
  await take(agent, draft)
  expect((await approve(bank, agent, draft)).state).toBe('sent')
})

test('who sees every draft but approves none neither holds one nor changes its words', async () => {
  const { draft } = await draftedOffer(bank)
  const take = `insert into app.draft_leases (draft_id, customer_id, holder_id, until)
    values ($1, $2, $3, app.app_now()) returning draft_id`
  for (const who of [bank.staff.admin, bank.staff.compliance, bank.staff.policy_owner]) {
    expect(await attempt(bank.story, who, (tx) => takeLease(tx, draft, false))).toMatch(/^forbidden/)
    const changed = { draftId: draft.id, version: draft.version, text: words }
    expect(await attempt(bank.story, who, (tx) => editDraft(bank.story, tx, changed))).toMatch(/^forbidden/)
    const row = [draft.id, draft.customer_id, who.id]
    expect(await attempt(bank.story, who, (tx) => tx.query(take, row))).toMatch(/^42501/)
  }
})

/** The routes of drafts as one signed-in person has them. */
async function asked(who: Person) {
  const web = bank.story as Web
  const [staff] = await bank.story.db.withActor(who, (tx) => readStaff(tx, { id: who.id }))
  const app = createRouter(web)
  app.use(async (c, next) => {
    c.set('actor', who)
    c.set('staff', staff!)
    await next()
  })
  addDrafts(app, web)
  return async (method: 'POST' | 'DELETE', draft: Draft, key?: string, body = { take: false }) => {
    const headers = { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) }
    const sent = method === 'POST' ? { body: JSON.stringify(body) } : {}
    const answer = await app.request(`/drafts/${draft.id}/lease`, { method, headers, ...sent })
    return { status: answer.status, body: await answer.json() }
  }
}

test('a repeated taking over answers the same and takes nothing from whoever came after', async () => {
  const { agent, lead, manager } = bank.staff
  const { draft } = await draftedOffer(bank)
  await take(agent, draft)
  const ask = await asked(lead)
  const first = await ask('POST', draft, 'take-over-1', { take: true })
  expect(first).toMatchObject({ status: 200, body: { mine: true } })
  await take(manager, draft, true)
  expect(await ask('POST', draft, 'take-over-1', { take: true })).toEqual(first)
  expect(await holder(draft)).toBe(manager.id)
})

test('a repeated giving back leaves alone what was taken again since', async () => {
  const { agent } = bank.staff
  const { draft } = await draftedOffer(bank)
  const ask = await asked(agent)
  await ask('POST', draft, 'editing-1')
  const first = await ask('DELETE', draft, 'leaving-1')
  expect(first).toEqual({ status: 200, body: { held: false } })
  await ask('POST', draft, 'editing-2')
  expect(await ask('DELETE', draft, 'leaving-1')).toEqual(first)
  expect(await holder(draft)).toBe(agent.id)
})

test('taking and giving back need an idempotency key like every write', async () => {
  const { agent } = bank.staff
  const { draft } = await draftedOffer(bank)
  const ask = await asked(agent)
  for (const method of ['POST', 'DELETE'] as const) {
    const answer = await ask(method, draft)
    expect(answer).toMatchObject({ status: 400, body: { field: '/header/idempotency-key' } })
  }
})
