import { formatDay, localDay } from './calendar.ts'
import { findChineseDates } from './dates-chinese.ts'
import { findEnglishDates } from './dates-english.ts'
import { findEnglishNumerals } from './english-numerals.ts'
import { currencyAt, isBareSum } from './find-amounts.ts'
import { durationAfter, findWordDurations, toDuration } from './find-durations.ts'
import { findRates } from './find-rates.ts'
import { foldText } from './fold-text.ts'
import { readIdentifiers } from './identifiers.ts'
import { chineseCounters } from './money-words-chinese.ts'
import { currencyCodes, type Figure, scanFigures } from './scan-figures.ts'

export type Span = [number, number]

/** A figure found in a text. Money in minor units, rates in basis points, spans in UTF-16 units of the original. */
export type Quantity =
  | { kind: 'amount'; minor: number; currency: string; span: Span }
  | { kind: 'date'; date: string; span: Span }
  | { kind: 'months'; months: number; span: Span }
  | { kind: 'days'; days: number; span: Span }
  | { kind: 'rate'; bp: number; per: 'year' | 'month' | 'day' | 'once'; span: Span }
  | { kind: 'count'; value: number; unit?: string; span: Span }

/**
 * Every figure in `text`, ordered and not overlapping, in the conventions of ARCHITECTURE, "What is read". `at` is an ISO
 * instant with offset; its offset is the zone. A `count` is any other number that names nobody: `unit` is the word
 * after it, or `clock` (minutes after midnight), `year`, `month_name` or `ordinal`.
 */
export function readQuantities(text: string, at: string): Quantity[] {
  const folded = foldText(text)
  const today = localDay(at)
  const found: Quantity[] = []
  const blocked: Span[] = [...readIdentifiers(text).map((i) => i.span), ...markers(folded)]
  const add = (quantity: Quantity) => {
    if (overlaps(blocked, quantity.span)) return
    found.push(quantity)
    blocked.push(quantity.span)
  }
  for (const { day, span } of findChineseDates(folded, today, blocked))
    add({ kind: 'date', date: formatDay(day), span })
  for (const { day, span } of findEnglishDates(folded, today, blocked))
    add({ kind: 'date', date: formatDay(day), span })
  for (const clock of findClocks(folded)) add(clock)
  for (const rate of findRates(folded)) add(rate)
  for (const duration of findWordDurations(folded)) add(duration)
  for (const quantity of classify(folded, scanFigures(folded, blocked))) add(quantity)
  return carryTerms(
    folded,
    found.sort((a, b) => a.span[0] - b.span[0]),
  )
}

/** "30 months instead of 24": a bare number set against a length of time has its unit. */
function carryTerms(folded: string, found: Quantity[]): Quantity[] {
  return found.map((quantity, i) => {
    const term = found[i - 1]
    if (
      quantity.kind !== 'count' ||
      term?.kind !== 'months' ||
      !(quantity.value >= 2 && quantity.value <= 360)
    )
      return quantity
    const between = folded.slice(term.span[1], quantity.span[0])
    const free = /^(?: ?[,.;!?，。；！？]| (?:and|but|so|if|please|then|or|is|as|like)\b|$|的|吗|吧|行)/.test(
      folded.slice(quantity.span[1]),
    )
    return free &&
      /^ ?(?:instead of|rather than|,? ?(?:and )?not|改成|改为|换成|而不是|不是|不要) ?$/.test(between)
      ? { kind: 'months', months: quantity.value, span: quantity.span }
      : quantity
  })
}

function overlaps(blocked: Span[], span: Span): boolean {
  return blocked.some((b) => b[0] < span[1] && span[0] < b[1])
}

/** List marks, citation marks and clause numbers: they number things and are no quantities. */
function markers(folded: string): Span[] {
  const patterns = [
    /(?:^|\n)\s*[([]?\d{1,2}(?:[.、)\]:](?!\d)|\s?\)) ?/g,
    /\[[^\]\s]{1,24}\]/g,
    /第\s?[\d一二三四五六七八九十百零]+\s?(?:条|款|项|章|节|号令|号文)(?:之[一二三])?/g,
    /(?:\b(?:art(?:icle)?s?|sections?|clauses?|order|rule|chapter|para(?:graph)?)\.? )\d+(?:\.\d+)*/g,
    /[〔[(]\d{4}[〕\])]\d+号/g,
    /24\s?\/\s?7/g,
  ]
  return patterns.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map((m): Span => [m.index, m.index + m[0].length]),
  )
}

