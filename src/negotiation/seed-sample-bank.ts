import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Profile } from '../features/customers/model.ts'
import { addCustomer } from '../features/customers/store.ts'
import { StaffRole } from '../features/identity/model.ts'
import { addSignIn, type StaffSignIn } from '../features/identity/staff-sign-in.ts'
import { addStaff, addTeam, readStaff, readTeams } from '../features/identity/store.ts'
import { readFactsBeside } from '../features/policies/facts-beside.ts'
import { readGlossary, replaceGlossary } from '../features/policies/glossary.ts'
import { ingestDocument } from '../features/policies/ingest-document.ts'
import { loadDocument } from '../features/policies/load-document.ts'
import { addPolicyData, type PolicyDataKind } from '../features/policies/policy-data.ts'
import { publishVersion, submitVersion } from '../features/policies/publish-version.ts'
import { formats } from '../features/policies/read-document.ts'
import { localDate } from '../platform/clock.ts'
import { type Actor, system } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import type { Story } from './story.ts'

/** The password of every demo account; they exist only with the sample bank and only on loopback. */
export const demoPassword = 'heheng-demo-2026'

const Pair = z.object({ zh: z.string(), en: z.string() })
const StaffFile = z.object({
  teams: z.array(Pair.extend({ id: z.string(), skills: z.array(z.string()) })),
  staff: z.array(
    z.object({
      name: Pair,
      email: z.string(),
      roles: z.array(StaffRole).min(1),
      teams: z.array(z.string()),
    }),
  ),
})

const Money = z.int().nonnegative()
const Evidence = z.enum(['stated', 'document', 'bank'])
const Stamped = z.looseObject({ at: z.string().optional() })
const CustomersFile = z.object({
  customers: z.array(
    z.object({
      ref: z.string(),
      about: Pair,
      name: Pair,
      language: z.string(),
      birth_year: z.int().nullish(),
      phone: z.string().nullish(),
      segment: z.string(),
      income: z.array(
        z.object({ monthly: Money, kind: z.enum(['salary', 'variable', 'other']), evidence: Evidence }),
      ),
      essential: z
        .array(z.object({ monthly: Money.nullable(), label: z.string(), evidence: Evidence }))
        .default([]),
      priority_debts_monthly: Money.nullish(),
      priority_loan_part_monthly: Money.nullish(),
      other_debt_service_monthly: Money.nullish(),
      liquid_assets: Money.nullish(),
      risk_rating: z.enum(['C1', 'C2', 'C3', 'C4', 'C5']).nullish(),
      risk_tested_on: z.string().nullish(),
      net_worth: z.int().nullish(),
      annual_income: Money.nullish(),
      willing_recorded: z.boolean().default(false),
      accounts: z.array(
        z.object({
          number: z.string(),
          product: z.string(),
          currency: z.string(),
          principal: Money.default(0),
          interest: Money.default(0),
          fees: Money.default(0),
          default_charges: Money.default(0),
          annual_rate_bp: z.number().default(0),
          days_past_due: z.int().default(0),
          maturity: z.string().nullish(),
          monthly_due: Money.nullish(),
          product_id: z.string().optional(),
          balance: Money.optional(),
          cost: Money.optional(),
          bought_on: z.string().optional(),
          redeemable_from: z.string().optional(),
        }),
      ),
      history: z.record(z.string(), z.array(Stamped)).default({}),
    }),
  ),
})
type SampleCustomer = z.infer<typeof CustomersFile>['customers'][number]

export type Seeded = { documents: number; customers: number; staff: number }

/**
 * Brings the sample bank into the database: staff with demo accounts, policy data, documents (submitted by
 * the policy owner, published by compliance) and customers. Running it again adds only what is missing.
 */
export async function seedSampleBank(
  story: Story,
  folder: string,
  signIn: StaffSignIn | null,
  progress: (done: number, of: number, what: string) => void = () => {},
  /** Told the day a version takes effect before it is filed. */
  filing: (effectiveFrom: string) => void = () => {},
): Promise<Seeded> {
  const actor = system('seed')
  const read = async (name: string) => parse(await readFile(join(folder, name), 'utf8'))
  const staff = await seedStaff(story, actor, StaffFile.parse(await read('staff.yaml')), signIn)
  await story.db.withActor(actor, async (tx) => {
    await addPolicyData(tx, 'bank', await read('bank.yaml'))
    await addPolicyData(tx, 'products', await read('products.yaml'))
    await replaceGlossary(tx, readGlossary(await readFile(join(folder, 'glossary.yaml'), 'utf8')))
    for (const [kind, file] of Object.entries(policyFiles)) {
      await addPolicyData(tx, kind as PolicyDataKind, await read(file))
    }
  })
  const documents = await seedDocuments(story, join(folder, 'policies'), progress, filing)
  const { customers } = CustomersFile.parse(await read('customers.yaml'))
  await story.db.withActor(actor, async (tx) => {
    const teams = new Map((await readTeams(tx)).map((team) => [team.code, team.id]))
    const asOf = localDate(tx.now, story.zone)
    for (const customer of customers) {
      const wealth = customer.accounts.every((account) => !debts.includes(account.product))
      const teamId = teams.get(wealth ? 'wealth-care' : 'credit-care')!
      await addCustomer(story, tx, { ...toCustomer(customer, asOf), teamId, demo: signIn !== null })
    }
  })
  return { documents, customers: customers.length, staff }
}

