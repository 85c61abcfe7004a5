import * as opencc from 'opencc-js/t2cn'
import stem from 'wink-porter2-stemmer'

const toSimplified = opencc.Converter({ from: 'twp', to: 'cn' })
const han = /\p{Script=Han}/u

/** Digits keep inner points and commas; every other run stops where Han begins, so "ATM取款" is two runs. */
const run =
  /\p{Script=Han}+|\p{N}+(?:[.,]\p{N}+)+|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+(?:'[\p{L}--\p{Script=Han}]+)*/gv

/** Words that carry no subject. Directions and negations stay: "top up" and "not received" mean something. */
const stopWords = new Set(
  (
    'a about am an and any are as at be because been being but by can could did do does doing for from had has ' +
    'have having he her here hers him his how i if in into is it its itself just like me my of on or our ours ' +
    'please shall she should so some than that the their theirs them then there these they this those to us ' +
    'very was we were what when where which while who whom whose why will with would you your yours ' +
    "i'm i've i'd i'll it's that's what's there's isn't don't doesn't didn't can't couldn't wasn't"
  ).split(' '),
)

/** Ways of asking, longest first where one begins another. They say that something is asked, not what. */
const questionPhrases = new RegExp(
  [
    '请问一下|请问|想请教|请教|我想问|想问一下|想问|我想知道|想知道|想了解|麻烦|谢谢|您好|你好',
    '为什么|为何|什么时候|什么样|什么|怎么办|怎么样|怎么|怎样|如何|哪里|哪些|哪个|哪种',
    '可不可以|能不能|是不是|有没有|会不会|是否|能否|可否|多少|多久|吗|呢|吧|呀',
  ].join('|'),
  'gu',
)

/** One spelling for text that means the same: width, case, script (traditional to simplified), apostrophes. */
export function foldTerms(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[’‘]/gu, "'")
  if (!han.test(plain)) return plain
  return toSimplified(plain).replaceAll('帐', '账')
}

/**
 * Index terms of a passage, in reading order with repeats: stems of Latin words without stop words, numbers,
 * and every Han character and pair of neighbours.
 */
export function tokenize(text: string): string[] {
  return tokensOf(foldTerms(text))
}

/** Index terms of a question: as for a passage, after Chinese ways of asking are cut out. */
export function queryTokens(question: string): string[] {
  const tokens = tokensOf(questionText(question))
  return tokens.length > 0 ? tokens : tokensOf(foldTerms(question))
}

/** A question folded, Chinese ways of asking cut out. */
export function questionText(question: string): string {
  return foldTerms(question).replace(questionPhrases, ' ')
}

/** Latin words of a passage as written after folding, stop words included; character n-grams are cut from these. */
export function latinWords(text: string): string[] {
  return (foldTerms(text).match(run) ?? []).filter((word) => !han.test(word))
}

/** Rough length in words: Latin words and numbers count one, Han characters two to three. */
export function wordCount(text: string): number {
  let words = 0
  for (const part of foldTerms(text).match(run) ?? []) words += han.test(part) ? [...part].length / 1.6 : 1
  return words
}

function tokensOf(folded: string): string[] {
  const tokens: string[] = []
  for (const part of folded.match(run) ?? []) {
    if (han.test(part)) pushHan(part, tokens)
    else if (/^\p{N}/u.test(part)) tokens.push(plainNumber(part))
    else if (!stopWords.has(part)) tokens.push(stem(part))
  }
  return tokens
}

function pushHan(part: string, tokens: string[]): void {
  const characters = [...part]
  characters.forEach((character, i) => {
    tokens.push(character)
    const next = characters[i + 1]
    if (next) tokens.push(character + next)
  })
}

/** "50,000.00" and "50000" are one term; "3.10", a clause number, keeps its nought. */
function plainNumber(part: string): string {
  return part.replace(/,(?=\p{N}{3}(?:\D|$))/gu, '').replace(/^(\p{N}+)\.00$/u, '$1')
}
