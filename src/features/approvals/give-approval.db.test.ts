import { beforeAll, describe, expect, it } from 'vitest'
import { approveDraft } from '../../negotiation/decide-approval.ts'
import { editDraft } from '../../negotiation/edit-draft.ts'
import {
  addDebtor,
  addPerson,
  approve,
  attempt,
  draftedAgreement,
  draftedOffer,
  giveApproval,
  hours,
  later,
  latestDraft,
  type Matter,
  type Person,
  postApproved,
  say,
  sentOffer,
  startConversation,
  type TestBank,
  testBank,
} from '../../negotiation/negotiation.fixture.ts'
import { prepareDraft } from '../../negotiation/prepare-draft.ts'
import { respondFirstLine } from '../../negotiation/respond-first-line.ts'
import { type Actor, system } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { clearSignal } from '../cases/raise-signals.ts'
import { readSignals } from '../cases/store.ts'
import { readText, storeContent } from '../customers/contents.ts'
import { moveDraft } from '../drafting/store.ts'
import type { NewApproval } from './store.ts'

let bank: TestBank
let small: Matter
let medium: Matter
let large: Matter
beforeAll(async () => {
  bank = await testBank()
  expiresAt = new Date(bank.story.clock.now().getTime() + hours(8))
  small = await draftedOffer(bank, 1)
  medium = await draftedOffer(bank, 4)
  large = await draftedOffer(bank, 15)
})

/** Approvals of one test bind the same expiry, as the verb sees to it. */
let expiresAt: Date
const give = (person: Person, matter: Matter, changed: Partial<NewApproval> = {}) =>
  bank.story.db.withActor(person, (tx) => giveApproval(bank, tx, matter, { expiresAt, ...changed }))
const tryGiving = (actor: Actor, matter: Matter, changed: Partial<NewApproval> = {}) =>
  attempt(bank.story, actor, (tx) => giveApproval(bank, tx, matter, changed))

describe('who approves', () => {
  it('is a person, as themself, who sees the customer and has authority by role', async () => {
    const { staff } = bank
    const raw = (actor: Actor, approver: string) =>
      attempt(bank.story, actor, async (tx) =>
        tx.query(
          `insert into app.approvals (id, draft_id, draft_version, case_id, conversation_id, recipient_id, channel,
             content_id, attachments, offer_id, subject_id, subject_hash, head_seq, approver_id, expires_at)
           select $1, d.id, d.version, d.case_id, d.conversation_id, d.customer_id, 'web', d.content_id,
             d.attachments, d.offer_id, d.content_id, repeat('e', 64), c.head_seq, $3, app.app_now() + interval '1 hour'
           from app.drafts d join app.conversations c on c.id = d.conversation_id where d.id = $2 returning id`,
          [newId(), small.draft.id, approver],
        ),
      )
    const { agent, lead, compliance, outsider } = staff
    const attacks: [string, Actor, string, RegExp][] = [
      ['an agent as themself', agent, agent.id, /WENT THROUGH/],
      ['an agent as the lead', agent, lead.id, /only as themself/],
      ['the machine as an agent', system('proposal'), agent.id, /permission denied/],
      ['a customer as an agent', small.who, agent.id, /permission denied/],
      ['compliance', compliance, compliance.id, /permission denied/],
      ['compliance under a claimed role', { ...compliance, role: 'agent' }, compliance.id, /no authority/],
      ['a policy owner', staff.policy_owner, staff.policy_owner.id, /no authority/],
      ['an administrator', staff.admin, staff.admin.id, /no authority/],
      ['risk, where nobody asks for risk', staff.risk, staff.risk.id, /no authority/],
      ["another team's lead sees no draft", outsider, outsider.id, /nothing/],
      ['somebody unknown', { kind: 'staff', id: newId(), role: 'lead' }, newId(), /nothing/],
    ]
    for (const [what, actor, approver, why] of attacks) expect(await raw(actor, approver), what).toMatch(why)
    const shown = { conversationId: small.conversationId }
    expect(
      await attempt(bank.story, outsider, (tx) =>
        giveApproval(bank, tx, { ...small, ...shown }, { id: newId() }),
      ),
    ).toMatch(/not_found/)
  })

  it('cannot say that the approval is final, which step it is or in which role it was given', async () => {
    for (const column of ['final', 'step', 'approver_role', 'created_at'])
      expect(
        await attempt(bank.story, bank.staff.agent, (tx) =>
          tx.query(`insert into app.approvals (id, ${column}) values ($1, null)`, [newId()]),
        ),
      ).toMatch(/permission denied/)
  })

  it('is nobody after leaving the bank', async () => {
    const leaver = await addPerson(bank.story, 'agent', [bank.teamId])
    await bank.connection.appPool.query('update app.staff set active = false where id = $1', [leaver.id])
    expect(await tryGiving(leaver, small)).toMatch(/not_found/)
  })
})