const clockChinese =
  /(?:上午|下午|早上|晚上|中午|凌晨|傍晚|清晨|夜里|夜间|深夜|早|晚|夜)\s?(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点|时)(?:半|钟|整|一刻|\d{1,2}分?|[一二三四五]?十[一二三四五六七八九]?分?)?|(\d{1,2}|[一二两三四五六七八九十]{1,3})点(?:半|钟|整|\d{2}分?)/g
const clockEnglish =
  /(?<![\d:])(\d{1,2})(?::(\d{2}))?(?::\d{2})? ?(am|pm|a\.m\.?|p\.m\.?)(?![a-z])|(?<![\d:.])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])/g

const clockWords =
  /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[ -](fifteen|thirty|forty-five))?(?: o'clock)?(?: in the (morning|afternoon|evening)| (at night))\b/g

/** "nine thirty in the evening", "ten at night": minutes after midnight. */
function findSpokenClocks(folded: string): Quantity[] {
  return [...folded.matchAll(clockWords)].flatMap((m): Quantity[] => {
    const numeral = (text: string) => (/^\d/.test(text) ? Number(text) : findEnglishNumerals(text)[0]?.value)
    const hour = numeral(m[1]!)
    if (hour === undefined || hour > 12) return []
    const late = m[3] !== 'morning' && hour < 12 && !(m[4] && hour < 5)
    const minutes = m[2] ? (numeral(m[2]) ?? 0) : 0
    const value = ((late ? hour + 12 : m[3] === 'morning' || m[4] ? hour % 12 : hour) * 60 + minutes) % 1440
    return [{ kind: 'count', value, unit: 'clock', span: [m.index, m.index + m[0].length] }]
  })
}

function findClocks(folded: string): Quantity[] {
  const clocks: Quantity[] = findSpokenClocks(folded)
  for (const m of folded.matchAll(clockEnglish)) {
    const hour = Number(m[1] ?? m[4])
    const shift = /^p/.test(m[3] ?? '') && hour < 12 ? 12 : 0
    clocks.push({
      kind: 'count',
      value: (hour + shift) * 60 + Number(m[2] ?? m[5] ?? 0),
      unit: 'clock',
      span: [m.index, m.index + m[0].length],
    })
  }
  for (const m of folded.matchAll(clockChinese)) {
    const [figure] = scanFigures(m[1] ?? m[2]!, [])
    if (!figure || figure.value > 24) continue
    const shift = /^(?:下午|晚|傍晚|夜里|夜间|深夜|夜)/.test(m[0]) && figure.value < 12 ? 12 : 0
    clocks.push({
      kind: 'count',
      value: (figure.value + shift) * 60 + (m[0].endsWith('半') ? 30 : 0),
      unit: 'clock',
      span: [m.index, m.index + m[0].length],
    })
  }
  return clocks
}

const currencyCode = new RegExp(`(?<![a-z])(?:${currencyCodes})-?$`)

/** Whether two figures are the ends of one range, the second with no unit of its own. */
function joins(folded: string, first: Figure, second: Figure): boolean {
  const bare = !/^(?:个|次|人|位|张|笔|分|点|岁| [a-z]+s\b)/.test(folded.slice(second.span[1]))
  return bare && joiner.test(folded.slice(first.span[1], second.span[0]))
}

const joiner = /^\s?(?:-|~|到|至|或|或者|to|or)\s?$/

/** Gives each figure its kind, last to first, so that the first end of a range takes after the second. */
function classify(folded: string, figures: Figure[]): Quantity[] {
  const out: Quantity[] = []
  let next: { figure: Figure; quantity: Quantity } | undefined
  for (let i = figures.length - 1; i >= 0; i--) {
    const figure = figures[i]!
    const low = figures[i - 1]
    const whole = low?.pairs && low.span[1] === figure.span[0] ? low.span[0] : figure.span[0]
    const quantity = classifyOne(folded, figure, next, whole)
    if (
      quantity?.kind === 'amount' &&
      next?.quantity.kind === 'count' &&
      joins(folded, figure, next.figure)
    ) {
      const { span } = next.quantity
      out[out.indexOf(next.quantity)] = {
        kind: 'amount',
        minor: Math.round(next.figure.value * 100),
        currency: quantity.currency,
        span,
      }
    }
    if (quantity) out.push(quantity)
    next = quantity ? { figure, quantity } : undefined
  }
  return out.reverse()
}

/** `whole` is where the numeral starts that the figure is part of: 五六千 for its 六千. */
function classifyOne(
  folded: string,
  figure: Figure,
  next: { figure: Figure; quantity: Quantity } | undefined,
  whole: number,
): Quantity | undefined {
  const before = folded.slice(0, figure.span[0])
  const rest = folded.slice(figure.span[1])
  if (
    /(?<!\d)[a-z_#@&][-_]?$|[a-z]{2}[-_]?$/.test(before) &&
    figure.form === 'digits' &&
    !currencyCode.test(before)
  )
    return undefined
  if (/[几数好]$/.test(before) && figure.value === 10) return undefined
  if (/^几/.test(rest)) return undefined
  if (/^[a-z](?![a-z])|^[a-z]{2,}\d|^_|^[\]]/.test(rest) && !/^(?:d|y)\b/.test(rest)) return undefined
  if (figure.form !== 'han' && /^(?:st|nd|rd|th)\b/.test(rest)) return undefined
  const duration = durationAfter(figure.value, folded, figure)
  if (duration) return toDuration(duration.length, [figure.span[0], duration.end])
  if (/^ ?(?:个)?(?:月|季度|年|天|周(?!岁)|星期|礼拜|半月|工作日|日(?!元|币|圆)|号|期)/.test(rest))
    return namedTime(figure, before, rest)
  const money = currencyAt(figure, folded)
  if (money) return { kind: 'amount', ...money }
  const inherited = next && inherit(folded, figure, next)
  if (inherited) return inherited
  if (/第$/.test(before)) return { kind: 'count', value: figure.value, unit: 'ordinal', span: figure.span }
  const amount = (span: Span): Quantity => ({
    kind: 'amount',
    minor: Math.round(figure.value * 100),
    currency: 'CNY',
    span,
  })
  if (isBareSum({ ...figure, span: [whole, figure.span[1]] }, folded)) return amount(figure.span)
  return countOf(figure, folded)
}

/** 2025年, 10月: names of years and months, which guards compare but readers drop. */
function namedTime(figure: Figure, before: string, rest: string): Quantity | undefined {
  if (/第$/.test(before)) return { kind: 'count', value: figure.value, unit: 'ordinal', span: figure.span }
  if (/^年/.test(rest) && figure.value >= 1900 && figure.value <= 2100)
    return { kind: 'count', value: figure.value, unit: 'year', span: figure.span }
  if (/^月/.test(rest) && figure.value <= 12)
    return { kind: 'count', value: figure.value, unit: 'month_name', span: figure.span }
  return undefined
}

/** The first end of a range: kind, unit and multiplier come from the second (三到五万, 12-24期, 2到3年). */
function inherit(
  folded: string,
  figure: Figure,
  next: { figure: Figure; quantity: Quantity },
): Quantity | undefined {
  const gap = folded.slice(figure.span[1], next.figure.span[0])
  const between =
    /^ ?and $/.test(gap) &&
    /\b(?:between|from) (?:about )?(?:[a-z]+ )?[¥$]?$/.test(folded.slice(0, figure.span[0]))
  const adjacent = figure.pairs && gap === ''
  const listed = next.quantity.kind === 'amount' && figure.value >= 10 && /^ ?(?:、|和|跟|与|及) ?$/.test(gap)
  if (!adjacent && !between && !listed && !joiner.test(gap.replace(/[¥$€£]/g, ''))) return undefined
  const coefficient = next.figure.value / next.figure.multiplier
  const scaled =
    !figure.pairs && figure.multiplier === 1 && next.figure.multiplier > 1 && figure.value < coefficient
  const value = scaled ? figure.value * next.figure.multiplier : figure.value
  const { quantity } = next
  const span = figure.span
  if (quantity.kind === 'amount')
    return value < 1
      ? undefined
      : { kind: 'amount', minor: Math.round(value * 100), currency: quantity.currency, span }
  const ratio = next.figure.value === 0 ? 0 : value / next.figure.value
  if (quantity.kind === 'months') return { kind: 'months', months: Math.round(quantity.months * ratio), span }
  if (quantity.kind === 'days') return { kind: 'days', days: Math.round(quantity.days * ratio), span }
  if (quantity.kind === 'count' && quantity.unit) return { kind: 'count', value, unit: quantity.unit, span }
  return undefined
}

const counter = new RegExp(`^[多来余]?(${chineseCounters})`)

function countOf(figure: Figure, folded: string): Quantity | undefined {
  const rest = folded.slice(figure.span[1])
  const unit = counter.exec(rest)?.[1] ?? /^ ([a-z]+)/.exec(rest)?.[1]
  const short = figure.form === 'han' && figure.span[1] - figure.span[0] === 1
  if (short && (figure.value === 1 || !counter.test(rest))) return undefined
  if (figure.form === 'words' && figure.value === 1) return undefined
  return { kind: 'count', value: figure.value, ...(unit === undefined ? {} : { unit }), span: figure.span }
}
