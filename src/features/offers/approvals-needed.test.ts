import { describe, expect, it } from 'vitest'
import type { StaffRole } from '../identity/model.ts'
import { approvalsCover, approvalsNeeded, approvalsOpen } from './approvals-needed.ts'
import { parameters } from './offers.fixture.ts'

const needed = (authority: Parameters<typeof approvalsNeeded>[0], maker: StaffRole) =>
  approvalsNeeded(authority, maker, parameters)

describe('approvalsNeeded', () => {
  it('is the maker alone inside own limits where the table says one', () => {
    expect(needed('agent', 'agent')).toEqual([{ by: 'maker', roles: ['agent'] }])
    expect(needed('agent', 'lead')).toEqual([{ by: 'maker', roles: ['lead'] }])
    expect(needed('lead', 'lead')).toHaveLength(1)
  })

  it('adds somebody with the authority above a maker who lacks it', () => {
    expect(needed('lead', 'agent')).toEqual([
      { by: 'maker', roles: ['agent'] },
      { by: 'other', roles: ['lead', 'manager', 'committee'] },
    ])
    expect(needed('agent', 'compliance')).toHaveLength(2)
  })

  it('adds risk where the table says manager with risk', () => {
    expect(needed('manager', 'manager')).toEqual([
      { by: 'maker', roles: ['manager'] },
      { by: 'other', roles: ['risk'] },
    ])
    expect(needed('manager', 'agent')).toEqual([
      { by: 'maker', roles: ['agent'] },
      { by: 'other', roles: ['manager', 'committee'] },
      { by: 'other', roles: ['risk'] },
    ])
  })

  it('wants two of the committee besides anybody below it', () => {
    expect(needed('committee', 'committee')).toHaveLength(2)
    expect(needed('committee', 'manager')).toHaveLength(3)
  })
})

describe('approvalsOpen', () => {
  const open = (
    authority: Parameters<typeof approvalsNeeded>[0],
    makerRole: StaffRole,
    given: { person: string; role: StaffRole }[],
  ) => approvalsOpen(needed(authority, makerRole), 'maker', given).length

  it.each([
    ['agent', 'agent', [], 1],
    ['agent', 'agent', [['maker', 'agent']], 0],
    ['agent', 'agent', [['other', 'lead']], 1],
    ['lead', 'agent', [['maker', 'agent']], 1],
    [
      'lead',
      'agent',
      [
        ['maker', 'agent'],
        ['other', 'lead'],
      ],
      0,
    ],
    [
      'lead',
      'agent',
      [
        ['maker', 'agent'],
        ['other', 'agent'],
      ],
      1,
    ],
    [
      'lead',
      'agent',
      [
        ['maker', 'agent'],
        ['maker', 'lead'],
      ],
      1,
    ],
    [
      'manager',
      'manager',
      [
        ['maker', 'manager'],
        ['other', 'manager'],
      ],
      1,
    ],
    [
      'manager',
      'manager',
      [
        ['maker', 'manager'],
        ['other', 'risk'],
      ],
      0,
    ],
    [
      'manager',
      'agent',
      [
        ['maker', 'agent'],
        ['other', 'risk'],
      ],
      1,
    ],
    [
      'manager',
      'agent',
      [
        ['maker', 'agent'],
        ['other', 'risk'],
        ['third', 'manager'],
      ],
      0,
    ],
    [
      'committee',
      'committee',
      [
        ['maker', 'committee'],
        ['maker', 'committee'],
      ],
      1,
    ],
    [
      'committee',
      'manager',
      [
        ['maker', 'manager'],
        ['other', 'committee'],
        ['other', 'committee'],
      ],
      1,
    ],
    [
      'committee',
      'manager',
      [
        ['maker', 'manager'],
        ['other', 'committee'],
        ['third', 'committee'],
      ],
      0,
    ],
  ] as const)('%s made by %s, approved by %j: %i open', (authority, makerRole, given, count) => {
    expect(
      open(
        authority,
        makerRole,
        given.map(([person, role]) => ({ person, role })),
      ),
    ).toBe(count)
  })
})

it('a letter that carries one plan covers another only with every approval that one needs', () => {
  const lead = { authority: 'lead', second_role: null } as const
  const manager = { authority: 'manager', second_role: 'risk' } as const
  const committee = { authority: 'committee', second_role: 'committee' } as const
  expect(approvalsCover(manager, lead)).toBe(true)
  expect(approvalsCover(manager, manager)).toBe(true)
  expect(approvalsCover(lead, manager)).toBe(false)
  expect(approvalsCover(committee, lead)).toBe(true)
  expect(approvalsCover(committee, manager)).toBe(false)
  expect(approvalsCover({ authority: 'manager', second_role: null }, { ...lead, second_role: 'risk' })).toBe(
    false,
  )
})
