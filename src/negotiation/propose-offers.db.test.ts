import { beforeAll, describe, expect, it } from 'vitest'
import { closeCase } from '../features/cases/open-case.ts'
import { recordFacts } from '../features/cases/record-facts.ts'
import { findOpenCase, readCase } from '../features/cases/store.ts'
import { acceptStrongIdentity } from '../features/conversations/verify-identity.ts'
import { readText } from '../features/customers/contents.ts'
import { findConcession } from '../features/offers/concession-store.ts'
import type { Offer, OffersAnswer, OffersInput } from '../features/offers/model.ts'
import { findLatestSet, type OfferRow, readOffers } from '../features/offers/store.ts'
import { system } from '../platform/context.ts'
import { acceptOffer, counterOffer } from './answer-offer.ts'
import {
  addDebtor,
  approve,
  attempt,
  draftedOffer,
  hours,
  later,
  latestDraft,
  machine,
  type Owner,
  type Sent,
  say,
  sentOffer,
  startConversation,
  type TestBank,
  testBank,
} from './negotiation.fixture.ts'
import { prepareDraft } from './prepare-draft.ts'
import { prepareProposal } from './prepare-proposal.ts'
import { proposeOffers } from './propose-offers.ts'
import { respondFirstLine } from './respond-first-line.ts'

let bank: TestBank
beforeAll(async () => {
  bank = await testBank()
})
const proposal = system('proposal')

/** What the case of a conversation now has on offer, with the record of the run. */
async function latest(caseId: string) {
  return bank.story.db.withActor(machine, async (tx) => {
    const set = (await findLatestSet(tx, caseId))!
    const offers = await readOffers(tx, { setId: set.id })
    const made = await findConcession(tx, set.id)
    const result = set.result as Omit<OffersAnswer, 'offers'> & { offers: (Offer & { origin: string })[] }
    return { set, offers: [...offers].sort((a, b) => a.ord - b.ord), made, result }
  })
}

async function hear(who: Owner, conversationId: string, text: string, story = bank.story): Promise<string> {
  const { id } = await say(story, who, conversationId, text)
  await respondFirstLine(story, id)
  const of = await story.db.withActor(machine, (tx) => findOpenCase(tx, conversationId))
  await prepareProposal(story, of!.id)
  return of!.id
}

/** From a first message with these words to what is on offer. */
async function heard(text: string, who?: Owner) {
  const owner = who ?? (await addDebtor(bank))
  const conversationId = await startConversation(bank, owner)
  await acceptStrongIdentity(bank.story, conversationId)
  const caseId = await hear(owner, conversationId, text)
  return { who: owner, conversationId, caseId, ...(await latest(caseId)) }
}

async function counter(sent: Sent, text: string, offerId = sent.offerId, story = bank.story) {
  const { id } = await story.db.withActor(sent.who, (tx) => counterOffer(story, tx, offerId, text))
  await respondFirstLine(story, id)
  await prepareProposal(story, sent.of.id)
  return latest(sent.of.id)
}

/** What an offer is worth to the bank, as its run kept it. */
async function worthOf(offerId: string): Promise<number> {
  const { rows } = await bank.connection.appPool.query(
    `select (s.result -> 'offers' -> o.ord ->> 'pv')::bigint as pv from app.offers o
     join app.offer_sets s on s.id = o.offer_set_id where o.id = $1`,
    [offerId],
  )
  return Number(rows[0].pv)
}

const amounts = ({ terms }: OfferRow) => terms.schedule.map((row) => row.amount)

