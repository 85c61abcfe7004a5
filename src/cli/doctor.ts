import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '../config.ts'
import { root } from '../main.ts'
import { readHolder } from '../platform/connect-embedded.ts'
import { type Command, options } from './command.ts'

type Finding = { what: string; ok: boolean; detail: string }

export const doctor: Command = {
  usage: '[--json]',
  about: 'say what this installation has and what it lacks; changes nothing',
  async run(args) {
    const { values } = options(args, { json: { type: 'boolean', default: false } })
    const findings = await examine()
    if (values.json) console.log(JSON.stringify({ ok: findings.every((one) => one.ok), findings }))
    else for (const { what, ok, detail } of findings) console.log(`${ok ? '✓' : '✗'} ${what}: ${detail}`)
    return findings.every((one) => one.ok) ? 0 : 2
  },
}

async function examine(): Promise<Finding[]> {
  const findings: Finding[] = [{ what: 'node', ok: true, detail: process.version }]
  try {
    const config = readConfig(process.env)
    findings.push({ what: 'configuration', ok: true, detail: config.PARLEY_ENV })
    findings.push(
      ...(config.DATABASE_URL
        ? await examineServer(config.DATABASE_URL)
        : await examineFolder(config.PARLEY_DATA)),
    )
  } catch (error) {
    findings.push({ what: 'configuration', ok: false, detail: (error as Error).message })
  }
  const built = ['desk', 'chat'].every((page) => existsSync(join(root, 'dist/web', page, 'index.html')))
  findings.push({ what: 'pages', ok: built, detail: built ? 'built' : 'not built: npm run build' })
  return findings
}

async function examineFolder(folder: string): Promise<Finding[]> {
  const holder = await readHolder(folder)
  const detail = holder ? `embedded, held by process ${holder.pid}` : 'embedded, nobody holds the folder'
  return [{ what: 'database', ok: true, detail }]
}

/** A login that owns tables or passes row security would fail open if a role were ever forgotten. */
async function examineServer(url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{
      version: number
      vector: string | null
      super: boolean
      bypass: boolean
      owns: number
    }>(`select current_setting('server_version_num')::int as version,
          (select extversion from pg_extension where extname = 'vector') as vector,
          r.rolsuper as super, r.rolbypassrls as bypass,
          (select count(*)::int from pg_tables where schemaname = 'app' and tableowner = current_user) as owns
        from pg_roles r where r.rolname = current_user`)
    const row = rows[0]!
    const open = row.super || row.bypass || row.owns > 0
    return [
      {
        what: 'database',
        ok: row.version >= 150_000,
        detail: `PostgreSQL ${Math.floor(row.version / 10_000)}`,
      },
      { what: 'pgvector', ok: row.vector !== null, detail: row.vector ?? 'not installed' },
      {
        what: 'login',
        ok: !open,
        detail: open
          ? 'owns tables or passes row security: give the service a login of its own'
          : 'has no rights of its own',
      },
    ]
  } catch (error) {
    return [{ what: 'database', ok: false, detail: (error as Error).message }]
  } finally {
    await client.end().catch(() => {})
  }
}
