import { beforeAll, describe, expect, it } from 'vitest'
import { storeContent } from '../features/customers/contents.ts'
import { takeLease } from '../features/drafting/edit-lease.ts'
import { openCall } from '../features/drafting/model-calls.ts'
import { receiveDocument } from '../features/policies/ingests/receive-document.ts'
import { noteUnanswered, settleUnanswered } from '../features/policies/unanswered.ts'
import type { Actor } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import {
  addDebtor,
  draftedOffer,
  type Matter,
  machine,
  type Owner,
  type TestBank,
  testBank,
} from './negotiation.fixture.ts'

let bank: TestBank
let open: Matter
let stranger: Owner
beforeAll(async () => {
  bank = await testBank()
  open = await draftedOffer(bank)
  stranger = await addDebtor(bank)
})

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => bank.story.db.withActor(actor, work)
const sql = (actor: Actor, text: string, ...values: unknown[]) => as(actor, (tx) => tx.query(text, values))
const wordsOf = (who: Owner) => as(machine, (tx) => storeContent(bank.story, tx, who.id, '别人的话'))

const book = (actor: Actor, { customer = open.who.id, tokens = 10, purpose = 'reply' } = {}) =>
  sql(
    actor,
    `insert into app.model_calls (id, purpose, draft_id, conversation_id, customer_id, prompt, prompt_hash, model,
       region, reserved_tokens) values ($1, $2, $3, $4, $5, 'p@1', 'a', 'm', 'r', $6)`,
    newId(),
    purpose,
    open.draft.id,
    open.conversationId,
    customer,
    tokens,
  )

describe('by SQL, a member of staff', () => {
  it('books neither the budget of a day in one call nor a call of somebody else', async () => {
    await book(bank.staff.agent)
    await expect(book(bank.staff.agent, { tokens: 2_000_000_000 })).rejects.toMatchObject({ code: '23514' })
    await expect(book(bank.staff.agent, { customer: stranger.id })).rejects.toMatchObject({ code: '42501' })
    await expect(book(bank.staff.agent, { purpose: 'reading' })).rejects.toMatchObject({ code: '42501' })
    for (const actor of [bank.staff.outsider, bank.staff.compliance, open.who])
      await expect(book(actor)).rejects.toMatchObject({ code: '42501' })
  })

  it('does not say what a call used', async () => {
    const { id, conversation_id, customer_id } = open.draft
    const whose = { draftId: id, conversationId: conversation_id, customerId: customer_id }
    const call = { purpose: 'reply', prompt: 'p@1', promptHash: 'a', model: 'm', region: 'r' } as const
    const limits = { budget: { tokens: Number.MAX_SAFE_INTEGER, cost: null }, price: null }
    const booked = await as(bank.staff.agent, (tx) =>
      openCall(tx, { ...call, ...whose, reserve: { input: 5, output: 0 } }, limits, tx.now),
    )
    const hide = `update app.model_calls set input_tokens = 0, output_tokens = 0, ended_at = app.app_now() where id = $1`
    await expect(sql(bank.staff.agent, hide, booked)).rejects.toMatchObject({ code: '42501' })
  })

  it('holds a draft for minutes, not for good', async () => {
    await as(bank.staff.agent, (tx) => takeLease(tx, open.draft, false))
    const keep = `update app.draft_leases set until = '2100-01-01' where draft_id = $1`
    await expect(sql(bank.staff.agent, keep, open.draft.id)).rejects.toMatchObject({ code: '42501' })
    const other = await draftedOffer(bank)
    const take = `insert into app.draft_leases (draft_id, customer_id, holder_id, until) values ($1, $2, $3, $4)`
    const soon = new Date(bank.story.clock.now().getTime() + 30_000)
    const { agent, outsider } = bank.staff
    for (const [actor, until] of [
      [agent, new Date('2100-01-01')],
      [outsider, soon],
    ] as const)
      await expect(
        sql(actor, take, other.draft.id, other.who.id, actor.id, until.toISOString()),
      ).rejects.toMatchObject({ code: '42501' })
  })

  it('points a draft or an approval at nobody else’s words, which the machine would open for them', async () => {
    const theirs = await wordsOf(stranger)
    const own = await wordsOf(open.who)
    const ask = (column: 'brief_id' | 'wish_id', words: string) =>
      sql(
        bank.staff.agent,
        `insert into app.drafts (id, conversation_id, customer_id, kind, state, language, writer, head_seq, requested_by,
           maker_id, ${column}) values ($1, $2, $3, 'staff_reply', 'requested', 'zh-Hans', 'model', 1, $4::text, $4::text::uuid, $5)`,
        newId(),
        open.conversationId,
        open.who.id,
        bank.staff.agent.id,
        words,
      )
    await ask('wish_id', own)
    await expect(ask('wish_id', theirs)).rejects.toMatchObject({ code: '42501' })
    await expect(ask('brief_id', theirs)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('by SQL, a keeper of policies', () => {
  it('adds nothing to a document that was handed in', async () => {
    const { policy_owner: owner, admin } = bank.staff
    const file = { name: 'a.md', bytes: Buffer.from('## 1 A\nText.') }
    const id = await as(owner, (tx) => receiveDocument(tx, file))
    const add = `insert into app.policy_ingest_parts (ingest_id, part, bytes) values ($1, 1, 'more')`
    for (const actor of [owner, admin])
      await expect(sql(actor, add, id)).rejects.toMatchObject({ code: '42501' })
  })

  it('settles a question once, now, and puts no words into it', async () => {
    const { policy_owner: owner, admin, agent } = bank.staff
    const noted = {
      askedIn: newId(),
      question: `怎么办 ${newId()}`,
      lang: 'zh',
      coverage: 0,
      nearest: null,
    } as const
    await as(machine, (tx) => noteUnanswered(tx, noted))
    const settle = `update app.unanswered_questions set settled_at = $2, settled_by = $3 where asked_in = $1 returning 1`
    await expect(sql(owner, settle, noted.askedIn, '2020-01-01', owner.id)).rejects.toMatchObject({
      code: '42501',
    })
    await as(owner, (tx) => settleUnanswered(tx, noted.askedIn, null))
    const again = `update app.unanswered_questions set settled_at = app.app_now(), settled_by = $2 where asked_in = $1
      returning asked_in`
    expect(await sql(admin, again, noted.askedIn, admin.id)).toEqual([])
    const forge = `insert into app.unanswered_questions (asked_in, question, lang, coverage) values ($1, '张三的卡', 'zh', 0)`
    await expect(sql(agent, forge, newId())).rejects.toMatchObject({ code: '42501' })
  })
})
