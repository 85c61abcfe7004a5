import { describe, expect, it } from 'vitest'
import { countdown, date, duration, moment, money, percent, share } from './format.ts'
import { ownHalf } from './language.ts'

const zone = 'Asia/Shanghai'

describe('money', () => {
  it('keeps both decimals in either language', () => {
    expect(money(1_234_500, 'zh-CN')).toBe('¥12,345.00')
    expect(money(1_234_507, 'en')).toBe('¥12,345.07')
    expect(money(-50, 'zh-CN')).toBe('-¥0.50')
  })
})

describe('percent', () => {
  it('shows extra digits only where the basis points have them', () => {
    expect(percent(1825, 'zh-CN')).toBe('18.25%')
    expect(percent(1825.43, 'en')).toBe('18.2543%')
    expect(percent(0, 'en')).toBe('0.00%')
  })

  it('has no share of nothing', () => {
    expect(share(0, 0, 'en')).toBe('–')
    expect(share(17, 20, 'en')).toBe('85%')
  })
})

describe('dates', () => {
  it('never shifts a local date', () => {
    expect(date('2026-12-15', 'zh-CN')).toBe('2026年12月15日')
    expect(date('2026-12-15', 'en')).toBe('15 Dec 2026')
  })

  it('shows an instant in the bank zone, with its day only when it is another', () => {
    const now = Date.parse('2026-11-23T02:00:00Z')
    expect(moment('2026-11-22T16:05:00Z', 'en', zone, now)).toBe('00:05')
    expect(moment('2026-11-22T15:55:00Z', 'zh-CN', zone, now)).toBe('11月22日 23:55')
    expect(moment('2025-11-22T15:55:00Z', 'en', zone, now)).toBe('22 Nov 2025 23:55')
  })
})

describe('durations', () => {
  it('uses two units at most', () => {
    expect(duration(59_000, 'en')).toBe('0 min')
    expect(duration(-5_400_000, 'zh-CN')).toBe('1 小时 30 分')
    expect(duration(26 * 3_600_000, 'en')).toBe('1 d 2 h')
  })

  it('turns close in the last half-hour and late at the target', () => {
    const due = '2026-11-23T02:00:00Z'
    const at = Date.parse(due)
    expect(countdown(due, at - 31 * 60_000).tone).toBe('calm')
    expect(countdown(due, at - 29 * 60_000).tone).toBe('close')
    expect(countdown(due, at + 1).tone).toBe('late')
  })
})

describe('bilingual titles', () => {
  it('shows the half of the reader, or the whole when there are no halves', () => {
    expect(ownHalf('版本冲突 / Version conflict', 'zh-CN')).toBe('版本冲突')
    expect(ownHalf('版本冲突 / Version conflict', 'en')).toBe('Version conflict')
    expect(ownHalf('Not found', 'zh-CN')).toBe('Not found')
  })
})
