import { beforeAll, describe, expect, it } from 'vitest'
import { readLetterPair } from '../features/agreements/store.ts'
import { findCaseDebt, setCaseDebt } from '../features/cases/case-debts.ts'
import { findOpenCase, readCase } from '../features/cases/store.ts'
import { acceptStrongIdentity } from '../features/conversations/verify-identity.ts'
import { readText } from '../features/customers/contents.ts'
import { leaveLease, takeLease } from '../features/drafting/edit-lease.ts'
import { findLatestDraft } from '../features/drafting/store.ts'
import type { OffersInput } from '../features/offers/model.ts'
import { findLatestSet, readOffers } from '../features/offers/store.ts'
import { system } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { findAnalysis } from './analyse-problem.ts'
import { acceptOffer } from './answer-offer.ts'
import { chooseDebt } from './choose-debt.ts'
import { confirmAgreement } from './confirm-agreement.ts'
import { confirmCostStatement, openCostStatement } from './cost-statement.ts'
import { debtOfCase } from './debt-of-case.ts'
import { draftAgreement } from './draft-agreement.ts'
import {
  addDebtor,
  addLoan,
  approve,
  attempt,
  later,
  latestDraft,
  machine,
  type Owner,
  say,
  startConversation,
  type TestBank,
  testBank,
} from './negotiation.fixture.ts'
import { prepareProposal } from './prepare-proposal.ts'
import { respondFirstLine } from './respond-first-line.ts'

let bank: TestBank
beforeAll(async () => {
  bank = await testBank()
})

const open = '我被裁员了，两笔欠款都还不上，愿意还，想分24期还。'
const readRows = async <T>(sql: string, values: unknown[]) =>
  (await bank.connection.appPool.query(sql, values)).rows as T[]

type Indebted = { who: Owner; cardId: string; loanId: string }

/** A customer with a card and a consumer loan, and an income that carries a plan for one beside the other. */
async function addIndebted(loan?: { monthlyDue: number | null; daysPastDue: number }): Promise<Indebted> {
  const who = await addDebtor(bank, 2)
  const loanId = await addLoan(bank, who, loan)
  const [card] = await readRows<{ id: string }>(
    `select id from app.accounts where customer_id = $1 and product = 'credit_card'`,
    [who.id],
  )
  return { who, cardId: card!.id, loanId }
}

async function tell(who: Owner, conversationId: string, text: string) {
  const { id } = await say(bank.story, who, conversationId, text)
  const turn = await respondFirstLine(bank.story, id)
  const of = await bank.story.db.withActor(machine, (tx) => findOpenCase(tx, conversationId))
  await prepareProposal(bank.story, of!.id)
  return { turn, caseId: of!.id, messageId: id }
}

async function begin(who: Owner, text: string) {
  const conversationId = await startConversation(bank, who)
  await acceptStrongIdentity(bank.story, conversationId)
  return { conversationId, ...(await tell(who, conversationId, text)) }
}

async function standing(caseId: string) {
  return bank.story.db.withActor(machine, async (tx) => {
    const of = await readCase(tx, caseId)
    const set = await findLatestSet(tx, caseId)
    const offers = set ? await readOffers(tx, { setId: set.id }) : []
    const [row] = set
      ? await tx.query<{ input_id: string }>('select input_id from app.offer_sets where id = $1', [set.id])
      : []
    const input = row ? (JSON.parse(await readText(bank.story, tx, row.input_id)) as OffersInput) : undefined
    return { of, debt: await debtOfCase(tx, of), set, offers, input }
  })
}

const choose = (caseId: string, accountId: string, person = bank.staff.agent) =>
  bank.story.db.withActor(person, async (tx) =>
    setCaseDebt(tx, await readCase(tx, caseId, true), accountId, { staffId: person.id }),
  )

