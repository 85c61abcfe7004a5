import { z } from 'zod'

/**
 * A policy document has versions; a version is cut into clauses; a clause is what an answer cites, by
 * `document-id#number`. Policy owners, compliance and administrators keep them; two of them publish.
 */
export const versionStates = ['draft', 'in_review', 'published', 'superseded', 'withdrawn'] as const
export type VersionState = (typeof versionStates)[number]

export const Lang = z.enum(['zh', 'en'])
/** Language of a document: Chinese in either script, or English. */
export type Lang = z.infer<typeof Lang>
export const langs = Lang.options

export const Audience = z.enum(['public', 'internal'])
export type Audience = z.infer<typeof Audience>

export const Version = z.object({
  id: z.uuid(),
  documentId: z.string(),
  version: z.int(),
  state: z.enum(versionStates),
  title: z.string(),
  lang: Lang,
  audience: Audience,
  jurisdiction: z.string(),
  products: z.array(z.string()),
  source: z.string(),
  contentHash: z.string(),
  effectiveFrom: z.string(),
  /** First day it no longer rules; null while open. */
  effectiveTo: z.string().nullable(),
  ingestedBy: z.string(),
  recordedAt: z.date(),
  /** Staff who handed in the words it has, or set its facts since. */
  writtenBy: z.array(z.uuid()),
  submittedBy: z.uuid().nullable(),
  publishedBy: z.uuid().nullable(),
  publishedAt: z.date().nullable(),
  withdrawnBy: z.uuid().nullable(),
  withdrawnAt: z.date().nullable(),
  /** Counts its changes; a write names the one it is based on. */
  revision: z.int(),
})
export type Version = z.infer<typeof Version>

/** A clause as cited: resolves a citation without any further look-up. */
export const Clause = z.object({
  clauseId: z.string(),
  documentId: z.string(),
  versionId: z.uuid(),
  version: z.int(),
  state: z.enum(versionStates),
  title: z.string(),
  lang: Lang,
  audience: Audience,
  number: z.string(),
  heading: z.string(),
  path: z.array(z.string()),
  body: z.string(),
  page: z.int().nullable(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
})
export type Clause = z.infer<typeof Clause>

/** A clause as it was cut: whether it is a table, and whether a person should hold it against the source. */
export const ListedClause = Clause.extend({ isTable: z.boolean(), checkByEye: z.boolean() })
export type ListedClause = z.infer<typeof ListedClause>

/** Found: a clause, how well it fits (0 to about 2.2) and which words of the question it has. */
export type Hit = Clause & { score: number; matched: string[] }
