import { decideFirstLine, type FirstLineDecision } from '../features/analysis/decide-first-line.ts'
import { mergeReadings } from '../features/analysis/merge-readings.ts'
import { questions } from '../features/analysis/questions.ts'
import { readMessage as readWords } from '../features/analysis/read-message.ts'
import { holdSignals, type Signal } from '../features/cases/model.ts'
import { openCase } from '../features/cases/open-case.ts'
import { raiseSignals } from '../features/cases/raise-signals.ts'
import { type Case, findOpenCase } from '../features/cases/store.ts'
import { moveHandOff } from '../features/conversations/hand-off.ts'
import { type Conversation, isVerified, type Message } from '../features/conversations/model.ts'
import type { NoticeCode } from '../features/conversations/notices.ts'
import { postMessage } from '../features/conversations/post-message.ts'
import { readConversation, readMessage } from '../features/conversations/store.ts'
import type { Composed } from '../features/drafting/brief.ts'
import { citePassage } from '../features/drafting/cite-passage.ts'
import { readStopSwitch } from '../features/drafting/stop-switch.ts'
import { readBank } from '../features/policies/bank.ts'
import { refOf } from '../features/policies/citation.ts'
import type { Hit } from '../features/policies/model.ts'
import { searchClauses } from '../features/policies/search-clauses.ts'
import { zonedInstant } from '../platform/clock.ts'
import { system } from '../platform/context.ts'
import type { Tx } from '../platform/db.ts'
import { post } from '../platform/outbox.ts'
import { fillPrompt } from '../platform/prompts.ts'
import { basisOf, checkContent } from './check-content.ts'
import { missingOn } from './debt-of-case.ts'
import { hearMessage } from './hear-message.ts'
import { noteDebt } from './note-debt.ts'
import { noteFacts } from './note-facts.ts'
import { isPolicyGap, notePolicyGap } from './note-policy-gap.ts'
import { type Story, today } from './story.ts'

/** What the assistant did after a message, as the `act` command and the tests see it. */
export type FirstLineTurn = {
  action: FirstLineDecision['action'] | 'silent'
  texts: string[]
  clauses: string[]
  signals: Signal[]
}

const firstAnswerHours = 4

/**
 * The first-line assistant's turn after one message: notes what it says, then answers, asks, opens a case
 * or gets a person. Running it again for the same message says nothing twice.
 */
export async function respondFirstLine(story: Story, messageId: string): Promise<FirstLineTurn> {
  const heard = await hearMessage(story, messageId)
  return story.db.withActor(system('first-line'), async (tx) => {
    const message = await readMessage(story, tx, messageId)
    const conversation = await readConversation(tx, message.conversation_id, true)
    if (await isAnswered(tx, messageId)) return { action: 'silent', texts: [], clauses: [], signals: [] }
    const words = readWords({ text: message.text, at: zonedInstant(message.created_at, story.zone) })
    const reading = mergeReadings(words, heard.reading ?? null)
    const found = await searchClauses(tx, {
      question: message.text,
      asOf: today(story, tx),
      audience: 'public',
      lang: conversation.language === 'en' ? 'en' : 'zh',
      limit: 3,
      ...(heard.meaning ? { meaning: heard.meaning } : {}),
    })
    const open = await findOpenCase(tx, conversation.id)
    const decision = decideFirstLine({
      intents: reading.intents,
      signals: reading.signals,
      openCase: open?.kind ?? null,
      answerable: found.answered,
    })
    const of = open ?? (await openIfNeeded(tx, conversation, decision, reading.signals))
    let missing: string[] = []
    if (of) {
      await raiseSignals(tx, of, reading.signals, message.id)
      await noteFacts(story, tx, of, message, reading)
      await noteDebt(tx, of, message)
      missing = of.kind === 'credit_hardship' ? await missingOn(story, tx, of) : []
      await post(tx, 'prepare-proposal', { case: of.id })
    }
    const { signals } = reading
    if (isWithPerson(conversation)) return { action: 'silent', texts: [], clauses: [], signals }
    if ((await readStopSwitch(tx)).stopped) {
      await toPerson(tx, conversation)
      return {
        action: 'person',
        texts: [await notice(tx, conversation, message, 'paused', of)],
        clauses: [],
        signals,
      }
    }
    const said = await speak(story, tx, { conversation, message, of, missing, decision, hits: found.hits })
    if (said.action === 'abstain' && isPolicyGap(reading.intents, found))
      await notePolicyGap(story, tx, message, found)
    return { ...said, signals }
  })
}

async function isAnswered(tx: Tx, messageId: string): Promise<boolean> {
  const rows = await tx.query('select id from app.messages where in_reply_to = $1 limit 1', [messageId])
  return rows.length > 0
}

function isWithPerson(conversation: Conversation): boolean {
  return ['requested', 'queued', 'joined'].includes(conversation.hand_off)
}

/** A case holds what was said: for a matter that needs an agreement, and for anything that must stop an offer. */
async function openIfNeeded(
  tx: Tx,
  conversation: Conversation,
  decision: FirstLineDecision,
  signals: readonly Signal[],
): Promise<Case | undefined> {
  const kind =
    decision.kind ?? (signals.some((signal) => holdSignals.includes(signal)) ? 'general' : undefined)
  if (!kind) return undefined
  const [customer] = await tx.query<{ team_id: string }>('select team_id from app.customers where id = $1', [
    conversation.customer_id,
  ])
  return openCase(tx, {
    customerId: conversation.customer_id,
    conversationId: conversation.id,
    teamId: customer!.team_id,
    kind,
    dueAt: new Date(tx.now.getTime() + firstAnswerHours * 3_600_000),
  })
}

