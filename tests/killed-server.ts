import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import pg from 'pg'

/**
 * The real server with two additions from outside: its clock can be set ahead, and it kills its own process
 * right before and right after each write that its kill list does not know yet. The parent says which step
 * it is at; the list outlives the process.
 */
const list = process.env.KILL_LIST
let step = process.env.KILL_STEP ?? ''
let aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0)
let lastWrite = Date.now()

type Message = { step?: string; aheadMs?: number }
process.on('message', (message: Message) => {
  step = message.step ?? step
  aheadMs = message.aheadMs ?? aheadMs
  process.send?.({ heard: true, idleMs: Date.now() - lastWrite })
})

const done = new Set(list && existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [])

function dieOnce(when: 'before' | 'after', write: string): void {
  lastWrite = Date.now()
  if (upkeep.includes(write)) return
  const line = `${write.includes('app.audit_links') ? 'sealing' : step}\t${when}\t${write}`
  if (!list || !step || done.has(line)) return
  appendFileSync(list, `${line}\n`)
  process.kill(process.pid, 'SIGKILL')
}

/** The tables a statement writes, in order, or nothing. */
function writesOf(text: string): string[] {
  const found = text.matchAll(/\b(insert\s+into|update|delete\s+from)\s+"?((?:app|auth|jobs)"?\."?\w+)/gi)
  return [...found]
    .map(([, verb, table]) => `${verb!.split(/\s/)[0]!.toLowerCase()} ${table!.replaceAll('"', '')}`)
    .filter((write) => !/jobs\.(?!job)|auth\.rate_limits/.test(write))
}

/** What the clock and the queue write by themselves is no step of the story. */
const upkeep = ['update app.due_items', 'delete app.idempotency_keys']

/** Claiming finds nothing most of the time: it is a write only once it has, so it is told apart afterwards. */
const isClaim = (text: string) => /for update of j skip locked/i.test(text)
const isOrphanSweep = (text: string) => text.includes(`set state = 'retry', start_after = now()`)

type Open = { writes: string[] }
const transactions = new WeakMap<pg.Client, Open>()
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown

function patched(this: pg.Client, ...args: unknown[]): unknown {
  const [config] = args as [string | { text: string }]
  const text = typeof config === 'string' ? config : config.text
  const verb = /^\s*(begin|commit|rollback)\b\s*;?\s*$/i.exec(text)?.[1]?.toLowerCase()
  const open = transactions.get(this)
  if (verb === 'begin') transactions.set(this, { writes: [] })
  if (verb === 'rollback') transactions.delete(this)
  if (!verb && open) open.writes.push(...writesOf(text))
  if (verb === 'commit') transactions.delete(this)
  const writes = verb === 'commit' ? (open?.writes ?? []) : verb || open ? [] : writesOf(text)
  if (writes.length === 0) return query.apply(this, args)
  const write = [...new Set(writes)].join(', ')
  const told = isClaim(text) || isOrphanSweep(text)
  if (!told) dieOnce('before', write)
  const after = (result: { rows?: unknown[]; rowCount?: number | null }) => {
    if (told && !(result.rowCount ?? result.rows?.length)) return
    dieOnce('after', told ? `claim ${write}` : write)
  }
  const callback = args.at(-1)
  if (typeof callback === 'function') {
    const replaced = (error: unknown, result: never) => {
      if (!error) after(result)
      callback(error, result)
    }
    return query.apply(this, [...args.slice(0, -1), replaced])
  }
  return (query.apply(this, args) as Promise<never>).then((result) => {
    after(result)
    return result
  })
}
pg.Client.prototype.query = patched as typeof pg.Client.prototype.query

const { readConfig } = await import('../src/config.ts')
const { start } = await import('../src/main.ts')
const clock = { now: () => new Date(Date.now() + aheadMs) }
const running = await start(readConfig(process.env), () => {}, clock)
process.once('SIGTERM', () => {
  void running.stop().then(() => process.exit(0))
})
console.log('Parley is ready')
