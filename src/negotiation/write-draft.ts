import { recordAudit } from '../features/audit/record.ts'
import type { Conversation } from '../features/conversations/model.ts'
import { readConversation } from '../features/conversations/store.ts'
import { readText } from '../features/customers/contents.ts'
import type { ReplyBrief } from '../features/drafting/brief.ts'
import type { Repair } from '../features/drafting/model-prompt.ts'
import { parseModelReply, wholeSentences } from '../features/drafting/model-reply.ts'
import { readStopSwitch } from '../features/drafting/stop-switch.ts'
import {
  type Draft,
  finishDraft,
  leaseDraft,
  moveDraft,
  readDraft,
  readExpired,
} from '../features/drafting/store.ts'
import { blocking, wordReply, wordSentence } from '../features/drafting/word-reply.ts'
import { type Actor, system } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { AppError } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import {
  estimateQuestion,
  estimateTokens,
  type ModelAnswer,
  type ModelCall,
} from '../platform/model/chat-model.ts'
import { ModelFault } from '../platform/model/fault.ts'
import { checkContent, reportOn } from './check-content.ts'
import { type Attempt, answerTokens, bookRequest, leaseMs, openAttempt, questionOf } from './open-attempt.ts'
import { composeDraft, recordReady } from './prepare-draft.ts'
import { sendBooked } from './send-booked.ts'
import { type ModelUse, priceOf, type Story } from './story.ts'

/** What the person who asked sees while a model writes: sentences that passed the guards, or a new beginning. */
export type DraftEvent = { type: 'sentence'; text: string; paragraph: number } | { type: 'again' }
export type Listen = (event: DraftEvent) => void | Promise<void>

const machine = system('drafts')
/** All the calls for one draft together stay well within its lease. */
const allCallsMs = 90_000

/**
 * Writes a draft that was asked for: takes it (unless it was taken when it was asked for), lets the model word it outside any transaction, and keeps what
 * passed every check. One repair, then the composer; whoever wrote it is kept with it. Nothing happens when
 * somebody else has taken the draft, finished it, or the conversation has moved on.
 */
export async function writeDraft(
  story: Story,
  actor: Actor,
  draft: string | Attempt,
  listen: Listen = () => {},
): Promise<void> {
  const { model } = story
  const attempt =
    typeof draft === 'string' ? await story.db.withActor(actor, (tx) => take(story, tx, draft)) : draft
  if (!attempt) return
  const worded = model ? await wordByModel(story, model, actor, attempt, listen) : { fault: 'not_configured' }
  await story.db.withActor(actor, (tx) => keep(story, tx, attempt, worded))
}

async function take(story: Story, tx: Tx, draftId: string): Promise<Attempt | undefined> {
  const { conversation_id } = await readDraft(tx, draftId)
  const conversation = await readConversation(tx, conversation_id, true)
  const found = await readDraft(tx, draftId, true)
  const taken = found.state === 'drafting' && found.attempt_until! > tx.now
  if (!found.brief_id || taken || !['requested', 'drafting'].includes(found.state)) return undefined
  if ((await readStopSwitch(tx)).stopped) {
    await failDraft(tx, found, 'stopped')
    return undefined
  }
  const draft = await leaseDraft(tx, found, new Date(tx.now.getTime() + leaseMs))
  const brief = JSON.parse(await readText(story, tx, found.brief_id)) as ReplyBrief
  return openAttempt(story, tx, { draft, conversation, brief })
}

/** Words that passed, or the fault for which the composer writes instead. */
type Worded = { text: string; model: string } | { fault: string }