const debts = ['credit_card', 'consumer_loan', 'mortgage', 'small_business']
const policyFiles: Partial<Record<PolicyDataKind, string>> = {
  contact: 'policy-data/contact.yaml',
  authority: 'policy-data/authority.yaml',
  credit_plans: 'policy-data/credit-plans.yaml',
  suitability: 'policy-data/suitability.yaml',
  agreement: 'policy-data/agreement.yaml',
}

async function seedStaff(
  story: Story,
  actor: Actor,
  file: z.infer<typeof StaffFile>,
  signIn: StaffSignIn | null,
): Promise<number> {
  const ids = new Map<string, string>()
  for (const person of file.staff) {
    const account = { email: person.email, name: person.name.zh, password: demoPassword }
    ids.set(person.email, signIn ? await addSignIn(signIn, account) : newId())
  }
  await story.db.withActor(actor, async (tx) => {
    const teams = new Map<string, string>()
    for (const team of file.teams) {
      teams.set(
        team.id,
        await addTeam(tx, { code: team.id, name_zh: team.zh, name_en: team.en, handles: team.skills }),
      )
    }
    const known = new Set((await readStaff(tx)).map((person) => person.email))
    for (const person of file.staff) {
      if (known.has(person.email)) continue
      await addStaff(
        tx,
        {
          id: ids.get(person.email)!,
          email: person.email,
          name: person.name.zh,
          role: person.roles[0]!,
          language: 'zh-Hans',
          demo: signIn !== null,
        },
        person.teams.flatMap((code) => teams.get(code) ?? []),
      )
    }
  })
  return file.staff.length
}

async function seedDocuments(
  story: Story,
  folder: string,
  progress: (done: number, of: number, what: string) => void,
  filing: (effectiveFrom: string) => void,
): Promise<number> {
  const people = await story.db.withActor(system('seed'), (tx) => readStaff(tx))
  const as = (role: string): Actor => {
    const person = people.find((one) => one.role === role)
    if (!person) throw new Error(`the sample bank has nobody with the role ${role}`)
    return { kind: 'staff', id: person.id, role }
  }
  const [owner, checker] = [as('policy_owner'), as('compliance')]
  const known = formats.map((format) => `.${format}`)
  const names = (await readdir(folder)).filter((name) => known.some((end) => name.endsWith(end))).sort()
  for (const [index, name] of names.entries()) {
    const path = join(folder, name)
    const facts = await readFactsBeside(path)
    const document = await loadDocument({ name, bytes: await readFile(path), ...(facts ? { facts } : {}) })
    filing(document.facts.effective_from)
    const ingested = await story.db.withActor(owner, async (tx) => {
      const result = await ingestDocument(tx, document)
      if (result.outcome !== 'unchanged') await submitVersion(tx, result.versionId)
      return result
    })
    if (ingested.outcome !== 'unchanged') {
      await story.db.withActor(checker, (tx) => publishVersion(tx, ingested.versionId))
    }
    progress(index + 1, names.length, name)
  }
  return names.length
}

function wealthOf(customer: SampleCustomer): Profile['wealth'] {
  const { risk_rating, risk_tested_on, net_worth, annual_income } = customer
  if (!risk_rating || !risk_tested_on || net_worth == null || annual_income == null) return null
  return {
    rating: risk_rating,
    testedOn: risk_tested_on,
    netAssets: net_worth,
    annualIncome: annual_income,
    holdings: customer.accounts.flatMap((account) =>
      account.product === 'wealth' && account.product_id
        ? [
            {
              productId: account.product_id,
              value: account.balance ?? 0,
              paid: account.cost ?? 0,
              boughtOn: account.bought_on ?? '',
              redeemableFrom: account.redeemable_from ?? '',
            },
          ]
        : [],
    ),
  }
}

function toCustomer(customer: SampleCustomer, asOf: string) {
  return {
    ref: customer.ref,
    language: customer.language === 'en' ? ('en' as const) : ('zh-Hans' as const),
    segment: customer.segment,
    profile: {
      name: customer.name.zh,
      nameEn: customer.name.en,
      phone: customer.phone ?? null,
      birthYear: customer.birth_year ?? null,
      income: customer.income,
      essential: customer.essential,
      priorityDebtsMonthly: customer.priority_debts_monthly ?? null,
      priorityLoanPartMonthly: customer.priority_loan_part_monthly ?? null,
      otherDebtServiceMonthly: customer.other_debt_service_monthly ?? null,
      liquidAssets: customer.liquid_assets ?? null,
      willingRecorded: customer.willing_recorded,
      history: Object.entries(customer.history).flatMap(([kind, entries]) =>
        entries.map((entry) => ({
          at: String(entry.at ?? entry.made_on ?? entry.on ?? ''),
          kind,
          text: [entry.channel, entry.topic, entry.outcome, entry.score && `${entry.score}/${entry.of}`]
            .filter(Boolean)
            .join(' · '),
          data: Object.fromEntries(
            Object.entries(entry).flatMap(([name, value]): [string, string | number | null][] =>
              value === null || typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
            ),
          ),
        })),
      ),
      wealth: wealthOf(customer),
      about: { 'zh-Hans': customer.about.zh, en: customer.about.en },
    },
    accounts: customer.accounts.map((account) => ({
      product: account.product,
      masked_number: `${account.number.slice(0, 4)} **** **** ${account.number.slice(-4)}`,
      currency: account.currency,
      principal: account.principal,
      interest: account.interest,
      fees: account.fees,
      default_charges: account.default_charges,
      annual_rate_bp: account.annual_rate_bp,
      days_past_due: account.days_past_due,
      maturity: account.maturity ?? null,
      monthly_due: account.monthly_due ?? null,
      as_of: asOf,
    })),
  }
}
