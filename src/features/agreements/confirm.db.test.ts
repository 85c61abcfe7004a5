import { beforeAll, describe, expect, it } from 'vitest'
import { confirmAgreement } from '../../negotiation/confirm-agreement.ts'
import { confirmCostStatement, openCostStatement } from '../../negotiation/cost-statement.ts'
import { draftAgreement } from '../../negotiation/draft-agreement.ts'
import {
  acceptedOffer,
  addDebtor,
  attempt,
  confirmedAgreement,
  deliveredAgreement,
  draftedAgreement,
  hours,
  later,
  type TestBank,
  testBank,
  type Written,
} from '../../negotiation/negotiation.fixture.ts'
import { type Actor, system } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { storeContent } from '../customers/contents.ts'

let bank: TestBank
beforeAll(async () => {
  bank = await testBank()
})
const machine = system('agreement')

describe('the reading time of a cost statement', () => {
  it('runs from its opening now to its confirming now, whatever times are written', async () => {
    const { who, statementId, offerId } = await acceptedOffer(bank)
    const set = (actor: Actor, columns: string, ms = 0) =>
      attempt(later(bank, ms), actor, (tx) =>
        tx.query(`update app.cost_statements set ${columns} where id = $1 returning id`, [statementId]),
      )
    const now = 'app.app_now()'
    const ago = `${now} - interval '1 day'`
    const before: [string, string, RegExp][] = [
      ['opening it', `opened_at = ${now}`, /WENT THROUGH/],
      ['opening it yesterday', `opened_at = ${ago}`, /opened and confirmed now/],
      ['opening it yesterday, confirming now', `opened_at = ${ago}, confirmed_at = ${now}`, /confirmed now/],
      ['opening and confirming at once', `opened_at = ${now}, confirmed_at = ${now}`, /reading time/],
      ['confirming what was never opened', `confirmed_at = ${now}`, /reading time/],
      ['a shorter time', 'minimum_reading_seconds = 1', /permission denied/],
      ['another text', `content_id = '${newId()}'`, /permission denied/],
    ]
    for (const [what, columns, why] of before) expect(await set(who, columns), what).toMatch(why)

    await bank.story.db.withActor(who, (tx) => openCostStatement(bank.story, tx, offerId))
    const [statement] = await bank.story.db.withActor(who, (tx) =>
      tx.query<{ seconds: number }>(
        'select minimum_reading_seconds as seconds from app.cost_statements where id = $1',
        [statementId],
      ),
    )
    const enough = statement!.seconds * 1000
    expect(enough).toBeGreaterThanOrEqual(15_000)
    const after: [string, string, number, RegExp][] = [
      ['too early', `confirmed_at = ${now}`, enough / 2, /reading time/],
      ['too early, dated later', `confirmed_at = ${now} + interval '1 hour'`, enough / 2, /confirmed now/],
      ['too early, opened again yesterday', `opened_at = ${ago}`, enough / 2, /opened and confirmed once/],
      ['in time', `confirmed_at = ${now}`, enough + 1_000, /WENT THROUGH/],
      ['in time, dated yesterday', `confirmed_at = ${ago}`, enough + 1_000, /confirmed now/],
    ]
    for (const [what, columns, ms, why] of after) expect(await set(who, columns, ms), what).toMatch(why)
    for (const actor of [bank.staff.agent, bank.staff.compliance, machine])
      expect(await set(actor, `confirmed_at = ${now}`, enough + 1_000)).toMatch(/permission denied/)
    expect(await set(await addDebtor(bank), `confirmed_at = ${now}`, enough + 1_000)).toBe('nothing')

    await expect(
      bank.story.db.withActor(who, (tx) => confirmCostStatement(tx, statementId)),
    ).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'reading_time', extra: { waitSeconds: expect.any(Number) } },
    })
    await expect(draftAgreement(bank.story, offerId), 'an agreement before that').rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

describe('an agreement', () => {
  /** What a customer would do by SQL, without the verb. */
  const confirm =
    ({ who, agreementId }: Written, columns = `confirmed_at = app.app_now()`) =>
    async (tx: Tx) => {
      const evidence = await storeContent(bank.story, tx, who.id, '{}', 'application/json')
      return tx.query(
        `update app.agreements set state = 'confirmed', confirmation_id = $2, ${columns} where id = $1 returning id`,
        [agreementId, evidence],
      )
    }

  it('is confirmed by its customer, verified, now, with fresh evidence', async () => {
    const written = await deliveredAgreement(bank)
    const { who, agreementId, draft } = written
    expect(await attempt(bank.story, who, confirm(written))).toBe('WENT THROUGH')
    const { agent, lead, compliance } = bank.staff
    const plain = `update app.agreements set state = 'confirmed' where id = $1 returning id`
    const old = (tx: Tx) =>
      tx.query(
        `update app.agreements set state = 'confirmed', confirmed_at = app.app_now(), confirmation_id = $2
         where id = $1 returning id`,
        [agreementId, draft.content_id],
      )
    const attacks: [string, Actor, (tx: Tx) => Promise<unknown>, RegExp][] = [
      ['by an agent', agent, (tx) => tx.query(plain, [agreementId]), /only the customer confirms/],
      ['by a lead', lead, (tx) => tx.query(plain, [agreementId]), /only the customer confirms/],
      ['by the machine', machine, (tx) => tx.query(plain, [agreementId]), /only the customer confirms/],
      ['by staff with the evidence', agent, confirm(written), /permission denied/],
      ['by compliance', compliance, (tx) => tx.query(plain, [agreementId]), /permission denied/],
      ['by another customer', await addDebtor(bank), (tx) => tx.query(plain, [agreementId]), /nothing/],
      ['without evidence', who, (tx) => tx.query(plain, [agreementId]), /now, with its evidence/],
      ['with old words as evidence', who, old, /now, with its evidence/],
      [
        'dated yesterday',
        who,
        confirm(written, `confirmed_at = app.app_now() - interval '1 day'`),
        /now, with/,
      ],
    ]
    for (const [what, actor, attack, why] of attacks)
      expect(await attempt(bank.story, actor, attack), what).toMatch(why)
    const unverified = later(bank, hours(2))
    expect(await attempt(unverified, who, confirm(written)), 'verification has run out').toMatch(
      /identity is not verified/,
    )
    await expect(
      unverified.db.withActor(who, (tx) =>
        confirmAgreement(unverified, tx, { agreementId, language: 'zh-Hans', device: 'x' }),
      ),
    ).rejects.toMatchObject({ code: 'forbidden', details: { reason: 'verification_required' } })
    for (const actor of [who, agent])
      expect(
        await attempt(bank.story, actor, (tx) =>
          tx.query(
            `update app.conversations set verified_until = app.app_now() + interval '1 day' where id = $1`,
            [written.conversationId],
          ),
        ),
        'verifying oneself',
      ).toMatch(/permission denied/)
  })

  it('is not confirmed without its cost statement, even where one was taken away', async () => {
    const written = await deliveredAgreement(bank)
    const client = await bank.connection.appPool.connect()
    try {
      await client.query('alter table app.cost_statements disable trigger all')
      await client.query('update app.cost_statements set confirmed_at = null where id = $1', [
        written.statementId,
      ])
      await client.query('alter table app.cost_statements enable trigger all')
    } finally {
      client.release()
    }
    expect(await attempt(bank.story, written.who, confirm(written))).toMatch(
      /cost statement was not confirmed/,
    )
  })

  it('is written only on an accepted offer whose cost statement was confirmed', async () => {
    const accepted = await acceptedOffer(bank)
    const insert = (actor: Actor) =>
      attempt(bank.story, actor, async (tx) => {
        const content = await storeContent(bank.story, tx, accepted.who.id, '{}')
        return tx.query(
          `insert into app.agreements (id, case_id, customer_id, offer_id, number, text_id, pdf_zh_id, pdf_en_id,
             pdf_zh_sha256, pdf_en_sha256) values ($1, $2, $3, $4, gen_random_uuid()::text, $5, $5, $5, '', '') returning id`,
          [newId(), accepted.of.id, accepted.who.id, accepted.offerId, content],
        )
      })
    for (const actor of [bank.staff.agent, machine])
      expect(await insert(actor)).toMatch(/accepted offer whose cost statement/)
    expect(await insert(accepted.who)).toMatch(/permission denied/)
  })

  it('is delivered only by an approved message, hidden until then, and moves one way', async () => {
    const drafted = await draftedAgreement(bank)
    const set = (actor: Actor, id: string, state: string) =>
      attempt(bank.story, actor, (tx) =>
        tx.query(`update app.agreements set state = $2 where id = $1 returning id`, [id, state]),
      )
    const { agent } = bank.staff
    for (const actor of [agent, machine]) {
      expect(await set(actor, drafted.agreementId, 'delivered')).toMatch(/only by an approved message/)
      for (const state of ['confirmed', 'broken', 'completed'])
        expect(await set(actor, drafted.agreementId, state), state).toMatch(/cannot go/)
    }
    expect(await set(drafted.who, drafted.agreementId, 'confirmed')).toBe('nothing')
    const pdf = await bank.story.db.withActor(drafted.who, (tx) =>
      tx.query(`select id from app.contents where id = any ($1::uuid[])`, [drafted.draft.attachments]),
    )
    expect(pdf).toEqual([])
    const confirmed = await confirmedAgreement(bank)
    const { who, agreementId } = confirmed
    const again = () =>
      bank.story.db.withActor(who, (tx) =>
        confirmAgreement(bank.story, tx, { agreementId, language: 'en', device: 'y' }),
      )
    expect(await again(), 'confirming again changes nothing').toMatchObject({ state: 'confirmed' })
    expect(await attempt(bank.story, who, confirm(confirmed)), 'other evidence').toMatch(
      /confirmation of an agreement stays/,
    )
    for (const state of ['drafted', 'delivered'])
      for (const actor of [agent, machine])
        expect(await set(actor, confirmed.agreementId, state), `confirmed to ${state}`).toMatch(/cannot go/)
    for (const column of [`pdf_zh_sha256 = ''`, `text_id = pdf_zh_id`, `number = 'X'`, `offer_id = null`])
      for (const actor of [agent, machine, confirmed.who])
        expect(
          await attempt(bank.story, actor, (tx) =>
            tx.query(`update app.agreements set ${column} where id = $1`, [confirmed.agreementId]),
          ),
          column,
        ).toMatch(/permission denied/)
  })
})
