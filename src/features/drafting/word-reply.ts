import { findPlaceholders } from '../../platform/pseudonyms/placeholders.ts'
import type { Finding } from '../guards/model.ts'
import { type Composed, citationsOf, markerOf, type ReplyBrief } from './brief.ts'
import type { ModelReply, ModelSentence } from './model-reply.ts'

/** What is wrong with a model's words before any guard has read them. */
export type WordingFault =
  | { fault: 'term_unknown'; detail: string }
  | { fault: 'person_unknown'; detail: string }
  | { fault: 'citation_out_of_range'; detail: string }
  | { fault: 'address_given'; detail: string }
  | { fault: 'incomplete'; detail: string }

/** Puts people's data back for their placeholders; null with the placeholder that nobody gave. */
export type Unmask = (text: string) => { text: string } | { unknown: string }

const variable = /\{\{\s*(\w+)\s*\}\}/g
const written = /\[\s*\d+\s*\]/
/** A link, a host or a mailbox, in whatever width it is written. */
const address = /https?:|www\.|[\w-]@[\w-]|[a-z0-9-]{2,}\.[a-z]{2,}(?:[/:?#]|(?![a-z.]))/i

/**
 * One sentence of a model with its terms, people and markers put in. A name of a term that the brief does not
 * have, a placeholder nobody was masked with, a source out of range, an address of its own: each is a fault.
 */
export function wordSentence(
  brief: ReplyBrief,
  sentence: ModelSentence,
  unmask: Unmask,
): { text: string } | WordingFault {
  const unknown = [...sentence.text.matchAll(variable)]
    .map((match) => match[1]!)
    .find((name) => name !== 'name' && !Object.hasOwn(brief.terms, name))
  if (unknown !== undefined) return { fault: 'term_unknown', detail: unknown }
  const outside = sentence.sources.find((source) => !brief.sources[source - 1])
  if (outside !== undefined) return { fault: 'citation_out_of_range', detail: String(outside) }
  const plain = plainly(sentence.text)
  if (written.test(plain)) return { fault: 'citation_out_of_range', detail: 'a marker of its own' }
  if (address.test(plain)) return { fault: 'address_given', detail: 'an address of its own' }
  // Names of terms are not people's placeholders: only what stands between them is unmasked.
  const pieces: string[] = []
  for (const [index, piece] of sentence.text.split(variable).entries()) {
    if (index % 2 === 1) {
      pieces.push(piece === 'name' ? brief.voice.name : brief.terms[piece]!.text)
      continue
    }
    const people = unmask(piece)
    if ('unknown' in people) return { fault: 'person_unknown', detail: people.unknown }
    pieces.push(people.text)
  }
  const filled = pieces.join('').trim()
  const read = plainly(filled)
  if (/[{}]/.test(read)) return { fault: 'term_unknown', detail: 'a brace left open' }
  if (written.test(read)) return { fault: 'citation_out_of_range', detail: 'a marker of its own' }
  const [left] = findPlaceholders(filled)
  if (left) return { fault: 'person_unknown', detail: filled.slice(...left.span) }
  return { text: withMarkers(filled, sentence.sources) }
}

/** As a reader takes it: one width, one kind of bracket. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[【〔〖]/g, '[')
    .replace(/[】〕〗]/g, ']')
}

/** Markers stand before the full stop, so that they belong to the sentence they support. */
function withMarkers(text: string, sources: readonly number[]): string {
  if (sources.length === 0) return text
  const markers = [...new Set(sources)].map((source) => markerOf(source - 1)).join('')
  return text.replace(/\s*([。．.!！?？;；:：]?)$/, (_, stop: string) => ` ${markers}${stop}`)
}

/**
 * A model's whole reply as the text that would go out: terms, people and markers put in, the bank's standing
 * sentences added. A fault when anything is unknown or a term that must be said is not.
 */
export function wordReply(brief: ReplyBrief, reply: ModelReply, unmask: Unmask): Composed | WordingFault {
  const said = new Set<string>()
  const paragraphs: string[] = []
  for (const { sentences } of reply.paragraphs) {
    const texts: string[] = []
    for (const sentence of sentences) {
      const worded = wordSentence(brief, sentence, unmask)
      if ('fault' in worded) return worded
      for (const match of sentence.text.matchAll(variable)) said.add(match[1]!)
      texts.push(worded.text)
    }
    paragraphs.push(texts.join(brief.voice.language === 'en' ? ' ' : ''))
  }
  const missing = brief.mustSay.find((name) => brief.terms[name] && !said.has(name))
  if (missing !== undefined) return { fault: 'incomplete', detail: missing }
  const closing = [
    ...(brief.requires.includes('objection') ? [brief.voice.objection] : []),
    brief.voice.label,
  ].join('\n')
  return {
    text: [...paragraphs, closing].join('\n\n'),
    facts: brief.facts,
    promises: brief.promises,
    requires: brief.requires,
    citations: citationsOf(brief),
    figures: brief.figures,
  }
}

/** What a machine's text must not have, a soft language finding included: a person may have reasons, it has none. */
export function blocking(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.severity === 'hard' || finding.guard === 'language_mismatch')
}
