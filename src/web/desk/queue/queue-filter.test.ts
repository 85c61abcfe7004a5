import { describe, expect, it } from 'vitest'
import type { QueueItem } from '../shapes.ts'
import { filterQueue, stepFrom } from './queue-filter.ts'

const item = (id: string, more: Partial<QueueItem> = {}): QueueItem => ({
  conversationId: id,
  caseId: null,
  customerName: id,
  kind: null,
  stage: null,
  language: 'zh-Hans',
  signals: [],
  handOff: 'bot',
  customerWaitingSince: null,
  dueAt: null,
  secondApproval: false,
  draftState: null,
  assignee: null,
  updatedAt: '2026-11-23T02:00:00Z',
  ...more,
})

const items = [
  item('林晓', { customerWaitingSince: '2026-11-23T01:00:00Z', signals: ['job_loss'], caseId: 'case-1' }),
  item('Grace', { language: 'en', signals: ['wants_person'], assignee: '沈嘉宁' }),
  item('周远', { secondApproval: true }),
]
const seen = (view: 'all' | 'waiting' | 'second' | 'flagged' | 'mine') =>
  filterQueue(items, { view, language: 'any', name: '' }, '沈嘉宁').map((found) => found.customerName)

describe('filterQueue', () => {
  it('keeps what each view promises', () => {
    expect(seen('all')).toHaveLength(3)
    expect(seen('waiting')).toEqual(['林晓'])
    expect(seen('second')).toEqual(['周远'])
    expect(seen('mine')).toEqual(['Grace'])
  })

  it('does not flag somebody for merely asking for a person', () => {
    expect(seen('flagged')).toEqual(['林晓'])
  })

  it('narrows by language and name together', () => {
    const filter = { view: 'all', language: 'en', name: 'gr' } as const
    expect(filterQueue(items, filter, '').map((found) => found.customerName)).toEqual(['Grace'])
    expect(filterQueue(items, { ...filter, name: '林' }, '')).toEqual([])
  })
})

describe('stepFrom', () => {
  it('starts at an end and stops at the other', () => {
    expect(stepFrom(items, null, 1)?.customerName).toBe('林晓')
    expect(stepFrom(items, null, -1)?.customerName).toBe('周远')
    expect(stepFrom(items, 'case-1', 1)?.customerName).toBe('Grace')
    expect(stepFrom(items, '周远', 1)).toBeNull()
    expect(stepFrom([], null, 1)).toBeNull()
  })
})
