import { expect, test } from 'vitest'
import { followUpDates, type Rule } from './plan-dates.ts'

const rules: Rule[] = [
  { code: 'before_first', kind: 'reminder', from: 'first_due', days: -3 },
  { code: 'month_one', kind: 'return_visit', from: 'first_due', months: 1 },
  { code: 'month_three', kind: 'return_visit', from: 'first_due', months: 3 },
  { code: 'before_end', kind: 'return_visit', from: 'last_due', days: -30 },
]
const zone = 'Asia/Shanghai'

test('dates count from the schedule, at ten in the morning where the bank is', () => {
  const dates = followUpDates(
    rules,
    { firstDue: '2026-12-24', lastDue: '2027-09-24' },
    zone,
    new Date('2026-11-24'),
  )
  expect(dates.map(({ code, dueAt }) => [code, dueAt.toISOString()])).toEqual([
    ['before_first', '2026-12-21T02:00:00.000Z'],
    ['month_one', '2027-01-24T02:00:00.000Z'],
    ['month_three', '2027-03-24T02:00:00.000Z'],
    ['before_end', '2027-08-25T02:00:00.000Z'],
  ])
})

test('a month is clamped to its end', () => {
  const [, monthOne] = followUpDates(
    rules,
    { firstDue: '2027-01-31', lastDue: '2027-12-31' },
    zone,
    new Date('2026-11-24'),
  )
  expect(monthOne!.dueAt.toISOString()).toBe('2027-02-28T02:00:00.000Z')
})

test('what would lie in the past or beyond the end is left out', () => {
  const dates = followUpDates(
    rules,
    { firstDue: '2026-11-26', lastDue: '2026-12-26' },
    zone,
    new Date('2026-11-24'),
  )
  expect(dates.map(({ code }) => code)).toEqual(['month_one', 'before_end'])
})