describe('how far it goes', () => {
  it.each<[keyof TestBank['staff'], () => Matter, boolean]>([
    ['agent', () => small, true],
    ['lead', () => small, true],
    ['agent', () => medium, false],
    ['lead', () => medium, true],
    ['manager', () => medium, true],
    ['agent', () => large, false],
    ['lead', () => large, false],
    ['manager', () => large, false],
    ['committee', () => large, false],
    ['risk', () => large, false],
  ])('%s alone', async (role, matter, final) => {
    const made = await bank.story.db
      .withActor(bank.staff[role], async (tx) => {
        throw Object.assign(new Error('undo'), { made: await giveApproval(bank, tx, matter()) })
      })
      .catch((error) => error.made)
    expect(made).toMatchObject({ final, approver_role: role, step: 1 })
  })

  it.each<[string, (keyof TestBank['staff'])[], boolean]>([
    ['manager, then risk', ['manager', 'risk'], true],
    ['risk, then manager', ['risk', 'manager'], true],
    ['committee, then risk', ['committee', 'risk'], true],
    ['lead, then risk', ['lead', 'risk'], false],
    ['manager, then committee', ['manager', 'committee'], false],
    ['manager, then lead', ['manager', 'lead'], false],
    ['agent, lead and risk', ['agent', 'lead', 'risk'], false],
  ])('%s', async (_, chain, final) => {
    const matter = await draftedOffer(bank, 15)
    let last: { final: boolean } | undefined
    for (const role of chain) last = await give(bank.staff[role], matter)
    expect(last).toMatchObject({ final, step: chain.length })
  })

  it('one person is not two, even by another hash', async () => {
    const matter = await draftedOffer(bank, 15)
    await give(bank.staff.manager, matter)
    expect(await tryGiving(bank.staff.manager, matter)).toMatch(/approved this already/)
    const again = await give(bank.staff.manager, matter, { subjectHash: 'f'.repeat(64) })
    expect(again.final).toBe(false)
  })

  it('the second is nobody who made it', async () => {
    const matter = await draftedOffer(bank, 15)
    const { risk, manager } = bank.staff
    const words = await textOf(matter)
    const draft = await bank.story.db.withActor(risk, (tx) =>
      editDraft(bank.story, tx, { draftId: matter.draft.id, version: 1, text: `${words}\n` }),
    )
    const edited = { ...matter, draft }
    expect(draft).toMatchObject({ maker_id: risk.id, sendable: true })
    await give(manager, edited)
    expect((await give(risk, edited)).final).toBe(false)
    const other = await addPerson(bank.story, 'risk', [bank.teamId])
    expect((await give(other, edited)).final).toBe(true)
    for (const maker of [null, manager.id])
      expect(
        await attempt(bank.story, risk, (tx) =>
          tx.query('update app.drafts set maker_id = $2, version = version + 1 where id = $1 returning id', [
            draft.id,
            maker,
          ]),
        ),
        'the maker disowns the draft',
      ).toMatch(/maker of a draft stays/)
  })

  it('a first approval does not count for other bytes, another head or another time', async () => {
    const { manager, risk, lead } = bank.staff
    const matter = await draftedOffer(bank, 15)
    await give(manager, matter)
    const words = await textOf(matter)
    const draft = await bank.story.db.withActor(lead, (tx) =>
      editDraft(bank.story, tx, { draftId: matter.draft.id, version: 1, text: `${words}\n` }),
    )
    expect((await give(risk, { ...matter, draft })).final, 'other bytes under the same hash').toBe(false)
    const second = await draftedOffer(bank, 15)
    await give(manager, second)
    await say(bank.story, second.who, second.conversationId, '请等一下')
    expect((await give(risk, second)).final, 'a newer message under the same hash').toBe(false)
    const third = await draftedOffer(bank, 15)
    await give(manager, third)
    const after = later(bank, hours(9))
    const late = await after.db.withActor(risk, (tx) => giveApproval(bank, tx, third))
    expect(late.final, 'after the first has expired').toBe(false)
  })

  it("through the verb, an agent leaves a lead's offer waiting, and a large one takes manager and risk", async () => {
    const matter = await draftedOffer(bank, 4)
    expect(await approve(bank, bank.staff.agent, matter.draft)).toEqual({ state: 'ready', message: null })
    const { rows } = await bank.connection.appPool.query(
      `select id from app.messages where conversation_id = $1 and kind = 'offer'`,
      [matter.conversationId],
    )
    expect(rows).toEqual([])
    expect(await approve(bank, bank.staff.lead, matter.draft)).toMatchObject({ state: 'sent' })
    const four = await draftedOffer(bank, 15)
    expect(await approve(bank, bank.staff.manager, four.draft)).toMatchObject({ state: 'ready' })
    expect(await approve(bank, bank.staff.risk, four.draft)).toMatchObject({ state: 'sent' })
  })

  it('an agreement asks for the authority of its offer', async () => {
    const written = await draftedAgreement(bank)
    expect(written.draft.offer_id).toBe(written.offerId)
    for (const offer of [null, small.draft.offer_id])
      expect(
        await attempt(bank.story, bank.staff.agent, (tx) => copyDraft(tx, written, { offer_id: offer })),
        'an agreement drafted without its offer',
      ).toMatch(/its own offer/)
  })
})

