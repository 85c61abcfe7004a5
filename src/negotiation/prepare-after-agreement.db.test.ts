import { beforeAll, expect, test } from 'vitest'
import { readCase } from '../features/cases/store.ts'
import { acceptStrongIdentity } from '../features/conversations/verify-identity.ts'
import { readText } from '../features/customers/contents.ts'
import { readOffer } from '../features/offers/store.ts'
import { system } from '../platform/context.ts'
import { listScenarios } from './list-scenarios.ts'
import {
  confirmedAgreement,
  draftedAgreement,
  later,
  latestDraft,
  machine,
  say,
  type TestBank,
  testBank,
} from './negotiation.fixture.ts'
import { prepareDraft } from './prepare-draft.ts'
import { prepareProposal } from './prepare-proposal.ts'
import { respondFirstLine } from './respond-first-line.ts'
import type { Story } from './story.ts'

let bank: TestBank
beforeAll(async () => {
  bank = await testBank()
})

async function setsOf(caseId: string): Promise<number> {
  const { rows } = await bank.connection.appPool.query('select id from app.offer_sets where case_id = $1', [
    caseId,
  ])
  return rows.length
}

const caseOf = (caseId: string, story: Story = bank.story) =>
  story.db.withActor(machine, (tx) => readCase(tx, caseId))

test('an agreement that waits for approval is not replaced by a reply, whatever the customer writes', async () => {
  const matter = await draftedAgreement(bank)
  const { id } = await say(bank.story, matter.who, matter.conversationId, '协议什么时候能看到？')
  await respondFirstLine(bank.story, id)
  await prepareProposal(bank.story, matter.of.id)
  expect(await latestDraft(bank, matter.conversationId)).toMatchObject({
    id: matter.draft.id,
    kind: 'agreement',
    state: 'ready',
  })
})

test('who writes again after the agreement has a reply prepared, and no new plan behind it', async () => {
  const matter = await confirmedAgreement(bank)
  const sets = await setsOf(matter.of.id)
  await prepareProposal(bank.story, matter.of.id)
  expect((await latestDraft(bank, matter.conversationId)).state).toBe('sent')
  const { id } = await say(
    bank.story,
    matter.who,
    matter.conversationId,
    '我又失业了，下个月这期可能还不上。',
  )
  await respondFirstLine(bank.story, id)
  await prepareProposal(bank.story, matter.of.id)
  await prepareProposal(bank.story, matter.of.id)
  const draft = await latestDraft(bank, matter.conversationId)
  expect(draft).toMatchObject({ kind: 'staff_reply', state: 'ready', sendable: true })
  expect(draft.basis!.prompt).toMatch(/^follow-up-reply/)
  expect(await setsOf(matter.of.id)).toBe(sets)
  expect((await caseOf(matter.of.id)).stage).toBe('follow_up')
})

test('an instalment that was due can be named as missing; any other day is refused where it stands', async () => {
  const matter = await confirmedAgreement(bank)
  const { terms } = await bank.story.db.withActor(machine, (tx) => readOffer(tx, matter.offerId))
  const [first, second] = terms.schedule
  const after = later(bank, Date.parse(`${first!.date}T04:00:00Z`) + 5 * 86_400_000 - Date.now())
  await acceptStrongIdentity(after, matter.conversationId)
  const { due } = await after.db.withActor(machine, async (tx) =>
    listScenarios(after, tx, await readCase(tx, matter.of.id)),
  )
  expect(due).toEqual([{ date: first!.date, amount: first!.amount }])
  const ask = (missed: string) =>
    after.db.withActor(system('proposal'), async (tx) => {
      const { draft } = await prepareDraft(after, tx, await readCase(tx, matter.of.id, true), { missed })
      return readText(after, tx, draft.content_id!)
    })
  expect((await ask(first!.date)).replaceAll(',', '')).toContain((first!.amount / 100).toFixed(2))
  await expect(ask(second!.date)).rejects.toMatchObject({ code: 'invalid', details: { field: '/missed' } })
})
