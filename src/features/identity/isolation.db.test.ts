import { beforeAll, describe, expect, it } from 'vitest'
import { maskTexts } from '../../negotiation/mask-conversation.ts'
import {
  addDebtor,
  attempt,
  confirmedAgreement,
  draftedOffer,
  type Matter,
  type Owner,
  startConversation,
  type TestBank,
  testBank,
  type Written,
} from '../../negotiation/negotiation.fixture.ts'
import { type Actor, system } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { setCaseDebt } from '../cases/case-debts.ts'
import { readCase } from '../cases/store.ts'
import { rateMessage } from '../conversations/rate.ts'
import { startVerification } from '../conversations/verify-identity.ts'
import { takeLease } from '../drafting/edit-lease.ts'
import { openCall } from '../drafting/model-calls.ts'

let bank: TestBank
let mine: Written
let open: Matter
let other: Owner
beforeAll(async () => {
  bank = await testBank()
  mine = await confirmedAgreement(bank)
  open = await draftedOffer(bank, 1, mine.who)
  other = await addDebtor(bank)
  await bank.story.db.withActor(system('verification'), (tx) =>
    startVerification(bank.story, tx, mine.conversationId),
  )
  await bank.story.db.withActor(system('drafts'), (tx) =>
    maskTexts(bank.story, tx, mine.conversationId, ['我老婆王晓梅']),
  )
  await bank.story.db.withActor(bank.staff.agent, (tx) => takeLease(tx, open.draft, false))
  await bank.story.db.withActor(bank.staff.agent, (tx) => bookCall(tx))
  await startConversation(bank, other)
  await bank.story.db.withActor(mine.who, async (tx) => {
    const sql = `select id from app.messages where conversation_id = $1 and direction = 'out' limit 1`
    const [answer] = await tx.query<{ id: string }>(sql, [mine.conversationId])
    await rateMessage(bank.story, tx, answer!.id, { helpful: true, reason: '清楚' })
    await tx.query(
      'insert into app.conversation_ratings (conversation_id, customer_id, score) values ($1, $2, 5)',
      [mine.conversationId, mine.who.id],
    )
  })
  await bank.story.db.withActor(bank.staff.agent, async (tx) => {
    const [account] = await tx.query<{ id: string }>('select id from app.accounts where customer_id = $1', [
      mine.who.id,
    ])
    await setCaseDebt(tx, await readCase(tx, mine.of.id, true), account!.id, { staffId: bank.staff.agent.id })
  })
})

/** A call of a model booked for the open draft. */
async function bookCall(tx: Tx): Promise<void> {
  const { id, conversation_id, customer_id } = open.draft
  const call = {
    purpose: 'reply',
    prompt: 'p@1',
    promptHash: 'a',
    model: 'm',
    region: 'r',
    reserve: { input: 1, output: 0 },
  } as const
  const whose = { draftId: id, conversationId: conversation_id, customerId: customer_id }
  const limits = { budget: { tokens: Number.MAX_SAFE_INTEGER, cost: null }, price: null }
  await openCall(tx, { ...call, ...whose }, limits, tx.now)
}

/** How to find the rows of one customer in each table that has any; `$1` is the customer. */
const inThread = 'conversation_id in (select id from app.conversations where customer_id = $1)'
const rowsOf: Record<string, string> = {
  customers: 'id = $1',
  messages: inThread,
  verifications: inThread,
  approvals: 'recipient_id = $1',
}
/** Tables whose rows belong to nobody: the bank's own, the policies', the machinery's. */
const nobodys = [
  'audit_links',
  'audit_unsealed',
  'corpus_stats',
  'due_items',
  'eval_items',
  'eval_reviews',
  'eval_runs',
  'glossary_terms',
  'idempotency_keys',
  'outbox',
  'policy_clauses',
  'policy_data',
  'policy_documents',
  'policy_ingest_parts',
  'policy_ingests',
  'policy_returns',
  'policy_versions',
  'policy_writers',
  'staff',
  'stop_switch',
  'team_members',
  'teams',
  'term_stats',
  'unanswered_questions',
]
type Table = { name: string; where: string }
async function everyTable(): Promise<{ name: string; where: string | undefined }[]> {
  const { rows } = await bank.connection.appPool.query<{ name: string; owned: boolean }>(
    `select c.relname as name, exists (select from pg_attribute a
       where a.attrelid = c.oid and a.attname = 'customer_id') as owned
     from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' order by 1`,
  )
  return rows.map(({ name, owned }) => ({
    name,
    where: rowsOf[name] ?? (owned ? 'customer_id = $1' : undefined),
  }))
}
async function customersTables(): Promise<Table[]> {
  return (await everyTable()).filter((table): table is Table => table.where !== undefined)
}
/** The number of a customer's rows somebody sees in a table, or `denied`. */
async function seen(actor: Actor, { name, where }: Table, customer: string): Promise<number | 'denied'> {
  return bank.story.db
    .withActor(actor, (tx) =>
      tx.query<{ n: number }>(`select count(*)::integer as n from app.${name} where ${where}`, [customer]),
    )
    .then(
      ([row]) => row!.n,
      (error) => {
        if (error.code === '42501') return 'denied'
        throw error
      },
    )
}

