import { expect, test } from 'vitest'
import { caseKinds } from '../cases/model.ts'
import type { CaseFact, CaseSignal } from '../cases/store.ts'
import type { AccountRow, Profile } from '../customers/model.ts'
import { analyseCase } from './analyse-case.ts'
import type { AnalysisInput } from './analysis-input.ts'
import { readMatter } from './read-matter.ts'

const profile: Profile = {
  name: '林晓彤',
  nameEn: 'Lin Xiaotong',
  phone: null,
  birthYear: 1955,
  income: [{ monthly: 790_000, kind: 'salary', evidence: 'stated' }],
  essential: [{ monthly: 300_000, label: 'living', evidence: 'document' }],
  priorityDebtsMonthly: 160_000,
  priorityLoanPartMonthly: 0,
  otherDebtServiceMonthly: 0,
  liquidAssets: 480_000,
  willingRecorded: false,
  wealth: {
    rating: 'C2',
    testedOn: '2025-06-30',
    netAssets: 50_000_000,
    annualIncome: 9_480_000,
    holdings: [
      {
        productId: 'twin',
        value: 20_860_000,
        paid: 21_000_000,
        boughtOn: '2025-09-10',
        redeemableFrom: '2027-03-10',
      },
    ],
  },
  history: [
    { at: '2026-10-02T10:12:00+08:00', kind: 'contacts', text: 'sms · overdue_notice', data: {} },
    {
      at: '2026-03-05',
      kind: 'promises',
      text: 'phone · broken',
      data: { amount: 260_000, due_on: '2026-09-20', outcome: 'broken' },
    },
    {
      at: '2026-10-22',
      kind: 'promises',
      text: 'phone · kept',
      data: { amount: 100_000, due_on: '2026-11-01', outcome: 'kept' },
    },
    {
      at: '2026-10-12',
      kind: 'complaints',
      text: 'partly_upheld',
      data: { opened_on: '2026-10-12', category: 'collection_conduct', outcome: 'partly_upheld' },
    },
    { at: '2026-10-25', kind: 'satisfaction', text: '2/5', data: { score: 2, of: 5 } },
  ],
  about: { 'zh-Hans': '', en: '' },
}

const account: AccountRow = {
  id: 'a1',
  customer_id: 'c1',
  product: 'credit_card',
  masked_number: '6200 **** **** 0376',
  currency: 'CNY',
  principal: 1_860_000,
  interest: 74_235,
  fees: 0,
  default_charges: 15_580,
  annual_rate_bp: 1825,
  days_past_due: 59,
  maturity: null,
  monthly_due: null,
  as_of: '2026-11-24',
}

const messages = {
  credit_hardship: '我失业了，信用卡还不上，能不能分12期还？我怕影响征信。',
  complaint: '催收一天打好几个电话，昨天打了5次，我要投诉，请你们道歉。',
  fee_waiver: '自动扣款没成功，收了我155.80元违约金，能退吗？',
  investment_consultation: '我买的双桥亏了不少，本金会不会没了？',
  general: '我想问一下怎么改手机号？',
}
const products = [{ id: 'twin', name: { 'zh-Hans': '双桥', en: 'Twin Bridge' }, level: 3, locked: true }]
const signal = (name: CaseSignal['signal']): CaseSignal => ({
  id: name,
  signal: name,
  message_id: 'm1',
  raised_at: new Date('2026-11-24T02:00:00Z'),
  cleared_at: null,
})
const fact = (name: string, value: number | string): CaseFact => ({
  id: name,
  name,
  value,
  grade: 'stated',
  messageId: 'm1',
})

function input(kind: AnalysisInput['of']['kind'], more: Partial<AnalysisInput> = {}): AnalysisInput {
  const text = messages[kind]
  return {
    language: 'zh-Hans',
    asOf: '2026-11-24',
    of: { id: 'case', kind, opened: '2026-11-23', due: '2026-11-24' },
    profile,
    account: kind === 'investment_consultation' ? undefined : account,
    messages: [{ id: 'm1', direction: 'in', text }],
    waitingSince: '2026-11-24',
    matter: readMatter(
      [{ id: 'm1', text, at: '2026-11-24T10:00:00+08:00' }],
      [{ id: 'twin', names: ['双桥'] }],
    ),
    facts:
      kind === 'credit_hardship'
        ? [fact('cause', 'job_loss'), fact('requested_months', 12), fact('willing', 'yes')]
        : [],
    signals: [],
    records: { cases: [], agreements: [], ratings: [] },
    products,
    policy: { decideBy: '2026-12-08', testExpires: '2026-06-30', careFromAge: 65 },
    clauses: [{ ref: 'v1 doc#1', title: '办法', number: '1', heading: '范围' }],
    ...more,
  }
}

const codes = (made: AnalysisInput) => analyseCase(made).claims.map((claim) => claim.code)

test.each(caseKinds)('an analysis of %s has every part, each resting on something', (kind) => {
  const analysis = analyseCase(input(kind))
  const aspects = new Set(analysis.claims.map((claim) => claim.aspect))
  for (const aspect of ['nature', 'cause', 'effect', 'interest', 'history', 'risk', 'rule']) {
    expect(aspects, aspect).toContain(aspect)
  }
  for (const claim of analysis.claims) {
    expect(claim.evidence.length, claim.code).toBeGreaterThan(0)
    for (const one of claim.evidence) {
      if (one.from === 'message') expect(messages[kind]).toContain(one.quote)
    }
  }
})

