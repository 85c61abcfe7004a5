import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clearSignal } from '../features/cases/raise-signals.ts'
import { readCase, readSignals } from '../features/cases/store.ts'
import { moveHandOff } from '../features/conversations/hand-off.ts'
import { readConversation } from '../features/conversations/store.ts'
import { acceptStrongIdentity } from '../features/conversations/verify-identity.ts'
import { readText } from '../features/customers/contents.ts'
import { takeLease } from '../features/drafting/edit-lease.ts'
import { setStopSwitch } from '../features/drafting/stop-switch.ts'
import { type Draft, findLatestDraft } from '../features/drafting/store.ts'
import { findLatestSet } from '../features/offers/store.ts'
import { type Actor, system } from '../platform/context.ts'
import { declineOffer } from './answer-offer.ts'
import { approveDraft } from './decide-approval.ts'
import { editDraft } from './edit-draft.ts'
import { prepareDraft } from './prepare-draft.ts'
import { prepareProposal, prepareWaiting } from './prepare-proposal.ts'
import { openPrivateStory, type PrivateStory } from './private-story.ts'
import { receiveMessage } from './receive-message.ts'
import { respondFirstLine } from './respond-first-line.ts'
import { walkCase } from './walk-case.ts'

let story: PrivateStory
let agent: Actor
let compliance: Actor
beforeAll(async () => {
  story = await openPrivateStory('.')
  const rows = await story.db.withActor(system('seed'), (tx) =>
    tx.query<{ id: string; role: string }>('select id, role from app.staff order by id'),
  )
  const person = (role: 'agent' | 'compliance'): Actor => ({
    kind: 'staff',
    id: rows.find((row) => row.role === role)!.id,
    role,
  })
  agent = person('agent')
  compliance = person('compliance')
}, 240_000)
afterAll(() => story.close())

const machine = system('proposal')

async function draftOf(conversationId: string): Promise<Draft | undefined> {
  return story.db.withActor(machine, (tx) => findLatestDraft(tx, conversationId))
}

async function textOf(draft: Draft): Promise<string> {
  return story.db.withActor(machine, (tx) => readText(story, tx, draft.content_id!))
}

async function draftsOn(caseId: string): Promise<{ state: string; prompt: string | null }[]> {
  return story.db.withActor(machine, (tx) =>
    tx.query(`select state, basis ->> 'prompt' as prompt from app.drafts where case_id = $1 order by id`, [
      caseId,
    ]),
  )
}

async function hear(conversationId: string, text: string): Promise<void> {
  const { id } = await story.db.withActor(machine, (tx) =>
    receiveMessage(story, tx, { conversationId, text }),
  )
  await respondFirstLine(story, id)
  // What the first line posted is what the worker would run now, each twice.
  const posted = await story.db.withActor(system('outbox'), (tx) =>
    tx.query<{ ids: { case: string } }>(
      `delete from app.outbox where job = 'prepare-proposal' returning ids`,
    ),
  )
  for (const { ids } of [...posted, ...posted]) await prepareProposal(story, ids.case)
}

async function opened(customer: string, lang: 'zh-Hans' | 'en', says: string, verified = true) {
  const walked = await walkCase(story, { customer, lang, verified, turns: [says] })
  return { conversationId: walked.conversationId, caseId: walked.caseId!, draft: walked.draft }
}

async function send(draft: Draft): Promise<void> {
  await story.db.withActor(agent, (tx) =>
    approveDraft(story, tx, { draftId: draft.id, version: draft.version, figuresOpened: true }),
  )
}

const complaint = '你们催收一天打好几个电话，我要投诉，请给我道歉。'

