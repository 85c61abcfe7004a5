import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readConfig } from '../config.ts'
import { readFactsBeside } from '../features/policies/facts-beside.ts'
import { type Ingested, ingestDocument } from '../features/policies/ingest-document.ts'
import { loadDocument } from '../features/policies/load-document.ts'
import { type File, formats } from '../features/policies/read-document.ts'
import { type Opened, openStory } from '../main.ts'
import { system } from '../platform/context.ts'
import { type Command, options, progressBar, Usage } from './command.ts'
import { askServer } from './local-server.ts'

export const ingest: Command = {
  usage: 'PATH… [--json]',
  about: 'take policy documents in as drafts, through a running server or directly',
  help: `\nPATH is a file or a folder; formats: ${formats.join(', ')}; facts of a file without front matter stand in NAME.facts.yaml beside it. Drafts are published on the policies page by two people.`,
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
        const name = basename(file)
        const bytes = await readFile(file)
        try {
          const facts = await readFactsBeside(file)
          const body = JSON.stringify({ name, base64: bytes.toString('base64'), facts })
          const viaServer = opened ? undefined : await askServer<Ingested>(config, '/documents', body)
          if (!viaServer) opened ??= await openStory(config)
          const done =
            viaServer ?? (await ingestDirectly(opened!, { name, bytes, ...(facts ? { facts } : {}) }))
          report(values.json, { file, ...done })
        } catch (error) {
          refused += 1
          report(values.json, { file, outcome: 'refused', message: (error as Error).message })
        }
        bar(index + 1, files.length)
      }
    } finally {
      await opened?.close()
    }
    return refused > 0 ? 2 : 0
  },
}

async function ingestDirectly({ story }: Opened, file: File): Promise<Ingested> {
  const document = await loadDocument(file)
  return story.db.withActor(system('ingest'), (tx) => ingestDocument(tx, document))
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

function report(
  json: boolean,
  result: { file: string; outcome: string; clauses?: number; message?: string },
): void {
  const told = result.message ?? `${result.clauses} clauses`
  console.log(json ? JSON.stringify(result) : `${result.outcome.padEnd(9)} ${result.file}: ${told}`)
}
