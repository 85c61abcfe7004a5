import { careSignals, holdSignals, type Signal } from '../cases/model.ts'
import { totalOwed } from '../customers/model.ts'
import { historyOf } from './analyse-history.ts'
import { holdingClaim, risksOf } from './analyse-risk.ts'
import {
  type AnalysisInput,
  accountEvidence,
  evidenceOf,
  productOf,
  quoteOf,
  saidIn,
} from './analysis-input.ts'
import { amount, claimed, code, date, days, months, rate, words } from './claim-words.ts'
import { statementOf } from './known-figures.ts'
import type { Analysis, Both, Claim, Evidence } from './model.ts'
import { openQuestions } from './open-questions.ts'
import { questions } from './questions.ts'

const effects: Record<'care' | 'hold' | 'route', Both> = {
  care: { 'zh-Hans': '暂停催收，优先处理', en: 'collection on hold, handled first' },
  hold: {
    'zh-Hans': '在人工核实并记录前不得提出方案',
    en: 'no offer until a person has recorded a clearance',
  },
  route: { 'zh-Hans': '需由人工按相应流程处理', en: 'a person handles it on its own path' },
}

/** Draws up the analysis from what is known; pure, so the same facts always give the same analysis. */
export function analyseCase(input: AnalysisInput): Analysis {
  const { language } = input
  const left = leftEachMonth(input)
  return {
    language,
    claims: [
      ...natureOf(input),
      ...causesOf(input),
      ...effectsOf(input),
      ...interestsOf(input),
      ...figuresOf(input, left),
      ...historyOf(input),
      ...risksOf(input, left),
      ...rulesOf(input),
    ],
    questions: openQuestions(input).map((field) => {
      const texts = questions[field] ?? { 'zh-Hans': field, en: field }
      return { field, text: texts[language], texts }
    }),
    forces: input.signals
      .filter((signal) => signal.cleared_at === null)
      .map(({ signal }) => {
        const texts = effects[effectOf(signal)]
        return { signal, effect: effectOf(signal), text: texts[language], texts }
      }),
  }
}

export function effectOf(signal: Signal): 'care' | 'hold' | 'route' {
  if (holdSignals.includes(signal)) return 'hold'
  return careSignals.includes(signal) ? 'care' : 'route'
}

function natureOf({ language, of, messages }: AnalysisInput): Claim[] {
  const first = messages.find((message) => message.direction === 'in')
  const evidence: Evidence[] = first
    ? [quoteOf(first)]
    : [{ from: 'record', record: of.id, label: of.opened }]
  return [claimed(language, 'nature', `nature.${of.kind}`, {}, evidence)]
}

function causesOf(input: AnalysisInput): Claim[] {
  const { language, matter, of, facts } = input
  const cause = facts.find((fact) => fact.name === 'cause')
  const say = (what: string, values: Claim['values'], evidence: Evidence[]) =>
    claimed(language, 'cause', what, values, evidence)
  const coded = (group: 'topic' | 'charge' | 'story' | 'doubt', what: string) =>
    matter.codes[group].map((one) => say(what, { [group]: code(`${group}.${one.value}`) }, [saidIn(one)]))
  const hardship = cause
    ? [
        claimed(
          language,
          'cause',
          'cause.hardship',
          { cause: code(`cause.${cause.value}`) },
          evidenceOf(cause, input),
          { grade: cause.grade },
        ),
      ]
    : []
  const product = productOf(input)
  const own = {
    credit_hardship: () => [],
    complaint: () => coded('topic', 'cause.topic'),
    fee_waiver: () => [...coded('charge', 'cause.charge'), ...coded('story', 'cause.story')],
    investment_consultation: () => [
      ...(product
        ? [
            say('cause.product', { product: words(product.name['zh-Hans'], product.name.en) }, [
              matter.product
                ? saidIn(matter.product)
                : { from: 'record', record: product.id, label: product.name[language] },
            ]),
          ]
        : []),
      ...coded('doubt', 'cause.doubt'),
    ],
    general: () => (matter.position ? [say('cause.asked', {}, [saidIn(matter.position)])] : []),
  }[of.kind]()
  return [...hardship, ...own]
}

function effectsOf(input: AnalysisInput): Claim[] {
  const { language, account, of, waitingSince, messages } = input
  const charged = account ? account.fees + account.default_charges : 0
  const last = messages.filter((message) => message.direction === 'in').at(-1)
  return [
    ...(account && of.kind !== 'investment_consultation' ? [owedClaim(input)] : []),
    ...(account && charged > 0 && (of.kind === 'fee_waiver' || of.kind === 'complaint')
      ? [
          claimed(
            language,
            'effect',
            'effect.charged',
            { amount: amount(charged) },
            accountEvidence(account),
            { amount: charged, grade: 'bank' },
          ),
        ]
      : []),
    ...(of.kind === 'fee_waiver' && account ? differingCharge(input, account) : []),
    ...(of.kind === 'investment_consultation' ? holdingClaim(input) : []),
    ...(waitingSince && last
      ? [claimed(language, 'effect', 'effect.waiting', { since: date(waitingSince) }, [quoteOf(last)])]
      : []),
  ]
}

