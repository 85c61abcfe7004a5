import { z } from 'zod'

/** Authority to approve an offer, weakest first; what each may approve is policy data. */
export const authorities = ['agent', 'lead', 'manager', 'committee'] as const
export const Authority = z.enum(authorities)
export type Authority = z.infer<typeof Authority>

/** Rank of the authority a role carries by itself, 0 for none; the database ranks the same way. */
export function authorityRank(role: string): number {
  return (authorities as readonly string[]).indexOf(role) + 1
}

export const staffRoles = [
  'agent',
  'lead',
  'manager',
  'risk',
  'committee',
  'compliance',
  'policy_owner',
  'admin',
] as const
export const StaffRole = z.enum(staffRoles)
export type StaffRole = z.infer<typeof StaffRole>
