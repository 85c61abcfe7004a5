import { z } from 'zod'
import { readMessage } from '../features/analysis/read-message.ts'
import { checkText } from '../features/guards/check-text.ts'
import { GuardInput } from '../features/guards/model.ts'
import { assessSuitability } from '../features/offers/assess-suitability.ts'
import { computeOffers } from '../features/offers/compute-offers.ts'
import { OffersInput } from '../features/offers/model.ts'
import { type RatedProduct, SuitabilityInput } from '../features/offers/suitability-model.ts'
import { root } from '../main.ts'
import { ActInput, actOn } from '../negotiation/act.ts'
import { openPrivateStory } from '../negotiation/private-story.ts'
import { sampleLines, sampleParametersByDate, sampleProducts } from '../negotiation/sample-parameters.ts'
import { type Command, options, progressBar, Usage } from './command.ts'
import { answerLines, print } from './json-lines.ts'

const lineOptions = {
  file: { type: 'string' },
  json: { type: 'boolean', default: false },
  schema: { type: 'boolean', default: false },
  parameters: { type: 'boolean', default: false },
} as const

type Line = { id: string } & Record<string, unknown>

/** A well-formed line whose content does not fit: said in place of an answer, naming the field. */
function checked<T extends z.ZodType>(
  schema: T,
  line: Line,
  answer: (input: z.infer<T>) => unknown,
): unknown {
  const parsed = schema.safeParse(line)
  if (parsed.success) return answer(parsed.data)
  const issue = parsed.error.issues[0]!
  const field = issue.path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
  return { id: line.id, outcome: 'refused', field, message: issue.message }
}

function lineCommand(about: string, schema: z.ZodType, answer: (line: Line) => unknown): Command {
  return {
    usage: '--file FILE|- [--json] | --schema',
    about,
    help: '\nReads JSON Lines and writes one JSON object a line, in the same order.',
    async run(args) {
      const { values, positionals } = options(args, lineOptions)
      if (positionals.length > 0) throw new Usage(`unexpected ${positionals[0]}`)
      if (values.schema) {
        print(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
        return 0
      }
      return answerLines(values.file, answer)
    },
  }
}

const ReadInput = z.object({ id: z.string(), text: z.string(), at: z.iso.datetime({ offset: true }) })

export const readLines = lineCommand(
  'what messages say: language, intents, signals, figures',
  ReadInput,
  (line) => checked(ReadInput, line, ({ id, text, at }) => ({ id, ...readMessage({ text, at }) })),
)

const guardUsage = lineCommand('whether texts are sendable, and every finding', GuardInput, () => undefined)

export const guardLines: Command = {
  ...guardUsage,
  async run(args) {
    const { values, positionals } = options(args, lineOptions)
    if (values.schema || positionals.length > 0) return guardUsage.run(args)
    const lines = await sampleLines(root)
    return answerLines(values.file, (line) =>
      checked(GuardInput, line, (input) => ({
        id: line.id,
        ...checkText({ ...input, lines: [...input.lines, ...lines] }),
      })),
    )
  },
}

export const offersLines: Command = {
  ...lineCommand('the offer engine: admissible repayment plans for debts', OffersInput, () => undefined),
  usage: '--file FILE|- [--json] | --schema | --parameters',
  async run(args) {
    const { values } = options(args, lineOptions)
    if (values.parameters) {
      print((await sampleParametersByDate(root))(undefined))
      return 0
    }
    if (values.schema) {
      print(z.toJSONSchema(OffersInput, { io: 'input', unrepresentable: 'any' }))
      return 0
    }
    const parametersOn = await sampleParametersByDate(root)
    return answerLines(values.file, (line) => computeOffers(line, parametersOn(line.as_of)))
  },
}

export const suitabilityLines: Command = {
  ...lineCommand(
    'whether wealth products suit customers, with every reason',
    SuitabilityInput,
    () => undefined,
  ),
  async run(args) {
    const { values } = options(args, lineOptions)
    if (values.schema) {
      print(z.toJSONSchema(SuitabilityInput, { io: 'input', unrepresentable: 'any' }))
      return 0
    }
    const parametersOn = await sampleParametersByDate(root)
    const products: RatedProduct[] = await sampleProducts(root)
    return answerLines(values.file, (line) => assessSuitability(line, parametersOn(line.as_of), products))
  },
}

export const act: Command = {
  usage: '--file FILE|- [--json]',
  about: 'the first-line assistant on the sample bank, conversation by conversation',
  async run(args) {
    const { values } = options(args, lineOptions)
    if (!values.file) throw new Usage('--file FILE (or - for standard input) is needed')
    const story = await openPrivateStory(root, { progress: progressBar('reading policies') })
    try {
      return await answerLines(values.file, (line) => {
        const parsed = ActInput.safeParse(line)
        return parsed.success ? actOn(story, parsed.data) : checked(ActInput, line, () => undefined)
      })
    } finally {
      await story.close()
    }
  },
}
