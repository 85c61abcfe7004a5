import type { Lang } from '../model.ts'
import { talkWords } from '../talk-words.ts'
import { questionText, tokenize } from '../tokens.ts'
import { lookUp } from './look-up.ts'

/** A word of a question and what it may be called in the other language. */
export type Translated = { word: string; lang: Lang; names: string[] }

const longestWord = 6
const longestName = 3
/** log2 of the words the frequencies were counted over, and what a character that is no word costs. */
const allWords = 26
const unknown = -30

/** The words of a question that the dictionary knows, each with its names in the other language. */
export function translateQuestion(question: string): Translated[] {
  const text = questionText(question)
  const chinese = (text.match(/\p{Script=Han}+/gu) ?? []).flatMap(partWords).flatMap((word): Translated[] => {
    const names = isTalk(word) ? undefined : lookUp(word)?.names
    return names ? [{ word, lang: 'en', names }] : []
  })
  return [...chinese, ...translateEnglish(text.replace(/\p{Script=Han}+/gu, ' . '))]
}

function isTalk(word: string): boolean {
  return [...word].every((character) => talkWords.has(character))
}

/** The likeliest words of a run of Chinese: the parting whose words are together most frequent. */
export function partWords(run: string): string[] {
  const characters = [...run]
  const best: { cost: number; word: string }[] = [{ cost: 0, word: '' }]
  for (let end = 1; end <= characters.length; end++) {
    for (let start = Math.max(0, end - longestWord); start < end; start++) {
      const word = characters.slice(start, end).join('')
      const entry = lookUp(word)
      if (!entry && end - start > 1) continue
      const cost = best[start]!.cost + (entry ? entry.often - allWords : unknown)
      if (cost > (best[end]?.cost ?? Number.NEGATIVE_INFINITY)) best[end] = { cost, word }
    }
  }
  const words: string[] = []
  for (let end = characters.length; end > 0; end -= [...words[0]!].length) words.unshift(best[end]!.word)
  return words
}

/** The longest names of up to three stems the dictionary has, from left to right. */
function translateEnglish(text: string): Translated[] {
  const stems = tokenize(text).filter((term) => /^[a-z]/.test(term))
  const found: Translated[] = []
  for (let at = 0; at < stems.length; ) {
    let taken = 0
    for (let size = Math.min(longestName, stems.length - at); size > 0 && taken === 0; size--) {
      const word = stems.slice(at, at + size).join(' ')
      const names = talkWords.has(word) ? undefined : lookUp(word)?.names
      if (!names) continue
      found.push({ word, lang: 'zh', names })
      taken = size
    }
    at += Math.max(taken, 1)
  }
  return found
}
