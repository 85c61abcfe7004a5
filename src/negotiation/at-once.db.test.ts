import { beforeAll, describe, expect, it } from 'vitest'
import { acceptOffer } from './answer-offer.ts'
import { approveDraft } from './decide-approval.ts'
import { editDraft } from './edit-draft.ts'
import {
  addDebtor,
  approve,
  draftedOffer,
  say,
  sentOffer,
  startConversation,
  type TestBank,
  testBank,
} from './negotiation.fixture.ts'
import { respondFirstLine } from './respond-first-line.ts'

/** On a server these meet in the database; embedded they come one after another. The outcome is the same. */
let bank: TestBank
beforeAll(async () => {
  bank = await testBank()
})
const rows = async (sql: string, values: unknown[]) => (await bank.connection.appPool.query(sql, values)).rows

describe('at the same time', () => {
  it('a message of the customer and its approval: nothing goes out past a message that was there first', async () => {
    let [sent, refused] = [0, 0]
    for (let i = 0; i < 6; i++) {
      const { who, conversationId, draft } = await draftedOffer(bank)
      const [, decided] = await Promise.allSettled([
        say(bank.story, who, conversationId, '等一下'),
        approve(bank, bank.staff.agent, draft),
      ])
      if (decided.status === 'fulfilled') sent += 1
      else {
        expect(decided.reason).toMatchObject({ code: 'conflict', details: { reason: 'newer_message' } })
        refused += 1
      }
      const wrong = await rows(
        `select m.id from app.messages m join app.approvals a on a.id = m.approval_id
         where m.conversation_id = $1 and a.head_seq <> (select max(i.seq) from app.messages i
           where i.conversation_id = m.conversation_id and i.direction = 'in' and i.seq < m.seq)`,
        [conversationId],
      )
      expect(wrong).toEqual([])
    }
    expect(sent + refused).toBe(6)
  })

  it('messages: each gets a place of its own, without a gap', async () => {
    const who = await addDebtor(bank)
    const conversationId = await startConversation(bank, who)
    const words = Array.from({ length: 12 }, (_, i) => `第${i}条`)
    const posted = await Promise.all(words.map((text) => say(bank.story, who, conversationId, text)))
    expect(posted.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(words.map((_, i) => i + 2))
    expect(
      await rows('select last_seq, head_seq from app.conversations where id = $1', [conversationId]),
    ).toEqual([{ last_seq: 13, head_seq: 13 }])
  })

  it('two people needed for one draft: it is sent once, by whichever comes last', async () => {
    const { draft, conversationId } = await draftedOffer(bank, 15)
    const { manager, risk } = bank.staff
    const both = await Promise.all([approve(bank, manager, draft), approve(bank, risk, draft)])
    expect(both.map(({ state }) => state).sort()).toEqual(['ready', 'sent'])
    const sql = `select kind from app.messages where conversation_id = $1 and kind = 'offer'`
    expect(await rows(sql, [conversationId])).toHaveLength(1)
  })

  it('the same approval twice: one is given, one message goes out', async () => {
    const { draft, conversationId } = await draftedOffer(bank)
    const both = await Promise.allSettled([
      approve(bank, bank.staff.agent, draft),
      approve(bank, bank.staff.agent, draft),
      approve(bank, bank.staff.colleague, draft),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of both)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' })
    const sql = 'select kind from app.messages where conversation_id = $1 and approval_id is not null'
    expect(await rows(sql, [conversationId])).toHaveLength(1)
  })

  it('an edit and an approval of what was there before: one of them finds the other', async () => {
    const { draft } = await draftedOffer(bank)
    const { agent, lead } = bank.staff
    const outcomes = await Promise.allSettled([
      bank.story.db.withActor(lead, (tx) =>
        editDraft(bank.story, tx, { draftId: draft.id, version: draft.version, text: '您好，请稍候。' }),
      ),
      bank.story.db.withActor(agent, (tx) =>
        approveDraft(bank.story, tx, { draftId: draft.id, version: draft.version, figuresOpened: true }),
      ),
    ])
    const refused = outcomes.filter((one) => one.status === 'rejected')
    expect(refused.map((one) => one.reason)).toMatchObject([{ code: 'conflict' }])
  })

  it('an acceptance, several times: one acceptance, one cost statement', async () => {
    const { who, offerId } = await sentOffer(bank)
    const accept = () => bank.story.db.withActor(who, (tx) => acceptOffer(bank.story, tx, offerId))
    const all = await Promise.all([accept(), accept(), accept()])
    expect(all.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(await rows('select id from app.cost_statements where offer_id = $1', [offerId])).toHaveLength(1)
    const sql = `select id from app.audit_entries where subject_id = $1 and action = 'offer.accepted'`
    expect(await rows(sql, [offerId])).toHaveLength(1)
  })

  it('the first line on one message, several times: it speaks once', async () => {
    const who = await addDebtor(bank)
    const conversationId = await startConversation(bank, who)
    const { id } = await say(bank.story, who, conversationId)
    const turns = await Promise.all([1, 2, 3].map(() => respondFirstLine(bank.story, id)))
    expect(turns.filter(({ action }) => action !== 'silent')).toHaveLength(1)
    const sql =
      'select kind, notice, count(*)::integer as n from app.messages where in_reply_to = $1 group by 1, 2'
    for (const row of await rows(sql, [id])) expect(row.n).toBe(1)
    expect(await rows('select id from app.cases where conversation_id = $1', [conversationId])).toHaveLength(
      1,
    )
  })
})
