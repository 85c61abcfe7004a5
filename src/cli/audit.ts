import { readConfig } from '../config.ts'
import { openSealer, readAnchors } from '../features/audit/seal.ts'
import { type ChainReport, verifyAudit } from '../features/audit/verify.ts'
import { anchorFileOf, openStory } from '../main.ts'
import { type Command, options, Usage } from './command.ts'
import { askServer } from './local-server.ts'

export const auditCommand: Command = {
  usage: 'verify [--json]',
  about: 'walk the audit chain and hold it against the anchors outside the database',
  help: '\nExit code 0 when the chain is whole, 2 when it is broken.',
  async run(args) {
    const { values, positionals } = options(args, { json: { type: 'boolean', default: false } })
    if (positionals.join(' ') !== 'verify') throw new Usage('audit knows one thing to do: verify')
    const config = readConfig(process.env)
    const report =
      (await askServer<ChainReport>(config, '/audit/verification', '{}')) ?? (await verifyDirectly(config))
    console.log(values.json ? JSON.stringify(report) : tell(report))
    return report.ok ? 0 : 2
  },
}

async function verifyDirectly(config: ReturnType<typeof readConfig>): Promise<ChainReport> {
  const opened = await openStory(config)
  try {
    const { db, clock } = opened.story
    const file = anchorFileOf(config)
    const anchors = await readAnchors(file)
    if (!config.DATABASE_URL) await openSealer(db, file, clock, 100_000)()
    return await verifyAudit(db, anchors)
  } finally {
    await opened.close()
  }
}

function tell({ ok, rows, sealed, head, broken }: ChainReport): string {
  const faults = broken.map(({ seq, why }) => `  ${seq ?? '—'}  ${why}`)
  return [
    `${ok ? 'whole' : 'BROKEN'}: ${sealed} of ${rows} entries sealed, head ${head ?? 'none'}`,
    ...faults,
  ].join('\n')
}
