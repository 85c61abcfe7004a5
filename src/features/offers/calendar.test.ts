import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dueDate } from './calendar.ts'

const unshifted = { shift: 'none' as const, holidays: [], working_weekends: [] }

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })
})

describe('addDays', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
  })
})

describe('dueDate', () => {
  it('clamps to short months and goes back to the first due day', () => {
    const dates = [1, 2, 3, 4].map((month) => dueDate('2026-12-31', month, unshifted))
    expect(dates).toEqual(['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31'])
  })

  it('moves off weekends and holidays only where policy says so', () => {
    const following = {
      shift: 'following' as const,
      holidays: ['2026-10-01', '2026-10-02'],
      working_weekends: [],
    }
    expect(dueDate('2026-10-01', 1, unshifted)).toBe('2026-10-01')
    // 1 and 2 October are holidays, 3 and 4 a weekend.
    expect(dueDate('2026-10-01', 1, following)).toBe('2026-10-05')
    expect(dueDate('2026-10-01', 1, { ...following, working_weekends: ['2026-10-03'] })).toBe('2026-10-03')
  })
})