describe('every kind of case that waits for a person has a suggested reply', () => {
  test.each<[string, 'zh-Hans' | 'en', string, boolean, string, RegExp]>([
    ['C0017', 'zh-Hans', complaint, true, 'complaint-reply', /TS-\d{8}/],
    [
      'C0017',
      'en',
      'I want to complain: your collectors called me five times.',
      false,
      'complaint-reply',
      /TS-/,
    ],
    ['C0007', 'zh-Hans', '这期的违约金能减免吗？我是头一次。', true, 'fee-waiver-reply', /违约金/],
    ['C0007', 'en', 'Could you waive the late fee? It was the first time.', false, 'fee-waiver-reply', /fee/],
    ['C0014', 'zh-Hans', '我买的双桥18现在还适合我吗？有点担心亏损。', true, 'suitability-reply', /双桥/],
    [
      'C0014',
      'en',
      'Does my twin bridge 18 still suit me? I worry.',
      false,
      'acknowledge-reply',
      /verif|who/,
    ],
    ['C0008', 'zh-Hans', '我想买理财，又担心亏损，拿不准。', true, 'gather-reply', /打算投入/],
    ['C0018', 'zh-Hans', '我丈夫上个月去世了，不知道怎么办。', true, 'acknowledge-reply', /节哀|难过|慰问/],
    [
      'C0010',
      'zh-Hans',
      '我是她儿子，替我妈妈问一下，信用卡还不上了能分期吗？',
      true,
      'acknowledge-reply',
      /委托/,
    ],
    ['C0005', 'zh-Hans', '我欠了好几家的钱，入不敷出，想分60期还，我愿意还。', true, 'no-offer-reply', /./],
  ])('%s in %s: %s (verified: %s)', async (customer, lang, says, verified, prompt, contains) => {
    const { draft, caseId } = await opened(customer, lang, says, verified)
    expect(draft).toMatchObject({ state: 'ready', writer: 'composer', sendable: true, maker_id: null })
    expect(draft!.basis!.prompt).toMatch(new RegExp(`^${prompt}@`))
    expect(await textOf(draft!)).toMatch(contains)
    await prepareProposal(story, caseId)
    expect(await draftsOn(caseId)).toHaveLength(1)
    const [audited] = await story.db.withActor(machine, (tx) =>
      tx.query<{ n: number }>(
        `select count(*)::integer as n from app.audit_entries where action = 'draft.ready' and subject_id = $1`,
        [draft!.id],
      ),
    )
    expect(audited!.n).toBe(1)
  })
})

test('a hardship case whose figures the assistant still asks for waits for the customer', async () => {
  const { draft, conversationId, caseId } = await opened('C0011', 'zh-Hans', '信用卡还不上了。')
  expect(draft).toBeNull()
  await story.db.withActor(machine, async (tx) =>
    moveHandOff(tx, await readConversation(tx, conversationId, true), 'request'),
  )
  await prepareProposal(story, caseId)
  const asked = await draftOf(conversationId)
  expect(asked!.basis!.prompt).toMatch(/^gather-reply/)
})

test('a newer message makes the suggestion stale and prepares another; twice over, it is one', async () => {
  const { draft, conversationId, caseId } = await opened('C0017', 'zh-Hans', complaint)
  await hear(conversationId, '上周六打到我单位去了，我要你们书面道歉。')
  expect((await draftsOn(caseId)).map(({ state }) => state)).toEqual(['stale', 'ready'])
  const then = await draftOf(conversationId)
  expect(then!.id).not.toBe(draft!.id)
  expect(then!.head_seq).toBeGreaterThan(draft!.head_seq)
})

test('who verifies later gets a suggestion that names the charge', async () => {
  const { draft, conversationId, caseId } = await opened(
    'C0007',
    'zh-Hans',
    '这期的违约金能减免吗？我是头一次。',
    false,
  )
  expect(draft!.basis!.figures).toEqual([])
  await acceptStrongIdentity(story, conversationId)
  await prepareProposal(story, caseId)
  await prepareProposal(story, caseId)
  expect((await draftsOn(caseId)).map(({ state }) => state)).toEqual(['stale', 'ready'])
  expect((await draftOf(conversationId))!.basis!.figures.length).toBeGreaterThan(0)
})