/** A sum the customer names that is neither the fees on the account, nor the late fees, nor both. */
function differingCharge(
  { language, matter }: AnalysisInput,
  { fees, default_charges }: NonNullable<AnalysisInput['account']>,
): Claim[] {
  const said = matter.amount
  if (!said || [fees, default_charges, fees + default_charges].includes(said.value)) return []
  return [
    claimed(language, 'effect', 'effect.charge_differs', { said: amount(said.value) }, [saidIn(said)], {
      amount: said.value,
      grade: 'stated',
    }),
  ]
}

function owedClaim({ language, account }: AnalysisInput): Claim {
  const total = totalOwed(account!)
  return claimed(
    language,
    'effect',
    'effect.owed',
    { total: amount(total), days: days(account!.days_past_due), rate: rate(account!.annual_rate_bp) },
    accountEvidence(account!),
    { amount: total, grade: 'bank' },
  )
}

function interestsOf(input: AnalysisInput): Claim[] {
  const { language, of, matter, facts, messages } = input
  const willing =
    of.kind === 'credit_hardship' && facts.find((fact) => fact.name === 'willing' && fact.value === 'yes')
  const say = (what: string, values: Claim['values'], evidence: Evidence[]) =>
    claimed(language, 'interest', what, values, evidence)
  const claims = [
    ...(matter.position ? [say('interest.position', {}, [saidIn(matter.position)])] : []),
    ...(willing ? [say('interest.willing', {}, evidenceOf(willing, input))] : []),
    ...matter.codes.wanted.map((one) =>
      say('interest.wanted', { wanted: code(`wanted.${one.value}`) }, [saidIn(one)]),
    ),
    ...matter.interests.map((one) =>
      say('interest.beneath', { interest: code(`interest.${one.value}`) }, [saidIn(one)]),
    ),
  ]
  const first = messages.find((message) => message.direction === 'in')
  return claims.length > 0 || !first ? claims : [say('interest.answer', {}, [quoteOf(first)])]
}

function figuresOf(input: AnalysisInput, left: number | undefined): Claim[] {
  const { language, facts, profile, of } = input
  const claims: Claim[] = []
  for (const fact of facts) {
    if (typeof fact.value !== 'number' || fact.name === 'dependants') continue
    const named = { fact: code(`fact.${fact.name}`) }
    const [template, values, money] = fact.name.endsWith('_months')
      ? ['figure.months', { ...named, months: months(fact.value) }, {}]
      : fact.name.endsWith('_bp')
        ? ['figure.share', { ...named, share: rate(fact.value) }, {}]
        : ['figure.fact', { ...named, amount: amount(fact.value) }, { amount: fact.value }]
    claims.push(
      claimed(language, 'figure', template, values, evidenceOf(fact, input), { grade: fact.grade, ...money }),
    )
  }
  if (left !== undefined && of.kind === 'credit_hardship')
    claims.push(
      claimed(
        language,
        'figure',
        'figure.left',
        { amount: amount(left) },
        [{ from: 'record', record: 'income-and-expenditure', label: 'monthly_income' }],
        { amount: left },
      ),
    )
  if (profile.wealth && of.kind === 'investment_consultation')
    claims.push(
      claimed(
        language,
        'figure',
        'figure.rating',
        { rating: words(profile.wealth.rating), tested_on: date(profile.wealth.testedOn) },
        [{ from: 'record', record: 'risk-test', label: profile.wealth.testedOn }],
        { grade: 'bank' },
      ),
    )
  return claims
}

function leftEachMonth({ profile, facts }: AnalysisInput): number | undefined {
  const statement = statementOf(profile, facts)
  const spending = statement.essential.map((item) => item.monthly)
  const { priorityDebtsMonthly, otherDebtServiceMonthly } = statement
  if (statement.income.length === 0 || spending.length === 0 || spending.includes(null)) return undefined
  if (priorityDebtsMonthly === null || otherDebtServiceMonthly === null) return undefined
  const income = statement.income
    .map((item) => (item.kind === 'variable' ? Math.floor((item.monthly * 8) / 10) : item.monthly))
    .reduce((sum, monthly) => sum + monthly, 0)
  const out = spending.reduce<number>((sum, monthly) => sum + (monthly ?? 0), 0)
  return income - out - priorityDebtsMonthly - otherDebtServiceMonthly
}

function rulesOf({ language, clauses }: AnalysisInput): Claim[] {
  return clauses.map(({ ref, title, number, heading }) =>
    claimed(
      language,
      'rule',
      'rule',
      { title: words(title), number: words(number), heading: words(heading) },
      [{ from: 'clause', ref }],
    ),
  )
}