describe('a customer with two debts', () => {
  it('who names one gets a plan for that one, and what the other takes a month is counted', async () => {
    const { who, loanId, cardId } = await addIndebted()
    const { caseId, messageId } = await begin(who, '我被裁员了，我的消费贷还不上，愿意还，想分24期还。')
    const { debt, offers, set, input } = await standing(caseId)
    expect(debt.account!.id).toBe(loanId)
    expect(debt.chosen).toMatchObject({ account_id: loanId, message_id: messageId, chosen_by: null })
    expect(set!.account_id).toBe(loanId)
    expect(input).toMatchObject({
      product: 'consumer_loan',
      debt: { principal: 6_080_000 },
      customer: { other_debt_service_monthly: 428_000 },
    })
    expect(new Set(offers.map((offer) => offer.account_id))).toEqual(new Set(offers.length ? [loanId] : []))

    const card = await begin(who, '我的信用卡也还不上，被裁员了，愿意还，想分24期还。')
    const other = await standing(card.caseId)
    expect(other.set!.account_id).toBe(cardId)
    expect(other.input).toMatchObject({
      product: 'credit_card',
      customer: { other_debt_service_monthly: 232_400 },
    })
  })

  it('who names neither is asked, and nothing is worked out; the last four digits settle it', async () => {
    const { who, loanId } = await addIndebted()
    const { caseId, conversationId, turn } = await begin(who, open)
    expect(turn.texts[0]).toContain('哪一笔欠款')
    expect(await standing(caseId)).toMatchObject({ set: undefined, debt: { account: undefined } })
    const analysis = await bank.story.db.withActor(machine, (tx) => findAnalysis(bank.story, tx, caseId))
    expect(analysis!.questions[0]!.field).toBe('which_debt')
    const { turn: then } = await tell(who, conversationId, '尾号1853的那笔')
    expect(then.texts[0]).not.toContain('哪一笔欠款')
    const { debt, set } = await standing(caseId)
    expect([debt.account!.id, set!.account_id]).toEqual([loanId, loanId])
  })

  it('of whom staff choose one gets plans for it, audited once; only staff change it then', async () => {
    const { who, cardId, loanId } = await addIndebted()
    const { caseId, conversationId } = await begin(who, open)
    expect(await choose(caseId, cardId)).toBe(true)
    expect(await choose(caseId, cardId), 'the same once more changes nothing').toBe(false)
    await prepareProposal(bank.story, caseId)
    expect((await standing(caseId)).set!.account_id).toBe(cardId)
    const before = await latestDraft(bank, conversationId)
    await tell(who, conversationId, '我想先谈消费贷')
    expect((await standing(caseId)).debt.account!.id, 'a person chose the card').toBe(cardId)

    await choose(caseId, loanId, bank.staff.lead)
    await prepareProposal(bank.story, caseId)
    const { set, debt } = await standing(caseId)
    expect(set!.account_id).toBe(loanId)
    expect(debt.chosen).toMatchObject({ chosen_by: bank.staff.lead.id, message_id: null })
    const draft = await bank.story.db.withActor(machine, (tx) => findLatestDraft(tx, conversationId))
    expect(draft!.id, 'the draft about the card is written anew').not.toBe(before.id)
    const told = await readRows<{ details: unknown; actor_id: string }>(
      `select canonical::jsonb -> 'details' as details, actor_id from app.audit_entries
       where case_id = $1 and action = 'case.debt_chosen' order by id`,
      [caseId],
    )
    expect(told).toEqual([
      { actor_id: bank.staff.agent.id, details: { account: cardId, before: null } },
      { actor_id: bank.staff.lead.id, details: { account: loanId, before: cardId } },
    ])
  })

  it('of whom another was chosen gets no offer for the first by an approval of habit', async () => {
    const { who, cardId, loanId } = await addIndebted()
    const { caseId, conversationId } = await begin(who, '我被裁员了，信用卡还不上，愿意还，想分24期还。')
    const draft = await latestDraft(bank, conversationId)
    const change = (accountId: string, person = bank.staff.agent) =>
      bank.story.db.withActor(person, async (tx) =>
        chooseDebt(bank.story, tx, await readCase(tx, caseId, true), accountId, person.id),
      )
    await bank.story.db.withActor(bank.staff.colleague, (tx) => takeLease(tx, draft, false))
    await expect(change(loanId), 'somebody is editing').rejects.toMatchObject({
      details: { reason: 'lease' },
    })
    await bank.story.db.withActor(bank.staff.colleague, (tx) => leaveLease(tx, draft))
    await change(loanId)
    await expect(approve(bank, bank.staff.manager, draft)).rejects.toMatchObject({
      details: { reason: 'other_debt' },
    })
    const { offers } = await standing(caseId)
    expect(offers.map(({ state, account_id }) => [state, account_id])).toEqual(
      offers.map(() => ['proposed', cardId]),
    )
    await change(cardId)
    await prepareProposal(bank.story, caseId)
    await approve(bank, bank.staff.manager, await latestDraft(bank, conversationId))
    const sent = (await standing(caseId)).offers.filter(({ state }) => state === 'sent')
    expect(sent.map(({ account_id }) => account_id)).toEqual([cardId])
  })

  it('may mean the other one later, but not by mentioning it', async () => {
    const { who, cardId, loanId } = await addIndebted()
    const { caseId, conversationId } = await begin(who, '我被裁员了，信用卡还不上了，愿意还，想分24期。')
    await tell(who, conversationId, '当初办消费贷的时候你们可热情了')
    expect((await standing(caseId)).debt.account!.id).toBe(cardId)
    await tell(who, conversationId, '我说的是消费贷，不是信用卡')
    expect((await standing(caseId)).debt.account!.id).toBe(loanId)
  })

  it('gets no plan while nobody knows what the other takes; what they say of it then counts', async () => {
    const { who } = await addIndebted({ monthlyDue: null, daysPastDue: 0 })
    const { caseId, conversationId, turn } = await begin(who, '我被裁员了，信用卡还不上，愿意还，想分24期。')
    expect(turn.texts[0]).toContain('其他的贷款和信用卡每月一共要还多少')
    expect((await standing(caseId)).set).toBeUndefined()
    await tell(who, conversationId, '其他的每个月一共还2400元')
    const { input, offers } = await standing(caseId)
    expect(input!.customer.other_debt_service_monthly).toBe(240_000)
    expect(offers.length).toBeGreaterThan(0)
  })
})

