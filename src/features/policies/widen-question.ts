import { type Translated, translateQuestion } from './dictionary/translate-question.ts'
import type { Lang } from './model.ts'
import { remember } from './remember.ts'
import { type QueryTerm, termIndex } from './term-vectors.ts'
import { foldTerms, tokenize } from './tokens.ts'

/** Names of one thing in both languages, folded; the bank's own name first. */
export type Concept = { zh: string[]; en: string[] }

/** What a name in the question is also called in one language: each other name as index terms. */
export type Widening = {
  lang: Lang
  /** Terms of the question the name stands for. */
  covers: number[]
  names: { index: number; text: string }[][]
  /** How much a word of these names counts beside a word of the question. */
  factor: number
  /** How far a clause that has one of these names speaks of the word, 0 to 1. */
  trust: number
}

const glossaryFactor = 0.5
/** Names of a dictionary: many meanings, of which one is meant. */
const dictionaryFactor = 0.5
const dictionaryTrust = 0.3

/**
 * The other names of the concepts a question names. Where names overlap the longer one is meant; a Latin
 * name counts only as whole words.
 */
export function widenQuestion(
  question: string,
  concepts: Concept[],
  translations: Translated[] = translateQuestion(question),
): Widening[] {
  const found = namesIn(foldTerms(question), concepts)
  const named = found.flatMap(({ name, concept }) => {
    const covers = tokenize(name).map(termIndex)
    return (['zh', 'en'] as const).map((lang) => ({
      lang,
      covers,
      names: concept[lang].filter((other) => other !== name).map(termsOf),
      factor: glossaryFactor,
      trust: 1,
    }))
  })
  const known = new Set(named.flatMap(({ covers }) => covers))
  const translated = translations.map(({ word, lang, names }) => ({
    lang,
    covers: tokenize(word).map(termIndex),
    names: names.map(termsOf),
    factor: dictionaryFactor,
    trust: dictionaryTrust,
  }))
  return [...named, ...translated.filter(({ covers }) => !covers.every((index) => known.has(index)))]
}

/** The question's terms with those the widenings add for one language; its own words keep their weight. */
export function widenTerms(terms: QueryTerm[], widenings: Widening[], lang: Lang): QueryTerm[] {
  const widened = new Map(terms.map((term) => [term.index, term]))
  for (const { names, factor } of widenings.filter((one) => one.lang === lang))
    for (const { index, text } of names.flat())
      if (!widened.has(index)) widened.set(index, { index, text, factor, gram: false })
  return [...widened.values()]
}

/** Terms of the question a clause covers by calling the same thing by another of its names in full, and how far. */
export function coveredByName(
  widenings: Widening[],
  lang: Lang,
  has: (index: number) => boolean,
): Map<number, number> {
  const covered = new Map<number, number>()
  for (const widening of widenings)
    if (
      widening.lang === lang &&
      widening.names.some((name) => name.length > 0 && name.every(({ index }) => has(index)))
    )
      for (const index of widening.covers)
        covered.set(index, Math.max(widening.trust, covered.get(index) ?? 0))
  return covered
}

const termsOf = remember((name): { index: number; text: string }[] =>
  [...new Set(tokenize(name))].map((text) => ({ index: termIndex(text), text })),
)

function namesIn(folded: string, concepts: Concept[]): { name: string; concept: Concept }[] {
  const found = concepts.flatMap((concept) =>
    [...concept.zh, ...concept.en].flatMap((name) =>
      occurrences(folded, name).map((start) => ({ name, concept, start, end: start + name.length })),
    ),
  )
  found.sort((a, b) => b.name.length - a.name.length || a.start - b.start)
  const kept: typeof found = []
  for (const one of found)
    if (!kept.some((other) => one.start < other.end && other.start < one.end && one.name !== other.name))
      kept.push(one)
  return kept
}

function occurrences(folded: string, name: string): number[] {
  const places: number[] = []
  const latin = /^[a-z]/.test(name)
  for (let start = folded.indexOf(name); start >= 0; start = folded.indexOf(name, start + 1)) {
    const letterBefore = /[a-z]/.test(folded[start - 1] ?? '')
    const letterAfter = /^(?!s\b|es\b)[a-z]/.test(folded.slice(start + name.length))
    if (!latin || (!letterBefore && !letterAfter)) places.push(start)
  }
  return places
}