describe('row-level security', () => {
  it('is on for every table of the schema, with a policy, and rights are given to no one else', async () => {
    const { rows } = await bank.connection.appPool.query<{ name: string; on: boolean; policies: number }>(
      `select c.relname as name, c.relrowsecurity as on,
         (select count(*)::integer from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')`,
    )
    expect(rows.length).toBeGreaterThan(35)
    expect(rows.filter((row) => !row.on || row.policies === 0)).toEqual([])
    const { rows: views } = await bank.connection.appPool.query(
      `select relname from pg_class where relnamespace = 'app'::regnamespace and relkind in ('v', 'm', 'f')`,
    )
    expect(views, 'a view would run past it').toEqual([])
    const { rows: grants } = await bank.connection.appPool.query(
      `select distinct grantee from information_schema.role_table_grants
       where table_schema = 'app' and grantee not like 'parley_%' and grantee <> current_user`,
    )
    expect(grants).toEqual([])
  })

  it('is not switched off by a role, and every definer function fixes where it looks', async () => {
    const { rows } = await bank.connection.appPool.query(
      `select rolname from pg_roles where rolname in ('parley_customer', 'parley_staff', 'parley_compliance', 'parley_system') and
         (rolbypassrls or rolsuper or rolcreaterole or rolcreatedb or rolcanlogin)`,
    )
    expect(rows).toEqual([])
    const { rows: loose } = await bank.connection.appPool.query(
      `select proname from pg_proc where pronamespace = 'app'::regnamespace and prosecdef
         and not coalesce('search_path=app, pg_temp' = any (proconfig), false)`,
    )
    expect(loose).toEqual([])
    for (const actor of [mine.who, bank.staff.agent, bank.staff.compliance, system('x')])
      for (const sql of [
        'alter table app.messages disable row level security',
        'create table app.mine (id integer)',
        'create policy mine on app.messages using (true)',
        'set local row_security = off; select 1 from app.customers',
        'select * from auth.accounts',
        'select * from auth.sessions',
        'select * from parley_meta.migrations',
      ])
        expect(await attempt(bank.story, actor, (tx) => tx.query(sql)), sql).toMatch(/^(42501|42601)/)
  })
})

