import { versionMoves } from '../../features/policies/allowed-moves.ts'
import { ingestStates, outcomes } from '../../features/policies/ingests/model.ts'
import { versionStates } from '../../features/policies/model.ts'
import { returnReasons } from '../../features/policies/return-version.ts'
import { Id, Instant, Language, LocalDate, Source, z } from '../shapes.ts'

/** What the policies room reads and writes. */
export const Audience = z.enum(['public', 'internal'])
const State = z.enum(versionStates)

/** A clause will not say from `on` what it says now. */
export const ClauseChangeAhead = z.object({ on: LocalDate, what: z.enum(['changes', 'ends']) })

export const PolicyDocument = z
  .object({
    id: z.string(),
    title: z.string(),
    lang: Language,
    audience: Audience,
    owner: z.string(),
    versions: z.array(
      z.object({
        id: Id,
        version: z.int(),
        state: State,
        effectiveFrom: LocalDate,
        effectiveTo: LocalDate.nullable(),
        inForce: z.boolean().meta({ description: 'published and in force today' }),
        products: z.array(z.string()),
        clauses: z.int(),
        checkByEye: z.int().meta({ description: 'clauses a person should hold against the source' }),
      }),
    ),
    changesAhead: z
      .array(ClauseChangeAhead.extend({ clauses: z.int() }))
      .meta({ description: 'by day, how many clauses in force today change or end' }),
  })
  .meta({ id: 'PolicyDocument' })

export const PolicyList = z.object({
  documents: z.array(PolicyDocument),
  allowed: z.array(z.enum(['upload', 'unanswered'])).meta({ description: 'what the reader may do here' }),
})

const Person = z.string().nullable().meta({ description: 'name; null for the system or nobody' })

export const PolicyVersion = z
  .object({
    document: PolicyDocument,
    version: z.object({
      id: Id,
      version: z.int(),
      state: State,
      revision: z.int().meta({ description: 'for If-Match' }),
      title: z.string(),
      lang: Language,
      audience: Audience,
      jurisdiction: z.string(),
      products: z.array(z.string()),
      source: z.string(),
      owner: z.string(),
      effectiveFrom: LocalDate,
      effectiveTo: LocalDate.nullable(),
      inForce: z.boolean(),
      recordedAt: Instant,
      submittedBy: Person,
      publishedBy: Person,
      publishedAt: Instant.nullable(),
      withdrawnBy: Person,
      withdrawnAt: Instant.nullable(),
      file: z
        .object({ name: z.string(), bytes: z.int(), handedInBy: Person })
        .nullable()
        .meta({ description: 'the original, where it was kept' }),
    }),
    clauses: z.array(
      z.object({
        id: z.string().meta({ example: 'card-hardship-zh#3' }),
        number: z.string(),
        heading: z.string(),
        path: z.array(z.string()),
        body: z.string(),
        page: z.int().nullable(),
        isTable: z.boolean(),
        checkByEye: z.boolean(),
        ahead: ClauseChangeAhead.nullable(),
      }),
    ),
    returns: z.array(
      z.object({ reason: z.enum(returnReasons), comment: z.string(), by: Person, at: Instant }),
    ),
    previous: z.int().nullable().meta({ description: 'the version to compare with' }),
    allowed: z.array(z.enum(versionMoves)).meta({
      description: 'what the reader may do now; the page never computes permission',
    }),
    why: z
      .enum(['second_person', 'own_words', 'not_keeper'])
      .nullable()
      .meta({ description: 'why publishing or anything is not allowed' }),
  })
  .meta({ id: 'PolicyVersion' })

export const Move = z.discriminatedUnion('move', [
  z.object({ move: z.literal('submit') }),
  z.object({ move: z.literal('publish') }),
  z.object({ move: z.literal('withdraw') }),
  z.object({
    move: z.literal('return'),
    reason: z.enum(returnReasons),
    comment: z.string().trim().min(3).max(1000),
  }),
])

const Words = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))
export const PolicyChanges = z
  .object({
    document: z.object({ id: z.string(), title: z.string(), lang: Language }),
    from: z.int(),
    to: z.int(),
    versions: z.array(z.int()),
    changes: z.array(
      z.object({
        kind: z.enum(['same', 'added', 'removed', 'changed', 'moved']),
        number: z.string(),
        heading: z.string(),
        from: z.string().nullable().meta({ description: 'the number it had before' }),
        words: Words.meta({ description: 'heading, line break, text; with what was added and removed' }),
      }),
    ),
  })
  .meta({ id: 'PolicyChanges' })

export const ClauseUse = z.object({
  clauseId: z.string(),
  drafts: z.array(z.object({ id: Id, state: z.string(), caseId: Id.nullable() })),
  agreements: z.array(z.object({ id: Id, state: z.string(), caseId: Id })),
  evalCases: z.array(z.object({ suite: z.string(), runId: Id, item: z.string() })),
})

export const Ingest = z
  .object({
    id: Id,
    fileName: z.string(),
    bytes: z.int(),
    receivedAt: Instant,
    by: Person,
    state: z.enum(ingestStates),
    clauses: z.int().nullable(),
    outcome: z
      .enum(outcomes)
      .nullable()
      .meta({ description: '`unchanged`: this content is the named version already' }),
    version: z
      .object({ documentId: z.string(), title: z.string(), version: z.int(), state: State })
      .nullable(),
    reason: z.string().nullable().meta({ description: 'why it was refused, as a code' }),
    field: z.string().nullable().meta({ description: 'JSON Pointer of the fact at fault' }),
    message: z.string().nullable(),
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'PolicyIngest' })

export const MatchedTerm = z.object({
  text: z.string(),
  from: z.enum(['own', 'name', 'piece']),
  points: z.number(),
})

export const PolicyHit = z.object({
  source: Source,
  documentId: z.string(),
  audience: Audience,
  score: z.number(),
  matched: z.array(z.string()),
  why: z.object({
    list: z.enum(['zh', 'en']).meta({ description: 'clauses of one language are ranked among themselves' }),
    field: z.enum(['titled', 'plain']),
    terms: z.array(MatchedTerm),
    parts: z.object({ own: z.number(), name: z.number(), piece: z.number() }),
    coverage: z.number(),
  }),
})
export const PolicySearch = z.object({
  answered: z.boolean(),
  coverage: z.number(),
  threshold: z.number(),
  asOf: LocalDate,
  knownAt: Instant.nullable(),
  hits: z.array(PolicyHit),
})

export const Unanswered = z
  .object({
    id: Id,
    question: z.string().nullable().meta({ description: 'with names and numbers masked' }),
    lang: Language,
    coverage: z.number(),
    nearest: z.string().nullable(),
    times: z.int(),
    askedAt: Instant,
    settledAt: Instant.nullable(),
    settledWith: z.string().nullable(),
  })
  .meta({ id: 'UnansweredQuestion' })