describe('the papers of an offer', () => {
  it('name its own account, though the other debt has become the more overdue', async () => {
    const { who, cardId, loanId } = await addIndebted()
    const { caseId, conversationId } = await begin(who, '我被裁员了，信用卡还不上，愿意还，想分24期还。')
    const draft = await latestDraft(bank, conversationId)
    await approve(bank, bank.staff.manager, draft)
    const offerId = draft.offer_id!
    await bank.connection.appPool.query('update app.accounts set days_past_due = 400 where id = $1', [loanId])
    await bank.story.db.withActor(who, (tx) => acceptOffer(bank.story, tx, offerId))
    const statement = await bank.story.db.withActor(who, (tx) => openCostStatement(bank.story, tx, offerId))
    expect(JSON.stringify(statement.texts)).toContain('6200 **** **** 7391')
    expect(JSON.stringify(statement.texts)).not.toContain('1853')
    const read = later(bank, 91_000)
    await read.db.withActor(who, (tx) => confirmCostStatement(tx, statement.id))
    await draftAgreement(bank.story, offerId)
    const letter = await bank.story.db.withActor(machine, async (tx) => {
      const [row] = await tx.query<{ text_id: string }>(
        'select text_id from app.agreements where offer_id = $1',
        [offerId],
      )
      return readLetterPair(bank.story, tx, row!.text_id)
    })
    for (const text of [letter['zh-Hans'], letter.en]) {
      expect(JSON.stringify(text)).toContain('6200 **** **** 7391')
      expect(JSON.stringify(text)).not.toContain('1853')
    }
    expect(JSON.stringify(letter.en)).toContain('Heheng credit card')
    const told = await bank.story.db.withActor(machine, async (tx) => {
      const rows = await tx.query<{ content_id: string }>(
        `select f.content_id from app.follow_ups f join app.agreements g on g.id = f.agreement_id
         where g.offer_id = $1 and f.kind = 'reminder'`,
        [offerId],
      )
      return Promise.all(rows.map((row) => readText(bank.story, tx, row.content_id)))
    })
    expect(told.length).toBeGreaterThan(0)
    for (const words of told) expect(words).toContain('信用卡（尾号7391）')
    expect((await standing(caseId)).debt).toMatchObject({ settled: true, account: { id: cardId } })

    const agreement = await latestDraft(bank, conversationId)
    for (const id of [draft.content_id!, agreement.content_id!])
      expect(await bank.story.db.withActor(machine, (tx) => readText(bank.story, tx, id))).toContain(
        '信用卡（尾号7391）',
      )
    await approve(bank, bank.staff.manager, agreement)
    await bank.story.db.withActor(who, (tx) =>
      confirmAgreement(bank.story, tx, {
        agreementId: agreement.agreement_id!,
        language: 'zh-Hans',
        device: 'test',
      }),
    )
    const [offer] = await bank.story.db.withActor(machine, (tx) => readOffers(tx, { ids: [offerId] }))
    const loan = await begin(who, '我被裁员了，消费贷还不上，愿意还，想分48期还。')
    const largest = Math.max(...offer!.terms.schedule.map((row) => row.amount))
    expect(largest).not.toBe(428_000)
    expect(
      (await standing(loan.caseId)).input!.customer.other_debt_service_monthly,
      'the plan for the card, no longer its contract',
    ).toBe(largest)
  })
})

