import { readChineseNumeral } from './chinese-numerals.ts'
import { findEnglishNumerals } from './english-numerals.ts'
import type { Span } from './quantities.ts'

/**
 * A numeral before anything is known about it. `coefficient` is the number as written before its last multiplier
 * (3 in 3万). `pairs` marks the first of two numerals written as one, such as 两 in 两三千.
 */
export type Figure = {
  value: number
  span: Span
  form: 'digits' | 'han' | 'words'
  multiplier: number
  rough?: boolean
  pairs?: boolean
}

const hanDigit = '一二两三四五六七八九'
const han = `零〇${hanDigit}十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟俩仨`
const plain = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
/** Codes of currencies that may stand right at the digits: RMB500, RM320. */
export const currencyCodes =
  'rmb|cny|usd|hkd|eur|gbp|jpy|twd|ntd|aud|cad|sgd|thb|krw|vnd|idr|rp|myr|rm|php|chf|mop|inr|rub|aed|nzd|sek|dkk'
const run = new RegExp(
  `(?:(?:${plain})(?: ?(?=[万亿千百]))|(?:(?<![a-z])|(?<=(?<![a-z])(?:${currencyCodes})))(?:${plain})|[${han}]|点(?=[零〇${hanDigit}]))+`,
  'g',
)
const multipliers: Record<string, number> = { 十: 10, 百: 100, 佰: 100, 千: 1e3, 仟: 1e3, 万: 1e4, 亿: 1e8 }
const latinMultipliers: Record<string, number> = {
  k: 1e3,
  w: 1e4,
  m: 1e6,
  thousand: 1e3,
  grand: 1e3,
  million: 1e6,
  mil: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  hundred: 100,
}

/** Words that hold a numeral character and mean no number. */
const numeralIdioms =
  /(?<![\d零〇一二两三四五六七八九十百千])万一|(?:唯|统|之|每|单)一(?![十百千万亿])|第一(?:时间|次)|不一(?:定|样)|一(?:定|下|直|些|起|样|共|般|切|旦|会儿|会|点儿?(?![零〇一二三四五六七八九]+%?)|边|面|向|律|致|再|味|时|刻|旁|同|带|辈子|肚子|堆|大堆|塌糊涂|口气|分钱|毛钱|句|毛(?=都|也|不|没)|分(?=都|也|不(?!少)|没)|[毛分块蚊文元]钱?(?=[^，。,\d]{0,4}[都也][没不未])|心|五一十|清二楚|干二净|路|头|身|手|方面|番|群|套|阵|把|条龙|家人|家子|家老小|家(?:[三四五六七八]口)?)|十分(?!之)|十足|千万(?=别|不|要|记|请|勿)|千方百计|百般|百姓|百货|百科|百度|(?<![\d一二两三四五六七八九十百千])万分(?!之)|万事|万能|万科|万达|万般|三天两头|三番[五两]次|三长两短|乱七八糟|七上八下|不三不四|四处|四面|四川|三亚|三星|三农|三者|三方|二维码|二手|二胎|二婚|二话|两难|两口子|两边|两头|两者|两手|半斤八两|五险一金|三险一金|五金|六神无主|七七八八|九死一生|双十一|八成(?=是|会|要|不)|百分(?!之)|双十二|六一八|一二三|零钱|零食|零售|零头|零花|零工|二次元|千万富翁|(?:周|星期|礼拜)[一二三四五六]/g

/** Every numeral in folded text outside `blocked`, in order. */
export function scanFigures(folded: string, blocked: Span[]): Figure[] {
  const idle = [...folded.matchAll(numeralIdioms)].map((m): Span => [m.index, m.index + m[0].length])
  const free = (span: Span) => ![...blocked, ...idle].some((b) => b[0] < span[1] && span[0] < b[1])
  const figures: Figure[] = []
  for (const match of folded.matchAll(run)) {
    let from = match.index
    const end = from + match[0].trimEnd().length
    while (from < end) {
      const read = readPrefix(folded, from, end, free)
      if (read.length > 0) figures.push(...read)
      from = read.at(-1)?.span[1] ?? from + 1
    }
  }
  for (const found of findEnglishNumerals(folded)) {
    const span: Span = [found.start, found.end]
    const taken = figures.some((f) => f.span[0] < span[1] && span[0] < f.span[1])
    if (!taken && free(span)) figures.push({ value: found.value, span, form: 'words', multiplier: 1 })
  }
  return figures.sort((a, b) => a.span[0] - b.span[0]).map((figure) => extend(folded, figure))
}

