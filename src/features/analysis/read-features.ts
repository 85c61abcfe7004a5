import stem from 'wink-porter2-stemmer'
import type { Quantity } from '../../platform/language/quantities.ts'
import type { Intent, Signal } from '../cases/model.ts'
import { conceptsOf } from './read-concepts.ts'

/** What the classifier sees of a message: names of features with their weights. */
export type Features = Map<string, number>

/** What the rules found in the same stretch of text. */
export type RuleFindings = {
  intents: readonly Intent[]
  signals: readonly Signal[]
  quantities: readonly Quantity[]
}

const shortForms: Record<string, string> = {
  u: 'you',
  ur: 'your',
  r: 'are',
  pls: 'please',
  plz: 'please',
  pmt: 'payment',
  txn: 'transaction',
  txns: 'transactions',
  acct: 'account',
  thx: 'thanks',
  ty: 'thanks',
  n: 'and',
  w: 'with',
  y: 'why',
  cant: "can't",
  dont: "don't",
  didnt: "didn't",
  wont: "won't",
  isnt: "isn't",
  wasnt: "wasn't",
  im: "i'm",
  ive: "i've",
  whats: "what's",
  wheres: "where's",
  gonna: 'going to',
  wanna: 'want to',
  gimme: 'give me',
}

/** Characters typed for others that sound alike, where nothing else can be meant. */
const spelling = (folded: string) => folded.replaceAll('帐', '账').replace(/[代带]款/g, '贷款')

const clauseEnds = /[，。！？；,!?;\n]|\.(?=\s|$)/

/**
 * The features of a stretch of folded text: characters, pairs and triples of Han; stems, pairs of stems and letter
 * fours of Latin words; word fields and which of them meet; what the rules found. Each kind is scaled to one length.
 */
export function featuresOf(folded: string, rules: RuleFindings): Features {
  const text = spelling(folded)
  const features: Features = new Map()
  addScaled(features, gramsOf(text), 2)
  const fields = fieldsOf(text)
  addScaled(features, fields.single, 2.5)
  addScaled(features, fields.pairs, 2.5)
  for (const intent of rules.intents) features.set(`I!${intent}`, 1)
  for (const signal of rules.signals) features.set(`S!${signal}`, 1)
  for (const { kind } of rules.quantities) features.set(`q!${kind}`, 0.5)
  features.set('bias', 1)
  return features
}

function addScaled(features: Features, names: ReadonlySet<string>, length: number): void {
  const value = length / Math.sqrt(names.size + 1)
  for (const name of names) features.set(name, value)
}

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>()
  for (const [run] of text.matchAll(/[一-龥]+/g)) addHan(grams, run)
  const words = [...text.matchAll(/[a-z]+(?:'[a-z]+)*|\d[\d.,]*%?|[?？]/g)].flatMap(([word]) =>
    /\d/.test(word) ? ['#'] : (shortForms[word] ?? word).split(' ').map((one) => stem(one)),
  )
  addLatin(grams, words)
  return grams
}

function addHan(grams: Set<string>, run: string): void {
  const framed = `^${run}$`
  for (let i = 0; i < framed.length; i++) {
    if (i > 0 && i < framed.length - 1) grams.add(framed[i]!)
    if (i + 1 < framed.length && framed.length > 3) grams.add(framed.slice(i, i + 2))
    if (i + 2 < framed.length) grams.add(framed.slice(i, i + 3))
  }
}

function addLatin(grams: Set<string>, words: readonly string[]): void {
  for (const word of words) grams.add(`w:${word}`)
  if (!words.some((word) => /[a-z]/.test(word))) return
  const framed = ['<', ...words, '>']
  for (let i = 0; i + 1 < framed.length; i++) grams.add(`${framed[i]}_${framed[i + 1]}`)
  for (const word of words) {
    if (!/^[a-z]{5,}$/.test(word)) continue
    const letters = `^${word}$`
    for (let i = 0; i + 4 <= letters.length; i++) grams.add(`c:${letters.slice(i, i + 4)}`)
  }
}

/** Word fields of the text, and which of them meet in one clause (`k1+2`) or anywhere in it (`K1+2`). */
function fieldsOf(text: string): { single: Set<string>; pairs: Set<string> } {
  const single = new Set<string>()
  const pairs = new Set<string>()
  const pair = (mark: string, met: readonly number[]) => {
    met.forEach((a, i) => {
      for (const b of met.slice(i + 1)) pairs.add(`${mark}${a}+${b}`)
    })
  }
  for (const clause of text.split(clauseEnds)) pair('k', conceptsOf(clause))
  const all = conceptsOf(text)
  pair('K', all)
  for (const field of all) single.add(`k${field}`)
  return { single, pairs }
}
