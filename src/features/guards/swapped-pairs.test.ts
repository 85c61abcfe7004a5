import { describe, expect, it } from 'vitest'
import { checkText } from './check-text.ts'
import type { Fact } from './model.ts'

function unsupported(text: string, facts: Fact[]): string[] {
  const lang = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
  return checkText({ id: 's', lang, at: '2026-11-26T10:00:00+08:00', verified: true, text, facts })
    .findings.filter(({ guard }) => guard === 'number_unsupported')
    .map(({ detail }) => detail)
}
const sum = (id: string, yuan: number, role: Fact['role'], label?: string): Fact => ({
  id,
  kind: 'amount',
  value: Math.round(yuan * 100),
  role,
  ...(label ? { label } : {}),
})
const exchanged = (text: string, a: string, b: string) =>
  text.replaceAll(a, '\u0000').replaceAll(b, a).replaceAll('\u0000', b)

const fund = [
  sum('a', 64000, 'financed', 'sum invested'),
  sum('b', 61310, 'balance', 'market value'),
  sum('c', 2690, 'other', 'loss'),
]
const fees = [
  sum('a', 240, 'other', 'annual fee'),
  sum('b', 18, 'waived', 'default charge'),
  sum('c', 75, 'other', 'cash-advance fee'),
]
const plan = [
  sum('a', 9000, 'financed'),
  sum('b', 780.11, 'instalment'),
  sum('c', 9361.32, 'total'),
  sum('d', 361.32, 'other', 'interest'),
  sum('e', 9120, 'balance'),
]
const dates: Fact[] = [
  { id: 'a', kind: 'date', value: '2026-12-09', role: 'first_due' },
  { id: 'b', kind: 'date', value: '2027-11-09', role: 'last_due' },
]

const letters: [string, Fact[], [string, string][]][] = [
  [
    'You bought it for 64,000 yuan. It is now worth 61,310 yuan, so 2,690 yuan has been lost on paper.',
    fund,
    [
      ['64,000', '61,310'],
      ['61,310', '2,690'],
    ],
  ],
  [
    '您当初投入64,000元，眼下市值61,310元，亏了2,690元。',
    fund,
    [
      ['64,000', '61,310'],
      ['61,310', '2,690'],
    ],
  ],
  [
    'The default charge of 18 yuan is waived. The annual fee, 240 yuan, stays, and so does the 75 yuan for the cash advance.',
    fees,
    [['18 yuan', '240 yuan']],
  ],
  ['违约金18元免了；年费240元照收，取现的75元也照收。', fees, [['18元', '240元']]],
  [
    'The plan takes in 9,000 yuan, told in 12 slices of 780.11 yuan. Altogether that is 9,361.32 yuan; 361.32 yuan of it is interest.',
    [...plan, { id: 't', kind: 'term', value: 12, role: 'months' }],
    [['780.11', '9,361.32']],
  ],
  [
    '放进分期的是9,000元，每月还780.11元，全部还完9,361.32元，里头利息361.32元。',
    plan,
    [
      ['780.11', '361.32'],
      ['9,361.32', '780.11'],
    ],
  ],
]

letters.push(
  [
    'principal ......... CNY 9,000.00\ninterest ......... CNY 361.32\ntotal ......... CNY 9,361.32',
    plan,
    [['9,000.00', '9,361.32']],
  ],
  [
    'The monthly payment is now 512.40 yuan, compared with 498.10 yuan in the past.',
    [sum('n', 512.4, 'instalment', 'new payment'), sum('o', 498.1, 'other', 'previous payment')],
    [['512.40', '498.10']],
  ],
)

describe('two facts in each other’s place', () => {
  for (const [text, facts, swaps] of letters) {
    it(`reads as it is: ${text}`, () => expect(unsupported(text, facts)).toEqual([]))
    for (const [a, b] of swaps)
      it(`with ${a} and ${b} exchanged: ${text}`, () =>
        expect(unsupported(exchanged(text, a, b), facts)).not.toEqual([]))
  }
})

