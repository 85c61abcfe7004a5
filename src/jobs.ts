import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { openSealer } from './features/audit/seal.ts'
import { runIngest } from './features/policies/ingests/run-ingest.ts'
import { embedClauses } from './features/policies/meaning/embed-clauses.ts'
import { bookedEmbeddings } from './negotiation/book-embedding.ts'
import { thankForAgreement } from './negotiation/confirm-agreement.ts'
import { draftAgreement } from './negotiation/draft-agreement.ts'
import { sweepDue } from './negotiation/follow-up.ts'
import { offerCallbacks } from './negotiation/offer-callback.ts'
import { prepareProposal, prepareWaiting } from './negotiation/prepare-proposal.ts'
import { respondFirstLine } from './negotiation/respond-first-line.ts'
import type { Story } from './negotiation/story.ts'
import { failExpiredDrafts, writeDraft } from './negotiation/write-draft.ts'
import { system } from './platform/context.ts'
import { describeError } from './platform/errors.ts'
import { forgetAnswers } from './platform/idempotency.ts'
import { readPosted, removePosted } from './platform/outbox.ts'

type Work = { job: string; ids: Record<string, string> }

/** What can be asked for through the outbox; every one may run twice and does its work once. */
const verbs: Record<string, (story: Story, ids: Record<string, string>) => Promise<unknown>> = {
  'respond-first-line': (story, ids) => respondFirstLine(story, ids.message!),
  'prepare-proposal': (story, ids) => prepareProposal(story, ids.case!),
  'prepare-waiting': (story) => prepareWaiting(story),
  'draft-agreement': (story, ids) => draftAgreement(story, ids.offer!),
  'write-draft': (story, ids) => writeDraft(story, system('proposal'), ids.draft!),
  'thank-for-agreement': (story, ids) => thankForAgreement(story, ids.agreement!),
  'ingest-document': (story, ids) => runIngest(story.db, ids.ingest!),
}

const queue = 'work'
/** A document may take minutes to read: it has a queue of its own, so that no customer waits behind it. */
const documents = 'documents'
const queueOf = (job: string) => (job === 'ingest-document' ? documents : queue)
const clock = 'clock'
const embed = 'embed'
const sealEveryMs = 500

export type Jobs = { stop(): Promise<void> }

/**
 * The clock and the worker: drains the outbox into pg-boss, runs the verbs, seals the audit chain, and
 * sweeps each minute what is due. Any number of processes may run it over one database.
 */
export async function startJobs(
  story: Story,
  options: { anchorFile: string; seal?: boolean },
): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: executor(story.db.jobsPool) },
    schema: 'jobs',
    ...(story.db.kind === 'embedded' ? { backend: 'pglite' as const } : {}),
  })
  boss.on('error', (error) => story.log.error({ error }, 'the job queue failed'))
  await boss.start()
  await boss.createQueue(queue, { retryLimit: 5, retryDelay: 1, retryBackoff: true, expireInSeconds: 60 })
  await boss.createQueue(documents, {
    retryLimit: 5,
    retryDelay: 1,
    retryBackoff: true,
    expireInSeconds: 900,
    heartbeatSeconds: 60,
  })
  await boss.createQueue(clock, { retryLimit: 0, expireInSeconds: 55 })
  if (story.db.kind === 'embedded') await takeBackOrphans(story.db.jobsPool)
  const workers = await Promise.all(
    [queue, documents].map((name) =>
      boss.work<Work>(name, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async ([job]) => {
        if (job) await run(story, job.data)
      }),
    ),
  )
  const wake = () => {
    for (const worker of workers) boss.notifyWorker(worker)
  }
  await boss.work(clock, { pollingIntervalSeconds: 5 }, async () => {
    await attempt(story, async () => void (await sweepDue(story)))
    await attempt(story, async () => void (await offerCallbacks(story)))
    await attempt(story, async () => void (await failExpiredDrafts(story)))
    await attempt(story, () => story.db.withActor(system('clock'), forgetAnswers))
  })
  await boss.schedule(clock, '* * * * *')
  await embedNewClauses(story, boss)
  const drain = single(() => drainOutbox(story, boss, wake))
  const seal = single(openSealer(story.db, options.anchorFile, story.clock))
  const unlisten = await story.db.listen('parley_outbox', () => void attempt(story, drain))
  const timers = [
    setInterval(() => void attempt(story, drain), 1_000),
    setInterval(() => void attempt(story, seal), sealEveryMs),
  ]
  await attempt(story, drain)
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer)
      await unlisten()
      await boss.stop({ graceful: true, timeout: 5_000, close: false })
      await attempt(story, seal)
    },
  }
}

/** Gives new clauses their vectors, each minute and in one process at a time; only with an embedding model. */
async function embedNewClauses(story: Story, boss: PgBoss): Promise<void> {
  await boss.createQueue(embed, { policy: 'singleton', retryLimit: 0, expireInSeconds: 3_600 })
  if (!story.embedding) return boss.unschedule(embed)
  const embedding = bookedEmbeddings(story, story.embedding, { purpose: 'clauses' })
  await boss.work(embed, { pollingIntervalSeconds: 5 }, async () => {
    await attempt(story, async () => {
      const { embedded } = await embedClauses(story.db, embedding, (done, of) =>
        story.log.info({ done, of }, 'giving clauses their vectors'),
      )
      if (embedded > 0) story.log.info({ embedded, model: embedding.name }, 'clauses have their vectors')
    })
  })
  await boss.schedule(embed, '* * * * *')
  await boss.send(embed, {})
}

async function run(story: Story, { job, ids }: Work): Promise<void> {
  const verb = verbs[job]
  if (!verb) throw new Error(`no job is called ${job}`)
  try {
    await verb(story, ids)
  } catch (error) {
    story.log.error({ job, ids, error: describeError(error) }, 'a job failed')
    throw error
  }
}

/**
 * Outbox rows become jobs under their own ids, then go. A crash in between sends them again; a job that
 * exists under the id already makes that harmless.
 */
async function drainOutbox(story: Story, boss: PgBoss, wake: () => void): Promise<void> {
  for (;;) {
    const posted = await story.db.withActor(system('outbox'), (tx) => readPosted(tx))
    if (posted.length === 0) return
    for (const { id, job, ids } of posted) await boss.send(queueOf(job), { job, ids }, { id })
    await story.db.withActor(system('outbox'), (tx) => removePosted(tx, posted))
    wake()
  }
}

/** One at a time; asked again while running, it runs once more afterwards. */
function single(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let again = false
  return () => {
    if (running) {
      again = true
      return running
    }
    running = (async () => {
      do {
        again = false
        await work()
      } while (again)
    })().finally(() => {
      running = undefined
    })
    return running
  }
}

async function attempt(story: Story, work: () => Promise<void>): Promise<void> {
  await work().catch((error) => story.log.warn({ error: describeError(error) }, 'will try again'))
}

/** A job left active by a process that was killed is nobody's: this process holds the folder alone. */
async function takeBackOrphans(pool: pg.Pool): Promise<void> {
  await executor(pool)(`update jobs.job set state = 'retry', start_after = now() where state = 'active'`)
}

/** Statements for pg-boss over a pool: a failed one is rolled back, so that the next starts clean. */
function executor(pool: pg.Pool) {
  return async (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => {
    const client = await pool.connect()
    try {
      const result = await (values?.length ? client.query(text, values) : client.query(text))
      return { rows: Array.isArray(result) ? result.flatMap((one) => one.rows) : result.rows }
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally {
      client.release()
    }
  }
}
