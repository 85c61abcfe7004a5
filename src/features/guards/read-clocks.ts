import type { Figure } from './figures.ts'

/** Clock times of a folded text. */
export function readClocks(folded: string): Figure[] {
  const figures: Figure[] = []
  const patterns = [
    /(?<!\d|\d:)(?<h>[01]?\d|2[0-4]):(?<m>[0-5]\d)(?::[0-5]\d)?(?![\d:])\s?(?<half>[ap]\.?m\.?)?/g,
    /(?<![a-z\d.])(?<h>1[0-2]|0?[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\.(?<m>[0-5]\d))?\s?(?<half>[ap]\.?m\.?)(?![a-z])/g,
    /(?<![a-z\d.,])(?<h>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[:.](?<m>[0-5]\d))?(?: o'?clock)? (?<part>(?:in the|this|tomorrow|on \w+day) (?:morning|afternoon|evening)|at night|tonight)(?![a-z])/g,
    /(?<![a-z\d.,])(?<h>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?<oclock>o'clock)(?! (?:in the|at night))/g,
    /(?<day>上午|下午|午后|大?晚上|晚间|半夜|大?早上|一早|清早|早晨|清晨|傍晚|夜里|夜间|深夜|早|晚|夜|中午|凌晨)?\s?(?<h>2[0-4]|1\d|\d|[一二两三四五六七八九十]{1,3})\s?(?<unit>点钟|点整|点半|点(?!\p{Script=Han}*(?:建议|说明|要求|意见|原因))|时(?!间|候|期|效|段|刻|常))(?:(?<m>[0-5]?\d)分)?/gu,
  ]
  for (const pattern of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const { h, m, half, day, unit, part } = match.groups ?? {}
      if (
        unit === '点' &&
        !day &&
        !/[至到~-]\s?$/.test(folded.slice(0, match.index)) &&
        !/^\s?[前后至到~-]/.test(folded.slice(match.index + match[0].length))
      )
        continue
      let hour = hourOf(h ?? '')
      if (hour === undefined) continue
      if (
        hour < 12 &&
        (half?.startsWith('p') || /下午|晚|夜/.test(day ?? '') || /noon|evening|night/.test(part ?? ''))
      )
        hour += 12
      const minutes = hour * 60 + (unit === '点半' ? 30 : Number(m ?? 0))
      figures.push({ kind: 'clock', minutes, span: [match.index, match.index + match[0].trimEnd().length] })
    }
  }
  return figures
}

const hourWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** A small number in words or characters. */
export function hourOf(raw: string): number | undefined {
  if (/^\d+$/.test(raw)) return Number(raw)
  const word = hourWords.indexOf(raw) + 1
  if (word > 0) return word
  const digit = (char: string) => '一二三四五六七八九'.indexOf(char === '两' ? '二' : char) + 1
  const ten = raw.indexOf('十')
  if (ten < 0) return digit(raw) || undefined
  return (ten === 0 ? 1 : digit(raw[0]!)) * 10 + (raw.length > ten + 1 ? digit(raw[ten + 1]!) : 0)
}
