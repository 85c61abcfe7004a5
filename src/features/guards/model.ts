import { z } from 'zod'

/**
 * A guard is a rule that says whether a text may leave the bank. It reads a draft and the facts it may state,
 * and returns findings; it changes nothing. The shapes here are the `guard` contract.
 */
export const hardGuards = [
  'number_unsupported',
  'promise_unbacked',
  'forbidden_phrase',
  'floor_disclosed',
  'disclosure_missing',
  'policy_not_effective',
  'internal_clause',
  'unverified_account_fact',
  'other_person_data',
  'citation_invalid',
  'threat_or_pressure',
] as const
export const softGuards = ['language_mismatch', 'citation_unsupporting'] as const
export const GuardName = z.enum([...hardGuards, ...softGuards])
export type GuardName = z.infer<typeof GuardName>

export const factRoles = [
  'balance',
  'financed',
  'instalment',
  'total',
  'down_payment',
  'waived',
  'apr_nominal',
  'apr_effective',
  'months',
  'first_due',
  'last_due',
  'deadline',
  'other',
] as const
export const FactRole = z.enum(factRoles)
export type FactRole = z.infer<typeof FactRole>

export const factKinds = ['amount', 'rate', 'date', 'term', 'count', 'name', 'phone', 'url'] as const
export const FactKind = z.enum(factKinds)
export type FactKind = z.infer<typeof FactKind>

function unitOf(unit: unknown): 'month' | 'day' | null {
  const [, name] = /^(month|day)s?$/.exec(String(unit)) ?? []
  return (name as 'month' | 'day' | undefined) ?? null
}

/**
 * Something the text may state. `value`: amounts in minor units, rates in basis points, terms in months
 * unless `unit` says days, dates ISO, the rest as written.
 */
export const Fact = z.object({
  id: z.string(),
  kind: FactKind,
  value: z.union([z.number(), z.string()]),
  currency: z.string().nullish(),
  role: FactRole.nullish(),
  source: z.enum(['engine', 'account', 'record', 'message', 'policy']).nullish(),
  subject: z.enum(['customer', 'bank', 'staff', 'other']).nullish(),
  label: z.string().nullish(),
  /** Beyond the contract, so no word of another caller's under this key is refused. */
  unit: z
    .enum(['month', 'day'])
    .nullish()
    .catch(({ value }) => unitOf(value)),
})
export type Fact = z.infer<typeof Fact>

export const promiseKinds = ['waiver', 'refund', 'hold', 'callback', 'deadline', 'outcome'] as const
export const PromiseKind = z.enum(promiseKinds)
export type PromiseKind = z.infer<typeof PromiseKind>

/** A promise the bank has made, and the fact that says how much or until when. */
export const BackedPromise = z.object({ kind: PromiseKind, fact: z.string().nullish() })
export type BackedPromise = z.infer<typeof BackedPromise>

/** A policy clause in one version; valid in `[effective_from, effective_to)`, bank's local dates (rules.md 9). */
export const GuardClause = z.object({
  id: z.string(),
  text: z.string(),
  audience: z.enum(['public', 'internal']).default('public'),
  effective_from: z.string().nullish(),
  effective_to: z.string().nullish(),
})
export type GuardClause = z.infer<typeof GuardClause>

export const disclosures = ['cost_total', 'apr', 'objection', 'ai_label'] as const
export const Disclosure = z.enum(disclosures)
export type Disclosure = z.infer<typeof Disclosure>

const instant = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?$/
const isInstant = (value: string) => instant.test(value) && !Number.isNaN(Date.parse(value))

export const GuardInput = z.object({
  id: z.string(),
  lang: z.string(),
  at: z.string().refine(isInstant, 'an ISO instant with offset'),
  verified: z.boolean().default(false),
  audience: z.string().default('customer'),
  text: z.string(),
  citations: z.array(z.object({ marker: z.string().min(1), clause: z.string() })).default([]),
  facts: z.array(Fact).default([]),
  promises: z.array(BackedPromise).default([]),
  clauses: z.array(GuardClause).default([]),
  floor: z
    .object({ amounts: z.array(z.number()).default([]), bp: z.array(z.number()).default([]) })
    .nullish(),
  requires: z.array(Disclosure).default([]),
  /** Telephone lines of the bank and of authorities in policy data; any of them may be named. */
  lines: z.array(z.string()).default([]),
})
export type GuardInput = z.infer<typeof GuardInput>
/** What callers may leave out is filled in by `GuardInput.parse`. */
export type GuardInputLoose = z.input<typeof GuardInput>

export const Finding = z.object({
  guard: GuardName,
  severity: z.enum(['hard', 'soft']),
  span: z.tuple([z.number(), z.number()]).nullable(),
  detail: z.string(),
  rule: z.string().optional(),
  fix: z.string().optional(),
})
export type Finding = z.infer<typeof Finding>

export const GuardReport = z.object({ sendable: z.boolean(), findings: z.array(Finding) })
export type GuardReport = z.infer<typeof GuardReport>
