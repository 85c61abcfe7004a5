import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { negotiation } from '../../evals/negotiation.eval.ts'
import { readConfig } from '../config.ts'
import { importResult } from '../features/evals/store.ts'
import { modelOf, openStory, root } from '../main.ts'
import { openPrivateStory } from '../negotiation/private-story.ts'
import { runEval } from '../negotiation/run-eval.ts'
import type { ModelUse } from '../negotiation/story.ts'
import { system } from '../platform/context.ts'
import { type Command, options, progressBar, Usage } from './command.ts'
import { askServer } from './local-server.ts'

const suites = { negotiation }

export const evaluate: Command = {
  usage: '[--suite NAME] [--writer composer|model] [--dataset FILE] [--json] [--no-import]',
  about: 'run an eval suite through production functions and keep its result',
  help: '\nExit code 0 when no item failed, 2 otherwise. The result is imported by the running server, or into the data folder.',
  async run(args) {
    const { values } = options(args, {
      suite: { type: 'string', default: 'negotiation' },
      writer: { type: 'string', default: 'composer' },
      dataset: { type: 'string' },
      json: { type: 'boolean', default: false },
      'no-import': { type: 'boolean', default: false },
    })
    const suite = suites[values.suite as keyof typeof suites]
    if (!suite) throw new Usage(`there is no suite ${values.suite}: ${Object.keys(suites).join(', ')}`)
    const model = writerOf(values.writer)
    const story = await openPrivateStory(root, { model, progress: progressBar('reading policies') })
    try {
      const chosen = values.dataset ? { ...suite, dataset: values.dataset } : suite
      const result = await runEval(story, chosen, progressBar('items'))
      const bytes = JSON.stringify(result)
      const folder = join(root, 'evals/results')
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, `${result.id}.json`), bytes)
      const failed = result.items.filter((item) => item.outcome === 'failed')
      if (values.json) console.log(bytes)
      else tell(result)
      if (!values['no-import']) await keep(bytes)
      return failed.length > 0 ? 2 : 0
    } finally {
      await story.close()
    }
  },
}

/** The model that is to write; null for the composer. */
export function writerOf(writer: string): ModelUse | null {
  if (writer === 'composer') return null
  if (writer !== 'model') throw new Usage('--writer is composer or model')
  const model = modelOf(readConfig(process.env))
  if (!model) throw new Usage('--writer model needs CHAT_MODEL')
  return model
}

function tell({ suite, items, p95Ms }: Awaited<ReturnType<typeof runEval>>): void {
  for (const item of items) {
    const why = item.checks
      .filter((check) => check.outcome === 'failed')
      .map((check) => `${check.name}: ${check.reason}`)
    console.log(
      `${item.outcome === 'failed' ? '✗' : '✓'} ${item.id}${why.length > 0 ? `  ${why.join('; ')}` : ''}`,
    )
  }
  const count = (outcome: string) => items.filter((item) => item.outcome === outcome).length
  console.log(
    `\n${suite}: ${count('passed')} passed, ${count('failed')} failed, ${count('not_evaluated')} not evaluated, p95 ${p95Ms} ms`,
  )
}

/** Through the server when one holds the folder; otherwise straight into the database. */
async function keep(bytes: string): Promise<void> {
  const config = readConfig(process.env)
  if (await askServer(config, '/eval-results', bytes)) return
  const opened = await openStory(config)
  try {
    await opened.story.db.withActor(system('eval-import'), (tx) => importResult(tx, bytes))
  } finally {
    await opened.close()
  }
}