describe('what a customer asks for at the start', () => {
  it('is the plan put forward when policy can carry it: the instalment to the cent', async () => {
    const { offers, result, made, conversationId } = await heard('我被裁员了，我愿意还，每个月能还2000元。')
    expect(result.request_verdict).toMatchObject({ inside: true, rules: [] })
    expect(result.offers.map((offer) => offer.origin)).toEqual(['requested', 'engine', 'engine'])
    expect(new Set(amounts(offers[0]!).slice(0, -1))).toEqual(new Set([200_000]))
    expect(made).toMatchObject({
      round: 0,
      inside: true,
      request: { instalment: 200_000 },
      table_value: null,
    })
    const draft = await latestDraft(bank, conversationId)
    expect(draft.offer_id).toBe(offers[0]!.id)
  })

  it('is what they said last: 12 months, then 1,900 a month', async () => {
    const { who, conversationId, caseId, offers } = await heard('我被裁员了，愿意还，想分12期还。')
    expect(offers[0]!.terms).toMatchObject({ months: 12 })
    await hear(who, conversationId, '还是每个月还1900元吧。')
    const then = await latest(caseId)
    expect(then.made!.request).toEqual({ instalment: 190_000 })
    expect(amounts(then.offers[0]!)[0]).toBe(190_000)
    await hear(who, conversationId, '那还是分12期吧。')
    expect((await latest(caseId)).made!.request).toEqual({ months: 12 })
  })

  it('gives way to what is nearest when it is outside, and the rule is kept', async () => {
    const { offers, result, made } = await heard('我被裁员了，愿意还，想分3期还。')
    expect(result.request_verdict!.inside).toBe(false)
    expect(made).toMatchObject({ inside: false, request: { months: 3 } })
    expect(made!.rules).toContain('capacity')
    expect(result.offers[0]).toMatchObject({ origin: 'nearest', shape: 'level' })
    expect(offers[0]!.terms.months).toBeGreaterThan(3)
  })

  it('takes first date and waiver with it', async () => {
    const { offers, made } = await heard('我被裁员了，愿意还，想分12期还，违约金能不能减免一半？')
    expect(made!.request).toEqual({ months: 12, waive_fees_bp: 5000 })
    expect(offers[0]!.terms.waived.default_charges).toBe(7790)
    expect(offers[0]!.authority).toBe('agent')
  })
})

