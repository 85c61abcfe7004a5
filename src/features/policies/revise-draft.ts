import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { recordAudit } from '../audit/record.ts'
import { Audience } from './model.ts'
import { announcePolicies, takeVersion } from './take-version.ts'

/** What a person may still set while a version is a draft; the words themselves come only from a file. */
export const DraftFacts = z
  .object({
    audience: Audience,
    jurisdiction: z.string().trim().min(1).max(40),
    products: z.array(z.string().regex(/^[a-z_]+$/, 'lower-case letters and underscores')).max(20),
    source: z.string().trim().max(2000),
    owner: z.string().trim().min(1).max(200),
    effectiveFrom: z.iso.date(),
    effectiveTo: z.iso.date().nullable(),
  })
  .refine((facts) => facts.effectiveTo === null || facts.effectiveTo > facts.effectiveFrom, {
    path: ['effectiveTo'],
    message: 'the end of validity lies after its start',
  })
export type DraftFacts = z.infer<typeof DraftFacts>

/** Sets the facts of a draft. Refused for anything later: a published version never changes. */
export async function reviseDraft(
  tx: Tx,
  versionId: string,
  given: DraftFacts,
  revision?: number,
): Promise<void> {
  const facts = DraftFacts.parse(given)
  const { version } = await takeVersion(tx, versionId, ['draft'], revision)
  await tx.query(
    `update app.policy_versions set audience = $2, jurisdiction = $3, products = $4, source = $5,
       effective_from = $6, effective_to = $7 where id = $1`,
    [
      versionId,
      facts.audience,
      facts.jurisdiction,
      facts.products,
      facts.source,
      facts.effectiveFrom,
      facts.effectiveTo,
    ],
  )
  await tx.query('update app.policy_documents set owner = $2 where id = $1 and owner <> $2', [
    version.documentId,
    facts.owner,
  ])
  await recordAudit(tx, {
    action: 'policy.revised',
    subject: ['policy_version', versionId],
    details: {
      document: version.documentId,
      version: version.version,
      audience: facts.audience,
      effective_from: facts.effectiveFrom,
      effective_to: facts.effectiveTo,
    },
  })
  await announcePolicies(tx, version.documentId)
}