describe('what a person has in hand is never replaced', () => {
  const more = '我再补充一句：周日也打过。'
  test('asked for by them', async () => {
    const { conversationId, caseId } = await opened('C0017', 'zh-Hans', complaint)
    const asked = await story.db.withActor(agent, async (tx) =>
      prepareDraft(story, tx, await readCase(tx, caseId, true), { scenario: 'acknowledge' }),
    )
    await hear(conversationId, more)
    expect(await draftOf(conversationId)).toMatchObject({ id: asked.draft.id, state: 'ready' })
  })
  test('edited by them', async () => {
    const { conversationId, draft } = await opened('C0017', 'zh-Hans', complaint)
    const text = `${await textOf(draft!)}\n祝好。`
    await story.db.withActor(agent, (tx) =>
      editDraft(story, tx, { draftId: draft!.id, version: draft!.version, text }),
    )
    await hear(conversationId, more)
    expect(await draftOf(conversationId)).toMatchObject({ id: draft!.id, state: 'ready' })
  })
  test('being edited now', async () => {
    const { conversationId, draft } = await opened('C0017', 'zh-Hans', complaint)
    await story.db.withActor(agent, (tx) => takeLease(tx, draft!, false))
    await hear(conversationId, more)
    expect(await draftOf(conversationId)).toMatchObject({ id: draft!.id, state: 'ready' })
  })
  test('hardship: the request is worked out all the same, the words stay', async () => {
    const { conversationId, caseId } = await opened(
      'C0001',
      'zh-Hans',
      '我失业了，信用卡还不上，我愿意还，每个月能还1500元。',
    )
    const before = await story.db.withActor(machine, (tx) => findLatestSet(tx, caseId))
    const asked = await story.db.withActor(agent, async (tx) =>
      prepareDraft(story, tx, await readCase(tx, caseId, true), { scenario: 'acknowledge' }),
    )
    await hear(conversationId, '每个月还2000元也行。')
    expect(await draftOf(conversationId)).toMatchObject({ id: asked.draft.id, state: 'ready' })
    const sets = await story.db.withActor(machine, (tx) =>
      tx.query('select id from app.offer_sets where case_id = $1', [caseId]),
    )
    expect(before).toBeDefined()
    expect(sets).toHaveLength(2)
  })
})

test('thanks after a reply need no other; a question does', async () => {
  const { conversationId, caseId, draft } = await opened('C0017', 'zh-Hans', complaint)
  await send(draft!)
  await hear(conversationId, '好的，谢谢。')
  expect((await draftsOn(caseId)).map(({ state }) => state)).toEqual(['sent'])
  await hear(conversationId, '昨天又打了三个电话给我父母，你们到底管不管？')
  expect((await draftsOn(caseId)).map(({ state }) => state)).toEqual(['sent', 'ready'])
})

test('a hold cleared, the plans that it kept back are suggested', async () => {
  const { conversationId, caseId, draft } = await opened(
    'C0001',
    'zh-Hans',
    '我丈夫上个月去世了，我又失业了，信用卡还不上，我愿意还，每个月能还1500元。',
  )
  expect(draft).toMatchObject({ kind: 'staff_reply' })
  await story.db.withActor(agent, async (tx) => {
    const of = await readCase(tx, caseId, true)
    for (const { id, cleared_at } of await readSignals(tx, caseId))
      if (!cleared_at) await clearSignal(story, tx, of, { signalId: id, reason: '已与本人核实' })
  })
  await prepareProposal(story, caseId)
  await prepareProposal(story, caseId)
  expect(await draftOf(conversationId)).toMatchObject({ kind: 'offer', state: 'ready' })
  expect(await draftsOn(caseId)).toHaveLength(2)
})

test('a declined offer is answered with thanks and what else there is', async () => {
  const { conversationId, caseId, draft } = await opened(
    'C0001',
    'zh-Hans',
    '我失业了，信用卡还不上，我愿意还，每个月能还2000元。',
  )
  await send(draft!)
  await prepareProposal(story, caseId)
  expect(await draftsOn(caseId)).toHaveLength(1)
  await story.db.withActor(machine, (tx) => declineOffer(story, tx, draft!.offer_id!))
  await prepareProposal(story, caseId)
  await prepareProposal(story, caseId)
  const drafts = await draftsOn(caseId)
  expect(drafts.map(({ state }) => state)).toEqual(['sent', 'ready'])
  expect(drafts[1]!.prompt).toMatch(/^counter-reply|^decline/)
  expect((await draftOf(conversationId))!.sendable).toBe(true)
})

test('stopped, the machine prepares nothing; let go on, it prepares what waits', async () => {
  const stop = (stopped: boolean) =>
    story.db.withActor(compliance, (tx) => setStopSwitch(tx, { stopped, reason: '核查' }))
  await stop(true)
  const { conversationId, draft } = await opened('C0017', 'zh-Hans', complaint)
  expect(draft).toBeNull()
  await stop(false)
  await prepareWaiting(story)
  const posted = await story.db.withActor(system('outbox'), (tx) =>
    tx.query<{ ids: { case: string } }>(
      `delete from app.outbox where job = 'prepare-proposal' returning ids`,
    ),
  )
  for (const { ids } of posted) await prepareProposal(story, ids.case)
  expect(await draftOf(conversationId)).toMatchObject({ state: 'ready', sendable: true })
})
