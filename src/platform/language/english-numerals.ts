const small: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

const scales: Record<string, number> = { thousand: 1e3, grand: 1e3, million: 1e6, billion: 1e9 }

export type EnglishNumeral = { value: number; start: number; end: number; words: number }

/** A run of number words in lower-case text, with its offsets: "three thousand five hundred", "half a million". */
export function findEnglishNumerals(folded: string): EnglishNumeral[] {
  const found: EnglishNumeral[] = []
  const words = [...folded.matchAll(/[a-z]+/g)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  for (let i = 0; i < words.length; ) {
    const read = readAt(words, i, folded)
    if (read) found.push(read.numeral)
    i = read?.next ?? i + 1
  }
  return found
}

type Word = { word: string; start: number; end: number }

function readAt(
  words: Word[],
  from: number,
  folded: string,
): { numeral: EnglishNumeral; next: number } | undefined {
  const joined = (index: number) =>
    index === from || /^(?: |-| - )$/.test(folded.slice(words[index - 1]!.end, words[index]!.start))
  let total = 0
  let group: number | undefined
  let last: 'none' | 'ones' | 'tens' | 'hundred' | 'scale' = 'none'
  let end = from
  let i = from
  const first = words[from]!.word
  const halved = scales[words[from + 2]?.word ?? '']
  if (first === 'half' && words[from + 1]?.word === 'a' && halved) {
    return numeral(words, from, from + 3, halved / 2)
  }
  const half =
    words
      .slice(from + 1, from + 4)
      .map(({ word }) => word)
      .join(' ') === 'and a half'
  const scale = scales[words[from + 4]?.word ?? '']
  if (half && scale && small[first] && joined(from + 1) && joined(from + 4))
    return numeral(words, from, from + 5, (small[first] + 0.5) * scale)
  if (first === 'a' || first === 'an') {
    const next = words[from + 1]
    if (!next || !joined(from + 1) || !(next.word === 'hundred' || scales[next.word])) return undefined
    group = 1
    last = 'ones'
    i = from + 1
  }
  while (i < words.length && joined(i)) {
    const { word } = words[i]!
    const value = small[word]
    if (word === 'and') {
      const follows = words[i + 1]
      const after = follows && joined(i + 1) ? small[follows.word] : undefined
      if ((last !== 'hundred' && last !== 'scale') || after === undefined) break
      i += 1
      continue
    }
    if (value !== undefined) {
      if (value >= 20) {
        if (last === 'tens' || last === 'ones') break
        group = (group ?? 0) + value
        last = 'tens'
      } else {
        if (last === 'ones' || (last === 'tens' && (value === 0 || value > 9))) break
        group = (group ?? 0) + value
        last = 'ones'
      }
    } else if (word === 'hundred') {
      if (group === undefined || group >= 100 || last === 'hundred') break
      group *= 100
      last = 'hundred'
    } else if (scales[word]) {
      if (group === undefined || last === 'scale') break
      total += group * scales[word]
      group = undefined
      last = 'scale'
    } else break
    i += 1
    end = i
  }
  if (end === from) return undefined
  const whole = total + (group ?? 0)
  const decimal = readDecimals(words, end, joined)
  return decimal
    ? numeral(words, from, decimal.next, Math.round((whole + decimal.value) * decimal.scale * 1e6) / 1e6)
    : numeral(words, from, end, whole)
}

const zeros = new Set(['zero', 'oh', 'o', 'nought', 'naught', 'nil'])

/** "point zero five", "point twenty-five", "point two million": what follows a whole number read aloud. */
function readDecimals(
  words: Word[],
  at: number,
  joined: (index: number) => boolean,
): { value: number; scale: number; next: number } | undefined {
  if (words[at]?.word !== 'point' || !joined(at)) return undefined
  let digits = ''
  let next = at + 1
  while (next < words.length && joined(next)) {
    const { word } = words[next]!
    const value = zeros.has(word) ? 0 : small[word]
    if (value === undefined) break
    const follows = words[next + 1]
    const ones = follows && joined(next + 1) ? small[follows.word] : undefined
    if (value >= 20 && ones !== undefined && ones > 0 && ones < 10) {
      digits += value + ones
      next += 2
    } else {
      digits += value
      next += 1
    }
  }
  if (digits === '') return undefined
  const scale = next < words.length && joined(next) ? scales[words[next]!.word] : undefined
  return { value: Number(`0.${digits}`), scale: scale ?? 1, next: scale ? next + 1 : next }
}

function numeral(words: Word[], from: number, next: number, value: number) {
  const start = words[from]!.start
  return { numeral: { value, start, end: words[next - 1]!.end, words: next - from }, next }
}
