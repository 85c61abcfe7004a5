import type { Span } from '../../platform/language/quantities.ts'

const before =
  /(?:年化(?:利率|收益率?|费率|成本|综合成本)?|(?<![上下去今明前后])年(?:利率|息|利|费率|收益率?)|每年|(?:日|月)(?:利率|息|利|费率)|每[天日月期]|每个月|\b(?:annual|annuali[sz]ed|yearly|monthly|daily)(?: rate(?: of)?| interest(?: of)?)?) ?$/
const after =
  /^ ?(?:每[年月日天期]|每个月|一[年天]|一个月|\/ ?(?:年|月|日|天|期|years?|yr|months?|mo|days?|annum)(?![a-z])|年化|(?:a|per|each|every) (?:year|annum|yr|month|day|week|instal?lment)\b|p\.a\.|p\.m\.|(?:pa|apr|apy|annually|yearly|monthly|daily)\b)/

/** The span of a rate with the period word that stands right at it: 年化1.5%, 日息万五, "0.05% a day", "2.15% p.a.". */
export function spanWithPeriod(folded: string, span: Span, taken: readonly Span[]): Span {
  const [start, end] = span
  const lead = before.exec(folded.slice(Math.max(0, start - 24), start))?.[0].length ?? 0
  const tail = after.exec(folded.slice(end))?.[0].length ?? 0
  const free = (from: number, to: number) => !taken.some(([a, b]) => a < to && from < b)
  return [
    lead > 0 && free(start - lead, start) ? start - lead : start,
    tail > 0 && free(end, end + tail) ? end + tail : end,
  ]
}
