import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { type Approval, insertApproval, type NewApproval } from '../features/approvals/store.ts'
import { type Case, findOpenCase } from '../features/cases/store.ts'
import { openConversation } from '../features/conversations/open-conversation.ts'
import { type NewMessage, type PostedMessage, postMessage } from '../features/conversations/post-message.ts'
import { readConversation } from '../features/conversations/store.ts'
import { acceptStrongIdentity } from '../features/conversations/verify-identity.ts'
import { storeContent } from '../features/customers/contents.ts'
import { addCustomer, type NewCustomer } from '../features/customers/store.ts'
import { type Draft, findLatestDraft } from '../features/drafting/store.ts'
import { addStaff, addTeam } from '../features/identity/store.ts'
import { ingestDocument } from '../features/policies/ingest-document.ts'
import { loadDocument } from '../features/policies/load-document.ts'
import { addPolicyData, type PolicyDataKind } from '../features/policies/policy-data.ts'
import { publishVersion, submitVersion } from '../features/policies/publish-version.ts'
import { localDate } from '../platform/clock.ts'
import { type Actor, system } from '../platform/context.ts'
import { type Connection, openDatabase, type Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { loadPrompts } from '../platform/prompts.ts'
import { testDatabase } from '../platform/test-database.ts'
import { acceptOffer } from './answer-offer.ts'
import { confirmAgreement } from './confirm-agreement.ts'
import { confirmCostStatement, openCostStatement } from './cost-statement.ts'
import { approveDraft } from './decide-approval.ts'
import { draftAgreement } from './draft-agreement.ts'
import { prepareProposal } from './prepare-proposal.ts'
import { receiveMessage } from './receive-message.ts'
import { respondFirstLine } from './respond-first-line.ts'
import type { Story } from './story.ts'

export type Person = Extract<Actor, { kind: 'staff' }>
export type Owner = Extract<Actor, { kind: 'customer' }>
const roles = [
  'agent',
  'lead',
  'manager',
  'risk',
  'committee',
  'compliance',
  'policy_owner',
  'admin',
] as const

/** A bank small enough for tests: one team with every role in it, another team, and the policies a plan needs. */
export type TestBank = {
  story: Story
  connection: Connection
  teamId: string
  staff: Record<(typeof roles)[number] | 'colleague' | 'outsider', Person>
}

const place = globalThis as { parleyTestBank?: Promise<TestBank> }
export const machine = system('first-line')
export const hours = (n: number) => n * 3_600_000

/** Made once a run over the shared database; tests add customers of their own. */
export function testBank(): Promise<TestBank> {
  place.parleyTestBank ??= open()
  return place.parleyTestBank
}

/** The same story at another time: nothing is changed, only its clock says so. */
export function later(bank: TestBank, ms: number): Story {
  const clock = { now: () => new Date(bank.story.clock.now().getTime() + ms) }
  return { ...bank.story, clock, db: openDatabase(bank.connection, clock, bank.story.zone) }
}

async function open(): Promise<TestBank> {
  const { ctx, connection } = await testDatabase()
  const story: Story = { ...ctx, prompts: await loadPrompts('prompts'), model: null, embedding: null }
  const [teamId, otherId] = await story.db.withActor(system('seed'), async (tx) => {
    const files = {
      bank: 'bank',
      products: 'products',
      contact: 'policy-data/contact',
      authority: 'policy-data/authority',
      credit_plans: 'policy-data/credit-plans',
      suitability: 'policy-data/suitability',
      agreement: 'policy-data/agreement',
    }
    for (const [kind, name] of Object.entries(files)) {
      const content = parse(await readFile(`sample-bank/${name}.yaml`, 'utf8'))
      await addPolicyData(tx, kind as PolicyDataKind, content)
    }
    const team = { name_zh: '测试组', name_en: 'Test team', handles: ['credit_hardship'] }
    return [
      await addTeam(tx, { ...team, code: `t-${newId()}` }),
      await addTeam(tx, { ...team, code: `o-${newId()}` }),
    ]
  })
  const staff = {} as TestBank['staff']
  for (const role of roles) staff[role] = await addPerson(story, role, [teamId!])
  staff.colleague = await addPerson(story, 'agent', [teamId!])
  staff.outsider = await addPerson(story, 'lead', [otherId!])
  for (const name of [
    'card-hardship-zh.v1',
    'card-hardship-zh.v2',
    'agreements-zh',
    'agreements-en',
    'concession-handling-zh',
  ]) {
    const bytes = await readFile(`sample-bank/policies/${name}.md`)
    const document = await loadDocument({ name: `${name}.md`, bytes })
    const { versionId, outcome } = await story.db.withActor(system('ingest'), (tx) =>
      ingestDocument(tx, document),
    )
    if (outcome === 'unchanged') continue
    await story.db.withActor(staff.policy_owner, (tx) => submitVersion(tx, versionId))
    await story.db.withActor(staff.compliance, (tx) => publishVersion(tx, versionId))
  }
  return { story, connection, teamId: teamId!, staff }
}

export async function addPerson(
  story: Story,
  role: (typeof roles)[number],
  teams: string[],
): Promise<Person> {
  const id = newId()
  const person = {
    id,
    email: `${id}@heheng.example`,
    name: '测试员',
    role,
    language: 'en',
    demo: true,
  } as const
  await story.db.withActor(system('seed'), (tx) => addStaff(tx, person, teams))
  return { kind: 'staff', id, role }
}

/** Name and phone of every customer of the tests, to look for where they must not be. */
export const secrets = { name: '欧阳晓彤', nameEn: 'Ouyang Xiaotong', phone: '199-0000-7391' }

/** A customer with one overdue card; `size` multiplies every sum, so that a larger one needs more authority. */
export async function addDebtor(bank: TestBank, size = 1): Promise<Owner> {
  const { story, teamId } = bank
  const asOf = localDate(story.clock.now(), story.zone)
  const customer: NewCustomer = {
    ref: `T${newId()}`,
    language: 'zh-Hans',
    segment: 'mass',
    teamId,
    demo: true,
    profile: {
      ...secrets,
      birthYear: 1990,
      income: [{ monthly: 790_000 * size, kind: 'salary', evidence: 'bank' }],
      essential: [{ monthly: 300_000 * size, label: 'living', evidence: 'document' }],
      priorityDebtsMonthly: 160_000 * size,
      priorityLoanPartMonthly: 0,
      otherDebtServiceMonthly: 0,
      liquidAssets: 480_000 * size,
      willingRecorded: false,
      history: [],
      about: { 'zh-Hans': '', en: '' },
    },
    accounts: [
      {
        product: 'credit_card',
        masked_number: '6200 **** **** 7391',
        currency: 'CNY',
        principal: 1_860_000 * size,
        interest: 74_235 * size,
        fees: 0,
        default_charges: 15_580 * size,
        annual_rate_bp: 1825,
        days_past_due: 59,
        maturity: null,
        monthly_due: 214_000 * size,
        as_of: asOf,
      },
    ],
  }
  const id = await story.db.withActor(system('seed'), (tx) => addCustomer(story, tx, customer))
  return { kind: 'customer', id }
}

/** A consumer loan beside the card of `addDebtor`: 61,470.00 owed, 2,324.00 a month, unless said otherwise. */
export async function addLoan(
  bank: TestBank,
  who: Owner,
  { monthlyDue, daysPastDue }: { monthlyDue: number | null; daysPastDue: number } = {
    monthlyDue: 232_400,
    daysPastDue: 44,
  },
): Promise<string> {
  const id = newId()
  await bank.connection.appPool.query(
    `insert into app.accounts (id, customer_id, product, masked_number, currency, principal, interest, fees,
       default_charges, annual_rate_bp, days_past_due, monthly_due, as_of)
     select $1, customer_id, 'consumer_loan', '6200 **** **** 1853', 'CNY', 6080000, 62800, 0, 4200, 840, $3, $4, as_of
     from app.accounts where customer_id = $2`,
    [id, who.id, daysPastDue, monthlyDue],
  )
  return id
}

export const plea = '我上个月被公司裁员了，信用卡这期还不上，能不能分12期还？我愿意还。'

export async function say(story: Story, who: Owner, conversationId: string, text = plea) {
  return story.db.withActor(who, (tx) => receiveMessage(story, tx, { conversationId, text }))
}

/** A thread of a customer, with a first message in it. */
export async function startConversation(bank: TestBank, who: Owner): Promise<string> {
  const { story } = bank
  const { id } = await story.db.withActor(who, (tx) =>
    openConversation(tx, { customerId: who.id, channel: 'web', language: 'zh-Hans' }),
  )
  await say(story, who, id)
  return id
}

export type Matter = { who: Owner; conversationId: string; of: Case; draft: Draft }

/** From the first message to a ready draft that carries an offer, made by the machine. */
export async function draftedOffer(bank: TestBank, size = 1, customer?: Owner): Promise<Matter> {
  const { story } = bank
  const who = customer ?? (await addDebtor(bank, size))
  const conversationId = await startConversation(bank, who)
  await acceptStrongIdentity(story, conversationId)
  const { id } = await say(story, who, conversationId)
  await respondFirstLine(story, id)
  const of = await story.db.withActor(machine, (tx) => findOpenCase(tx, conversationId))
  if (!of) throw new Error('no case was opened')
  await prepareProposal(story, of.id)
  return { who, conversationId, of, draft: await latestDraft(bank, conversationId) }
}

export async function latestDraft(bank: TestBank, conversationId: string): Promise<Draft> {
  const draft = await bank.story.db.withActor(machine, (tx) => findLatestDraft(tx, conversationId))
  if (!draft) throw new Error('no draft was made')
  return draft
}

export async function approve(bank: TestBank, person: Person, draft: Draft, story = bank.story) {
  return story.db.withActor(person, (tx) =>
    approveDraft(story, tx, { draftId: draft.id, version: draft.version, figuresOpened: true }),
  )
}

export type Sent = Matter & { offerId: string }

/** An offer that the agent has approved and the customer has in hand. */
export async function sentOffer(bank: TestBank, customer?: Owner): Promise<Sent> {
  const matter = await draftedOffer(bank, 1, customer)
  await approve(bank, bank.staff.agent, matter.draft)
  return { ...matter, offerId: matter.draft.offer_id! }
}

export async function acceptedOffer(bank: TestBank): Promise<Sent & { statementId: string }> {
  const sent = await sentOffer(bank)
  const { story } = bank
  await story.db.withActor(sent.who, (tx) => acceptOffer(story, tx, sent.offerId))
  const [statement] = await story.db.withActor(sent.who, (tx) =>
    tx.query<{ id: string }>('select id from app.cost_statements where offer_id = $1', [sent.offerId]),
  )
  return { ...sent, statementId: statement!.id }
}

export type Written = Sent & { statementId: string; agreementId: string }

/** An agreement drafted on a confirmed cost statement; its message waits for approval. */
export async function draftedAgreement(bank: TestBank): Promise<Written> {
  const accepted = await acceptedOffer(bank)
  const { story } = bank
  await story.db.withActor(accepted.who, (tx) => openCostStatement(story, tx, accepted.offerId))
  const read = later(bank, 91_000)
  await read.db.withActor(accepted.who, (tx) => confirmCostStatement(tx, accepted.statementId))
  await draftAgreement(story, accepted.offerId)
  const draft = await latestDraft(bank, accepted.conversationId)
  return { ...accepted, draft, agreementId: draft.agreement_id! }
}

export async function deliveredAgreement(bank: TestBank): Promise<Written> {
  const written = await draftedAgreement(bank)
  await approve(bank, bank.staff.agent, written.draft)
  return written
}

export async function confirmedAgreement(bank: TestBank): Promise<Written> {
  const written = await deliveredAgreement(bank)
  const { story } = bank
  const { agreementId } = written
  await story.db.withActor(written.who, (tx) =>
    confirmAgreement(story, tx, { agreementId, language: 'zh-Hans', device: 'test' }),
  )
  return written
}

/** An approval as the verb would bind it, with whatever an attacker changes; nothing is delivered. */
export async function giveApproval(
  bank: TestBank,
  tx: Tx,
  { draft, who }: Matter,
  changed: Partial<NewApproval> = {},
): Promise<Approval> {
  const conversation = await readConversation(tx, draft.conversation_id)
  return insertApproval(tx, {
    id: newId(),
    draftId: draft.id,
    draftVersion: draft.version,
    caseId: draft.case_id,
    conversationId: conversation.id,
    recipientId: who.id,
    channel: conversation.channel,
    contentId: draft.content_id!,
    attachments: draft.attachments,
    offerId: draft.offer_id,
    subjectId: await storeContent(bank.story, tx, who.id, '{}', 'application/json'),
    subjectHash: 'a'.repeat(64),
    headSeq: conversation.head_seq,
    makerId: draft.maker_id,
    expiresAt: new Date(tx.now.getTime() + hours(8)),
    ...changed,
  })
}

/** The message of an approved draft as the verb would post it, with whatever an attacker changes. */
export async function postApproved(
  tx: Tx,
  { draft }: Matter,
  approval: Pick<Approval, 'id' | 'subject_hash'> | null,
  changed: Partial<NewMessage> & { into?: string } = {},
): Promise<PostedMessage> {
  const { into, ...more } = changed
  return postMessage(tx, await readConversation(tx, into ?? draft.conversation_id), {
    direction: 'out',
    kind: draft.kind,
    contentId: draft.content_id!,
    ...(approval ? { approvalId: approval.id, subjectHash: approval.subject_hash } : {}),
    attachments: draft.attachments,
    citations: draft.basis!.citations,
    aiWritten: draft.writer !== 'person',
    ...(draft.offer_id ? { offerId: draft.offer_id } : {}),
    ...(draft.agreement_id ? { agreementId: draft.agreement_id } : {}),
    ...more,
  })
}

class Undo extends Error {}

/**
 * Tries something and always takes it back. Answers how the database refused (SQLSTATE or error code, then
 * the message), `nothing` when the statement met no row, or `WENT THROUGH`.
 */
export async function attempt(
  story: Pick<Story, 'db'>,
  actor: Actor,
  attack: (tx: Tx) => Promise<unknown>,
): Promise<string> {
  try {
    await story.db.withActor(actor, async (tx) => {
      const result = await attack(tx)
      throw new Undo(Array.isArray(result) && result.length === 0 ? 'nothing' : 'WENT THROUGH')
    })
  } catch (error) {
    if (error instanceof Undo) return error.message
    const { code, message } = error as { code?: string; message: string }
    return `${code ?? ''} ${message}`
  }
  return 'WENT THROUGH'
}
