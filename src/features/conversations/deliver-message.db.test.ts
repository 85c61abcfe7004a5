import { beforeAll, describe, expect, it } from 'vitest'
import { editDraft } from '../../negotiation/edit-draft.ts'
import {
  addDebtor,
  approve,
  attempt,
  draftedOffer,
  giveApproval,
  hours,
  later,
  type Matter,
  postApproved,
  say,
  startConversation,
  type TestBank,
  testBank,
} from '../../negotiation/negotiation.fixture.ts'
import { system } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { Approval } from '../approvals/store.ts'
import { storeContent } from '../customers/contents.ts'
import { moveDraft } from '../drafting/store.ts'
import type { NewMessage } from './post-message.ts'

let bank: TestBank
beforeAll(async () => {
  bank = await testBank()
})

/** Approved by somebody with the authority, not delivered yet: what an attacker would like to bend. */
async function approved(): Promise<Matter & { approval: Approval }> {
  const matter = await draftedOffer(bank)
  const approval = await bank.story.db.withActor(bank.staff.agent, (tx) => giveApproval(bank, tx, matter))
  return { ...matter, approval }
}

const senders = () => [
  ['staff', bank.staff.colleague] as const,
  ['the machine', system('first-line')] as const,
]

describe('an approved message', () => {
  it('goes out as it was approved, by whoever sends it', async () => {
    const matter = await approved()
    expect(matter.approval.final).toBe(true)
    for (const [who, actor] of senders())
      expect(await attempt(bank.story, actor, (tx) => postApproved(tx, matter, matter.approval)), who).toBe(
        'WENT THROUGH',
      )
  })

  it('does not go out with anything else than was approved', async () => {
    const matter = await approved()
    const other = await approved()
    const stranger = await addDebtor(bank)
    const own = await startConversation(bank, matter.who)
    const foreign = await startConversation(bank, stranger)
    const words = await bank.story.db.withActor(bank.staff.agent, (tx) =>
      storeContent(bank.story, tx, matter.who.id, '您好，全部免除。'),
    )
    const theirs = await bank.story.db.withActor(bank.staff.agent, (tx) =>
      storeContent(bank.story, tx, stranger.id, '您好'),
    )
    type Change = Partial<NewMessage> & { into?: string }
    const attacks: [string, Change, RegExp, (typeof matter.approval | null)?][] = [
      ['without an approval', {}, /no final approval/, null],
      ['with an approval that does not exist', { approvalId: newId() }, /no final approval/],
      ['with the approval of another draft', {}, /not the approved bytes/, other.approval],
      ['with other words', { contentId: words }, /not the approved bytes/],
      ["with another customer's words", { contentId: theirs }, /belongs to somebody else/],
      ['claiming another subject', { subjectHash: 'b'.repeat(64) }, /not the approved bytes/],
      ['with an attachment more', { attachments: [words] }, /not the approved bytes/],
      ['in another conversation of the same customer', { into: own }, /another recipient or channel/],
      ['to another customer', { into: foreign }, /belongs to somebody else/],
      ["with another customer's offer", { offerId: other.draft.offer_id! }, /belongs to somebody else/],
      ['as a plain reply that carries the offer', { kind: 'staff_reply' }, /another offer/],
      ['as an agreement', { kind: 'agreement' }, /another offer/],
      ['without its sources', { citations: [] }, /sources and the label/],
      ['as if a person had written it', { aiWritten: false }, /sources and the label/],
      ['in another language', { language: 'en' }, /sources and the label/],
    ]
    for (const [what, change, why, approval = matter.approval] of attacks)
      for (const [who, actor] of senders())
        expect(
          await attempt(bank.story, actor, (tx) => postApproved(tx, matter, approval, change)),
          `${what}, by ${who}`,
        ).toMatch(why)
  })

  it('does not go out once its approval has expired', async () => {
    const matter = await approved()
    for (const [ms, outcome] of [
      [hours(8) - 60_000, /WENT THROUGH/],
      [hours(8), /has expired/],
      [hours(30), /has expired/],
    ] as const)
      for (const [, actor] of senders())
        expect(
          await attempt(later(bank, ms), actor, (tx) => postApproved(tx, matter, matter.approval)),
        ).toMatch(outcome)
  })

  it('does not go out past a newer message of the customer, and does once a person confirms the new head', async () => {
    const matter = await approved()
    await say(bank.story, matter.who, matter.conversationId, '还有一个问题')
    for (const [, actor] of senders())
      expect(await attempt(bank.story, actor, (tx) => postApproved(tx, matter, matter.approval))).toMatch(
        /has written since/,
      )
    await bank.story.db.withActor(bank.staff.agent, async (tx) => {
      const again = await giveApproval(bank, tx, matter, { subjectHash: 'c'.repeat(64) })
      await postApproved(tx, matter, again)
    })
  })

  it('does not go out when its draft was edited or given back since', async () => {
    const matter = await approved()
    const edited = (tx: Parameters<typeof postApproved>[0]) =>
      editDraft(bank.story, tx, { draftId: matter.draft.id, version: 1, text: '您好，请问方便联系吗？' })
    const touched = `update app.drafts set edit_distance = 1, version = version + 1 where id = $1`
    const returned = (tx: Parameters<typeof postApproved>[0]) => moveDraft(tx, matter.draft, 'returned')
    for (const change of [
      edited,
      returned,
      (tx) => tx.query(touched, [matter.draft.id]),
    ] as (typeof edited)[])
      expect(
        await attempt(bank.story, bank.staff.agent, async (tx) => {
          await change(tx)
          return postApproved(tx, matter, matter.approval)
        }),
      ).toMatch(/changed after its approval/)
  })

  it('does not go out on an approval that is not the last one needed', async () => {
    const large = await draftedOffer(bank, 15)
    const half = await bank.story.db.withActor(bank.staff.manager, (tx) => giveApproval(bank, tx, large))
    expect(half.final).toBe(false)
    for (const [, actor] of senders())
      expect(await attempt(bank.story, actor, (tx) => postApproved(tx, large, half))).toMatch(
        /no final approval/,
      )
  })

  it('goes out once: neither the same approval nor another of the same draft sends it again', async () => {
    const matter = await approved()
    const { agent } = bank.staff
    await bank.story.db.withActor(agent, (tx) => postApproved(tx, matter, matter.approval))
    expect(await attempt(bank.story, agent, (tx) => postApproved(tx, matter, matter.approval))).toMatch(
      /sent already/,
    )
    const again = await bank.story.db.withActor(agent, (tx) =>
      giveApproval(bank, tx, matter, { subjectHash: 'd'.repeat(64) }),
    )
    expect(await attempt(bank.story, agent, (tx) => postApproved(tx, matter, again))).toMatch(/sent already/)
  })

  it('is what the verb delivers: the same content, hash and attachments as its approval row', async () => {
    const matter = await draftedOffer(bank)
    const { message } = await approve(bank, bank.staff.agent, matter.draft)
    const { rows } = await bank.connection.appPool.query(
      `select m.content_id = a.content_id and m.subject_hash = a.subject_hash and m.attachments = a.attachments
         and a.final and a.head_seq = c.head_seq and m.content_id = $2 as same
       from app.messages m join app.approvals a on a.id = m.approval_id
       join app.conversations c on c.id = m.conversation_id where m.id = $1`,
      [message!.id, matter.draft.content_id],
    )
    expect(rows).toEqual([{ same: true }])
  })
})