describe('after a counter-offer', () => {
  it('nothing is given for nothing; something is given for something, and written down', async () => {
    const sent = await sentOffer(bank)
    const [before] = await bank.story.db.withActor(machine, (tx) => readOffers(tx, { ids: [sent.offerId] }))
    const empty = await counter(sent, '太多了，我每个月最多还1000元。')
    expect(empty.result.request_verdict!.inside).toBe(true)
    expect(empty.made).toMatchObject({
      round: 0,
      inside: true,
      received: null,
      given: 0,
      held_by: ['nothing_given'],
    })
    const inHand = await worthOf(sent.offerId)
    expect(empty.made!.table_value, 'what is in their hands is the table').toBe(inHand)
    for (const offer of empty.result.offers) expect(offer.pv).toBeGreaterThanOrEqual(inHand)

    const given = await counter(sent, '我可以先付1000元，之后每个月还1000元。')
    expect(given.made).toMatchObject({ round: 1, received: 'down_payment' })
    const owed = 1_949_815
    expect(given.made!.given).toBeLessThanOrEqual(owed * 0.015)
    const first = given.offers[0]!
    const largest = (offer: OfferRow) =>
      Math.max(...amounts(offer).slice(offer.terms.shape === 'down_payment' ? 1 : 0))
    expect(largest(first)).toBeLessThan(largest(before!))
    const draft = await latestDraft(bank, sent.conversationId)
    expect(draft.offer_id).toBe(first.id)

    const { rows } = await bank.connection.appPool.query(
      `select canonical::jsonb -> 'details' as details from app.audit_entries
       where action = 'offers.computed' and subject_id = any ($1) order by id`,
      [[empty.set.id, given.set.id]],
    )
    expect(rows.map((row) => row.details)).toMatchObject([
      { received: null, held_by: ['nothing_given'], inside: true, round: 0 },
      { received: 'down_payment', round: 1 },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/pv|table|value"/)
  })

  it('working it out again, sending nothing, earns nothing; sent, it counts, in another case too', async () => {
    const sent = await sentOffer(bank)
    await counter(sent, '我可以先付1000元，之后每个月还1000元。')
    const again = () =>
      bank.story.db.withActor(proposal, async (tx) =>
        proposeOffers(bank.story, tx, await readCase(tx, sent.of.id)),
      )
    await again()
    await again()
    expect((await latest(sent.of.id)).made).toMatchObject({ round: 1, received: 'down_payment' })
    const draft = await latestDraft(bank, sent.conversationId)
    const offers = (await latest(sent.of.id)).offers
    expect(draft.offer_id).not.toBe(offers[0]!.id)
    await bank.story.db.withActor(bank.staff.agent, async (tx) => {
      await prepareDraft(bank.story, tx, await readCase(tx, sent.of.id))
    })
    const ready = await latestDraft(bank, sent.conversationId)
    // Past twelve months it needs a lead besides the agent.
    await approve(bank, bank.staff.manager, ready)
    const state = await bank.story.db.withActor(machine, (tx) => readOffers(tx, { ids: [ready.offer_id!] }))
    expect(state[0]).toMatchObject({ state: 'sent', sent_at: expect.any(Date) })

    await bank.story.db.withActor(bank.staff.agent, async (tx) =>
      closeCase(tx, await readCase(tx, sent.of.id, true), 'withdrawn'),
    )
    const reopened = await heard('我被裁员了，愿意还，每个月还1000元，可以设自动扣款。', sent.who)
    expect(reopened.caseId).not.toBe(sent.of.id)
    expect(reopened.made).toMatchObject({ round: 2, received: 'direct_debit' })
    expect(reopened.made!.table_value).not.toBeNull()
    const ninetyOne = later(bank, hours(24 * 91))
    await ninetyOne.db.withActor(proposal, async (tx) =>
      proposeOffers(ninetyOne, tx, await readCase(tx, reopened.caseId)),
    )
    expect((await latest(reopened.caseId)).made).toMatchObject({ round: 0, table_value: null })
  })

  it('papers for a figure count as something', async () => {
    const sent = await sentOffer(bank)
    await bank.story.db.withActor(bank.staff.agent, async (tx) =>
      recordFacts(bank.story, tx, await readCase(tx, sent.of.id), [
        { name: 'monthly_income', value: 790_000, grade: 'document' },
      ]),
    )
    expect((await counter(sent, '我每个月最多还1000元。')).made).toMatchObject({
      received: 'documents',
      round: 1,
    })
  })

  it('a person with a reason may put the request forward; who and why is kept', async () => {
    const sent = await sentOffer(bank)
    await counter(sent, '我每个月最多还1000元。')
    const asker = { staffId: bank.staff.lead.id, reason: '孩子开学，先稳住还款' }
    await bank.story.db.withActor(proposal, async (tx) =>
      proposeOffers(bank.story, tx, await readCase(tx, sent.of.id), asker),
    )
    const { offers, made, set } = await latest(sent.of.id)
    expect(amounts(offers[0]!)[0]).toBe(100_000)
    expect(made).toMatchObject({ held_by: [], inside: true })
    expect(made!.warnings).toContain('unreciprocated')
    expect(made!.given).toBeGreaterThan(0)
    const { rows } = await bank.connection.appPool.query(
      `select s.asked_by, s.reason_id, e.actor_id, e.canonical::jsonb -> 'details' as details
       from app.offer_sets s join app.audit_entries e on e.subject_id = s.id::text where s.id = $1`,
      [set.id],
    )
    expect(rows).toMatchObject([
      {
        asked_by: bank.staff.lead.id,
        actor_id: 'proposal',
        details: { asked_by: bank.staff.lead.id, reason: rows[0].reason_id },
      },
    ])
    expect(rows[0].details.warnings).toContain('unreciprocated')
    const reason = await bank.story.db.withActor(machine, (tx) => readText(bank.story, tx, rows[0].reason_id))
    expect(reason).toBe(asker.reason)
  })

  it('nothing new said with an offer in hand makes no other', async () => {
    const sent = await sentOffer(bank)
    const { set } = await latest(sent.of.id)
    await hear(sent.who, sent.conversationId, '好的，谢谢。')
    expect((await latest(sent.of.id)).set.id).toBe(set.id)
  })
})

describe('waivers of twelve months', () => {
  const asks = '我被裁员了，愿意还，想分12期还，违约金能不能减免一半？'

  it('cannot be split over two cases to stay below a limit', async () => {
    const first = await heard(asks)
    expect(first.offers[0]).toMatchObject({
      authority: 'agent',
      terms: { waived: { default_charges: 7790 } },
    })
    const draft = await latestDraft(bank, first.conversationId)
    await approve(bank, bank.staff.agent, draft)
    await bank.story.db.withActor(first.who, (tx) => acceptOffer(bank.story, tx, draft.offer_id!))
    const second = await heard(asks, first.who)
    expect(second.caseId).not.toBe(first.caseId)
    expect(second.offers[0]).toMatchObject({
      authority: 'lead',
      terms: { waived: { default_charges: 7790 } },
    })
    const [whole] = second.result.offers as unknown as { risk: { authority: unknown } }[]
    expect(whole!.risk.authority).toEqual({ rules: ['fee_waiver_limit'], split: true })
    const input = await bank.story.db.withActor(machine, async (tx) => {
      const [row] = await tx.query<{ input_id: string }>(
        'select input_id from app.offer_sets where id = $1',
        [second.set.id],
      )
      return JSON.parse(await readText(bank.story, tx, row!.input_id)) as OffersInput
    })
    expect(input.prior_waivers).toMatchObject([{ default_charges: 7790, fees: 0 }])

    const year = later(bank, hours(24 * 366))
    await year.db.withActor(proposal, async (tx) =>
      proposeOffers(year, tx, await readCase(tx, second.caseId)),
    )
    expect((await latest(second.caseId)).offers[0]!.authority, 'a year later it counts no more').toBe('agent')
  })

  it('nor over two cases side by side, before either is accepted', async () => {
    const first = await heard(asks)
    const second = await heard(asks, first.who)
    expect(first.offers[0]!.authority).toBe('agent')
    expect(second.offers[0]!.authority).toBe('lead')
    await bank.story.db.withActor(bank.staff.agent, async (tx) =>
      closeCase(tx, await readCase(tx, first.caseId, true), 'withdrawn'),
    )
    await bank.story.db.withActor(proposal, async (tx) =>
      proposeOffers(bank.story, tx, await readCase(tx, second.caseId)),
    )
    expect((await latest(second.caseId)).offers[0]!.authority, 'withdrawn, it weighs nothing').toBe('agent')
  })
})

describe('two debts of one customer', () => {
  it('count together for authority, and each has a talk of its own', async () => {
    const who = await addDebtor(bank)
    await bank.connection.appPool.query(
      `insert into app.accounts (id, customer_id, product, masked_number, currency, principal, interest, fees,
         default_charges, annual_rate_bp, days_past_due, monthly_due, as_of)
       select gen_random_uuid(), customer_id, 'consumer_loan', '6200 **** **** 1853', 'CNY', $2, 0, 0, 0, 840, 44, 0, as_of
       from app.accounts where customer_id = $1`,
      [who.id, 5_000_000 - 1_949_815],
    )
    const together = await heard('我被裁员了，信用卡还不上，愿意还，想分12期还。', who)
    expect(together.offers[0]!.authority, '50,000.00 together: still an agent').toBe('agent')
    await bank.connection.appPool.query(
      `update app.accounts set principal = principal + 1 where customer_id = $1 and product = 'consumer_loan'`,
      [who.id],
    )
    await bank.story.db.withActor(proposal, async (tx) =>
      proposeOffers(bank.story, tx, await readCase(tx, together.caseId)),
    )
    expect((await latest(together.caseId)).offers[0]!.authority, 'a cent more').toBe('lead')
    const { rows } = await bank.connection.appPool.query(
      `select distinct a.product from app.concessions c join app.accounts a on a.id = c.account_id where c.customer_id = $1`,
      [who.id],
    )
    expect(rows).toEqual([{ product: 'credit_card' }])
  })
})

describe('who may write offers', () => {
  it('is the machine that works them out, and no member of staff', async () => {
    const { of, who } = await draftedOffer(bank)
    const { set, offers } = await latest(of.id)
    const insertSet = `insert into app.offer_sets (id, case_id, customer_id, outcome, input_id, result,
        parameters_version, parameters_hash, account_id)
      select gen_random_uuid(), case_id, customer_id, outcome, input_id, result, 'x', 'x', account_id
      from app.offer_sets where id = $1 returning id`
    const insertOffer = (
      authority: string,
    ) => `insert into app.offers (id, offer_set_id, case_id, customer_id, account_id, ord,
        terms, authority, approvals, second_role)
      select gen_random_uuid(), offer_set_id, case_id, customer_id, account_id, ord + 100, terms, '${authority}', 1, null
      from app.offers where id = $1 returning id`
    const insertConcession = `insert into app.concessions (offer_set_id, case_id, customer_id, account_id, round, given)
      select id, case_id, customer_id, account_id, 0, 0 from app.offer_sets where id = $1 returning offer_set_id`
    const { agent, lead, manager, committee, admin, compliance } = bank.staff
    for (const person of [agent, lead, manager, committee, admin, compliance, who])
      for (const [sql, id] of [
        [insertSet, set.id],
        [insertOffer('agent'), offers[0]!.id],
        [insertConcession, set.id],
      ] as const)
        expect(await attempt(bank.story, person, (tx) => tx.query(sql, [id]))).toMatch(/^42501/)
    for (const other of [system('first-line'), system('agreement'), system('clock')])
      expect(await attempt(bank.story, other, (tx) => tx.query(insertSet, [set.id]))).toMatch(
        /row-level security/,
      )
    expect(
      await attempt(bank.story, agent, (tx) => proposeOffers(bank.story, tx, of)),
      'not even by the verb',
    ).toMatch(/^42501/)
  })

  it('says what the engine said, for one customer and their own account', async () => {
    const { of } = await draftedOffer(bank, 15)
    const stranger = await addDebtor(bank)
    const { set, offers } = await latest(of.id)
    const copy = (change: string) => (tx: { query(sql: string, values: unknown[]): Promise<unknown> }) =>
      tx.query(
        `insert into app.offers (id, offer_set_id, case_id, customer_id, account_id, ord, terms, authority, approvals,
           second_role)
         select gen_random_uuid(), offer_set_id, case_id, customer_id, ${change} from app.offers where id = $1`,
        [offers[0]!.id],
      )
    const machineTries = (change: string) => attempt(bank.story, proposal, copy(change))
    expect(await machineTries(`account_id, ord + 100, terms, authority, approvals, second_role`)).toMatch(
      /what the engine said/,
    )
    expect(await machineTries(`account_id, ord, terms, 'agent', 1, null`)).toMatch(/what the engine said/)
    expect(
      await machineTries(
        `account_id, ord, jsonb_set(terms, '{schedule,0,amount}', '1'), authority, approvals, second_role`,
      ),
    ).toMatch(/what the engine said/)
    const elsewhere = await attempt(bank.story, proposal, (tx) =>
      tx.query(
        `insert into app.offer_sets (id, case_id, customer_id, outcome, input_id, result, parameters_version,
           parameters_hash, account_id)
         select gen_random_uuid(), s.case_id, s.customer_id, s.outcome, s.input_id, s.result, 'x', 'x', a.id
         from app.offer_sets s, app.accounts a where s.id = $1 and a.customer_id = $2`,
        [set.id, stranger.id],
      ),
    )
    expect(elsewhere).toMatch(/one account of theirs/)
  })

  it('keeps the record of concessions as it was made', async () => {
    const { set } = await latest((await draftedOffer(bank)).of.id)
    for (const actor of [bank.staff.manager, proposal])
      for (const sql of [
        'update app.concessions set given = 0 where offer_set_id = $1',
        'delete from app.concessions where offer_set_id = $1',
      ])
        expect(await attempt(bank.story, actor, (tx) => tx.query(sql, [set.id]))).toMatch(/permission denied/)
  })
})
