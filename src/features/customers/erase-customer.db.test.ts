import { beforeAll, describe, expect, it } from 'vitest'
import { editDraft } from '../../negotiation/edit-draft.ts'
import {
  attempt,
  confirmedAgreement,
  draftedOffer,
  plea,
  secrets,
  type TestBank,
  testBank,
} from '../../negotiation/negotiation.fixture.ts'
import { type Actor, system } from '../../platform/context.ts'
import { sealAudit } from '../audit/seal.ts'
import { verifyAudit } from '../audit/verify.ts'
import { readFacts } from '../cases/store.ts'
import { readMessages } from '../conversations/store.ts'
import { contentMac, readText } from './contents.ts'
import { eraseCustomer } from './erase-customer.ts'
import { readCustomer } from './store.ts'

let bank: TestBank
beforeAll(async () => {
  bank = await testBank()
})

/** Every row of every table of the application, as text. */
async function everything(): Promise<string> {
  const { rows } = await bank.connection.appPool.query(
    `select table_name as name from information_schema.tables where table_schema = 'app'`,
  )
  const parts: string[] = []
  for (const { name } of rows) {
    const all = await bank.connection.appPool.query(
      `select coalesce(string_agg(t::text, E'\n'), '') as text from app.${name} t`,
    )
    parts.push(all.rows[0].text)
  }
  return parts.join('\n')
}

describe('personal content', () => {
  it('is sealed wherever it is kept: neither names nor words lie open in any table', async () => {
    await confirmedAgreement(bank)
    const held = await draftedOffer(bank)
    const other = '上官美琳女士的手机是 139-8888-6666'
    const edited = await bank.story.db.withActor(bank.staff.agent, (tx) =>
      editDraft(bank.story, tx, { draftId: held.draft.id, version: 1, text: `您好，${other}。` }),
    )
    expect(edited.sendable, 'the guards hold this back, and their findings quote it').toBe(false)
    const text = await everything()
    expect(text.length).toBeGreaterThan(10_000)
    for (const secret of [
      secrets.name,
      secrets.nameEn,
      secrets.phone,
      plea,
      '裁员',
      '上官美琳',
      '139-8888-6666',
    ])
      expect(text.includes(secret), secret).toBe(false)
    for (const encoded of [secrets.name, plea].map((plain) => Buffer.from(plain).toString('hex')))
      expect(text.includes(encoded)).toBe(false)
  })

  it('is unreadable once the customer is erased, for everybody, while the chain still verifies', async () => {
    const { who, of, conversationId, draft } = await confirmedAgreement(bank)
    const { story, staff } = bank
    const readers: Actor[] = [who, staff.agent, staff.compliance, system('first-line')]
    const read = (actor: Actor) => story.db.withActor(actor, (tx) => readMessages(story, tx, conversationId))
    for (const actor of readers) expect((await read(actor))[0]!.text).toBe(plea)
    const rows = async () =>
      (
        await bank.connection.appPool.query(
          `select (select count(*) from app.contents where customer_id = $1) as contents,
             (select count(*) from app.messages where conversation_id = $2) as messages`,
          [who.id, conversationId],
        )
      ).rows[0]
    const before = await rows()

    await eraseCustomer(story, who.id)

    for (const actor of readers)
      expect((await read(actor)).filter((message) => !message.notice).map((message) => message.text)).toEqual(
        (await read(actor)).filter((message) => !message.notice).map(() => ''),
      )
    const gone = expect.objectContaining({ code: 'not_found' })
    for (const work of [
      (tx) => readText(story, tx, draft.content_id!),
      (tx) => readFacts(story, tx, of),
      (tx) => contentMac(story, tx, who.id, plea),
    ] as Parameters<typeof story.db.withActor>[1][])
      await expect(story.db.withActor(staff.agent, work)).rejects.toEqual(gone)
    const customer = await story.db.withActor(staff.agent, (tx) => readCustomer(story, tx, who.id))
    expect(JSON.stringify(customer.profile)).not.toContain(secrets.name)
    expect(await rows(), 'nothing was removed').toEqual(before)
    const { rows: keys } = await bank.connection.appPool.query(
      'select wrapped, destroyed_at is not null as destroyed from app.customer_keys where customer_id = $1',
      [who.id],
    )
    expect(keys).toEqual([{ wrapped: null, destroyed: true }])

    while (await sealAudit(story.db));
    expect(await verifyAudit(story.db, [])).toMatchObject({ ok: true, broken: [] })
    const { rows: told } = await bank.connection.appPool.query(
      `select actor_id from app.audit_entries where customer_id = $1 and action = 'customer.erased'`,
      [who.id],
    )
    expect(told).toEqual([{ actor_id: 'erasure' }])
    await expect(eraseCustomer(story, who.id), 'a second time').rejects.toEqual(gone)
  })

  it('is erased by nobody else, and a key is neither changed nor given back', async () => {
    const { who } = await draftedOffer(bank)
    const destroy = `update app.customer_keys set wrapped = null, destroyed_at = app.app_now()
      where customer_id = $1 returning customer_id`
    const people: Actor[] = [who, bank.staff.agent, bank.staff.admin, bank.staff.compliance]
    for (const actor of people)
      for (const sql of [
        destroy,
        'delete from app.customer_keys where customer_id = $1 returning customer_id',
      ])
        expect(await attempt(bank.story, actor, (tx) => tx.query(sql, [who.id]))).toMatch(/^42501/)
    expect(await attempt(bank.story, system('first-line'), (tx) => tx.query(destroy, [who.id]))).toBe(
      'nothing',
    )
    const replace = `update app.customer_keys set wrapped = '\\x00' where customer_id = $1 returning customer_id`
    expect(await attempt(bank.story, system('erasure'), (tx) => tx.query(replace, [who.id]))).toMatch(
      /^42501/,
    )
    await eraseCustomer(bank.story, who.id)
    const back = `update app.customer_keys set wrapped = '\\x00', destroyed_at = null where customer_id = $1`
    expect(await attempt(bank.story, system('erasure'), (tx) => tx.query(back, [who.id]))).toMatch(/^42501/)
  })

  it('of one customer opens with no other key', async () => {
    const [one, two] = [await draftedOffer(bank), await draftedOffer(bank)]
    const { rows } = await bank.connection.appPool.query(
      `select k.wrapped, c.sealed from app.customer_keys k, app.contents c
       where k.customer_id = $1 and c.customer_id = $2 limit 1`,
      [two.who.id, one.who.id],
    )
    const { wrapped, sealed } = rows[0]
    for (const owner of [one.who.id, two.who.id])
      expect(() => bank.story.vault.open(wrapped, owner, sealed)).toThrow()
  })
})
