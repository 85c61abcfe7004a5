import { amountText, dateText } from '../../platform/money.ts'
import { fillPrompt, type Prompt, type Prompts } from '../../platform/prompts.ts'
import { sha256 } from '../../platform/vault.ts'
import {
  type Composed,
  citationsOf,
  markerOf,
  type Point,
  type ReplyBrief,
  type Scenario,
  type Voice,
} from './brief.ts'
import { citePassage } from './cite-passage.ts'
import { chooseWording, joinPoints, readWordings, type Wordings } from './read-wordings.ts'

const wordings: Record<Scenario, string> = {
  acknowledge: 'acknowledge-reply',
  question: 'gather-reply',
  gather: 'gather-reply',
  offer: 'offer-reply',
  offers: 'offer-reply',
  no_offer: 'no-offer-reply',
  counter: 'counter-reply',
  decline_ack: 'counter-reply',
  complaint: 'complaint-reply',
  fee_waiver: 'fee-waiver-reply',
  suitability: 'suitability-reply',
  policy_answer: 'answer-reply',
  agreement: 'agreement-reply',
  follow_up: 'follow-up-reply',
}

/** The wordings of a scenario with those every reply shares, as one prompt; its hash is over both files. */
export function wordingOf(prompts: Pick<Prompts, 'get'>, scenario: Scenario): Prompt {
  const [shared, own] = [prompts.get('reply-parts'), prompts.get(wordings[scenario])]
  return {
    ...own,
    inputs: [...new Set([...shared.inputs, ...own.inputs])],
    hash: sha256(`${shared.hash} ${own.hash}`),
    texts: {
      'zh-Hans': `${shared.texts['zh-Hans']}\n${own.texts['zh-Hans']}`,
      en: `${shared.texts.en}\n${own.texts.en}`,
    },
  }
}

/** The composer: words each point of the brief in turn. Pure; the same brief gives the same text. */
export function composeReply(prompt: Prompt, brief: ReplyBrief): Composed {
  const { voice } = brief
  const known = readWordings(prompt.texts[voice.language])
  const paragraphs = brief.outline.map((points) =>
    joinPoints(
      points.map((point) => filled(wordingFor(known, brief, point), valuesFor(brief, point), point)),
      voice.language,
    ),
  )
  const greeting = filled(wordingFor(known, brief, { say: 'greeting' }), { name: voice.name })
  const closing = [...(brief.requires.includes('objection') ? [voice.objection] : []), voice.label]
  const [first, ...rest] = paragraphs
  return {
    text: [`${greeting}\n${first ?? ''}`, ...rest, closing.join('\n')].join('\n\n'),
    facts: brief.facts,
    promises: brief.promises,
    requires: brief.requires,
    citations: citationsOf(brief),
    figures: brief.figures,
  }
}

/**
 * What the composer would say, sentence by sentence, with the names of terms left in: a guide for another writer. What is
 * no term (the title of a clause) is put in; markers are left out, for a writer says its sources beside the words.
 */
export function outlineOf(prompt: Prompt, brief: ReplyBrief): string[] {
  const known = readWordings(prompt.texts[brief.voice.language])
  return brief.outline.flat().map((point) =>
    wordingFor(known, brief, point)
      .replace(variable, (_, name: string) => {
        if (name === 'item') return brief.terms[point.item ?? '']?.label ?? ''
        if (name === 'value') return `{{${point.item}}}`
        const option = `${name}_${point.option}`
        const term = [name, option].find((one) => one === 'name' || brief.terms[one])
        if (term) return `{{${term}}}`
        return name === 'marker' ? '' : (valuesFor(brief, point)[name] ?? '')
      })
      .trim(),
  )
}

function wordingFor(known: Wordings, { tone, variant }: ReplyBrief, { say }: Point): string {
  return chooseWording(known, { say, tone, variant })
}

function valuesFor(brief: ReplyBrief, { option, item, source }: Point): Record<string, string> {
  const texts = Object.entries(brief.terms).map(([name, term]) => [name, term.text] as const)
  const suffix = `_${option}`
  const ofOption = texts
    .filter(([name]) => option !== undefined && name.endsWith(suffix))
    .map(([name, text]) => [name.slice(0, -suffix.length), text] as const)
  const cited = source === undefined ? undefined : brief.sources[source]
  const term = item === undefined ? undefined : brief.terms[item]
  return {
    ...Object.fromEntries([...texts, ...ofOption]),
    name: brief.voice.name,
    ...(term ? { item: term.label, value: term.text } : {}),
    ...(cited
      ? {
          marker: markerOf(source!),
          title: cited.title,
          clause: cited.number,
          heading: cited.heading,
          passage: citePassage(cited.passage, markerOf(source!)),
        }
      : {}),
  }
}

const variable = /\{\{(\w+)\}\}/g

function filled(wording: string, values: Record<string, string>, point?: Point): string {
  return wording.replace(variable, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${point?.say ?? 'greeting'} needs ${name}`)
    return value
  })
}

/** What a due-date reminder will say; approved together with the agreement it belongs to. */
export function composeReminder(
  prompt: Prompt,
  voice: Voice,
  row: { date: string; amount: number },
  { number, debt }: { number: string; debt: string },
): string {
  return fillPrompt(prompt, voice.language, {
    name: voice.name,
    number,
    debt,
    due: dateText(row.date, voice.language),
    amount: amountText(row.amount, voice.language),
    label: voice.label,
  })
}
