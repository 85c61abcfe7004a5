import { describe, expect, test } from 'vitest'
import { amountDigits, dateText } from '../../platform/money.ts'
import { agreementInput } from './agreement-terms.fixture.ts'
import { agreementGaps, composeAgreement } from './agreement-terms.ts'
import { type LetterLanguage, LetterText, letterLanguages, letterStrings } from './letter-text.ts'

const everything = (text: LetterText) => letterStrings(text).join('\n')
const section = (text: LetterText, key: string) => text.sections.find((each) => each.key === key)!

describe.each(letterLanguages)('the agreement in %s', (language) => {
  const text = composeAgreement(agreementInput(), language)

  test('states all six items', () => {
    expect(agreementGaps(text)).toEqual([])
  })

  test('is plain JSON of the letter shape', () => {
    expect(LetterText.parse(JSON.parse(JSON.stringify(text)))).toEqual(text)
  })

  test('gives every row of the schedule as the offer has it', () => {
    const rows = section(text, 'schedule').table!.rows
    const { offer } = agreementInput()
    offer.schedule.forEach((row, index) => {
      expect(rows[index]!.cells).toEqual([
        String(index + 1),
        dateText(row.date, language),
        amountDigits(row.amount),
        amountDigits(row.principal),
        amountDigits(row.interest),
      ])
    })
    expect(rows.at(-1)!.cells[2]).toBe(amountDigits(offer.total))
  })

  test('says nothing of what the plan is worth to the bank', () => {
    const secret = { pv: 4_410_287, load_bp: 3777, stress: [], authority: 'lead', rules: ['H1'] }
    const { offer } = agreementInput()
    const shown = everything(composeAgreement(agreementInput({ offer: { ...offer, ...secret } }), language))
    expect(shown).not.toContain(amountDigits(secret.pv))
    expect(shown).not.toContain('37.77')
    expect(shown).toBe(everything(text))
  })

  test('lacks an item once its section is gone', () => {
    for (const item of [
      'balance',
      'schedule',
      'accrual',
      'undertaking',
      'rights_duties_breach',
      'other_matters',
    ] as const) {
      const without = { ...text, sections: text.sections.filter((each) => each.key !== item) }
      expect(agreementGaps(without)).toEqual([item])
    }
  })
})

const change = (
  key: string,
  to: (section: LetterText['sections'][number]) => object,
  text = composeAgreement(agreementInput()),
) => ({
  ...text,
  sections: text.sections.map((each) => (each.key === key ? { ...each, ...to(each) } : each)),
})

test.each([
  ['balance', 'an empty table', () => ({ table: undefined })],
  [
    'schedule',
    'no rows',
    (each: LetterText['sections'][number]) => ({ table: { ...each.table!, rows: [] } }),
  ],
  [
    'accrual',
    'no word on the annual fee',
    (each: LetterText['sections'][number]) => ({ parts: each.parts.slice(1) }),
  ],
  ['undertaking', 'a blank sentence', () => ({ paragraphs: [' '] })],
  [
    'rights_duties_breach',
    'no breach by the bank',
    (each: LetterText['sections'][number]) => ({
      parts: each.parts.map((part) => (part.key === 'bank_breach' ? { ...part, items: [] } : part)),
    }),
  ],
  ['other_matters', 'nothing agreed', () => ({ paragraphs: [] })],
] as const)('%s with %s is a gap', (key, _why, to) => {
  expect(agreementGaps(change(key, to))).toEqual([key])
})

test('the Chinese text governs and the English one says so', () => {
  const zh = composeAgreement(agreementInput())
  const en = composeAgreement(agreementInput(), 'en')
  expect([zh.governing, en.governing]).toEqual([true, false])
  expect(zh.notice).toBeNull()
  expect(en.notice).toContain('governs')
  expect(section(zh, 'basis').paragraphs.at(-1)).toContain('以简体中文文本为准')
})

test('both languages carry the same figures in the same places', () => {
  const figures = (language: LetterLanguage) =>
    composeAgreement(agreementInput(), language).sections.map((each) =>
      each.table?.rows.map((row) => row.cells.filter((cell) => /^-?[\d,]+\.\d{2}$/.test(cell))),
    )
  expect(figures('en')).toEqual(figures('zh-Hans'))
})

test('a down payment is a row of its own and leaves the amount covered', () => {
  const base = agreementInput()
  const down = { date: '2026-11-30', amount: 500_000, principal: 500_000, interest: 0 }
  const schedule = [
    down,
    { date: '2026-12-20', amount: 4_155_060 + 33_933, principal: 4_155_060, interest: 33_933 },
  ]
  const text = composeAgreement(
    agreementInput({
      offer: {
        ...base.offer,
        shape: 'down_payment',
        months: 1,
        schedule,
        total: 4_688_993,
        financed: 4_155_060,
      },
    }),
  )
  expect(section(text, 'schedule').table!.rows.map((row) => row.cells[0])).toEqual(['首付', '1', ''])
  expect(section(text, 'balance').table!.rows.map((row) => row.cells)).toContainEqual([
    '减：首付款',
    '-5,000.00',
  ])
  expect(text.glance[0]).toEqual({ label: '首付款', value: '5,000.00元' })
})

const refusals: [string, Parameters<typeof agreementInput>[0], string][] = [
  [
    'a balance that is not its parts',
    { balance: { ...agreementInput().balance, total: 1 } },
    'balance/total',
  ],
  ['a total that is not its rows', { offer: { ...agreementInput().offer, total: 1 } }, 'offer/total'],
  [
    'a covered amount the schedule does not repay',
    { offer: { ...agreementInput().offer, financed: 4_655_059 } },
    'offer/financed',
  ],
  [
    'a schedule that repays less than is owed',
    {
      offer: {
        ...agreementInput().offer,
        waived: { fees: 0, default_charges: 0, interest: 0, principal: 0 },
      },
    },
    'offer/schedule',
  ],
  [
    'interest called free and then charged',
    {
      accrual: {
        ...agreementInput().accrual,
        interest: { charged: false, text: { 'zh-Hans': '免息。', en: 'Free.' } },
      },
    },
    'accrual/interest',
  ],
  [
    'an account number in clear',
    { account: { ...agreementInput().account, masked_number: '6200123412340317' } },
    'account/masked_number',
  ],
  ['a date that does not exist', { dated: '2026-02-30' }, 'dated'],
  ['a last day before the agreement', { valid_until: '2026-11-01' }, 'valid_until'],
  ['wording in one language only', { undertaking: { 'zh-Hans': '承诺', en: ' ' } }, 'undertaking/en'],
]

test.each(refusals)('refuses %s', (_why, wrong, path) => {
  const compose = () => composeAgreement(agreementInput(wrong))
  expect(compose).toThrow(expect.objectContaining({ name: 'ZodError' }))
  try {
    compose()
  } catch (error) {
    expect((error as { issues: { path: string[] }[] }).issues.map((issue) => issue.path.join('/'))).toContain(
      path,
    )
  }
})
