import { expect, it } from 'vitest'
import type { Finding } from '../shapes.ts'
import { groupFindings } from './check-groups.ts'

const finding = (guard: string): Finding => ({ guard, severity: 'hard', span: null, detail: '' })

it('keeps every finding, also of a guard it has not met', () => {
  const groups = groupFindings([
    finding('number_unsupported'),
    finding('floor_disclosed'),
    finding('brand_new'),
  ])
  const found = groups.filter((group) => group.findings.length > 0).map((group) => group.group)
  expect(found).toEqual(['numbers', 'privacy', 'other'])
  expect(groups).toHaveLength(7)
})

it('shows the six questions even when nothing was found', () => {
  expect(groupFindings([]).map((group) => group.findings.length)).toEqual([0, 0, 0, 0, 0, 0])
})
