import { beforeAll, describe, expect, it } from 'vitest'
import { sweepDue } from '../../negotiation/follow-up.ts'
import {
  addDebtor,
  attempt,
  confirmedAgreement,
  deliveredAgreement,
  hours,
  later,
  say,
  sentOffer,
  startConversation,
  type TestBank,
  testBank,
} from '../../negotiation/negotiation.fixture.ts'
import { respondFirstLine } from '../../negotiation/respond-first-line.ts'
import { system } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { storeContent } from '../customers/contents.ts'
import { setStopSwitch } from '../drafting/stop-switch.ts'
import { readFollowUps } from '../follow-ups/store.ts'
import { storeReport } from '../guards/store.ts'
import { moveHandOff } from './hand-off.ts'
import { type NewMessage, postMessage } from './post-message.ts'
import { readConversation } from './store.ts'

let bank: TestBank
beforeAll(async () => {
  bank = await testBank()
})
const machine = system('first-line')

/** A clause of the test bank by document and version, named the way a citation names it. */
async function clauseOf(document: string, version: number): Promise<string> {
  const [row] = await bank.story.db.withActor(machine, (tx) =>
    tx.query<{ ref: string }>(
      `select v.id || ' ' || c.clause_id as ref from app.policy_clauses c
       join app.policy_versions v on v.id = c.version_id
       where v.document_id = $1 and v.version = $2 order by c.ordinal limit 1`,
      [document, version],
    ),
  )
  return row!.ref
}

describe('an answer of the assistant', () => {
  it('needs a clean guard report on its own words, public clauses in force, and nobody there', async () => {
    const who = await addDebtor(bank)
    const conversationId = await startConversation(bank, who)
    const stranger = await sentOffer(bank)
    const [open, old, inside] = [
      await clauseOf('card-hardship-zh', 2),
      await clauseOf('card-hardship-zh', 1),
      await clauseOf('concession-handling-zh', 1),
    ]
    type Plan = {
      sendable?: boolean
      clauses?: string[]
      cited?: string[]
      on?: 'other words'
      more?: Partial<NewMessage>
      before?: (tx: Tx) => Promise<unknown>
    }
    const speak = async (tx: Tx, plan: Plan) => {
      const content = () => storeContent(bank.story, tx, who.id, '您可以申请分期。')
      const contentId = await content()
      const clauseRefs = plan.clauses ?? [open]
      const guardReportId = await storeReport(bank.story, tx, {
        customerId: who.id,
        contentId: plan.on ? await content() : contentId,
        guardVersion: 'test',
        report: { sendable: plan.sendable ?? true, findings: [] },
        clauseRefs,
      })
      return postMessage(tx, await readConversation(tx, conversationId), {
        direction: 'out',
        kind: 'assistant_answer',
        contentId,
        guardReportId,
        citations: (plan.cited ?? clauseRefs).map((ref, i) => ({ marker: `[${i + 1}]`, ref })),
        aiWritten: true,
        ...plan.more,
      })
    }
    const joined = `update app.conversations set hand_off = 'joined' where id = $1`
    const attacks: [string, Plan, RegExp][] = [
      ['as it should be', {}, /WENT THROUGH/],
      ['without a guard report', { more: { guardReportId: newId() } }, /clean guard report/],
      ['held back by the guards', { sendable: false }, /clean guard report/],
      ['on the report of other words', { on: 'other words' }, /clean guard report/],
      ['resting on an internal clause', { clauses: [inside] }, /public clauses in force/],
      ['resting on a superseded clause', { clauses: [old] }, /public clauses in force/],
      ['resting on one good and one internal clause', { clauses: [open, inside] }, /public clauses in force/],
      ['resting on a clause that does not exist', { clauses: [`${newId()} none#1`] }, /public clauses/],
      ['citing what the report does not cover', { cited: [open, inside] }, /guard report covers/],
      ['carrying an offer', { more: { offerId: stranger.offerId } }, /belongs to somebody else/],
      ['with an attachment', { more: { attachments: [newId()] } }, /check constraint/],
      [
        'while a person is here',
        { before: (tx) => tx.query(joined, [conversationId]) },
        /silent while a person/,
      ],
    ]
    for (const [what, plan, why] of attacks)
      expect(
        await attempt(bank.story, machine, async (tx) => {
          await plan.before?.(tx)
          return speak(tx, plan)
        }),
        what,
      ).toMatch(why)
    expect(await attempt(bank.story, bank.staff.agent, (tx) => speak(tx, {}))).toMatch(/only the assistant/)
  })

  it("carries no offer, not even the customer's own", async () => {
    const sent = await sentOffer(bank)
    expect(
      await attempt(bank.story, machine, async (tx) => {
        const contentId = await storeContent(bank.story, tx, sent.who.id, '请接受。')
        const report = { sendable: true, findings: [] }
        const guardReportId = await storeReport(bank.story, tx, {
          customerId: sent.who.id,
          contentId,
          guardVersion: 'test',
          report,
          clauseRefs: [],
        })
        const { offerId } = sent
        const message = {
          direction: 'out',
          kind: 'assistant_answer',
          contentId,
          guardReportId,
          offerId,
        } as const
        return postMessage(tx, await readConversation(tx, sent.conversationId), message)
      }),
    ).toMatch(/carries no offer/)
  })

  it('is not given while compliance has stopped the machine, nor once a person has joined', async () => {
    const { compliance, agent } = bank.staff
    const stop = (stopped: boolean) =>
      bank.story.db.withActor(compliance, (tx) => setStopSwitch(tx, { stopped, reason: 'test' }))
    const who = await addDebtor(bank)
    const conversationId = await startConversation(bank, who)
    await stop(true)
    try {
      const first = await say(bank.story, who, conversationId, '分期怎么申请？')
      expect(await respondFirstLine(bank.story, first.id)).toMatchObject({
        action: 'person',
        texts: ['paused'],
      })
    } finally {
      await stop(false)
    }
    await bank.story.db.withActor(agent, async (tx) =>
      moveHandOff(tx, await readConversation(tx, conversationId, true), 'join'),
    )
    const second = await say(bank.story, who, conversationId, '你好')
    expect(await respondFirstLine(bank.story, second.id)).toMatchObject({ action: 'silent', texts: [] })
    for (const actor of [agent, who, machine])
      expect(
        await attempt(bank.story, actor, (tx) =>
          tx.query(`insert into app.stop_switch (id, stopped, reason, set_by) values ($1, false, 'x', $2)`, [
            newId(),
            compliance.id,
          ]),
        ),
      ).toMatch(/^42501/)
  })
})

