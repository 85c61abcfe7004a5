import { describe, expect, it } from 'vitest'
import { guardsOn } from './guards-on.ts'
import type { Fact } from './model.ts'

const sum = (id: string, value: number, role: Fact['role'], label?: string): Fact => ({
  id,
  kind: 'amount',
  value,
  currency: 'CNY',
  role,
  source: 'engine',
  label: label ?? null,
})
const facts: Fact[] = [
  sum('b', 2_860_000, 'balance'),
  sum('f', 2_800_000, 'financed'),
  sum('w', 60_000, 'waived'),
  sum('i1', 98_000, 'instalment', 'first 6 instalments'),
  sum('i2', 161_250, 'instalment', 'instalments 7 to 18'),
  sum('t', 2_523_000, 'total'),
  sum('income', 720_000, 'other', 'monthly income'),
  sum('interest', 183_000, 'other', 'total interest'),
  { id: 'n', kind: 'term', value: 18, role: 'months' },
  { id: 'n1', kind: 'term', value: 6, role: 'other', label: 'low months' },
  { id: 'n2', kind: 'term', value: 12, role: 'other', label: 'high months' },
  { id: 'an', kind: 'rate', value: 1080, role: 'apr_nominal' },
  { id: 'ae', kind: 'rate', value: 1135, role: 'apr_effective' },
  { id: 'fd', kind: 'date', value: '2026-12-20', role: 'first_due' },
  { id: 'ld', kind: 'date', value: '2028-05-20', role: 'last_due' },
  { id: 'dl', kind: 'date', value: '2026-12-04', role: 'deadline' },
  { id: 'call', kind: 'date', value: '2026-11-20', role: 'other', label: 'call date' },
]
const more = { facts, promises: [{ kind: 'waiver' as const, fact: 'w' }] }

describe('roles of a plan with two steps', () => {
  it.each([
    '您现在一共欠我们28,600元，扣掉减免的600元，进到分期里的是2.8万元。',
    '前半年您每月拿出980元，后面一年每月1,612.50元。',
    '头六个月手头紧，先还980元一个月；六个月以后改成每月一千六百一十二元五角，还十二个月。',
    '整个过程走完，您付出去的钱加起来是25,230元，里面有1,830元是利息。',
    '利率这一栏：名义10.80%，换成实际口径是11.35%。',
    '第一次扣款安排在下个月20号，收尾在2028年5月20日。',
    '您要是愿意，12月4日之前回我们一声。',
    '您上周五（11月20日）来电时说月收入7,200元。',
    '一年半还清，头半年轻一些。',
    '18期里，前6期每期980元，从第7期起每期1,612.50元。',
    '每月还款：第1至6期980元；第7至18期1,612.50元。',
    '按年折算，成本是百分之十点八；若把复利算进去，是百分之十一点三五。',
    'We have taken 600 yuan off the 28,600 yuan you owe, so 28,000 yuan goes into the plan.',
    'For the first half year you would pay 980 yuan a month, after which it is 1,612.50 yuan a month for a year.',
    'It begins gently, at CNY 980 a month for six months, and then rises to CNY 1,612.50 for the remaining twelve.',
    'By the end you will have paid CNY 25,230, of which CNY 1,830 is interest.',
    'The cost is 10.8% a year, or 11.35% once interest on interest is counted.',
    'The first debit is on the 20th of next month and the plan ends on 20 May 2028.',
    'Could you let us know by 4 December?',
    'When you called last Friday, 20 November, you put your income at CNY 7,200 a month.',
    'Eighteen months in all, with a lighter first half year.',
    'Instalments 1 to 6: CNY 980 each; instalments 7 to 18: CNY 1,612.50 each.',
    "You'd be finished in a year and a half.",
    'Interest over the whole period is CNY 1,830, which brings everything to CNY 25,230.',
    '| | Months 1-6 | Months 7-18 |\n|---|---|---|\n| Monthly instalment | CNY 980 | CNY 1,612.50 |',
    '| 项目 | 名义 | 实际 |\n|---|---|---|\n| 年化利率 | 10.80% | 11.35% |',
  ])('binds: %s', (text) => {
    expect(guardsOn(text, more)).toEqual([])
  })

  it.each([
    '前半年您每月拿出1,612.50元，后面一年每月980元。',
    '整个过程走完，您付出去的钱加起来是28,000元。',
    '利率这一栏：名义11.35%，换成实际口径是10.80%。',
    '第一次扣款安排在2028年5月20日，收尾在下个月20号。',
    '您要是愿意，12月20日之前回我们一声。',
    '您现在一共欠我们25,230元。',
    '扣掉减免的1,830元，进到分期里的是2.8万元。',
    'It begins gently, at CNY 1,612.50 a month for six months, and then rises to CNY 980 for the remaining twelve.',
    'By the end you will have paid CNY 28,600.',
    'The first debit is on 20 May 2028 and the plan ends on the 20th of next month.',
    'Could you let us know by 20 December?',
    'The cost is 11.35% a year, or 10.8% once interest on interest is counted.',
    'We have taken 980 yuan off the 28,600 yuan you owe.',
    'Instalments 1 to 6: CNY 1,612.50 each; instalments 7 to 18: CNY 980 each.',
    'Interest over the whole period is CNY 25,230.',
    '| 项目 | 名义 | 实际 |\n|---|---|---|\n| 年化利率 | 11.35% | 10.80% |',
    '| Annual rate, nominal / effective |\n|---|\n| 11.35% / 10.80% |',
    '| 项目 | 金额 |\n|---|---|\n| 还款总额 | 28,000元 |',
  ])('refuses: %s', (text) => {
    expect(guardsOn(text, more)).toContain('number_unsupported')
  })
})