/** The longest numeral that starts at `from`; two figures for 两三千 and 十五六万; none if there is none. */
function readPrefix(folded: string, from: number, end: number, free: (span: Span) => boolean): Figure[] {
  if (/\d/.test(folded[from - 1] ?? '')) return []
  const digitRun = new RegExp(`^(?:${plain})`).exec(folded.slice(from, end))
  for (let to = end; to > from; to--) {
    const text = folded.slice(from, to).trimEnd()
    if (text.length < to - from || (digitRun && to < from + digitRun[0].length)) continue
    if (!free([from, to]) || (/\d/.test(folded[to] ?? '') && /\d$/.test(text))) continue
    const pair = readPair(text, from)
    if (pair) return pair
    const value = readChineseNumeral(text.replace(/ /g, '')) ?? readBareUnit(text)
    if (value === undefined) continue
    if (
      /[十百千万亿][\d一二两三四五六七八九]$/.test(text) &&
      !/十.$/.test(text) &&
      /^(?:个|年|天|周|期|次|号|月|岁|季|星期|礼拜)/.test(folded.slice(to))
    )
      continue
    const form = /^[\d.,]+$/.test(text) ? 'digits' : 'han'
    return [{ value, span: [from, to], form, multiplier: multipliers[text.at(-1)!] ?? 1 }]
  }
  return []
}

/** 万八 and 千二, spoken for 一万八 and 一千二; 万一 is "in case". */
function readBareUnit(text: string): number | undefined {
  const match = /^([百千万])([二三四五六七八九])$/.exec(text)
  return match ? (multipliers[match[1]!]! / 10) * (10 + readChineseNumeral(match[2]!)!) : undefined
}

const pairPattern = new RegExp(
  `^((?:[${han}]*[十百千万亿])?)([${hanDigit}])([${hanDigit}])([十百千万亿]{0,2})$`,
)

function readPair(text: string, from: number): Figure[] | undefined {
  const match = pairPattern.exec(text)
  if (!match) return undefined
  const [, head, low, high, tail] = match as unknown as [string, string, string, string, string]
  const a = readChineseNumeral(low)!
  const b = readChineseNumeral(high)!
  if (b !== a + 1 && !(a === 3 && b === 5)) return undefined
  if (head === '' && tail === '' && text.length !== 2) return undefined
  const first = readChineseNumeral(head + low + tail)
  const second = readChineseNumeral(head + high + tail)
  if (first === undefined || second === undefined) return undefined
  const middle = from + head.length + 1
  const multiplier = multipliers[tail.at(-1) ?? ''] ?? 1
  return [
    { value: first, span: [from, middle], form: 'han', multiplier, pairs: true },
    { value: second, span: [middle, from + text.length], form: 'han', multiplier },
  ]
}

/** Takes in what multiplies the number: 3.5k, 10w, 5 grand, 二十多万, 3千来. */
function extend(folded: string, figure: Figure): Figure {
  const rest = folded.slice(figure.span[1])
  const rough = /^[多来余](?:([万亿千百])|(?=个?[元块年月天期周美港欧]|钱|$|[^一-龥]))/.exec(rest)
  if (rough && figure.form !== 'words') {
    const by = rough[1] ? multipliers[rough[1]]! : 1
    const length = rough[1] ? rough[0].length : 0
    return {
      ...figure,
      value: figure.value * by,
      span: [figure.span[0], figure.span[1] + length],
      multiplier: rough[1] ? by : figure.multiplier,
      rough: true,
    }
  }
  const latin = /^(?: ?(thousand|grand|million|billion|hundred|mil|mn|bn)|([kwm]))(?![a-z])/.exec(rest)
  if (latin && figure.form !== 'han') {
    const by = latinMultipliers[latin[1] ?? latin[2]!]!
    const tail =
      latin[2] === 'k' || latin[2] === 'w'
        ? /^\d(?![\d.a-z%期个月年天次])/.exec(rest.slice(1))?.[0]
        : undefined
    return {
      ...figure,
      value: Math.round((figure.value + Number(tail ?? 0) / 10) * by * 1e4) / 1e4,
      span: [figure.span[0], figure.span[1] + latin[0].length + (tail?.length ?? 0)],
      multiplier: by,
    }
  }
  return figure
}
