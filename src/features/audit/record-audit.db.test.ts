import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  attempt,
  confirmedAgreement,
  say,
  type TestBank,
  testBank,
} from '../../negotiation/negotiation.fixture.ts'
import { type Actor, system } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { type AuditEntry, recordAudit } from './record.ts'
import { sealAudit } from './seal.ts'
import { verifyAudit } from './verify.ts'

let bank: TestBank
let customer: Actor
beforeAll(async () => {
  bank = await testBank()
  customer = { kind: 'customer', id: newId() }
})
const everyone = (): [string, Actor][] => [
  ['a customer', customer],
  ['an agent', bank.staff.agent],
  ['an administrator', bank.staff.admin],
  ['compliance', bank.staff.compliance],
  ['the machine', system('proposal')],
  ['the sealer', system('audit-sealer')],
]
const entry = (changed: Record<string, unknown> = {}): AuditEntry =>
  ({ action: 'case.moved', subject: ['case', 'x'], ...changed }) as AuditEntry

describe('what was recorded', () => {
  it('is changed, removed or re-ordered by no role', async () => {
    for (const [who, actor] of everyone())
      for (const sql of [
        `update app.audit_entries set action = 'case.closed' returning id`,
        `update app.audit_entries set id = gen_random_uuid() returning id`,
        'delete from app.audit_entries returning id',
        'truncate app.audit_entries cascade',
        `update app.audit_links set hash = '' returning seq`,
        `update app.audit_links set seq = -seq returning seq`,
        'delete from app.audit_links returning seq',
        'truncate app.audit_links',
        'alter table app.audit_entries disable trigger all',
        'drop table app.audit_links',
      ])
        expect(await attempt(bank.story, actor, (tx) => tx.query(sql)), `${who}: ${sql}`).toMatch(/^42501/)
  })

  it('is linked by the sealer alone, and taken out of the waiting ones by the sealer alone', async () => {
    await bank.story.db.withActor(system('test'), (tx) => recordAudit(tx, entry()))
    for (const [who, actor] of everyone().slice(0, -1)) {
      const link = `insert into app.audit_links (seq, entry_id, previous_hash, hash)
        select 1000000, entry_id, '', '' from app.audit_unsealed limit 1`
      expect(await attempt(bank.story, actor, (tx) => tx.query(link)), who).toMatch(/^42501/)
      const take = 'delete from app.audit_unsealed returning entry_id'
      expect(await attempt(bank.story, actor, (tx) => tx.query(take)), who).toMatch(/^42501|nothing/)
      const put = `insert into app.audit_unsealed select id from app.audit_entries limit 1`
      expect(await attempt(bank.story, actor, (tx) => tx.query(put)), who).toMatch(/^42501/)
    }
  })

  it('is read by compliance and not by staff or customers', async () => {
    for (const [who, actor] of everyone().slice(0, 3))
      expect(
        await attempt(bank.story, actor, (tx) => tx.query('select id from app.audit_entries')),
        who,
      ).toMatch(/^42501/)
    expect(
      await attempt(bank.story, bank.staff.compliance, (tx) =>
        tx.query('select id from app.audit_entries limit 1'),
      ),
    ).toBe('WENT THROUGH')
  })
})