describe('every kind of message', () => {
  it('is refused to whoever may not send it', async () => {
    const { who, conversationId, draft } = await draftedOffer(bank)
    const { agent, compliance } = bank.staff
    const content = draft.content_id!
    const insert = (columns: Record<string, unknown>) => {
      const all = { id: newId(), conversation_id: conversationId, language: 'zh-Hans', ...columns }
      const keys = Object.keys(all)
      const sql = `insert into app.messages (${keys}) values (${keys.map((_, i) => `$${i + 1}`)}) returning id`
      return [sql, Object.values(all)] as const
    }
    const as = (kind: string, actor: string, id: string) => ({
      direction: 'out',
      kind,
      author_kind: actor,
      author_id: id,
    })
    const inbound = { direction: 'in', kind: 'inbound' }
    const own = { author_kind: 'customer', author_id: who.id }
    const note = { notice: 'welcome' }
    const words = { content_id: content }
    const attacks = [
      [
        'a customer posts a notice',
        who,
        { ...as('notice', 'customer', who.id), ...note },
        /words of their own/,
      ],
      [
        'a customer speaks as the assistant',
        who,
        { ...as('assistant_answer', 'system', 'x'), ...words },
        /words of their own/,
      ],
      [
        'a customer writes as another',
        who,
        { ...inbound, author_kind: 'customer', author_id: newId(), ...words },
        /words of their own/,
      ],
      [
        "a customer sends the bank's words as their own to read them",
        who,
        { ...inbound, ...own, ...words },
        /words of their own/,
      ],
      [
        "staff put words into the customer's mouth",
        agent,
        { ...inbound, ...own, ...words },
        /row-level security/,
      ],
      [
        'staff sign as a colleague',
        agent,
        { ...as('notice', 'staff', bank.staff.lead.id), ...note },
        /row-level security/,
      ],
      [
        'staff sign as the machine',
        agent,
        { ...as('notice', 'system', 'first-line'), ...note },
        /row-level security/,
      ],
      [
        'staff answer as the assistant',
        agent,
        { ...as('assistant_answer', 'staff', agent.id), ...words, guard_report_id: draft.guard_report_id },
        /only the assistant/,
      ],
      [
        'staff send a reminder',
        agent,
        { ...as('reminder', 'staff', agent.id), ...words },
        /only the assistant/,
      ],
      [
        'the machine signs as staff',
        system('first-line'),
        { ...as('notice', 'staff', agent.id), ...note },
        /row-level security/,
      ],
      [
        'a notice with words',
        agent,
        { ...as('notice', 'staff', agent.id), ...note, ...words },
        /check constraint/,
      ],
      [
        'a notice with a free sentence for a code',
        agent,
        { ...as('notice', 'staff', agent.id), notice: 'You owe 100' },
        /check constraint/,
      ],
      [
        'a notice with an attachment',
        agent,
        { ...as('notice', 'staff', agent.id), ...note, attachments: [content] },
        /check constraint/,
      ],
      ['a reply without words', agent, as('staff_reply', 'staff', agent.id), /no final approval/],
      ['an unknown kind', agent, { ...as('advert', 'staff', agent.id), ...words }, /check constraint/],
      [
        'an outbound message called inbound',
        agent,
        { ...as('inbound', 'staff', agent.id), ...words },
        /check constraint/,
      ],
      [
        "a place in the conversation of one's choosing",
        agent,
        { ...as('notice', 'staff', agent.id), ...note, seq: 1 },
        /permission denied/,
      ],
      [
        'compliance writes',
        compliance,
        { ...as('notice', 'staff', compliance.id), ...note },
        /permission denied/,
      ],
    ] as const
    for (const [what, actor, columns, why] of attacks) {
      const [sql, values] = insert(columns)
      expect(await attempt(bank.story, actor, (tx) => tx.query(sql, values)), what).toMatch(why)
    }
  })

  it('is refused to a customer with words of their own, too', async () => {
    const matter = await draftedOffer(bank)
    const { who, conversationId } = matter
    const foreign = await startConversation(bank, await addDebtor(bank))
    const attacks: [string, string, string, string, string, RegExp][] = [
      [
        'outbound',
        conversationId,
        'out',
        'assistant_answer',
        who.id,
        /only the assistant|clean guard report/,
      ],
      ['outbound reply', conversationId, 'out', 'staff_reply', who.id, /no final approval/],
      ['as somebody else', conversationId, 'in', 'inbound', newId(), /row-level security/],
      ["in somebody else's thread", foreign, 'in', 'inbound', who.id, /belongs to somebody else/],
    ]
    for (const [what, conversation, direction, kind, author, why] of attacks)
      expect(
        await attempt(bank.story, who, async (tx) =>
          tx.query(
            `insert into app.messages (id, conversation_id, direction, kind, author_kind, author_id, language, content_id)
             values ($1, $2, $3, $4, 'customer', $5, 'zh-Hans', $6)`,
            [
              newId(),
              conversation,
              direction,
              kind,
              author,
              await storeContent(bank.story, tx, who.id, '你好'),
            ],
          ),
        ),
        what,
      ).toMatch(why)
  })

  it('stays as it was sent', async () => {
    const matter = await draftedOffer(bank)
    const { message } = await approve(bank, bank.staff.agent, matter.draft)
    const people = [matter.who, bank.staff.agent, bank.staff.compliance, system('first-line')]
    for (const sql of [
      `update app.messages set content_id = content_id where id = $1 returning id`,
      `update app.messages set seq = 1 where id = $1 returning id`,
      `delete from app.messages where id = $1 returning id`,
    ]) {
      for (const actor of people)
        expect(await attempt(bank.story, actor, (tx) => tx.query(sql, [message!.id]))).toMatch(/^42501/)
      await expect(bank.connection.appPool.query(sql, [message!.id])).rejects.toThrow(/never changed/)
    }
    const words = [matter.draft.content_id]
    for (const sql of [
      `update app.contents set sealed = '' where id = $1 returning id`,
      'delete from app.contents where id = $1 returning id',
    ]) {
      for (const actor of people)
        expect(await attempt(bank.story, actor, (tx) => tx.query(sql, words))).toMatch(/^42501/)
      await expect(bank.connection.appPool.query(sql, words)).rejects.toThrow(/never changed/)
    }
    for (const channel of people)
      expect(
        await attempt(bank.story, channel, (tx) =>
          tx.query(`update app.conversations set channel = 'email' where id = $1 returning id`, [
            matter.conversationId,
          ]),
        ),
      ).toMatch(/^42501/)
  })
})
