import { describe, expect, it } from 'vitest'
import { guardsOn } from './guards-on.ts'
import type { Fact } from './model.ts'

const facts: Fact[] = [
  {
    id: 'f1',
    kind: 'amount',
    value: 1856000,
    currency: 'CNY',
    role: 'balance',
  },
  {
    id: 'f2',
    kind: 'amount',
    value: 1800000,
    currency: 'CNY',
    role: 'financed',
  },
  {
    id: 'f3',
    kind: 'amount',
    value: 56000,
    currency: 'CNY',
    role: 'waived',
  },
  {
    id: 'f4',
    kind: 'amount',
    value: 158233,
    currency: 'CNY',
    role: 'instalment',
  },
  {
    id: 'f5',
    kind: 'amount',
    value: 1898796,
    currency: 'CNY',
    role: 'total',
  },
  {
    id: 'f6',
    kind: 'term',
    value: 12,
    role: 'months',
  },
  {
    id: 'f7',
    kind: 'rate',
    value: 966,
    role: 'apr_nominal',
  },
  {
    id: 'f8',
    kind: 'rate',
    value: 1010,
    role: 'apr_effective',
  },
  {
    id: 'f9',
    kind: 'date',
    value: '2027-01-10',
    role: 'first_due',
  },
  {
    id: 'f10',
    kind: 'date',
    value: '2027-12-10',
    role: 'last_due',
  },
  {
    id: 'f11',
    kind: 'date',
    value: '2026-11-30',
    role: 'deadline',
  },
  {
    id: 'n',
    kind: 'name',
    value: '宋佳怡',
  },
  {
    id: 'nn',
    kind: 'name',
    value: 'Song Jiayi',
  },
]
const promises = [{ kind: 'waiver', fact: 'f3' }] as const

describe('roles of one plan', () => {
  it.each([
    '宋女士，您好：\n很高兴能和您一起商量。您现在的总欠款是18,560元，我们申请下来的减免是560元，所以参与分期的是18,000元。分12期，每期1,582.33元，全部还完一共18,987.96元，比本金多出的部分是利息。名义年化9.66%，实际年化10.10%。第一期2027年1月10日，最后一期2027年12月10日。请在11月30日以前给我们一个答复。',
    '宋佳怡女士：根据您目前的收入情况，我们为您设计了一年期的还款计划——每月1582.33元，自2027年1月10日起，至2027年12月10日止，合计18987.96元。',
    '为减轻您的负担，我行将违约金560元予以减免，减免后剩余欠款1.8万元可分12个月偿还。',
    '您选择分期的话，12个月里每个月付1582.33元就可以了，最后加起来是18987.96元。',
    '如果您同意，首期扣款日是明年1月10日；最晚请于本月30日前回复。',
    '您的账单：欠款一万八千五百六十元；减免五百六十元；分期一万八千元；每期一千五百八十二元三角三分；共十二期；总额一万八千九百八十七元九角六分。',
    '年利率按名义计算为9.66%，折算成实际年利率是10.1%。',
    '综合年化成本为9.66%（单利）或10.10%（复利）。',
    'Dear Ms Song,\n\nThank you for talking this through with us. You owe ¥18,560 at the moment. We have been able to waive ¥560, so ¥18,000 goes into the plan. You would pay ¥1,582.33 a month for 12 months, which makes ¥18,987.96 in all. The nominal rate is 9.66% a year and the effective rate 10.10%. Your first payment is on 10 January 2027 and your last on 10 December 2027. Please let us have your answer by 30 November.',
    'The plan: 12 × ¥1,582.33 = ¥18,987.96.',
    'Monthly: CNY 1,582.33 | Months: 12 | Total: CNY 18,987.96 | APR 9.66% nominal / 10.10% effective',
    'If you accept by November 30, the first ¥1,582.33 will be debited on January 10, 2027.',
    'Your outstanding debt of ¥18,560 is reduced by ¥560; we reschedule ¥18,000 over one year.',
    'From 10 January 2027 to 10 December 2027 you pay ¥1,582.33 per month.',
    'Twelve instalments, the first on 10 January 2027, the twelfth and final one on 10 December 2027.',
    'Altogether that is ¥18,987.96 over the year.',
    'You will have paid off ¥18,000 after twelve monthly payments of ¥1,582.33.',
    '您的贷款利率为年化百分之九点六六。',
    '一次性还清可享受减免560元，分12期则每期1,582.33元。',
    '我们将为您保留该方案至2026年11月30日。',
    '本方案有效期至11月30日，逾期需要重新测算。',
    'We will keep this offer open for you until 30 November 2026.',
  ])('binds: %s', (text) => {
    expect(guardsOn(text, { facts, promises: [...promises] })).toEqual([])
  })

  it.each(['您的贷款利率为年化百分之九点九六。'])('refuses: %s', (text) => {
    expect(guardsOn(text, { facts, promises: [...promises] })).toContain('number_unsupported')
  })
})