describe("a customer's rows", () => {
  it("are looked for in every table: each is somebody's here or named as nobody's", async () => {
    const unknown = (await everyTable()).filter(({ name, where }) => !where && !nobodys.includes(name))
    expect(unknown.map(({ name }) => name)).toEqual([])
  })

  it('exist in every table that can hold some', async () => {
    const empty: string[] = []
    for (const table of await customersTables()) {
      const { rows } = await bank.connection.appPool.query(
        `select count(*)::integer as n from app.${table.name} where ${table.where}`,
        [mine.who.id],
      )
      if (rows[0].n === 0) empty.push(table.name)
    }
    expect(empty, 'an empty table proves nothing').toEqual([])
  })

  it.each<[string, () => Actor]>([
    ['another customer', () => other],
    ['a customer the bank does not know', () => ({ kind: 'customer', id: newId() })],
    ["another team's lead", () => bank.staff.outsider],
    ['staff the bank does not know', () => ({ kind: 'staff', id: newId(), role: 'admin' })],
    ['staff with a role they only claim', () => ({ ...bank.staff.outsider, role: 'admin' })],
  ])('are hidden from %s, in every table', async (_, actor) => {
    for (const table of await customersTables())
      expect([0, 'denied'], table.name).toContain(await seen(actor(), table, mine.who.id))
  })

  it('are hidden from whoever only claims to be compliance', async () => {
    const pretender: Actor = { kind: 'staff', id: newId(), role: 'compliance' }
    for (const table of await customersTables())
      expect([0, 'denied'], table.name).toContain(await seen(pretender, table, mine.who.id))
  })

  it('are seen by their customer as far as they are for the customer', async () => {
    const count: Record<string, number | 'denied'> = {}
    for (const table of await customersTables()) count[table.name] = await seen(mine.who, table, mine.who.id)
    const hidden = Object.keys(count).filter((name) => count[name] === 0 || count[name] === 'denied')
    expect(hidden.sort()).toEqual([
      'analyses',
      'approvals',
      'audit_entries',
      'case_debts',
      'case_facts',
      'case_signals',
      'concessions',
      'conversation_masks',
      'draft_leases',
      'drafts',
      'guard_reports',
      'model_calls',
      'offer_sets',
      'verifications',
    ])
    const ids = async (sql: string, values: unknown[]) =>
      (await bank.story.db.withActor(mine.who, (tx) => tx.query<{ id: string }>(sql, values))).map(
        (row) => row.id,
      )
    const offers = await ids('select id from app.offers where case_id = any ($1)', [[mine.of.id, open.of.id]])
    expect(offers, 'the accepted offer, and none that is only proposed').toEqual([mine.offerId])
    const inside = await bank.connection.appPool.query(
      `select content_id as id from app.analyses where customer_id = $1
       union all select input_id from app.offer_sets where customer_id = $1
       union all select subject_id from app.approvals where recipient_id = $1
       union all select content_id from app.drafts where customer_id = $1 and state <> 'sent'`,
      [mine.who.id],
    )
    expect(inside.rows.length).toBeGreaterThan(4)
    expect(
      await ids('select id from app.contents where id = any ($1)', [inside.rows.map((row) => row.id)]),
    ).toEqual([])
    const internal = `select id from app.policy_versions where audience = 'internal' or state = 'draft'`
    expect(await ids(internal, [])).toEqual([])
    expect(
      await ids('select c.id from app.policy_clauses c where c.clause_id like $1', ['concession-%']),
    ).toEqual([])
    expect(
      await attempt(bank.story, mine.who, (tx) => tx.query('select email from app.staff')),
      'the names of staff only by the function for it',
    ).toMatch(/^42501/)
  })

  it('are seen by their team and by compliance, which writes none of them', async () => {
    const counts = async (actor: Actor) => {
      const out: Record<string, number | 'denied'> = {}
      for (const table of await customersTables()) out[table.name] = await seen(actor, table, mine.who.id)
      return out
    }
    const team = await counts(bank.staff.colleague)
    const overseer = await counts(bank.staff.compliance)
    const {
      audit_entries: trail,
      verifications,
      conversation_masks: masks,
      draft_leases: leases,
      ...rest
    } = overseer
    expect(trail).toBeGreaterThan(20)
    expect([verifications, masks, leases]).toEqual(['denied', 'denied', 'denied'])
    expect(team.conversation_masks).toBeGreaterThan(0)
    for (const [name, n] of Object.entries(rest)) {
      expect(n, name).toBeGreaterThan(0)
      expect(team[name], `${name} for the team`).toBe(n)
    }
    expect(team.audit_entries).toBe('denied')
    for (const { name } of await customersTables())
      for (const verb of ['insert', 'update', 'delete'] as const) {
        const { rows } = await bank.connection.appPool.query(
          `select has_any_column_privilege('parley_compliance', $1, 'insert') as insert,
             has_any_column_privilege('parley_compliance', $1, 'update') as update,
             has_table_privilege('parley_compliance', $1, 'delete') as delete`,
          [`app.${name}`],
        )
        const records = name === 'audit_entries' && verb === 'insert'
        expect(rows[0][verb], `compliance may ${verb} ${name}`).toBe(records)
      }
  })

  it('are not written across: nobody adds, moves or takes a row of a customer they do not see', async () => {
    const strangers: [string, Actor][] = [
      ['another customer', other],
      ["another team's lead", bank.staff.outsider],
    ]
    const writes: [string, unknown[]][] = [
      [
        `update app.conversations set hand_off = 'requested' where id = $1 returning id`,
        [mine.conversationId],
      ],
      [`update app.cases set due_at = null where id = $1 returning id`, [mine.of.id]],
      [`update app.offers set state = 'declined' where id = $1 returning id`, [mine.offerId]],
      [`update app.follow_ups set state = 'booked' where agreement_id = $1 returning id`, [mine.agreementId]],
      [
        `update app.cost_statements set opened_at = app.app_now() where id = $1 returning id`,
        [mine.statementId],
      ],
      [`update app.agreements set state = 'confirmed' where id = $1 returning id`, [mine.agreementId]],
      [
        `update app.drafts set state = 'returned', version = version + 1 where id = $1 returning id`,
        [open.draft.id],
      ],
      [
        `insert into app.conversations (id, customer_id, channel, language) values (gen_random_uuid(), $1, 'web', 'en') returning id`,
        [mine.who.id],
      ],
      [
        `insert into app.contents (id, customer_id, sealed) values (gen_random_uuid(), $1, '') returning id`,
        [mine.who.id],
      ],
    ]
    for (const [who, actor] of strangers)
      for (const [sql, values] of writes)
        expect(await attempt(bank.story, actor, (tx) => tx.query(sql, values)), `${who}: ${sql}`).toMatch(
          /^42501|^nothing$/,
        )
  })
})

describe('a role without an actor', () => {
  it('sees nothing of any customer, and none of what waits or was recorded', async () => {
    const any = '$1::uuid is not null'
    const tables = await customersTables()
    for (const name of ['outbox', 'due_items', 'audit_links', 'audit_unsealed', 'idempotency_keys'])
      tables.push({ name, where: any })
    const client = await bank.connection.appPool.connect()
    try {
      for (const role of ['parley_customer', 'parley_staff', 'parley_compliance', 'parley_system'])
        for (const { name, where } of tables) {
          await client.query('begin')
          await client.query(`set local role ${role}`)
          const result = await client
            .query(`select count(*)::integer as n from app.${name} where ${where}`, [mine.who.id])
            .then(({ rows }) => rows[0].n as number)
            .catch((error) => error.code as string)
          await client.query('rollback')
          expect([0, '42501'], `${role} in ${name}`).toContain(result)
        }
    } finally {
      client.release()
    }
  })
})