async function wordByModel(
  story: Story,
  model: ModelUse,
  actor: Actor,
  attempt: Attempt,
  listen: Listen,
): Promise<Worded> {
  const signal = AbortSignal.timeout(allCallsMs)
  const ask = (purpose: 'reply' | 'repair', repair: Repair) =>
    askOnce(story, model, attempt, { actor, purpose, repair, listen, signal })
  const first = await ask('reply', [])
  if (!('repair' in first)) return first
  await listen({ type: 'again' })
  const second = await ask('repair', first.repair)
  if ('text' in second) return second
  await listen({ type: 'again' })
  return { fault: 'repair' in second ? second.repair[0]!.what : second.fault }
}

/** A text that does not hold, found while it arrived or at its end: what a repair is told. */
class Unfit extends Error {
  readonly repair: Repair
  constructor(repair: Repair) {
    super('the words of the model do not hold')
    this.repair = repair
  }
}

type Asking = {
  actor: Actor
  purpose: 'reply' | 'repair'
  repair: Repair
  listen: Listen
  signal: AbortSignal
}

/** One question to the models, every request of it booked before it leaves and its end recorded. */
async function askOnce(
  story: Story,
  model: ModelUse,
  attempt: Attempt,
  { actor, purpose, repair, listen, signal }: Asking,
): Promise<Worded | { repair: Repair }> {
  const fence = `m${newId().replaceAll('-', '').slice(-12)}`
  const question = questionOf(story, attempt, { fence, repair })
  const reader = sentenceReader(attempt, listen)
  const { customer_id: customerId } = attempt.draft
  let soFar = ''
  let text = ''
  const pass: ModelCall['pass'] = (name, send) => {
    let answer: ModelAnswer | undefined
    soFar = ''
    return sendBooked(
      story,
      {
        actor,
        open: (tx) => bookRequest(story, tx, model, attempt, { purpose, model: name, question }),
        customerId,
        price: priceOf(model, name),
      },
      async () => {
        answer = await send()
        text = holdWhole(attempt, answer.text)
        return answer
      },
      (error) => ({
        answeredBy: answer?.model ?? null,
        usage:
          answer?.usage ??
          (error instanceof ModelFault
            ? error.usage
            : { input: estimateQuestion(question), output: estimateTokens(soFar) }),
        fault: error === undefined ? null : (faultNameOf(error) ?? 'stopped'),
      }),
    )
  }
  try {
    const answer = await model.chat.ask({
      ...question,
      maxTokens: answerTokens,
      signal,
      onText: (arrived) => {
        soFar = arrived
        return reader(arrived)
      },
      pass,
    })
    return { text, model: answer.model }
  } catch (error) {
    if (error instanceof Unfit) return { repair: error.repair }
    const fault = faultNameOf(error)
    if (!fault) throw error
    return fault === 'malformed' ? { repair: notJson } : { fault }
  }
}

/** Why no words came, as a code; undefined for an error that is not about the model. */
function faultNameOf(error: unknown): string | undefined {
  if (error instanceof Unfit) return error.repair[0]!.what
  if (error instanceof ModelFault) return error.reason
  return error instanceof AppError ? error.details.reason : undefined
}

const notJson: Repair = [
  { what: 'malformed', detail: 'JSON {"paragraphs":[{"sentences":[{"text","sources"}]}]}' },
]

/** Passes each sentence on once it is whole and holds; the first that does not ends the call. */
function sentenceReader(attempt: Attempt, listen: Listen): (soFar: string) => Promise<void> {
  const { brief, basis, now, unmask, mask } = attempt
  let passed = 0
  let before = ''
  let last = ''
  return async (soFar) => {
    // Another model took over: its first words are read and shown like any others.
    if (!soFar.startsWith(last)) {
      if (passed > 0) await listen({ type: 'again' })
      passed = 0
      before = ''
    }
    last = soFar
    for (const { paragraph, sentence } of wholeSentences(soFar).slice(passed)) {
      const worded = wordSentence(brief, sentence, unmask)
      if ('fault' in worded) throw new Unfit([{ what: worded.fault, detail: worded.detail }])
      const text = before === '' ? worded.text : `${before} ${worded.text}`
      const { findings } = reportOn({ ...basis, guard: { ...basis.guard, requires: [] } }, text, now)
      const against = blocking(findings)
      if (against.length > 0) throw new Unfit(repairOf(against, mask))
      before = text
      passed += 1
      await listen({ type: 'sentence', text: worded.text, paragraph })
    }
  }
}

