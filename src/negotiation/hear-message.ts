import { ModelReading } from '../features/analysis/merge-readings.ts'
import { intents, signals } from '../features/cases/model.ts'
import { readConversation, readMessage } from '../features/conversations/store.ts'
import { endCall, openCall } from '../features/drafting/model-calls.ts'
import { readStopSwitch } from '../features/drafting/stop-switch.ts'
import { embedQuestion } from '../features/policies/meaning/embed-clauses.ts'
import type { Meaning } from '../features/policies/meaning/meaning-store.ts'
import { instantAt } from '../platform/clock.ts'
import { system } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { estimateTokens } from '../platform/model/chat-model.ts'
import { ModelFault } from '../platform/model/fault.ts'
import { fillCall } from '../platform/prompts.ts'
import { maskTexts } from './mask-conversation.ts'
import { type ModelUse, type Story, today } from './story.ts'

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
    embedding ? embedQuestion(embedding, asked.masked) : undefined,
    model && asked.call ? readByModel(story, model, asked, asked.call) : undefined,
  ])
  return { ...(meaning ? { meaning } : {}), ...(reading ? { reading } : {}) }
}

type Asked = {
  masked: string
  customerId: string
  call: { id: string; system: string; user: string } | undefined
}

async function prepare(story: Story, tx: Tx, messageId: string): Promise<Asked | undefined> {
  const answered = await tx.query('select id from app.messages where in_reply_to = $1 limit 1', [messageId])
  if (answered.length > 0 || (await readStopSwitch(tx)).stopped) return undefined
  const message = await readMessage(story, tx, messageId)
  const conversation = await readConversation(tx, message.conversation_id)
  const { texts } = await maskTexts(story, tx, conversation.id, [message.text])
  const masked = texts[0]!
  const asked = { masked, customerId: conversation.customer_id, call: undefined }
  if (!story.model) return asked
  const prompt = story.prompts.get('read-message')
  const words = fillCall(prompt, conversation.language, {
    intents: intents.join(' '),
    signals: signals.join(' '),
    fence: `m${newId().slice(-12)}`,
    message: masked.replaceAll('<', '‹').replaceAll('>', '›'),
  })
  const { chat, region, budget } = story.model
  const id = await openCall(
    tx,
    {
      purpose: 'reading',
      draftId: null,
      conversationId: conversation.id,
      customerId: conversation.customer_id,
      prompt: `${prompt.id}@${prompt.version}`,
      promptHash: prompt.hash,
      model: chat.names[0]!,
      region,
      reserve: estimateTokens(words.system + words.user) + answerTokens,
    },
    budget,
    instantAt(today(story, tx), '00:00:00', story.zone),
  )
  return { ...asked, call: id ? { id, ...words } : undefined }
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
  { chat, price }: ModelUse,
  { customerId }: Asked,
  call: NonNullable<Asked['call']>,
): Promise<ModelReading | undefined> {
  const started = story.clock.now().getTime()
  const ended = {
    id: call.id,
    answeredBy: null as string | null,
    usage: { input: estimateTokens(call.system + call.user), output: 0 },
    fault: null as string | null,
  }
  let reading: ModelReading | undefined
  try {
    const answer = await chat.ask({
      system: call.system,
      user: call.user,
      output: { name: 'reading', schema },
      maxTokens: answerTokens,
      signal: AbortSignal.timeout(patienceMs),
    })
    Object.assign(ended, { answeredBy: answer.model, usage: answer.usage })
    reading = parse(answer.text)
    if (!reading) ended.fault = 'malformed'
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error
    ended.fault = error.reason
  }
  const tookMs = story.clock.now().getTime() - started
  await story.db.withActor(reader, (tx) => endCall(tx, { ...ended, tookMs }, customerId, price))
  return reading
}

function parse(text: string): ModelReading | undefined {
  try {
    return ModelReading.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