describe('a reminder', () => {
  const remind =
    async (conversationId: string, followUpId: string, contentId: string, agreementId: string) => (tx: Tx) =>
      readConversation(tx, conversationId).then((conversation) =>
        postMessage(tx, conversation, {
          direction: 'out',
          kind: 'reminder',
          contentId,
          followUpId,
          agreementId,
        }),
      )

  it('goes out on a confirmed agreement, in the words approved with it, when it is due and once', async () => {
    const made = await confirmedAgreement(bank)
    const planned = await bank.story.db.withActor(machine, (tx) =>
      readFollowUps(tx, { agreementId: made.agreementId }),
    )
    const followUp = planned.find((one) => one.kind === 'reminder')!
    const visit = planned.find((one) => one.kind === 'return_visit')!
    const due = later(bank, followUp.due_at.getTime() - bank.story.clock.now().getTime() + 1_000)
    const words = await bank.story.db.withActor(machine, (tx) =>
      storeContent(bank.story, tx, made.who.id, '请立即还款 99,999.00元。'),
    )
    const own = await startConversation(bank, made.who)
    const { conversationId, agreementId } = made
    const approved = followUp.content_id!
    const attacks: [string, string, string, string, RegExp][] = [
      ['as approved', conversationId, followUp.id, approved, /WENT THROUGH/],
      ['with other words', conversationId, followUp.id, words, /words approved with it/],
      ['for a return visit', conversationId, visit.id, approved, /words approved with it/],
      ['in another conversation', own, followUp.id, approved, /words approved with it/],
      ['for a follow-up that does not exist', conversationId, newId(), approved, /words approved with it/],
    ]
    for (const [what, into, id, content, why] of attacks)
      expect(await attempt(due, machine, await remind(into, id, content, agreementId)), what).toMatch(why)
    const right = await remind(conversationId, followUp.id, approved, agreementId)
    expect(await attempt(bank.story, machine, right), 'before it is due').toMatch(/words approved with it/)
    expect(await attempt(due, bank.staff.agent, right), 'by staff').toMatch(/only the assistant/)
    const called = await due.db.withActor(machine, (tx) =>
      tx.query(`update app.follow_ups set state = 'cancelled' where id = $1 returning id`, [visit.id]),
    )
    expect(called).toHaveLength(1)
    await sweepDue(due)
    expect(await attempt(due, machine, right), 'a second time').toMatch(/words approved with it/)
    const { rows } = await bank.connection.appPool.query(
      `select content_id from app.messages where follow_up_id = $1`,
      [followUp.id],
    )
    expect(rows).toEqual([{ content_id: approved }])
  })

  it('does not go out while the agreement is only delivered', async () => {
    const made = await deliveredAgreement(bank)
    const planned = await bank.story.db.withActor(machine, (tx) =>
      readFollowUps(tx, { agreementId: made.agreementId }),
    )
    const followUp = planned.find((one) => one.kind === 'reminder')!
    const far = later(bank, hours(24 * 400))
    expect(
      await attempt(far, machine, async (tx) => {
        await tx.query(`update app.follow_ups set state = 'booked' where id = $1`, [followUp.id])
        return (await remind(made.conversationId, followUp.id, followUp.content_id!, made.agreementId))(tx)
      }),
    ).toMatch(/words approved with it/)
  })
})
