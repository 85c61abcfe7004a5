import { dateText } from '../../platform/money.ts'
import { type Manner, personFacts, personTerms, type ReplyBrief, type Source, voiceFacts } from './brief.ts'

export type ComplaintInput = Manner & {
  number: string
  /** Local dates: when it was received, and by when it must be decided (K1, policy data of the clocks). */
  received: string
  decideBy: string
  /** What it is about, as labels in the customer's language. */
  topics: string[]
  /** The clause on the time limit. */
  source: Source
  /** The clause on a disputed sum, when the complaint is about one. */
  disputed: Source | null
  /** The financial consumer line. */
  regulator: string
}

const labels = {
  'zh-Hans': {
    number: '投诉编号',
    received: '受理日期',
    decide_by: '处理期限',
    regulator: '金融消费者投诉热线',
    topic: '反映的问题',
  },
  en: {
    number: 'Complaint number',
    received: 'Registered on',
    decide_by: 'Decision by',
    regulator: 'Financial consumer line',
    topic: 'What it is about',
  },
}

/** The brief of a complaint's acknowledgement: number and clock, who handles it, what need not be supplied. */
export function briefComplaint(input: ComplaintInput): ReplyBrief {
  const { voice, tone, variant, cause, number, received, decideBy, topics, source, disputed, regulator } =
    input
  const { language } = voice
  const label = labels[language]
  const topicTerms = Object.fromEntries(
    topics.map((text, index) => [`topic_${index + 1}`, { label: text, text }]),
  )
  const dates = { received: dateText(received, language), decide_by: dateText(decideBy, language) }
  return {
    scenario: 'complaint',
    voice,
    tone,
    variant,
    terms: {
      ...topicTerms,
      number: { label: label.number, text: number },
      received: { label: label.received, text: dates.received },
      decide_by: { label: label.decide_by, text: dates.decide_by },
      regulator: { label: label.regulator, text: regulator },
      ...personTerms(voice),
    },
    mustSay: ['number', 'received', 'decide_by'],
    cause,
    outline: [
      [{ say: 'opening.complaint' }],
      ...(topics.length > 0
        ? [[{ say: 'understood' }, ...Object.keys(topicTerms).map((item) => ({ say: 'topic', item }))]]
        : []),
      [{ say: 'registered' }, { say: 'handler' }],
      [{ say: 'clock', source: 0 }],
      ...(disputed ? [[{ say: 'disputed', source: 1 }]] : []),
      [{ say: 'not_needed' }, { say: 'add' }],
      [{ say: 'rights' }, { say: 'person' }],
    ],
    facts: [
      { id: 'complaint_number', kind: 'count', value: number, source: 'record', label: 'complaint number' },
      { id: 'received', kind: 'date', value: received, role: 'other', source: 'record' },
      { id: 'decide_by', kind: 'date', value: decideBy, role: 'deadline', source: 'policy' },
      { id: 'regulator', kind: 'phone', value: regulator, source: 'policy', subject: 'bank' },
      ...voiceFacts(voice),
      ...personFacts(voice),
    ],
    promises: [{ kind: 'deadline', fact: 'decide_by' }],
    requires: ['objection', 'ai_label'],
    sources: [source, ...(disputed ? [disputed] : [])],
    figures: [
      { label: label.number, value: number },
      { label: label.decide_by, value: dates.decide_by },
    ],
  }
}
