import type { Authority, StaffRole } from '../identity/model.ts'
import { authorities } from '../identity/model.ts'
import { rankOf } from './authority.ts'
import type { OfferParameters } from './parameters.ts'

/** One approval to be given: by the maker, or by somebody else holding one of the roles. */
export type ApprovalSlot = { by: 'maker' | 'other'; roles: StaffRole[] }

/** The authority a staff role carries by itself; null for roles that approve nothing alone. */
export function authorityOfRole(role: StaffRole): Authority | null {
  return authorities.find((authority) => authority === role) ?? null
}

function rolesFrom(authority: Authority): StaffRole[] {
  return authorities.slice(rankOf(authority))
}

/**
 * Which approvals an offer of that authority needs when this role made it (rules.md 7): the maker's own suffices inside
 * own limits where the table says one; where it says two, the second is nobody who made it; a maker below the authority
 * needs somebody who has it, and never counts toward the table's two.
 */
export function approvalsNeeded(
  authority: Authority,
  makerRole: StaffRole,
  parameters: OfferParameters,
): ApprovalSlot[] {
  const row = parameters.authority.rows[rankOf(authority)]!
  const own = authorityOfRole(makerRole)
  const holders: ApprovalSlot = { by: 'other', roles: rolesFrom(authority) }
  const maker: ApprovalSlot = { by: 'maker', roles: [makerRole] }
  const first = own !== null && rankOf(own) >= rankOf(authority) ? [maker] : [maker, holders]
  if (row.second === null) return first
  const secondAuthority = authorityOfRole(row.second)
  return [...first, { by: 'other', roles: secondAuthority ? rolesFrom(secondAuthority) : [row.second] }]
}

export type GivenApproval = { person: string; role: StaffRole }

/**
 * The slots still open after the approvals given, each person filling one. The maker is the last person who changed text
 * or offer, else who requested it; approvals of other people never fill a maker's slot, nor the maker's another's.
 */
export function approvalsOpen(
  slots: readonly ApprovalSlot[],
  maker: string,
  given: readonly GivenApproval[],
): ApprovalSlot[] {
  const people = given.filter(
    (one, index) => given.findIndex((other) => other.person === one.person) === index,
  )
  return fewestOpen(slots, maker, people)
}

/** Tries each person for each slot: a committee member may hold either of two, so first come is not always best. */
function fewestOpen(
  slots: readonly ApprovalSlot[],
  maker: string,
  people: readonly GivenApproval[],
): ApprovalSlot[] {
  const [slot, ...rest] = slots
  if (!slot) return []
  let best = [slot, ...fewestOpen(rest, maker, people)]
  for (const person of people) {
    if (!fills(slot, maker, person)) continue
    const open = fewestOpen(
      rest,
      maker,
      people.filter((other) => other !== person),
    )
    if (open.length < best.length) best = open
  }
  return best
}

function fills(slot: ApprovalSlot, maker: string, { person, role }: GivenApproval): boolean {
  return (slot.by === 'maker') === (person === maker) && slot.roles.includes(role)
}

type Needs = { authority: Authority; second_role: string | null }

/**
 * Whether the approvals one offer needs are all that another needs too, so that a letter carrying the one may speak of
 * the other: no less authority, and the same second role where the other asks for one.
 */
export function approvalsCover(carried: Needs, other: Needs): boolean {
  return (
    rankOf(carried.authority) >= rankOf(other.authority) &&
    (other.second_role === null || other.second_role === carried.second_role)
  )
}