describe('what is approved', () => {
  it('is the draft as it stands, for its recipient on its channel', async () => {
    const stranger = await addDebtor(bank)
    const { agent } = bank.staff
    const content = await bank.story.db.withActor(agent, (tx) =>
      storeContent(bank.story, tx, small.who.id, 'x'),
    )
    const own = await startConversation(bank, small.who)
    const attacks: [string, Partial<NewApproval>, RegExp][] = [
      ['other words', { contentId: content }, /other than the draft/],
      ['other attachments', { attachments: [content] }, /other than the draft/],
      ['an older version', { draftVersion: small.draft.version - 1 }, /other than the draft/],
      ['another case', { caseId: medium.of.id }, /other than the draft/],
      ['no case', { caseId: null }, /other than the draft/],
      ['another offer', { offerId: medium.draft.offer_id }, /other than the draft/],
      ['without its offer, to need less authority', { offerId: null }, /other than the draft/],
      ['another maker', { makerId: bank.staff.lead.id }, /other than the draft/],
      ['another conversation', { conversationId: own }, /other than the draft/],
      ['another draft', { draftId: medium.draft.id }, /other than the draft/],
      ['another recipient', { recipientId: stranger.id }, /another recipient/],
      ['another channel', { channel: 'email' }, /another recipient or channel/],
      ['a head the customer has not reached', { headSeq: 99 }, /has written since/],
      ['a hash that is none', { subjectHash: 'approved' }, /check constraint/],
    ]
    for (const [what, changed, why] of attacks)
      expect(await tryGiving(agent, small, changed), what).toMatch(why)
  })

  it('lasts a day at most and not into the past', async () => {
    const now = bank.story.clock.now().getTime()
    for (const [ms, why] of [
      [-1_000, /at most 24 hours/],
      [hours(25), /at most 24 hours/],
      [hours(23), /WENT THROUGH/],
    ] as const)
      expect(await tryGiving(bank.staff.agent, small, { expiresAt: new Date(now + ms) })).toMatch(why)
  })

  it('is not a draft that is stale, returned, sent, held back, or edited meanwhile', async () => {
    const { agent } = bank.staff
    for (const state of ['stale', 'returned', 'failed'] as const)
      expect(
        await attempt(bank.story, agent, async (tx) => {
          const draft = await moveDraft(tx, small.draft, state)
          return giveApproval(bank, tx, { ...small, draft })
        }),
        state,
      ).toMatch(/not ready to be approved/)
    const sent = await sentOffer(bank)
    expect(await tryGiving(agent, { ...sent, draft: await latestDraft(bank, sent.conversationId) })).toMatch(
      /not ready to be approved/,
    )
    const matter = await draftedOffer(bank)
    const draft = await bank.story.db.withActor(agent, (tx) =>
      editDraft(bank.story, tx, { draftId: matter.draft.id, version: 1, text: '您只需还 1.00元。' }),
    )
    expect(draft.sendable).toBe(false)
    expect(await tryGiving(agent, { ...matter, draft }), 'held back by the guards').toMatch(/not ready/)
    expect(await tryGiving(agent, matter), 'as it was before the edit').toMatch(
      /not ready|other than the draft/,
    )
    await expect(approve(bank, agent, matter.draft)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('after a newer message needs a person to confirm the same bytes against the new head', async () => {
    const matter = await draftedOffer(bank)
    const { seq } = await say(bank.story, matter.who, matter.conversationId, '我再想想')
    await expect(approve(bank, bank.staff.agent, matter.draft)).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'newer_message', extra: { head: seq } },
    })
    const decide = (confirmHead: number) =>
      bank.story.db.withActor(bank.staff.agent, (tx) =>
        approveDraft(bank.story, tx, {
          draftId: matter.draft.id,
          version: 1,
          figuresOpened: true,
          confirmHead,
        }),
      )
    await expect(decide(seq - 1)).rejects.toMatchObject({ details: { reason: 'newer_message' } })
    expect(await decide(seq)).toMatchObject({ state: 'sent' })
  })
})