test.each(caseKinds)('an analysis of %s says the same in both languages, with its values apart', (kind) => {
  for (const claim of analyseCase(input(kind)).claims) {
    expect(claim.texts!['zh-Hans']).toBe(claim.text)
    if (claim.aspect !== 'rule') expect(claim.texts!.en).not.toMatch(/[\u4e00-\u9fff]/)
    expect(`${claim.texts!.en}${claim.text}`).not.toMatch(/\{\w+\}|undefined/)
  }
})

test.each(caseKinds)('with nothing but an empty greeting %s asks instead of guessing', (kind) => {
  const made = input(kind, {
    profile: { ...profile, income: [], essential: [], history: [], wealth: null },
    messages: [{ id: 'm1', direction: 'in', text: '您好' }],
    matter: readMatter([{ id: 'm1', text: '您好', at: '2026-11-24T10:00:00+08:00' }], []),
    facts: [],
    account: undefined,
  })
  const analysis = analyseCase(made)
  expect(analysis.questions.length).toBeGreaterThan(0)
  expect(analysis.claims.filter((claim) => claim.aspect === 'cause')).toEqual([])
  expect(codes(made)).toContain('history.none')
})

test('history tells promises kept and broken, complaints, satisfaction, earlier matters', () => {
  const found = codes(
    input('complaint', {
      records: {
        cases: [{ id: 'x', kind: 'fee_waiver', opened: '2026-05-02', closed: 'resolved' }],
        agreements: [{ id: 'y', number: 'HH-1', state: 'broken' }],
        ratings: [{ id: 'z', score: 4 }],
      },
    }),
  ).filter((code) => code.startsWith('history.'))
  expect(found).toEqual([
    'history.contacts',
    'history.promises',
    'history.promise_broken',
    'history.complaint',
    'history.satisfaction',
    'history.agreement',
    'history.case',
    'history.rating',
  ])
})

test('a complaint runs against its clock, and worse with the regulator named or a complaint before', () => {
  const claims = analyseCase(input('complaint', { signals: [signal('names_regulator')] })).claims
  const clock = claims.find((claim) => claim.code === 'risk.clock')!
  expect(clock.values.decide_by).toEqual({ is: 'date', value: '2026-12-08' })
  expect(claims.map((claim) => claim.code)).toEqual(
    expect.arrayContaining([
      'risk.regulator',
      'risk.repeat',
      'risk.low_satisfaction',
      'cause.topic',
      'interest.wanted',
    ]),
  )
})

test('a charge blamed on the bank is a duty to refund, and at most the charge is at stake', () => {
  const claims = analyseCase(input('fee_waiver')).claims
  expect(claims.find((claim) => claim.code === 'risk.charge')!.values.amount!.value).toBe(15_580)
  expect(claims.map((claim) => claim.code)).toEqual(
    expect.arrayContaining(['risk.bank_error', 'cause.story', 'effect.charged']),
  )
})

test('paying by instalments is an interest only where a debt cannot be repaid', () => {
  const facts = [fact('willing', 'yes')]
  expect(codes(input('credit_hardship', { facts }))).toContain('interest.willing')
  expect(codes(input('fee_waiver', { facts }))).not.toContain('interest.willing')
})

test('a charge said to be another sum than the account shows is told', () => {
  const say = (text: string) =>
    codes(
      input('fee_waiver', { matter: readMatter([{ id: 'm1', text, at: '2026-11-24T10:00:00+08:00' }], []) }),
    )
  expect(say('收了我300元违约金，能退吗？')).toContain('effect.charge_differs')
  expect(say('收了我155.80元违约金，能退吗？')).not.toContain('effect.charge_differs')
})

test('a share asked for is told as a share', () => {
  const facts = [fact('requested_fee_waiver_bp', 5000)]
  const told = analyseCase(input('fee_waiver', { facts })).claims.map((claim) => claim.texts?.en)
  expect(told).toContain('Share of fees the customer asks to be waived: 50.00%')
})

test('an investment is held against the risk test, age and what is held', () => {
  expect(codes(input('investment_consultation'))).toEqual(
    expect.arrayContaining([
      'risk.mismatch',
      'risk.test_expired',
      'risk.elderly',
      'risk.conduct',
      'effect.holding',
      'figure.rating',
    ]),
  )
})

test.each([
  [0, 'risk.current'],
  [29, 'risk.early'],
  [30, 'risk.arrears'],
  [90, 'risk.deep'],
])('%d days past due are %s', (late, code) => {
  expect(codes(input('credit_hardship', { account: { ...account, days_past_due: late } }))).toContain(code)
})

test('a worry about what is held asks for nothing more; thinking of buying does', () => {
  expect(analyseCase(input('investment_consultation')).questions).toEqual([])
  const text = '我想买双桥，合适吗？'
  const asked = analyseCase(
    input('investment_consultation', {
      matter: readMatter(
        [{ id: 'm1', text, at: '2026-11-24T10:00:00+08:00' }],
        [{ id: 'twin', names: ['双桥'] }],
      ),
      messages: [{ id: 'm1', direction: 'in', text }],
    }),
  ).questions.map(({ field }) => field)
  expect(asked).toEqual(['amount', 'horizon', 'liquidity'])
})

test('signals say what they force until somebody clears them', () => {
  const analysis = analyseCase(
    input('general', {
      signals: [
        signal('bereavement'),
        { ...signal('job_loss'), cleared_at: new Date('2026-11-24T03:00:00Z') },
      ],
    }),
  )
  expect(analysis.forces).toMatchObject([{ signal: 'bereavement', effect: 'hold' }])
})
