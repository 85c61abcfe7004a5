import { z } from 'zod'

/** A document on its way in: received, read, cut into clauses, filed and indexed; done, or refused for a reason. */
export const ingestStates = ['received', 'reading', 'cutting', 'indexing', 'done', 'failed'] as const
export const IngestState = z.enum(ingestStates)
export type IngestState = z.infer<typeof IngestState>

export const outcomes = ['added', 'replaced', 'unchanged'] as const

export const Ingest = z.object({
  id: z.uuid(),
  fileName: z.string(),
  fileHash: z.string(),
  /** Size of the file. */
  bytes: z.int(),
  facts: z.record(z.string(), z.unknown()).nullable(),
  /** `staff:ID` or `system:JOB`. */
  receivedBy: z.string(),
  receivedAt: z.date(),
  state: IngestState,
  attempts: z.int(),
  clauses: z.int().nullable(),
  versionId: z.uuid().nullable(),
  outcome: z.enum(outcomes).nullable(),
  /** Why it was refused, as a code. */
  reason: z.string().nullable(),
  /** JSON Pointer of the fact at fault. */
  field: z.string().nullable(),
  message: z.string().nullable(),
  finishedAt: z.date().nullable(),
})
export type Ingest = z.infer<typeof Ingest>

export function hasEnded({ state }: Pick<Ingest, 'state'>): boolean {
  return state === 'done' || state === 'failed'
}