describe('an entry', () => {
  const insert = (actor: Actor, changed: Record<string, unknown>, told: Record<string, unknown> = {}) =>
    attempt(bank.story, actor, (tx) => {
      const id = newId()
      const kind = actor.kind
      const who = actor.kind === 'system' ? actor.job : actor.id
      const at = tx.now.toISOString()
      const text = {
        id,
        at,
        actor: [kind, who],
        action: 'case.moved',
        subject: ['case', 'x'],
        case: null,
        customer: null,
        details: {},
        ...told,
      }
      const row = {
        id,
        at,
        actor_kind: kind,
        actor_id: who,
        action: 'case.moved',
        subject_kind: 'case',
        subject_id: 'x',
        canonical: JSON.stringify(text),
        ...changed,
      }
      const values = Object.values(row)
      return tx
        .query(
          `insert into app.audit_entries (${Object.keys(row)}) values (${values.map((_, i) => `$${i + 1}`)})`,
          values,
        )
        .then(() => 'written')
    })

  it("is written in one's own name, now, saying the same twice", async () => {
    const other = bank.staff.lead.id
    const yesterday = new Date(bank.story.clock.now().getTime() - 86_400_000).toISOString()
    for (const actor of [bank.staff.agent, bank.staff.compliance, customer, system('proposal')]) {
      expect(await insert(actor, {})).toBe('WENT THROUGH')
      const attacks: [string, Record<string, unknown>, Record<string, unknown>, RegExp][] = [
        [
          'as somebody else',
          { actor_kind: 'staff', actor_id: other },
          { actor: ['staff', other] },
          /row-level/,
        ],
        ['as the machine', { actor_kind: 'system', actor_id: 'x' }, { actor: ['system', 'x'] }, /row-level/],
        ['yesterday', { at: yesterday }, { at: yesterday }, /and now/],
        ['with a column that says something else', { action: 'case.closed' }, {}, /same twice/],
        ['with a text that says something else', {}, { subject: ['case', 'y'] }, /same twice/],
        ['about another customer in the text', {}, { customer: other }, /same twice/],
        ['with something more in the text', {}, { note: 'x' }, /same twice/],
        ['that is no JSON', { canonical: 'moved' }, {}, /json/],
        ['with a sentence in its details', {}, { details: { why: 'the customer was rude' } }, /free text/],
        ['with a name in its details', {}, { details: { who: '林晓彤' } }, /free text/],
        ['with a sentence deep in its details', {}, { details: { a: [{ b: ['so it was'] }] } }, /free text/],
        ['with a sentence for a key', {}, { details: { 'the customer was rude': 1 } }, /free text/],
        ['with a sentence for an action', { action: 'was rude' }, { action: 'was rude' }, /free text/],
        [
          'with a sentence for a subject',
          { subject_id: 'was rude' },
          { subject: ['case', 'was rude'] },
          /free text/,
        ],
      ]
      for (const [what, changed, told, why] of attacks)
        expect(await insert(actor, changed, told), what).toMatch(why)
    }
  })

  it('is refused by the function that writes it when it is not listed or not made of codes', async () => {
    const attacks: [string, Record<string, unknown>][] = [
      ['an action that is not listed', { action: 'case.deleted' }],
      ['a sentence in the details', { details: { why: 'the customer was rude' } }],
      ['a name in the details', { details: { who: '林晓彤' } }],
      ['a sentence in a list', { details: { all: ['x', 'so it was'] } }],
      ['a sentence for a key', { details: { 'was rude': 1 } }],
      ['an object', { details: { a: { b: 1 } } }],
      ['a sentence for a subject', { subject: ['case', '客户说他病了'] }],
      ['a very long code', { details: { a: 'x'.repeat(201) } }],
      ['something more', { note: 'x' }],
    ]
    for (const [what, changed] of attacks)
      await expect(
        bank.story.db.withActor(bank.staff.agent, (tx) => recordAudit(tx, entry(changed))),
        what,
      ).rejects.toMatchObject({ name: 'ZodError' })
  })

  it('that fails undoes the change it was to record', async () => {
    const written = await confirmedAgreement(bank)
    const before = await statesOf()
    await expect(
      bank.story.db.withActor(bank.staff.agent, async (tx) => {
        await tx.query(`update app.follow_ups set state = 'cancelled' where agreement_id = $1`, [
          written.agreementId,
        ])
        await recordAudit(tx, entry({ details: { why: 'free text' } }))
      }),
    ).rejects.toThrow()
    expect(await statesOf()).toEqual(before)
    // The same inside a verb: its own audit row is made impossible, and nothing of it stays.
    const client = await bank.connection.appPool.connect()
    await client.query(
      `alter table app.audit_entries add constraint none check (action <> 'message.received') not valid`,
    )
    client.release()
    try {
      await expect(say(bank.story, written.who, written.conversationId, '你好')).rejects.toThrow(/none/)
    } finally {
      await bank.connection.appPool.query('alter table app.audit_entries drop constraint none')
    }
    const { rows } = await bank.connection.appPool.query(
      `select c.last_seq = (select max(seq) from app.messages where conversation_id = c.id) as same
       from app.conversations c where c.id = $1`,
      [written.conversationId],
    )
    expect(rows).toEqual([{ same: true }])

    async function statesOf() {
      const sql = 'select id, state from app.follow_ups where agreement_id = $1 order by id'
      return (await bank.connection.appPool.query(sql, [written.agreementId])).rows
    }
  })
})