describe('an offer that a signal holds', () => {
  it('is approved by nobody, not even against the new head, until a person clears the signal', async () => {
    const matter = await draftedOffer(bank)
    const { seq, id } = await say(bank.story, matter.who, matter.conversationId, '我不想活了。')
    await respondFirstLine(bank.story, id)
    const decide = (confirmHead: number) =>
      bank.story.db.withActor(bank.staff.manager, (tx) =>
        approveDraft(bank.story, tx, {
          draftId: matter.draft.id,
          version: matter.draft.version,
          figuresOpened: true,
          confirmHead,
        }),
      )
    await expect(decide(seq)).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'signal_hold' },
    })
    await bank.story.db.withActor(bank.staff.lead, async (tx) => {
      for (const signal of await readSignals(tx, matter.of.id))
        if (signal.signal === 'self_harm')
          await clearSignal(bank.story, tx, matter.of, {
            signalId: signal.id,
            reason: '已由专人联系并确认安全',
          })
    })
    expect(await decide(seq)).toMatchObject({ state: 'sent' })
  })
})

describe('what was approved', () => {
  it('is never changed or removed', async () => {
    const matter = await draftedOffer(bank)
    const approval = await give(bank.staff.agent, matter)
    const people = [matter.who, bank.staff.agent, bank.staff.compliance, system('proposal')]
    for (const sql of [
      `update app.approvals set final = true where id = $1 returning id`,
      `update app.approvals set expires_at = app.app_now() + interval '20 hours' where id = $1 returning id`,
      `update app.approvals set head_seq = head_seq + 1 where id = $1 returning id`,
      'delete from app.approvals where id = $1 returning id',
    ]) {
      for (const actor of people)
        expect(await attempt(bank.story, actor, (tx) => tx.query(sql, [approval.id]))).toMatch(/^42501/)
      await expect(bank.connection.appPool.query(sql, [approval.id])).rejects.toThrow(/never changed/)
    }
    await expect(bank.connection.appPool.query('truncate app.approvals cascade')).rejects.toThrow(/never/)
  })
})

