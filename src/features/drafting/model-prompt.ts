import { causeLabels } from '../analysis/questions.ts'
import { markerOf, type ReplyBrief, type Scenario, type Tone } from './brief.ts'

/** A message as a model may see it: masked. */
export type MaskedMessage = { from: 'customer' | 'bank'; text: string }

/** What was wrong with the first answer, for the one repair. */
export type Repair = { what: string; detail: string }[]

const tasks: Record<Scenario, { 'zh-Hans': string; en: string }> = {
  acknowledge: {
    'zh-Hans': '回应客户的来信：说明已经了解到的情况、接下来会做什么、怎样找到人工客服。',
    en: 'Answer what the customer told us: what we have understood, what happens next, how to reach a person.',
  },
  question: {
    'zh-Hans': '向客户请教一个问题，只问这一件事。',
    en: 'Ask the customer one question, and only that.',
  },
  gather: {
    'zh-Hans': '向客户请教几个还不清楚的问题，并说明为什么要问。',
    en: 'Ask the customer the few things that are still open, and say why each is needed.',
  },
  offer: {
    'zh-Hans': '向客户提出一份还款安排，请客户自己决定，并告诉客户也可以提出别的金额或期限。',
    en: 'Put one repayment arrangement before the customer, leave the choice to them, and say that they may propose another amount or length.',
  },
  offers: {
    'zh-Hans': '向客户并列介绍几份还款安排，说清区别，请客户自己选。',
    en: 'Put the repayment arrangements side by side, say how they differ, and leave the choice to the customer.',
  },
  no_offer: {
    'zh-Hans': '告诉客户目前为什么还提不出安排，以及下一步可以怎么办。',
    en: 'Say why no arrangement can be proposed at present, and what can be done next.',
  },
  counter: {
    'zh-Hans': '回应客户提出的还款条件，介绍最接近的可行安排。',
    en: 'Answer the terms the customer proposed with the nearest arrangements that are possible.',
  },
  decline_ack: {
    'zh-Hans': '客户没有接受方案：表示理解，说明还有哪些选择。',
    en: 'The customer declined: show understanding and say what remains open.',
  },
  complaint: {
    'zh-Hans': '回应投诉：说明已受理、处理时限、客户不必提供什么。',
    en: 'Answer a complaint: that it is taken on, by when it is decided, what the customer need not supply.',
  },
  fee_waiver: {
    'zh-Hans': '回应费用减免的请求：说明规则、能减免的部分和由谁决定。',
    en: 'Answer a request to waive charges: the rule, what can be waived, and who decides.',
  },
  suitability: {
    'zh-Hans': '说明这款产品与客户的风险承受能力是否匹配及理由，不推荐购买任何产品。',
    en: "Explain whether the product fits the customer's risk profile and why, recommending nothing.",
  },
  policy_answer: {
    'zh-Hans': '依据条款回答客户的问题。',
    en: "Answer the customer's question from the clauses.",
  },
  agreement: {
    'zh-Hans': '告诉客户书面协议已经准备好，请核对后确认。',
    en: 'Tell the customer that the written agreement is ready to be checked and confirmed.',
  },
  follow_up: {
    'zh-Hans': '协议生效后的回访：重述约定，说明下一个日期，告诉客户情况有变时怎么办。',
    en: 'Follow up on the agreement: what was agreed, the next date, what to do if things change.',
  },
}

const tones: Record<Tone, { 'zh-Hans': string; en: string }> = {
  warm: { 'zh-Hans': '温和、体谅', en: 'warm and considerate' },
  plain: { 'zh-Hans': '平实、简明', en: 'plain and brief' },
  formal: { 'zh-Hans': '正式、周到', en: 'formal and careful' },
}

/** What goes into the prompt beside the brief; what people said is masked. */
export type Given = {
  /** What is to be said, as the composer would say it. */
  outline: readonly string[]
  thread: readonly MaskedMessage[]
  /** What staff asked to be different; null when nothing. */
  wish: string | null
  fence: string
  repair: Repair
}

/**
 * What is filled into the prompt: the brief in words, the thread and the wish between marks. `fence` is new for every
 * call, and angle brackets in what people wrote are made harmless, so that no text can close its own fence.
 */
export function promptValues(
  brief: ReplyBrief,
  { outline, thread, wish, fence, repair }: Given,
): Record<string, string> {
  const { language } = brief.voice
  const zh = language === 'zh-Hans'
  const none = zh ? '无' : 'none'
  const terms = Object.entries(brief.terms)
  const writers = zh ? { customer: '客户：', bank: '银行：' } : { customer: 'Customer:', bank: 'Bank:' }
  return {
    task: tasks[brief.scenario][language],
    tone: tones[brief.tone][language],
    name_hint: zh
      ? '称呼客户时写双花括号包着的 name。'
      : 'To address the customer write name in double braces.',
    terms: terms.map(([name, { label, text }]) => `{{${name}}}: ${label} = ${text}`).join('\n') || none,
    must_say: brief.mustSay.map((name) => `{{${name}}}`).join(' ') || none,
    outline: outline.map((line) => `- ${line}`).join('\n') || none,
    sources:
      brief.sources
        .map((source, index) => {
          const place = `${markerOf(index)} ${source.title} ${source.number} ${source.heading}`
          return `${place}\n${source.passage}`
        })
        .join('\n\n') || none,
    cause: brief.cause ? (causeLabels[brief.cause]?.[language] ?? none) : none,
    fence: `<${fence}>`,
    thread: thread.map(({ from, text }) => `${writers[from]}\n${fenced(text, fence)}`).join('\n') || none,
    wish: wish === null ? none : fenced(wish, fence),
    repair: repairText(repair, zh),
  }
}

function fenced(text: string, fence: string): string {
  return `<${fence}>\n${text.replaceAll('<', '‹').replaceAll('>', '›')}\n</${fence}>`
}

function repairText(repair: Repair, zh: boolean): string {
  if (repair.length === 0) return ''
  const lines = repair.map(({ what, detail }) => `- ${what}: ${detail}`)
  return [
    zh
      ? '你上一次的回答没有通过核对，原因如下。请改正后重新给出完整回答：'
      : 'Your last answer did not pass the checks, for these reasons. Put them right and answer again in full:',
    ...lines,
  ].join('\n')
}