describe('every change', () => {
  it('of a whole negotiation left its row, and the chain over it verifies', async () => {
    const { who, of } = await confirmedAgreement(bank)
    const { rows } = await bank.connection.appPool.query(
      'select action, count(*)::integer as n from app.audit_entries where customer_id = $1 group by action',
      [who.id],
    )
    const told = Object.fromEntries(rows.map((row) => [row.action, row.n]))
    expect(told).toMatchObject({
      'customer.added': 1,
      'conversation.opened': 1,
      'message.received': 2,
      'customer.verified': 1,
      'case.opened': 1,
      'case.signal_raised': 1,
      'analysis.made': 1,
      'offers.computed': 1,
      'draft.ready': 2,
      'draft.approved': 2,
      'offer.sent': 1,
      'offer.accepted': 1,
      'cost_statement.opened': 1,
      'cost_statement.confirmed': 1,
      'agreement.drafted': 1,
      'agreement.delivered': 1,
      'agreement.confirmed': 1,
    })
    const counted = await bank.connection.appPool.query(
      `select (select count(*) from app.messages m join app.cases k on k.conversation_id = m.conversation_id
                 where k.id = $1)::integer as messages,
              (select count(*) from app.case_facts where case_id = $1)::integer as facts,
              (select count(*) from app.follow_ups where case_id = $1 and state = 'booked')::integer as booked`,
      [of.id],
    )
    expect(counted.rows[0]).toEqual({
      messages: told['message.received'] + told['message.sent'],
      facts: told['case.fact_recorded'],
      booked: told['follow_up.booked'],
    })
    while (await sealAudit(bank.story.db));
    const report = await verifyAudit(bank.story.db, [])
    expect(report).toMatchObject({ ok: true, broken: [] })
    expect(report.sealed).toBe(report.rows)
  })

  it('by a function that writes app tables is recorded there, or by those who call it', async () => {
    const files = (await readdir('src', { recursive: true }))
      .filter(
        (name) => /^(features|negotiation|http)\/.*\.ts$/.test(name) && !/\.(test|fixture)\.ts$/.test(name),
      )
      .sort()
    const silent: string[] = []
    for (const file of files) {
      const text = await readFile(join('src', file), 'utf8')
      for (const part of text.split(/^(?=(?:export )?(?:async )?function )/m)) {
        const name = /^(?:export )?(?:async )?function (\w+)/.exec(part)?.[1]
        const writes = /\b(insert into|update|delete from) app\.\w+/.test(part)
        if (writes && !part.includes('recordAudit(')) silent.push(`${file} ${name}`)
      }
    }
    // Parts of a verb that records the whole; another one has to be looked at before it is named here.
    const parts = [
      'features/approvals/store.ts insertApproval',
      'features/audit/seal.ts sealAudit',
      'features/conversations/verify-identity.ts markVerified',
      'features/customers/contents.ts storeContent',
      'features/drafting/store.ts leaseDraft',
      'features/drafting/store.ts finishDraft',
      'features/drafting/store.ts moveDraft',
      'features/follow-ups/store.ts planFollowUps',
      'features/guards/store.ts storeReport',
      'features/offers/concession-store.ts insertConcession',
      'features/offers/store.ts insertOfferSet',
      'features/offers/store.ts moveOffer',
      'features/policies/index-store.ts saveCorpus',
      'features/policies/index-store.ts addFrequencies',
      'features/policies/index-store.ts takeFrequencies',
      'features/policies/index-store.ts insertClauses',
      'features/policies/index-store.ts saveVectors',
      'features/policies/ingests/store.ts insertIngest',
      'features/policies/ingests/store.ts moveIngest',
      'features/policies/ingests/store.ts endIngest',
      'features/policies/meaning/meaning-store.ts saveEmbeddings',
      'features/policies/store.ts saveDocument',
      'features/policies/store.ts insertVersion',
      'features/policies/store.ts replaceDraft',
      'features/policies/store.ts submit',
      'features/policies/store.ts reopen',
      'features/policies/store.ts publish',
      'features/policies/store.ts withdraw',
      'features/policies/store.ts supersedeBefore',
      'negotiation/answer-offer.ts makeCostStatement',
    ]
    expect(silent.filter((name) => !parts.includes(name))).toEqual([])
  })
})
