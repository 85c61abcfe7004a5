import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { found } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { sha256 } from '../../platform/vault.ts'
import { recordAudit } from '../audit/record.ts'

/** Policy that programs read: limits, clocks and forms, each version valid in `[effective_from, effective_to)`. */
export const policyDataKinds = [
  'bank',
  'contact',
  'authority',
  'credit_plans',
  'suitability',
  'agreement',
  'products',
] as const
export type PolicyDataKind = (typeof policyDataKinds)[number]

const Dated = z.object({
  version: z.union([z.string(), z.number()]).default('1').transform(String),
  effective_from: z.iso.date().default('2020-01-01'),
  effective_to: z.iso.date().nullable().default(null),
})
const Versioned = z.object({ versions: z.array(z.unknown()).min(1) })

/** Files policy data: each of its `versions`, or the whole as one. What is filed already changes nothing. */
export async function addPolicyData(tx: Tx, kind: PolicyDataKind, content: unknown): Promise<void> {
  const many = Versioned.safeParse(content)
  if (!many.success) return addVersion(tx, kind, content, content)
  for (const version of many.data.versions) {
    await addVersion(tx, kind, version, { ...(content as object), versions: [version] })
  }
}

async function addVersion(tx: Tx, kind: PolicyDataKind, dated: unknown, content: unknown): Promise<void> {
  const { version, effective_from, effective_to } = Dated.parse(dated)
  const hash = sha256(canonicalize(content) ?? '')
  const [known] = await tx.query<{ hash: string }>(
    'select hash from app.policy_data where kind = $1 and version = $2',
    [kind, version],
  )
  if (known?.hash === hash) return
  if (known) throw new Error(`policy data ${kind} version ${version} is filed already with other content`)
  await tx.query(
    `insert into app.policy_data (id, kind, version, effective_from, effective_to, data, hash)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), kind, version, effective_from, effective_to, JSON.stringify(content), hash],
  )
  read.delete(tx)
  await recordAudit(tx, {
    action: 'policy.data_filed',
    subject: ['policy_data', kind],
    details: { version, hash },
  })
}

export type PolicyData = { kind: string; version: string; hash: string; data: unknown }

/** Read once a transaction: steps of one verb ask for the same again and again, and a version never changes. */
const read = new WeakMap<Tx, Map<string, Promise<PolicyData | undefined>>>()

/** The version in force on a local date of the bank; `not_found` when there is none. */
export async function readPolicyData(tx: Tx, kind: PolicyDataKind, asOf: string): Promise<PolicyData> {
  const known = read.get(tx) ?? new Map<string, Promise<PolicyData | undefined>>()
  read.set(tx, known)
  const key = `${kind} ${asOf}`
  const row = known.get(key) ?? findPolicyData(tx, kind, asOf)
  known.set(key, row)
  return found(await row, `policy data ${kind} for ${asOf}`)
}

async function findPolicyData(tx: Tx, kind: PolicyDataKind, asOf: string): Promise<PolicyData | undefined> {
  const [row] = await tx.query<PolicyData>(
    `select kind, version, hash, data from app.policy_data
     where kind = $1 and effective_from <= $2 and (effective_to is null or effective_to > $2)`,
    [kind, asOf],
  )
  return row
}
