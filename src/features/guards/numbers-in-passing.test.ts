import { describe, expect, it } from 'vitest'
import { checkText } from './check-text.ts'
import type { Fact, GuardClause } from './model.ts'

/** Thursday. */
const at = '2026-11-26T10:00:00+08:00'
const unsupported = (text: string, facts: Fact[] = [], clauses: GuardClause[] = []) =>
  checkText({
    id: 't',
    lang: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
    at,
    verified: true,
    text,
    facts,
    clauses,
    citations: clauses.map(({ id }, i) => ({ marker: `[${i + 1}]`, clause: id })),
  })
    .findings.filter(({ guard }) => guard === 'number_unsupported')
    .map(({ span }) => text.slice(...span!))
const day = (id: string, value: string, role: Fact['role'] = 'other'): Fact => ({
  id,
  kind: 'date',
  value,
  role,
})

describe('words with a number in them that count nothing', () => {
  it.each([
    'No investment has zero risk.',
    'The chance of that is not zero.',
    '转给陌生人可能造成二次伤害。',
    '这一年您都按时还款，谢谢。',
    '催您的电话一个月打一次也嫌多，我们理解。',
    '关于昨晚的通话，我们很抱歉。',
    "I have read last night's chat.",
    'Thank you, that made my Thursday.',
    '一分钱利息都不加。',
    '备注：1. 以上为说明。2. 有疑问请告诉我们。3. 请保存。',
  ])('%s', (text) => expect(unsupported(text)).toEqual([]))

  it.each([
    'You pay zero yuan of it.',
    'The loan is at zero percent.',
    '您还要交两次材料，共 12 页。',
    '这三年您都按时还款。',
    'Please reply by Thursday.',
  ])('still needs a fact: %s', (text) => expect(unsupported(text, [day('d', '2026-12-08')])).not.toEqual([]))
})

describe('days named in short', () => {
  const call = [day('call', '2026-11-23')]
  it.each([
    'I was sorry to hear it in your call on Monday.',
    'In your letter of the 23rd you ask why.',
    'Your complaint of the 23rd is with us.',
    'On Monday, the 23rd of this month, you called.',
    '您23号来电的事查清了。',
    '您周一来电的事查清了。',
    '您11月23日（周一）来电的事查清了。',
  ])('%s', (text) => expect(unsupported(text, call)).toEqual([]))

  it.each([
    'I was sorry to hear it in your call on Tuesday.',
    'In your letter of the 24th you ask why.',
    'On Tuesday, the 23rd of this month, you called.',
    '您22号来电的事查清了。',
    '您11月23日（周二）来电的事查清了。',
    'We shall call you by Monday.',
  ])('wrong: %s', (text) => expect(unsupported(text, call)).not.toEqual([]))

  it('takes a bare 23日 for no day of the month gone by', () =>
    expect(unsupported('一般投诉：23日。', call)).toEqual(['23日']))

  it('lets a month of the past be told', () => {
    expect(unsupported('九月以来净值一直在跌。')).toEqual([])
    expect(unsupported('首期从九月开始还。', [day('d', '2026-12-08', 'first_due')])).not.toEqual([])
  })

  it('does not take a short name for a piece of a day', () => {
    const facts: Fact[] = [{ id: 'n', kind: 'name', value: 'Tu' }, day('d', '2026-11-30', 'deadline')]
    expect(unsupported('Please reply by Saturday. Tu', facts)).toEqual(['Saturday'])
  })
})

describe('numbers told in other ways', () => {
  const fell: Fact = { id: 'r', kind: 'rate', value: -120, label: 'return' }
  it('wants the sign of a rate below nought', () => {
    expect(unsupported('Last year it returned minus 1.2%.', [fell])).toEqual([])
    expect(unsupported('去年收益为-1.2%。', [fell])).toEqual([])
    expect(unsupported('Last year it returned 1.2%.', [fell])).toEqual(['1.2%'])
  })

  it('counts years by a count of years', () => {
    const years: Fact = { id: 'y', kind: 'count', value: 15, label: '工作年数' }
    expect(unsupported('我做这行十五年了。', [years])).toEqual([])
    expect(unsupported('我做这行十六年了。', [years])).toEqual(['十六年'])
  })

  it('reads "no more than 30日" as the days of a clause', () => {
    const clause: GuardClause = { id: 'c', text: '复杂的可以延长至30日。', audience: 'public' }
    expect(unsupported('复杂的不超过30日[1]。', [], [clause])).toEqual([])
    expect(unsupported('复杂的不超过40日[1]。', [], [clause])).not.toEqual([])
  })

  it('takes a count of one, or of two told as a pair, as told', () => {
    const facts: Fact[] = [{ id: 'n', kind: 'count', value: 1, label: '逾期次数' }]
    expect(unsupported('那一次逾期之后，您有两种选择。', facts)).toEqual([])
    const three: Fact[] = [{ id: 'n', kind: 'count', value: 3, label: 'papers' }]
    expect(unsupported('还缺四样材料。', three)).not.toEqual([])
  })
})

describe('counts of things', () => {
  const facts: Fact[] = [
    { id: 'd', kind: 'count', value: 2, label: 'missing papers' },
    { id: 'm', kind: 'term', value: 3, label: 'months of pay slips' },
  ]
  it('are not numbers of months', () => {
    expect(unsupported('还差两样：近三个月流水和证明。', facts)).toEqual([])
    expect(unsupported('还差三样：近三个月流水和证明。', facts)).not.toEqual([])
  })
  it('are no percentages unless they count a share', () => {
    expect(unsupported('The fee is 2% of the sum.', facts)).toEqual(['2%'])
    expect(
      unsupported('It takes 40% of income.', [
        { id: 's', kind: 'count', value: 40, label: 'share of income' },
      ]),
    ).toEqual([])
  })
})

describe('figures as tables and notes write them', () => {
  const facts: Fact[] = [
    day('bought', '2026-11-08'),
    day('due', '2026-12-05', 'deadline'),
    { id: 'n', kind: 'term', value: 36, role: 'months' },
    { id: 'i', kind: 'amount', value: 103_000, role: 'instalment' },
    { id: 'b', kind: 'amount', value: 271_506, role: 'balance' },
  ]
  it.each([
    '消费日　　11/08\n最后还款日　12/05',
    'Posting date: 11/08',
    '- 36 x CNY 1,030.00',
    '36×1,030元',
    'Your balance is 2,715 yuan 06.',
    'The last day is Sat 5 December.',
  ])('%s', (text) => expect(unsupported(text, facts)).toEqual([]))
  it('a table whose head ends in "part"', () => {
    expect(unsupported('| Principal part |\n15/12/2026', [day('a', '2026-12-15')])).toEqual([])
  })
  it.each([
    ['消费日　　11/09', '11/09'],
    ['- 24 x CNY 1,030.00', '24'],
    ['Your balance is 2,715 yuan 60.', '2,715 yuan 60'],
  ])('%s is wrong', (text, shown) => expect(unsupported(text, facts)).toEqual([shown]))
})
