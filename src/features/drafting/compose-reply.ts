import { amountText, dateText } from '../../platform/money.ts'
import { fillPrompt, type Prompt, type PromptLanguage, type Prompts } from '../../platform/prompts.ts'
import { type Composed, citationsOf, markerOf, type ReplyBrief, type Scenario, type Voice } from './brief.ts'

const wordings: Record<Scenario, string> = {
  offer: 'offer-reply',
  question: 'ask-question',
  agreement: 'agreement-reply',
}

export function wordingOf(prompts: Prompts, scenario: Scenario): Prompt {
  return prompts.get(wordings[scenario])
}

/** The composer: fills the wording of the scenario from the brief. Pure; the same brief gives the same text. */
export function composeReply(prompt: Prompt, brief: ReplyBrief): Composed {
  const { voice, terms } = brief
  const { language } = voice
  const source = brief.sources[0]
  const text = (name: string) => terms[name]?.text ?? ''
  const lines: Record<string, string> = {
    ...Object.fromEntries(Object.entries(terms).map(([name, term]) => [name, term.text])),
    name: voice.name,
    opening: opening(language, brief.cause),
    marker: markerOf(0),
    title: source?.title ?? '',
    number: text('number') || (source?.number ?? ''),
    heading: source?.heading ?? '',
    schedule_line: text('steps'),
    down_payment_line: terms.down_payment
      ? downPaymentLine(language, text('down_payment'), text('down_payment_due'))
      : '',
    waived_line: terms.waived ? waivedLine(language, text('waived')) : '',
    objection: voice.objection,
    label: voice.label,
  }
  return {
    text: fillPrompt(prompt, language, lines),
    facts: brief.facts,
    promises: brief.promises,
    requires: brief.requires,
    citations: citationsOf(brief),
    figures: brief.figures,
  }
}

function downPaymentLine(language: PromptLanguage, amount: string, due: string): string {
  return language === 'en'
    ? `The down payment is ${amount}, to be paid by ${due}.`
    : `首付款为 ${amount}，请在 ${due} 前支付。`
}

function waivedLine(language: PromptLanguage, amount: string): string {
  return language === 'en' ? `We waive ${amount} for you.` : `本行为您减免 ${amount}。`
}

function opening(language: PromptLanguage, cause: string | null): string {
  if (language === 'en') {
    return cause
      ? 'Thank you for telling us what has happened. We understand that this is a hard time, and we looked into it at once.'
      : 'Thank you for telling us about your situation. We have looked into it.'
  }
  return cause
    ? '感谢您把遇到的变化告诉我们。这段时间不容易，我们第一时间核对了您的情况。'
    : '感谢您把情况告诉我们，我们已经核对过。'
}

/** What a due-date reminder will say; approved together with the agreement it belongs to. */
export function composeReminder(
  prompt: Prompt,
  voice: Voice,
  row: { date: string; amount: number },
  number: string,
): string {
  return fillPrompt(prompt, voice.language, {
    name: voice.name,
    number,
    due: dateText(row.date, voice.language),
    amount: amountText(row.amount, voice.language),
    label: voice.label,
  })
}