describe('a range of days', () => {
  it.each([
    '还款起止：2026-12-09至2027-11-09。',
    'It runs from 9 December 2026 to 9 November 2027.',
    '起止 2026年12月9日 — 2027年11月9日',
  ])('forwards: %s', (text) => expect(unsupported(text, dates)).toEqual([]))
  it.each([
    '还款起止：2027-11-09至2026-12-09。',
    'It runs from 9 November 2027 to 9 December 2026.',
    '起止 2027年11月9日 — 2026年12月9日',
  ])('backwards: %s', (text) => expect(unsupported(text, dates)).not.toEqual([]))
})

describe('the sum of a plan', () => {
  it.each(['您要还的是9,120元，每月780.11元。', 'The heap is 9,120 yuan; 780.11 yuan a month clears it.'])(
    'is not the debt: %s',
    (text) => expect(unsupported(text, plan)).not.toEqual([]),
  )
  it.each([
    '您要还的是9,000元，每月780.11元。',
    'You owe 9,120 yuan; 9,000 yuan of it goes into the plan, 780.11 yuan a month.',
    '您目前欠9,120元。',
  ])('%s', (text) => expect(unsupported(text, plan)).toEqual([]))
})

describe('a day in the time it is told of', () => {
  const days: Fact[] = [
    { id: 'a', kind: 'date', value: '2026-11-09', role: 'other', label: 'call' },
    { id: 'b', kind: 'date', value: '2027-01-22', role: 'deadline', label: 'hold until' },
  ]
  it.each([
    '您11月9日深夜接到了电话。',
    'Collection is on hold until 22 January 2027.',
    'You were called on 9 November 2026.',
  ])('%s', (text) => expect(unsupported(text, days)).toEqual([]))
  it.each([
    '您2027年1月22日深夜接到了电话。',
    'Collection is on hold until 9 November 2026.',
    'You were called on 22 January 2027.',
  ])('out of it: %s', (text) => expect(unsupported(text, days)).not.toEqual([]))
})

describe('words that speak of something else than a sum’s role', () => {
  const asked: Fact = { ...sum('m', 900, 'other'), source: 'message' }
  const facts = [
    ...plan,
    asked,
    sum('x', 140, 'other', 'monthly difference'),
    sum('r', 60, 'other', 'refund'),
  ]
  it.each([
    '您信里问“每月900元行不行”，这次没能做到。',
    'You ask for a plan of 900 yuan a month, and I cannot sign that.',
    'This leaves you 140 yuan more each month.',
    '列入本次分期的欠款为9,000元。',
    '收了三个月的，每个月20元，一共60元，退给您。',
    'The sum of 9,000 yuan is repaid over a year.',
  ])('%s', (text) =>
    expect(
      unsupported(text, [
        ...facts,
        sum('f', 20, 'other', '月费'),
        { id: 'k', kind: 'count', value: 3 },
        { id: 'y', kind: 'term', value: 12, role: 'months' },
      ]),
    ).toEqual([]),
  )
  it.each([
    '每月还900元。',
    'Each month you pay 900 yuan.',
    '每月还9,361.32元。',
    'You owe 780.11 yuan in all.',
  ])('wrong: %s', (text) => expect(unsupported(text, facts)).not.toEqual([]))
  const rates: Fact[] = [
    { id: 'n', kind: 'rate', value: 720, role: 'apr_nominal' },
    { id: 'e', kind: 'rate', value: 744, role: 'apr_effective' },
  ]
  it('takes no day gone by for one to come where both are told in their time', () => {
    const days: Fact[] = [
      { id: 't', kind: 'date', value: '2026-03-05', role: 'other', label: 'assessed on' },
      { id: 'r', kind: 'date', value: '2027-08-14', role: 'other', label: 'redeemable from' },
    ]
    const text =
      'Your rating is from the assessment of 5 March 2026. The earliest day to redeem is 14 August 2027.'
    expect(unsupported(text, days)).toEqual([])
  })
  it('reads a rate whose name stands behind it', () => {
    expect(unsupported('7.20%是名义年利率，7.44%则为实际年利率。', rates)).toEqual([])
    expect(unsupported('7.44%是名义年利率，7.20%则为实际年利率。', rates)).not.toEqual([])
  })
})