describe('a draft', () => {
  it('does not change behind its version, its maker or its guard report', async () => {
    const matter = await draftedOffer(bank)
    const { agent } = bank.staff
    const words = await bank.story.db.withActor(agent, (tx) =>
      storeContent(bank.story, tx, matter.who.id, '免除全部'),
    )
    const set = (columns: string) => (tx: Tx) =>
      tx.query(`update app.drafts set ${columns} where id = $1 returning id`, [matter.draft.id])
    const attacks: [string, (tx: Tx) => Promise<unknown>, RegExp][] = [
      [
        'other words, still sendable',
        set(`content_id = '${words}', version = version + 1`),
        /guard report on its own/,
      ],
      [
        'other words behind the version',
        set(`content_id = '${words}', sendable = false`),
        /moves its version/,
      ],
      ['other sources behind the version', set(`basis = '{}'`), /moves its version/],
      [
        "other words in nobody's name",
        set(`content_id = '${words}', sendable = false, version = version + 1`),
        /becomes its maker/,
      ],
      [
        "other words in a colleague's name",
        set(
          `content_id = '${words}', sendable = false, version = version + 1, maker_id = '${bank.staff.lead.id}'`,
        ),
        /becomes its maker/,
      ],
      ['sent without a message', set(`state = 'sent', version = version + 1`), /sent only by a message/],
      ['another offer', set(`offer_id = null`), /permission denied/],
      ['another customer', set(`customer_id = '${newId()}'`), /permission denied/],
      [
        "made in a colleague's name",
        (tx) => copyDraft(tx, matter, { maker_id: bank.staff.lead.id }),
        /whoever asked/,
      ],
      [
        "on another customer's offer",
        (tx) => copyDraft(tx, matter, { offer_id: medium.draft.offer_id }),
        /its own offer/,
      ],
      [
        "in another customer's thread",
        (tx) => copyDraft(tx, matter, { conversation_id: medium.conversationId }),
        /one customer/,
      ],
    ]
    for (const [what, change, why] of attacks)
      expect(await attempt(bank.story, agent, change), what).toMatch(why)
  })

  it('made by the machine has no maker, made on request has the person', async () => {
    expect(small.draft.maker_id).toBeNull()
    const matter = await draftedOffer(bank)
    const { draft } = await bank.story.db.withActor(bank.staff.agent, (tx) =>
      prepareDraft(bank.story, tx, matter.of, { question: 'monthly_spending' }),
    )
    expect(draft).toMatchObject({ kind: 'staff_reply', maker_id: bank.staff.agent.id })
    const old = { ...matter, draft: matter.draft }
    expect(await tryGiving(bank.staff.agent, old), 'the draft it replaced').toMatch(/not ready/)
    const approval = await give(bank.staff.agent, { ...matter, draft })
    expect(
      await attempt(bank.story, bank.staff.agent, (tx) => postApproved(tx, { ...matter, draft }, approval)),
    ).toBe('WENT THROUGH')
  })
})

async function textOf({ draft }: Matter): Promise<string> {
  return bank.story.db.withActor(bank.staff.lead, (tx) => readText(bank.story, tx, draft.content_id!))
}

/** Inserts a twin of a draft with some columns changed, as the agent would by SQL. */
async function copyDraft(tx: Tx, { draft }: Matter, changed: Record<string, string | null>) {
  const columns = {
    conversation_id: draft.conversation_id,
    case_id: draft.case_id,
    customer_id: draft.customer_id,
    kind: draft.kind,
    offer_id: draft.offer_id,
    agreement_id: draft.agreement_id,
    content_id: draft.content_id,
    guard_report_id: draft.guard_report_id,
    maker_id: bank.staff.agent.id,
    ...changed,
  }
  return tx.query(
    `insert into app.drafts (id, state, language, writer, head_seq, requested_by, sendable, ${Object.keys(columns)})
     values ($1, 'ready', 'zh-Hans', 'person', 1, 'x', true,
       ${Object.keys(columns).map((_, i) => `$${i + 2}`)}) returning id`,
    [newId(), ...Object.values(columns)],
  )
}
