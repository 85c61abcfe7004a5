import { ModelReading } from '../features/analysis/merge-readings.ts'
import { intents, signals } from '../features/cases/model.ts'
import { readConversation, readMessage } from '../features/conversations/store.ts'
import { BudgetSpent, openCall } from '../features/drafting/model-calls.ts'
import { readStopSwitch } from '../features/drafting/stop-switch.ts'
import { embedQuestion } from '../features/policies/meaning/embed-clauses.ts'
import type { Meaning } from '../features/policies/meaning/meaning-store.ts'
import { instantAt } from '../platform/clock.ts'
import { system } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { estimateQuestion, type ModelAnswer, type ModelCall } from '../platform/model/chat-model.ts'
import { ModelFault } from '../platform/model/fault.ts'
import { fillCall } from '../platform/prompts.ts'
import { bookedEmbeddings } from './book-embedding.ts'
import { maskTexts } from './mask-conversation.ts'
import { sendBooked } from './send-booked.ts'
import { type ModelUse, priceOf, type Story, today } from './story.ts'

/** What models make of a message, asked before any transaction; nothing of it where none is set up or it failed. */
export type Heard = { meaning?: Meaning; reading?: ModelReading }

const answerTokens = 300
/** A customer waits for the first line: a model that takes longer is done without. */
const patienceMs = 8_000
const reader = system('first-line')

/** Asks the models about a message, masked; a message that was answered already is not asked about again. */
export async function hearMessage(story: Story, messageId: string): Promise<Heard> {
  const { embedding, model } = story
  if (!embedding && !model) return {}
  const asked = await story.db.withActor(reader, (tx) => prepare(story, tx, messageId))
  if (!asked) return {}
  const [meaning, reading] = await Promise.all([
    embedding ? embedQuestion(bookedEmbeddings(story, embedding, asked), asked.masked) : undefined,
    model && asked.question ? readByModel(story, model, asked, asked.question) : undefined,
  ])
  return { ...(meaning ? { meaning } : {}), ...(reading ? { reading } : {}) }
}

type Question = Pick<ModelCall, 'system' | 'user' | 'output'>
type Asked = {
  purpose: 'question'
  masked: string
  conversation: { id: string; customerId: string }
  question: Question | undefined
}

async function prepare(story: Story, tx: Tx, messageId: string): Promise<Asked | undefined> {
  const answered = await tx.query('select id from app.messages where in_reply_to = $1 limit 1', [messageId])
  if (answered.length > 0 || (await readStopSwitch(tx)).stopped) return undefined
  const message = await readMessage(story, tx, messageId)
  const conversation = await readConversation(tx, message.conversation_id)
  const { texts } = await maskTexts(story, tx, conversation.id, [message.text])
  const masked = texts[0]!
  const asked = {
    purpose: 'question' as const,
    masked,
    conversation: { id: conversation.id, customerId: conversation.customer_id },
    question: undefined,
  }
  if (!story.model) return asked
  const words = fillCall(story.prompts.get('read-message'), conversation.language, {
    intents: intents.join(' '),
    signals: signals.join(' '),
    fence: `m${newId().slice(-12)}`,
    message: masked.replaceAll('<', '‹').replaceAll('>', '›'),
  })
  return { ...asked, question: { ...words, output: { name: 'reading', schema } } }
}

const list = (names: readonly string[]) => ({ type: 'array', items: { type: 'string', enum: names } })
/** Only what is added to the reading by rules is asked for: figures are theirs whatever a model says. */
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['intents', 'signals'],
  properties: { intents: list(intents), signals: list(signals) },
}

async function readByModel(
  story: Story,
  model: ModelUse,
  { conversation }: Asked,
  question: Question,
): Promise<ModelReading | undefined> {
  let reading: ModelReading | undefined
  const pass: ModelCall['pass'] = (name, send) => {
    let answer: ModelAnswer | undefined
    return sendBooked(
      story,
      {
        actor: reader,
        open: (tx) => bookReading(story, tx, model, conversation, { model: name, question }),
        customerId: conversation.customerId,
        price: priceOf(model, name),
      },
      async () => {
        answer = await send()
        reading = parse(answer.text)
        return answer
      },
      (error) => ({
        answeredBy: answer?.model ?? null,
        usage: answer?.usage ?? (error instanceof ModelFault ? error.usage : { input: 0, output: 0 }),
        fault: error instanceof ModelFault ? error.reason : reading ? null : 'malformed',
      }),
    )
  }
  try {
    const signal = AbortSignal.timeout(patienceMs)
    await model.chat.ask({ ...question, maxTokens: answerTokens, signal, pass })
  } catch (error) {
    if (!(error instanceof ModelFault || error instanceof BudgetSpent)) throw error
  }
  return reading
}

async function bookReading(
  story: Story,
  tx: Tx,
  use: ModelUse,
  { id, customerId }: Asked['conversation'],
  { model, question }: { model: string; question: Question },
): Promise<string> {
  const prompt = story.prompts.get('read-message')
  return openCall(
    tx,
    {
      purpose: 'reading',
      draftId: null,
      conversationId: id,
      customerId,
      prompt: `${prompt.id}@${prompt.version}`,
      promptHash: prompt.hash,
      model,
      region: use.region,
      reserve: { input: estimateQuestion(question), output: answerTokens },
    },
    { budget: use.budget, price: priceOf(use, model) },
    instantAt(today(story, tx), '00:00:00', story.zone),
  )
}

function parse(text: string): ModelReading | undefined {
  try {
    return ModelReading.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
