import { foldText } from '../language/fold-text.ts'

/**
 * A text as finders read it: compatibility forms resolved, accents and invisible characters dropped. `plain` keeps its
 * case, `folded` is lower case and simplified; both have the same length, and `source` leads back to the original.
 */
export type TextView = {
  text: string
  plain: string
  folded: string
  /** The folded text with Chinese digits as digits. */
  digits: string
  source(span: readonly [number, number]): [number, number]
}

const invisible = /\p{Cf}|\p{M}|[\u115f\u1160\u2028\u2029]/u
const hanDigits: Record<string, string> = {}
'零〇一壹幺二贰三叁四肆五伍六陆七柒八捌九玖'.split('').forEach((char, i) => {
  hanDigits[char] = '001112233445566778899'[i]!
})

export function viewOf(text: string): TextView {
  let plain = ''
  const start: number[] = []
  const end: number[] = []
  let at = 0
  for (const char of text) {
    const next = at + char.length
    for (const unit of plainUnits(char)) {
      plain += unit
      start.push(at)
      end.push(next)
    }
    at = next
  }
  const folded = foldText(plain)
  return {
    text,
    plain,
    folded,
    digits: folded.replace(/[零〇一壹幺二贰三叁四肆五伍六陆七柒八捌九玖]/g, (char) => hanDigits[char]!),
    source: ([from, to]) => [start[from] ?? text.length, end[to - 1] ?? text.length],
  }
}

function plainUnits(char: string): string[] {
  if (invisible.test(char)) return []
  if (char < '\u0080' || /\p{Script=Han}/u.test(char)) return char.normalize('NFKC').split('')
  return char.normalize('NFKD').replace(/\p{M}/gu, '').split('')
}

/** The one form under which equal values are equal: folded, without spaces and punctuation. */
export function keyOf(value: string): string {
  return viewOf(value).folded.replace(/[^\p{L}\p{N}*]/gu, '')
}
