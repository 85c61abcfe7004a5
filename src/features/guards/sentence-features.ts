import stem from 'wink-porter2-stemmer'
import { fieldsOf } from './sentence-fields.ts'

/** What the sentence classifier sees: names of features with their weights. */
export type SentenceFeatures = Map<string, number>

const marks = /\[\^?\d{1,3}\]|【\d{1,3}】|^p\.?s\.?:?\s|^附言:?/g

/**
 * Features of a sentence in plain text: single Han characters, pairs and triples; word stems, pairs of stems and
 * letter fours; word fields and which of them meet. Each kind is scaled to one length; markers do not count.
 */
export function sentenceFeatures(plain: string): SentenceFeatures {
  const text = plain
    .replace(marks, ' ')
    .replace(/\d[\d.,]*/g, '#')
    .trim()
  const features: SentenceFeatures = new Map()
  addScaled(features, grams(text), 2)
  const met = fieldsOf(text)
  addScaled(features, new Set(met.map((field) => `f${field}`)), 2)
  const pairs = met.flatMap((a, i) => met.slice(i + 1).map((b) => `f${a}+${b}`))
  addScaled(features, new Set(pairs), 1)
  features.set('bias', 1)
  return features
}

function addScaled(features: SentenceFeatures, names: ReadonlySet<string>, length: number): void {
  const value = length / Math.sqrt(names.size + 1)
  for (const name of names) features.set(name, value)
}

function grams(text: string): Set<string> {
  const found = new Set<string>()
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    const framed = `^${run}$`
    for (let i = 0; i < framed.length; i++) {
      if (i > 0 && i < framed.length - 1) found.add(framed[i]!)
      if (i + 1 < framed.length) found.add(framed.slice(i, i + 2))
      if (i + 2 < framed.length) found.add(framed.slice(i, i + 3))
    }
  }
  const words = [...text.matchAll(/[a-z]+(?:'[a-z]+)*|[#!?]/g)].map(([word]) =>
    /[a-z]/.test(word) ? stem(word) : word,
  )
  const framed = ['<', ...words, '>']
  for (const word of words) found.add(`w:${word}`)
  for (let i = 0; i + 1 < framed.length; i++) found.add(`${framed[i]}_${framed[i + 1]}`)
  for (const word of words) {
    if (!/^[a-z]{5,}$/.test(word)) continue
    for (let i = 0; i + 4 <= word.length; i++) found.add(`c:${word.slice(i, i + 4)}`)
  }
  return found
}
