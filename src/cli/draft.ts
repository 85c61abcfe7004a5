import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { readText } from '../features/customers/contents.ts'
import { DraftRequest } from '../features/drafting/draft-request.ts'
import type { Draft } from '../features/drafting/store.ts'
import { readReport } from '../features/guards/store.ts'
import { root } from '../main.ts'
import { openPrivateStory } from '../negotiation/private-story.ts'
import type { Story } from '../negotiation/story.ts'
import { type Walked, walkCase } from '../negotiation/walk-case.ts'
import { system } from '../platform/context.ts'
import { type Command, options, progressBar, Usage } from './command.ts'
import { writerOf } from './eval.ts'
import { print } from './json-lines.ts'

const CaseFile = z.object({
  id: z.string().default('case'),
  lang: z.enum(['zh-Hans', 'en']).default('zh-Hans'),
  at: z.iso.datetime({ offset: true }).optional(),
  customer: z.string().default('C0001').describe('reference of a customer of the sample bank'),
  verified: z.boolean().default(true),
  turns: z.array(z.string().trim().min(1)).min(1).describe('what the customer writes, message by message'),
  request: DraftRequest.optional(),
})

export const draft: Command = {
  usage: '--case FILE|- [--writer composer|model] [--json] | --schema',
  about: 'what an agent would have before them after a conversation with a customer of the sample bank',
  help: '\nThe case is one JSON object. Exit code 0 with a draft, 2 when there is none to be made.',
  async run(args) {
    const { values } = options(args, {
      case: { type: 'string' },
      writer: { type: 'string', default: 'composer' },
      json: { type: 'boolean', default: false },
      schema: { type: 'boolean', default: false },
    })
    if (values.schema) {
      print(z.toJSONSchema(CaseFile, { io: 'input' }))
      return 0
    }
    if (!values.case) throw new Usage('--case FILE (or - for standard input) is needed')
    const parsed = CaseFile.safeParse(await readCaseFile(values.case))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      print({ id: 'case', outcome: 'refused', field: `/${issue!.path.join('/')}`, message: issue!.message })
      return 2
    }
    const { id, at, request, ...walk } = parsed.data
    const story = await openPrivateStory(root, {
      model: writerOf(values.writer),
      progress: progressBar('reading policies'),
    })
    try {
      const then = at ? { ...story, clock: { now: () => new Date(at) } } : story
      const walked = await walkCase(then, { ...walk, ...(request ? { request: given(request) } : {}) })
      const answer = await answerOf(then, id, walked)
      if (values.json) print(answer)
      else console.log('text' in answer ? answer.text : `no draft: ${answer.reason}`)
      return walked.draft ? 0 : 2
    } finally {
      await story.close()
    }
  },
}

async function readCaseFile(file: string): Promise<unknown> {
  const words = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch((error: Error) => {
    throw new Usage(`cannot read ${file}: ${error.message}`)
  })
  try {
    return JSON.parse(words)
  } catch {
    throw new Usage(`${file} is not JSON`)
  }
}

function given<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never
}

async function answerOf(story: Story, id: string, { draft: made, reason }: Walked) {
  if (!made?.content_id || !made.basis) return { id, outcome: 'none' as const, reason }
  const { content_id, guard_report_id } = made
  return story.db.withActor(system('proposal'), async (tx) => ({
    id,
    outcome: 'draft' as const,
    kind: made.kind,
    ...written(made),
    text: await readText(story, tx, content_id),
    ...(guard_report_id ? await readReport(story, tx, guard_report_id) : {}),
  }))
}

function written({ writer, fault, basis }: Draft) {
  return {
    writer,
    model: basis!.model,
    fault,
    prompt: basis!.prompt,
    citations: basis!.citations.map(({ marker, ref }) => ({ marker, clause: ref.split(' ')[1] })),
    figures: basis!.figures,
  }
}
