import { describe, expect, test } from 'vitest'
import { DraftRequest } from '../../../features/drafting/draft-request.ts'
import { noWish, readWish, readYuan, type Scenario, type Wish } from './draft-wish.ts'

const scenarios = {
  questions: [
    { field: 'charge_story', open: true, texts: { 'zh-Hans': '', en: '' } },
    { field: 'charge', open: false, texts: { 'zh-Hans': '', en: '' } },
  ],
  charge: { kind: 'default_charge' as const, amount: 9_360 },
}

test.each([
  ['93.6', 9_360],
  ['1,000', 100_000],
  ['１２３．４５', 12_345],
  ['¥ 50 元', 5_000],
  ['0', 0],
  ['-5', null],
  ['1.234', null],
  ['about 5', null],
  ['', null],
])('%s is %s in minor units', (text, minor) => {
  expect(readYuan(text)).toBe(minor)
})

describe('what is asked for', () => {
  test.each<[Scenario, Partial<Wish>, object]>([
    ['gather', {}, {}],
    ['gather', { questions: ['charge', 'charge_story'] }, { questions: ['charge_story', 'charge'] }],
    ['fee_waiver', {}, {}],
    ['fee_waiver', { waiverAmount: '5' }, {}],
    [
      'fee_waiver',
      { waiverReason: 'bank_error', confirmed: true },
      { waiver: { reason: 'bank_error', confirmed: true } },
    ],
    [
      'fee_waiver',
      { waiverReason: 'goodwill', confirmed: true, waiverAmount: '50' },
      { waiver: { reason: 'goodwill', confirmed: false, amount: 5_000 } },
    ],
    [
      'suitability',
      { productId: 'p', productAmount: '300,000', horizonMonths: '６', liquidity: 'high' },
      { product: { id: 'p', amount: 30_000_000, horizonMonths: 6, liquidity: 'high' } },
    ],
    ['suitability', {}, {}],
    ['follow_up', { missed: '2026-03-01' }, { missed: '2026-03-01' }],
    ['complaint', { missed: '2026-03-01', waiverReason: 'goodwill' }, {}],
  ])('%s with %o', (purpose, wish, request) => {
    const read = readWish(purpose, { ...noWish, ...wish }, scenarios)
    expect(read).toEqual({ request })
    expect(DraftRequest.safeParse({ scenario: purpose, ...request }).error).toBeUndefined()
  })
})

test.each<[Scenario, Partial<Wish>, string[]]>([
  ['gather', { questions: [] }, ['/questions oneQuestion']],
  ['fee_waiver', { waiverReason: 'goodwill', waiverAmount: '93.61' }, ['/waiver/amount tooMuch']],
  ['fee_waiver', { waiverReason: 'goodwill', waiverAmount: 'all' }, ['/waiver/amount amount']],
  ['fee_waiver', { waiverReason: 'goodwill', waiverAmount: '0' }, ['/waiver/amount amount']],
  [
    'suitability',
    { productAmount: '30万', horizonMonths: '半年' },
    ['/product/amount amount', '/product/horizonMonths months'],
  ],
])('%s with %o is refused here, field by field', (purpose, wish, faults) => {
  const read = readWish(purpose, { ...noWish, ...wish }, scenarios)
  expect('faults' in read && read.faults.map(({ field, what }) => `${field} ${what}`)).toEqual(faults)
})
