import { ask, policies } from './cli/ask.ts'
import { auditCommand } from './cli/audit.ts'
import { bench } from './cli/bench.ts'
import { type Command, Usage } from './cli/command.ts'
import { doctor } from './cli/doctor.ts'
import { draft } from './cli/draft.ts'
import { evaluate } from './cli/eval.ts'
import { ingest } from './cli/ingest.ts'
import { act, guardLines, offersLines, readLines, suitabilityLines } from './cli/line-commands.ts'
import { migrateCommand, seed, serve } from './cli/serve.ts'
import { simulateCommand } from './cli/simulate.ts'

const commands: Record<string, Command> = {
  serve,
  migrate: migrateCommand,
  seed,
  ingest,
  ask,
  policies,
  read: readLines,
  act,
  draft,
  guard: guardLines,
  offers: offersLines,
  suitability: suitabilityLines,
  simulate: simulateCommand,
  bench,
  eval: evaluate,
  audit: auditCommand,
  doctor,
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`)
  return `parley <command> [options]\n\n${lines.join('\n')}\n\nparley <command> --help tells more.`
}

async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview())
    return name ? 0 : 1
  }
  const command = commands[name]
  if (!command) {
    console.error(`no command is called ${name}\n\n${overview()}`)
    return 1
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(`parley ${name} ${command.usage}\n\n${command.about}\n${command.help ?? ''}`.trimEnd())
    return 0
  }
  try {
    return await command.run(rest)
  } catch (error) {
    console.error(
      error instanceof Usage ? `${error.message}\nusage: parley ${name} ${command.usage}` : messageOf(error),
    )
    return error instanceof Usage ? 1 : 3
  }
}

function messageOf(error: unknown): string {
  const { name, message } = error as Error
  return ['AppError', 'FolderInUse', 'WrongConfiguration', 'MigrationRefused'].includes(name)
    ? message
    : String((error as Error).stack ?? error)
}

// Nothing is traced to anybody, whatever this machine's environment says.
for (const name of Object.keys(process.env)) {
  if (/^(LANGSMITH|LANGCHAIN)_/.test(name)) delete process.env[name]
}
// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await main(process.argv.slice(2))