type Scene = {
  conversation: Conversation
  message: Message
  of: Case | undefined
  missing: string[]
  decision: FirstLineDecision
  /** Clauses that answer, best first; one the guards hold back gives way to the next. */
  hits: Hit[]
}
type Said = { action: FirstLineDecision['action']; texts: string[]; clauses: string[] }

async function speak(story: Story, tx: Tx, scene: Scene): Promise<Said> {
  const { conversation, message, of, decision, hits } = scene
  if (decision.action === 'person') {
    await toPerson(tx, conversation)
    const code =
      decision.why === 'self_harm'
        ? 'crisis'
        : decision.why === 'third_party_present'
          ? 'third_party'
          : 'hand_off_requested'
    return { action: 'person', texts: [await notice(tx, conversation, message, code, of)], clauses: [] }
  }
  for (const hit of decision.action === 'answer' ? hits : []) {
    const text = await answerFrom(story, tx, scene, hit)
    if (text) return { action: 'answer', texts: [text], clauses: [hit.clauseId] }
  }
  if (of && (decision.action === 'open_case' || decision.action === 'gather')) {
    const texts = [await gather(story, tx, scene, of)]
    if (!isVerified(conversation, tx.now))
      texts.push(await notice(tx, conversation, message, 'verify_first', of))
    return { action: decision.action, texts, clauses: [] }
  }
  const label = (await readBank(tx, today(story, tx))).aiLabel[conversation.language]
  const prompt = story.prompts.get('no-answer')
  const text = fillPrompt(prompt, conversation.language, { label })
  await answer(story, tx, scene, 'abstain', plain(text), prompt)
  return { action: 'abstain', texts: [text], clauses: [] }
}

async function toPerson(tx: Tx, conversation: Conversation): Promise<void> {
  if (!isWithPerson(conversation)) await moveHandOff(tx, conversation, 'request')
}

async function notice(
  tx: Tx,
  conversation: Conversation,
  message: Message,
  code: NoticeCode,
  of: Case | undefined,
): Promise<string> {
  await postMessage(tx, conversation, {
    direction: 'out',
    kind: 'notice',
    notice: code,
    inReplyTo: message.id,
    ...(of ? { caseId: of.id } : {}),
  })
  return code
}

async function gather(story: Story, tx: Tx, scene: Scene, of: Case): Promise<string> {
  const { language } = scene.conversation
  const label = (await readBank(tx, today(story, tx))).aiLabel[language]
  if (scene.missing.length === 0) {
    const prompt = story.prompts.get('case-progress')
    const text = fillPrompt(prompt, language, { label })
    await answer(story, tx, scene, scene.decision.action, plain(text), prompt)
    return text
  }
  const prompt = story.prompts.get('gather-facts')
  const opened = scene.decision.action === 'open_case'
  const text = fillPrompt(prompt, language, {
    opening: openings[opened ? 'opened' : 'more'][language],
    questions: scene.missing
      .slice(0, 3)
      .map((field) => `· ${questions[field]?.[language] ?? field}`)
      .join('\n'),
    label,
  })
  await answer(story, tx, { ...scene, of }, scene.decision.action, plain(text), prompt)
  return text
}

const openings = {
  opened: {
    'zh-Hans': '谢谢您告诉我们，您的情况已经登记，会有专人跟进。',
    en: 'Thank you for telling us. Your situation is registered and a member of staff will follow it up.',
  },
  more: {
    'zh-Hans': '谢谢您，已经记下。',
    en: 'Thank you, that is noted.',
  },
}

async function answerFrom(story: Story, tx: Tx, scene: Scene, hit: Hit): Promise<string | undefined> {
  const { language } = scene.conversation
  const prompt = story.prompts.get('policy-answer')
  const text = fillPrompt(prompt, language, {
    passage: citePassage(hit.body, '[1]'),
    title: hit.title,
    number: hit.number,
    label: (await readBank(tx, today(story, tx))).aiLabel[language],
  })
  const composed: Composed = { ...plain(text), citations: [{ marker: '[1]', ref: refOf(hit) }] }
  return (await answer(story, tx, scene, 'answer', composed, prompt)) ? text : undefined
}

function plain(text: string): Composed {
  return { text, facts: [], promises: [], requires: ['ai_label'], citations: [], figures: [] }
}

/** Says it if the guards let it; whether it was said. */
async function answer(
  story: Story,
  tx: Tx,
  { conversation, message, of }: Scene,
  action: string,
  composed: Composed,
  prompt: { id: string; version: number; hash: string },
): Promise<boolean> {
  const basis = await basisOf(story, tx, conversation, composed, prompt)
  const checked = await checkContent(story, tx, conversation, composed.text, basis)
  if (!checked.report.sendable) {
    const findings = checked.report.findings.map((finding) => finding.guard)
    story.log.warn({ prompt: prompt.id, findings }, 'the guards held back an answer of the first line')
    return false
  }
  await postMessage(tx, conversation, {
    direction: 'out',
    kind: 'assistant_answer',
    contentId: checked.contentId,
    guardReportId: checked.reportId,
    citations: composed.citations,
    aiWritten: true,
    action,
    inReplyTo: message.id,
    ...(of ? { caseId: of.id } : {}),
  })
  return true
}