describe('which debt a case is about', () => {
  it('is written by the machine from a message, by staff in their own name, and never changed', async () => {
    const { who, cardId, loanId } = await addIndebted()
    const stranger = await addDebtor(bank)
    const { caseId, messageId } = await begin(who, '我被裁员了，信用卡还不上，愿意还。')
    const [foreign] = await readRows<{ id: string }>('select id from app.accounts where customer_id = $1', [
      stranger.id,
    ])
    const insert =
      (accountId: string, columns: string, value: string) =>
      (tx: { query(sql: string, values: unknown[]): Promise<unknown[]> }) =>
        tx.query(
          `insert into app.case_debts (id, case_id, customer_id, account_id, ${columns})
         values ($1, $2, $3, $4, $5) returning id`,
          [newId(), caseId, who.id, accountId, value],
        )
    const { agent, lead, outsider, compliance } = bank.staff
    const byAgent = (accountId: string, person: string) => insert(accountId, 'chosen_by', person)
    expect(await attempt(bank.story, agent, byAgent(loanId, agent.id))).toBe('WENT THROUGH')
    expect(await attempt(bank.story, agent, byAgent(loanId, lead.id)), 'in another name').toMatch(/^42501/)
    expect(await attempt(bank.story, outsider, byAgent(loanId, outsider.id))).toMatch(/^42501/)
    expect(await attempt(bank.story, compliance, byAgent(loanId, compliance.id))).toMatch(/^42501/)
    expect(await attempt(bank.story, who, insert(loanId, 'message_id', messageId))).toMatch(/^42501/)
    expect(await attempt(bank.story, agent, byAgent(foreign!.id, agent.id))).toMatch(/own customer/)
    const byMachine = insert(loanId, 'message_id', messageId)
    expect(await attempt(bank.story, system('first-line'), byMachine)).toBe('WENT THROUGH')
    expect(await attempt(bank.story, system('proposal'), byMachine)).toMatch(/row-level security/)
    expect(
      await attempt(bank.story, system('first-line'), insert(loanId, 'message_id', newId())),
      'a message of nobody',
    ).toMatch(/own customer/)
    for (const sql of [
      'update app.case_debts set account_id = $2 where case_id = $1',
      'delete from app.case_debts where case_id = $1 and account_id <> $2',
    ])
      expect(await attempt(bank.story, agent, (tx) => tx.query(sql, [caseId, loanId]))).toMatch(
        /permission denied/,
      )
    const stands = await bank.story.db.withActor(machine, (tx) => findCaseDebt(tx, caseId))
    expect(stands).toMatchObject({ account_id: cardId })
  })

  it('binds the offers: none is kept on another account than its run was for', async () => {
    const { who, cardId } = await addIndebted()
    const { caseId } = await begin(who, '我被裁员了，信用卡还不上，愿意还，想分24期还。')
    const { offers, debt } = await standing(caseId)
    expect(offers[0]!.account_id).toBe(cardId)
    const loanId = debt.choices.find(({ id }) => id !== cardId)!.id
    const moved = await attempt(bank.story, system('proposal'), (tx) =>
      tx.query(
        `insert into app.offers (id, offer_set_id, case_id, customer_id, account_id, ord, terms, authority, approvals,
           second_role)
         select gen_random_uuid(), offer_set_id, case_id, customer_id, $2, ord, terms, authority, approvals, second_role
         from app.offers where id = $1`,
        [offers[0]!.id, loanId],
      ),
    )
    expect(moved).toMatch(/what the engine said/)
    for (const actor of [bank.staff.agent, system('proposal'), who])
      expect(
        await attempt(bank.story, actor, (tx) =>
          tx.query('update app.offers set account_id = $2 where id = $1', [offers[0]!.id, loanId]),
        ),
      ).toMatch(/permission denied/)
  })
})
