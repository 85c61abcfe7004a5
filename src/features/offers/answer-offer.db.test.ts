import { beforeAll, describe, expect, it } from 'vitest'
import { acceptOffer, declineOffer } from '../../negotiation/answer-offer.ts'
import {
  acceptedOffer,
  addDebtor,
  attempt,
  draftedOffer,
  hours,
  later,
  type Matter,
  type Sent,
  sentOffer,
  type TestBank,
  testBank,
} from '../../negotiation/negotiation.fixture.ts'
import { type Actor, system } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { storeContent } from '../customers/contents.ts'
import { offerStates } from './store.ts'

let bank: TestBank
let proposed: Matter
let sent: Sent
beforeAll(async () => {
  bank = await testBank()
  proposed = await draftedOffer(bank)
  sent = await sentOffer(bank)
})

const set = (actor: Actor, offerId: string, columns: string, story = bank.story) =>
  attempt(story, actor, (tx) =>
    tx.query(`update app.offers set ${columns} where id = $1 returning id`, [offerId]),
  )
const machine = system('proposal')

describe('the state of an offer', () => {
  it('moves only along its ways, whoever pushes', async () => {
    const open = {
      proposed: ['withdrawn'],
      sent: ['declined', 'countered', 'expired', 'withdrawn'],
    }
    for (const [state, offerId] of [
      ['proposed', proposed.draft.offer_id!],
      ['sent', sent.offerId],
    ] as const)
      for (const next of offerStates.filter((one) => one !== state))
        for (const actor of [bank.staff.agent, bank.staff.manager, machine]) {
          const outcome = await set(actor, offerId, `state = '${next}'`)
          const free = (open[state] as string[]).includes(next)
          expect(outcome, `${state} to ${next}`).toMatch(
            free ? /WENT THROUGH/ : /cannot go|sent only|only the customer/,
          )
        }
  })

  it('is answered by the customer it was sent to, and by nobody else', async () => {
    const stranger = await addDebtor(bank)
    const accept = `state = 'accepted'`
    expect(await set(sent.who, sent.offerId, accept)).toBe('WENT THROUGH')
    const attacks: [string, Actor, string, RegExp][] = [
      ['an agent accepts', bank.staff.agent, sent.offerId, /only the customer accepts/],
      ['a manager accepts', bank.staff.manager, sent.offerId, /only the customer accepts/],
      ['the machine accepts', machine, sent.offerId, /only the customer accepts/],
      ['compliance accepts', bank.staff.compliance, sent.offerId, /permission denied/],
      ['another customer accepts', stranger, sent.offerId, /nothing/],
      ['an offer that was only proposed', proposed.who, proposed.draft.offer_id!, /nothing/],
    ]
    for (const [what, actor, offerId, why] of attacks)
      expect(await set(actor, offerId, accept), what).toMatch(why)
    for (const state of ['proposed', 'expired', 'withdrawn'])
      expect(await set(sent.who, sent.offerId, `state = '${state}'`), state).toMatch(/cannot go|row-level/)
  })

  it('is not accepted after its last day, nor is that day moved', async () => {
    const [row] = await bank.story.db.withActor(sent.who, (tx) =>
      tx.query<{ valid_until: Date }>('select valid_until from app.offers where id = $1', [sent.offerId]),
    )
    const left = row!.valid_until.getTime() - bank.story.clock.now().getTime()
    expect(left).toBeGreaterThan(hours(24 * 13))
    const accept = `state = 'accepted'`
    expect(await set(sent.who, sent.offerId, accept, later(bank, left - 60_000))).toBe('WENT THROUGH')
    expect(await set(sent.who, sent.offerId, accept, later(bank, left + 1_000))).toMatch(/no longer valid/)
    await expect(
      later(bank, left + 1_000).db.withActor(sent.who, (tx) =>
        acceptOffer(later(bank, left + 1_000), tx, sent.offerId),
      ),
    ).rejects.toMatchObject({ code: expect.stringMatching(/conflict|forbidden/) })
    for (const actor of [bank.staff.agent, machine])
      for (const until of ['null', `app.app_now() + interval '1 year'`])
        expect(await set(actor, sent.offerId, `valid_until = ${until}`)).toMatch(/said when it is sent/)
    expect(await set(sent.who, sent.offerId, 'valid_until = null')).toMatch(/permission denied/)
  })

  it('keeps its terms and the authority it asks for', async () => {
    for (const actor of [bank.staff.agent, bank.staff.manager, machine, sent.who])
      for (const columns of [
        `terms = '{}'`,
        `authority = 'agent'`,
        'approvals = 1, second_role = null',
        `customer_id = '${newId()}'`,
      ])
        expect(await set(actor, sent.offerId, columns), columns).toMatch(/permission denied/)
    for (const actor of [bank.staff.agent, machine, sent.who])
      expect(
        await attempt(bank.story, actor, (tx) =>
          tx.query('delete from app.offers where id = $1', [sent.offerId]),
        ),
      ).toMatch(/permission denied/)
  })

  it('lets one offer of a case be accepted, and one alone', async () => {
    const accepted = await acceptedOffer(bank)
    const { who, of } = accepted
    const [second] = await bank.story.db.withActor(machine, (tx) =>
      tx.query<{ id: string }>(
        `select id from app.offers where case_id = $1 and state = 'proposed' limit 1`,
        [of.id],
      ),
    )
    expect(second, 'a second offer of the same set').toBeDefined()
    // Sent as the owner would, past every rule: the index still holds.
    const client = await bank.connection.appPool.connect()
    try {
      await client.query('alter table app.offers disable trigger all')
      await client.query(
        `update app.offers set state = 'sent', valid_until = now() + interval '1 day' where id = $1`,
        [second!.id],
      )
      await client.query('alter table app.offers enable trigger all')
    } finally {
      client.release()
    }
    expect(await set(who, second!.id, `state = 'accepted'`)).toMatch(/^23505/)
    await expect(
      bank.story.db.withActor(who, (tx) => acceptOffer(bank.story, tx, second!.id)),
    ).rejects.toMatchObject({ code: 'conflict', details: { reason: 'accepted_another' } })
  })

  it('accepting twice is accepting once; declining after accepting is refused', async () => {
    const accepted = await acceptedOffer(bank)
    const again = await bank.story.db.withActor(accepted.who, (tx) =>
      acceptOffer(bank.story, tx, accepted.offerId),
    )
    expect(again.state).toBe('accepted')
    await expect(
      bank.story.db.withActor(accepted.who, (tx) => declineOffer(bank.story, tx, accepted.offerId)),
    ).rejects.toMatchObject({ code: 'conflict' })
    const { rows } = await bank.connection.appPool.query(
      `select action from app.audit_entries where subject_id = $1 and action = 'offer.accepted'`,
      [accepted.offerId],
    )
    expect(rows).toHaveLength(1)
  })
})

describe('a cost statement', () => {
  it("is made by accepting, for one's own offer and with words of the moment", async () => {
    const stranger = await addDebtor(bank)
    const insert = (actor: Actor, offerId: string, owner: string, fresh = true) =>
      attempt(bank.story, actor, async (tx) => {
        const content = fresh ? await storeContent(bank.story, tx, owner, '{}') : proposed.draft.content_id
        return tx.query(
          `insert into app.cost_statements (id, offer_id, customer_id, content_id, sha256, minimum_reading_seconds)
           values ($1, $2, $3, $4, '', 1) returning id`,
          [newId(), offerId, owner, content],
        )
      })
    expect(await insert(sent.who, sent.offerId, sent.who.id), 'before accepting').toMatch(
      /with the acceptance/,
    )
    expect(await insert(stranger, sent.offerId, stranger.id), "for another's offer").toMatch(
      /with the acceptance/,
    )
    expect(
      await insert(proposed.who, proposed.draft.offer_id!, proposed.who.id, false),
      "on the bank's words, to read them",
    ).toMatch(/with the acceptance/)
    expect(await insert(bank.staff.agent, sent.offerId, sent.who.id), 'by staff').toMatch(/permission denied/)
  })
})
