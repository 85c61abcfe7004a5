import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { authorities } from '../identity/model.ts'
import { CreditPlanParameters } from './credit-plan-parameters.ts'

const Bp = z.int().min(0).max(10_000)
const Limit = z.int().min(0).nullable()

/** What one role may approve; null is "any". */
export const AuthorityRow = z.object({
  role: z.enum(authorities),
  max_months: z.int().min(1),
  max_charge_waiver_bp: Bp,
  max_interest_waiver_bp: Bp,
  max_rate_relief_bp: z.number().min(0).nullable(),
  max_principal_waiver_bp: Bp,
  max_total_owed: Limit,
  approvals: z.union([z.literal(1), z.literal(2)]),
  second: z.enum(['lead', 'manager', 'risk', 'committee']).nullable(),
})
export type AuthorityRow = z.infer<typeof AuthorityRow>

const limitKeys = [
  'max_months',
  'max_charge_waiver_bp',
  'max_interest_waiver_bp',
  'max_rate_relief_bp',
  'max_principal_waiver_bp',
  'max_total_owed',
] as const

const AuthorityParameters = z.object({
  waiver_window_months: z.int().min(1),
  rows: z
    .array(AuthorityRow)
    .length(authorities.length)
    .superRefine((rows, ctx) => {
      rows.forEach((row, index) => {
        if (row.role !== authorities[index])
          ctx.addIssue({ code: 'custom', path: [index, 'role'], message: 'rows go from agent to committee' })
        if ((row.approvals === 2) !== (row.second !== null))
          ctx.addIssue({ code: 'custom', path: [index, 'second'], message: 'two approvals name the second' })
        for (const key of limitKeys)
          if (index > 0 && (row[key] ?? Infinity) < (rows[index - 1]![key] ?? Infinity))
            ctx.addIssue({ code: 'custom', path: [index, key], message: 'is below the row before' })
      })
    }),
})

const SuitabilityParameters = z.object({
  test_valid_months: z.int().min(1),
  care_from_age: z.int().min(1),
  max_share_of_net_assets_bp: Bp,
  max_months_of_income: z.int().min(0),
  alternatives_count: z.int().min(0),
})

/** An effective-dated policy-data file: versions with `[effective_from, effective_to)`, no overlap (rules.md 9). */
function policyData<S extends z.ZodType>(parameters: S) {
  return z.object({
    id: z.string().min(1),
    versions: z
      .array(
        z.object({
          version: z.string().min(1),
          effective_from: z.iso.date(),
          effective_to: z.iso.date().nullable(),
          audience: z.enum(['public', 'internal']),
          source: z.array(z.string()).min(1),
          parameters,
        }),
      )
      .min(1)
      .refine((versions) => !overlaps(versions), { error: 'versions overlap in time' }),
  })
}

function overlaps(versions: { effective_from: string; effective_to: string | null }[]): boolean {
  const sorted = [...versions].sort((a, b) => a.effective_from.localeCompare(b.effective_from))
  return sorted.some((version, index) => {
    const next = sorted[index + 1]
    return next !== undefined && (version.effective_to === null || version.effective_to > next.effective_from)
  })
}

const PolicyData = z.object({
  authority: policyData(AuthorityParameters),
  creditPlans: policyData(CreditPlanParameters),
  suitability: policyData(SuitabilityParameters),
})

/** Every number the engine uses on one day, with the name and hash an answer is pinned to. */
export type OfferParameters = {
  version: string
  /** SHA-256, hex, over the RFC 8785 canonical form of the three parameter sets. */
  hash: string
  authority: z.infer<typeof AuthorityParameters>
  creditPlans: CreditPlanParameters
  suitability: z.infer<typeof SuitabilityParameters>
}

/**
 * The parameters in force on a local date, from the parsed policy-data files (authority, credit-plans, suitability).
 * Throws ZodError when a file is not what it should be; null when a file has no version for that date.
 */
export function parametersAsOf(files: unknown, date: string): OfferParameters | null {
  const data = PolicyData.parse(files)
  const authority = effective(data.authority.versions, date)
  const creditPlans = effective(data.creditPlans.versions, date)
  const suitability = effective(data.suitability.versions, date)
  if (!authority || !creditPlans || !suitability) return null
  const sets = {
    authority: authority.parameters,
    creditPlans: creditPlans.parameters,
    suitability: suitability.parameters,
  }
  const version = `authority@${authority.version} credit-plans@${creditPlans.version} suitability@${suitability.version}`
  return { version, hash: hashOf(sets), ...sets }
}

function effective<V extends { effective_from: string; effective_to: string | null }>(
  versions: V[],
  date: string,
): V | undefined {
  return versions.find(
    (version) =>
      version.effective_from <= date && (version.effective_to === null || date < version.effective_to),
  )
}

function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')
}