/** The whole answer as the text that would go out; throws `Unfit` with everything that stands against it. */
function holdWhole({ brief, basis, now, unmask, mask }: Attempt, answer: string): string {
  const reply = parseModelReply(answer)
  if (!reply) throw new Unfit(notJson)
  const worded = wordReply(brief, reply, unmask)
  if ('fault' in worded) throw new Unfit([{ what: worded.fault, detail: worded.detail }])
  const against = blocking(reportOn(basis, worded.text, now).findings)
  if (against.length > 0) throw new Unfit(repairOf(against, mask))
  return worded.text
}

/** Guards read the words with people put back: what they say of them is masked before it leaves. */
function repairOf(findings: { guard: string; detail: string }[], mask: Attempt['mask']): Repair {
  return findings.slice(0, 5).map(({ guard, detail }) => ({ what: guard, detail: mask(detail) }))
}

async function keep(story: Story, tx: Tx, attempt: Attempt, worded: Worded): Promise<void> {
  const conversation = await readConversation(tx, attempt.draft.conversation_id, true)
  const draft = await readDraft(tx, attempt.draft.id, true)
  if (draft.state !== 'drafting' || draft.attempt !== attempt.draft.attempt) return
  if (conversation.head_seq !== draft.head_seq) {
    await moveDraft(tx, draft, 'stale')
    await recordAudit(tx, {
      action: 'draft.stale',
      subject: ['draft', draft.id],
      ...(draft.case_id ? { caseId: draft.case_id } : {}),
      customerId: draft.customer_id,
      details: { head: conversation.head_seq },
    })
    return
  }
  if ((await readStopSwitch(tx)).stopped) {
    await failDraft(tx, draft, 'stopped')
    return
  }
  const written =
    'text' in worded ? await keepModelWords(story, tx, conversation, attempt, worded) : undefined
  const fault = 'fault' in worded ? worded.fault : written ? null : 'guard_report'
  const kept = written ?? (await composeDraft(story, tx, conversation, attempt.brief))
  const writer = written ? 'model' : 'composer'
  await finishDraft(tx, draft, { ...kept, writer, fault })
  await recordReady(tx, { ...draft, writer, fault, sendable: kept.sendable }, kept.basis)
}

/** The model's words, checked once more on the bytes that are kept; undefined should they no longer hold. */
async function keepModelWords(
  story: Story,
  tx: Tx,
  conversation: Conversation,
  { basis }: Attempt,
  { text, model }: { text: string; model: string },
) {
  const written = { ...basis, model }
  const { contentId, reportId, report } = await checkContent(story, tx, conversation, text, written)
  if (!report.sendable) return undefined
  return { contentId, attachments: [], basis: written, guardReportId: reportId, sendable: true }
}

/** Drafts whose writer did not come back in time have failed; the person may ask again. */
export async function failExpiredDrafts(story: Pick<Story, 'db'>): Promise<number> {
  return story.db.withActor(machine, async (tx) => {
    const expired = await readExpired(tx)
    for (const draft of expired) await failDraft(tx, draft, 'lease_expired')
    return expired.length
  })
}

async function failDraft(tx: Tx, draft: Draft, reason: 'lease_expired' | 'stopped'): Promise<void> {
  await moveDraft(tx, draft, 'failed', reason)
  await recordAudit(tx, {
    action: 'draft.failed',
    subject: ['draft', draft.id],
    ...(draft.case_id ? { caseId: draft.case_id } : {}),
    customerId: draft.customer_id,
    details: { reason, attempt: draft.attempt },
  })
}
