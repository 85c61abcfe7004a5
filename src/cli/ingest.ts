import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Config, readConfig } from '../config.ts'
import { readFactsBeside } from '../features/policies/facts-beside.ts'
import { hasEnded, type Ingest, type IngestState } from '../features/policies/ingests/model.ts'
import { receiveDocument } from '../features/policies/ingests/receive-document.ts'
import { runIngest } from '../features/policies/ingests/run-ingest.ts'
import { type File, formats } from '../features/policies/read-document.ts'
import { type Opened, openStory } from '../main.ts'
import { system } from '../platform/context.ts'
import { type Command, options, progressBar, Usage } from './command.ts'
import { askServer } from './local-server.ts'

export const ingest: Command = {
  usage: 'PATH… [--json]',
  about: 'take policy documents in as drafts, through a running server or directly',
  help: `\nPATH is a file or a folder; formats: ${formats.join(', ')}; facts of a file without front matter stand in NAME.facts.yaml beside it. Progress is told on the error stream. Drafts are published on the policies page by two people.`,
  async run(args) {
    const { values, positionals } = options(args, { json: { type: 'boolean', default: false } })
    if (positionals.length === 0) throw new Usage('name at least one file or folder')
    const files = (await Promise.all(positionals.map(filesOf))).flat()
    if (files.length === 0) throw new Usage(`nothing to take in: looked for ${formats.join(', ')}`)
    const config = readConfig(process.env)
    const bar = progressBar('documents')
    let opened: Opened | undefined
    let refused = 0
    try {
      for (const [index, file] of files.entries()) {
        const tell = (state: IngestState) => process.stderr.write(`${state.padEnd(9)} ${file}\n`)
        try {
          const bytes = await readFile(file)
          const facts = await readFactsBeside(file)
          const read = { name: basename(file), bytes, ...(facts ? { facts } : {}) }
          let ended = opened ? undefined : await ingestByServer(config, read, tell)
          if (!ended) {
            opened ??= await openStory(config)
            ended = await ingestDirectly(opened, read, tell)
          }
          if (ended.state === 'failed') refused += 1
          report(values.json, file, ended)
        } catch (error) {
          refused += 1
          report(values.json, file, { state: 'failed', message: (error as Error).message })
        }
        bar(index + 1, files.length)
      }
    } finally {
      await opened?.close()
    }
    return refused > 0 ? 2 : 0
  },
}

type Ended = Pick<Ingest, 'state' | 'message'> &
  Partial<Pick<Ingest, 'versionId' | 'clauses' | 'outcome' | 'reason'>>

const lookEveryMs = 200
/** So long without a step nobody works on it: the server has no worker. */
const patienceMs = 15 * 60_000

/** Hands the file to the running server and follows its job; undefined when none is running. */
async function ingestByServer(
  config: Config,
  { name, bytes, facts }: File,
  tell: (state: IngestState) => void,
): Promise<Ended | undefined> {
  const body = JSON.stringify({ name, base64: bytes.toString('base64'), facts })
  const received = await askServer<{ id: string }>(config, '/documents', body)
  if (!received) return undefined
  let told: IngestState = 'received'
  tell(told)
  for (let since = Date.now(); Date.now() - since < patienceMs; ) {
    const now = await askServer<Ended>(config, `/documents/${received.id}`, '{}')
    if (!now) throw new Error('the server went away; it takes the file in when it is back')
    if (now.state !== told) {
      told = now.state
      tell(told)
      since = Date.now()
    }
    if (hasEnded(now)) return now
    await new Promise((wake) => setTimeout(wake, lookEveryMs))
  }
  throw new Error('the server has the file, but nothing of it happens')
}

/** The same without a server; a run that is broken off is finished by the next server on the database. */
async function ingestDirectly(
  { story }: Opened,
  file: File,
  tell: (state: IngestState) => void,
): Promise<Ended> {
  const id = await story.db.withActor(system('ingest'), (tx) => receiveDocument(tx, file))
  tell('received')
  const ended = await runIngest(story.db, id, tell)
  tell(ended.state)
  return ended
}

async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => {
    throw new Usage(`there is no ${path}`)
  })
  if (!found.isDirectory()) return [path]
  const names = await readdir(path, { recursive: true })
  return names
    .filter((name) => formats.some((format) => name.toLowerCase().endsWith(`.${format}`)))
    .sort()
    .map((name) => join(path, name))
}

function report(json: boolean, file: string, ended: Ended): void {
  const { versionId, clauses, message, reason } = ended
  const outcome = ended.outcome ?? 'refused'
  const told = outcome === 'refused' ? { outcome, reason, message } : { versionId, clauses, outcome }
  if (json) console.log(JSON.stringify({ file, ...told }))
  else console.log(`${outcome.padEnd(9)} ${file}: ${message ?? `${clauses} clauses`}`)
}
