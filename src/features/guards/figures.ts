import { readChineseNumeral } from '../../platform/language/chinese-numerals.ts'
import { type Tense, tenseOf } from '../../platform/language/date-tense.ts'
import { readIdentifiers } from '../../platform/language/identifiers.ts'
import { type Quantity, readQuantities, type Span } from '../../platform/language/quantities.ts'
import { type ShortDay, shortDay } from './date-readings.ts'
import { readPartialDates } from './partial-dates.ts'
import { readClocks } from './read-clocks.ts'
import { overlaps } from './read-draft.ts'

/** A number in a draft that must be backed: a quantity, a bare run of digits, or a partial date. */
export type Figure =
  | Exclude<Quantity, { kind: 'date' }>
  | {
      kind: 'date'
      date: string
      yearless: boolean
      short: ShortDay
      tense: Tense
      after: Quantity | null
      loose: number
      span: Span
    }
  | { kind: 'bare'; raw: string; value: number; span: Span }
  | { kind: 'clock'; minutes: number; span: Span }
  | { kind: 'day_of_month'; day: number; span: Span }
  | { kind: 'month_of_year'; month: number; year?: number; span: Span }
  | { kind: 'year'; year: number; span: Span }
  | { kind: 'code'; code: string; span: Span }

/** Days that place the conversation, not a claim about the account. */
const deictic =
  /^(?:今天|今日|今儿个?|今早|今晚|今晨|今夜|眼下|本日|当天|当日|即日|刚才|today|now|tonight|this (?:morning|afternoon|evening))$/

/** Days that may only set the scene, with the days around them in which a dated fact makes them a claim. */
const looseDays: readonly [RegExp, number][] = [
  [
    /^(?:昨天|昨日|昨晚|昨夜|前晚|前天|yesterday(?: (?:morning|afternoon|evening))?|last night|(?:the )?day before yesterday)$/,
    3,
  ],
  [/^(?:年底|年末|岁末|年尾|year[- ]end)$/, 10],
]

/** Counting words that structure the text itself ("two options", "以下三点"). */
const structural =
  /^(?:[一二两三四五六七八九十]|\d|one|two|three|four|five|six)\s?(?:个|种|点|条|项|步|件|类|套|大|方面|句|样|者|选一|难|位|名|方|段|轮|头|遍)?(?:不同的?|可行的?|可选的?|具体的?|还款)?(?:方案|选择|选项|方式|办法|步骤|建议|问题|事项|事情|事|情况|途径|渠道|信息|原因|点|同事|思路|方法|段|阶段|种|者|方面|位|步|件事|options?|ways?|steps?|points?|things?|stages?|steps?|choices?|questions?|reasons?|plans?|routes?|possibilities|colleagues?|offers?|of (?:our|us|them|these|the)|parts?|pieces?|sets?|alternatives?|copies)/

/** "The day before": said in passing, a length only beside a clause that gives one. */
const oneDay = /(?<=[前晚差超][一-龥]?)一[天日](?!一)|一[天日](?=[之以]?内|前(?!后)|后|[之以]后)/g

export function isOneDay(folded: string, span: Span): boolean {
  return /^一[天日]$/.test(folded.slice(...span))
}

/** "Three papers", "两趟": a small number in words that counts ordinary things. */
const smallWords =
  /^(?:[一二两三四五六七八九十俩仨]|one|two|three|four|five|six|seven|eight|nine|ten|a dozen)(?![\d.]|\s?(?:%|percent|per cent|yuan|fen|成|折|倍|万|千|百|元|块|角|分(?!钟)|times the|and a (?:half|quarter)|point ))/

/** Whether a figure is a small number written out; of such only what a fact or a cited clause counts is a claim. */
export function isSmallWord(folded: string, span: Span): boolean {
  return smallWords.test(folded.slice(span[0], span[1] + 10))
}

/** Whether a counting word only structures the text; such a count needs no fact. */
export function isStructural(folded: string, span: Span): boolean {
  return (
    structural.test(folded.slice(span[0], span[1] + 24)) ||
    /^(?:一|1|one|a)$/.test(folded.slice(span[0], span[1]))
  )
}

/** Reads every figure of a text that has to be backed; `taken` spans are left out. Pure and ordered. */
export function readFigures(text: string, folded: string, at: string, taken: readonly Span[]): Figure[] {
  const instant = at.length === 10 ? `${at}T12:00:00+08:00` : at
  const busy: Span[] = [...taken, ...readIdentifiers(text).map((identifier) => identifier.span)]
  const free = (span: Span) => !busy.some((other) => overlaps(other, span))
  const figures: Figure[] = []
  const add = (figure: Figure) => {
    if (!free(figure.span)) return
    busy.push(figure.span)
    figures.push(figure)
  }
  for (const figure of readClocks(folded)) add(figure)
  const quantities = readQuantities(text, instant)
  for (const figure of quantities.filter(({ kind }) => kind !== 'count')) {
    if (figure.kind === 'date' && deictic.test(folded.slice(...figure.span))) busy.push(figure.span)
    else if (figure.kind === 'date') {
      const tense = tenseOf(folded, figure.span)
      add({ ...figure, tense, ...writtenAs(folded.slice(...figure.span), instant) })
    } else add(asTerm(figure, folded))
  }
  for (const match of folded.matchAll(oneDay))
    add({ kind: 'days', days: 1, span: [match.index, match.index + match[0].length] })
  for (const figure of readShares(folded)) add(figure)
  for (const figure of readPartialDates(folded, instant)) add(figure)
  for (const figure of quantities) if (figure.kind === 'count') add(fromCount(figure))
  for (const match of folded.matchAll(/(?<![a-z\d])([rc][1-5])(?![a-z\d])/g)) {
    add({ kind: 'code', code: match[1]!.toUpperCase(), span: [match.index, match.index + match[0].length] })
  }
  for (const match of folded.matchAll(/\d+(?:[.,]\d+)*/g)) {
    const span: Span = [match.index, match.index + match[0].length]
    const value = Number(match[0].replaceAll(',', ''))
    add(bareAs(match[0], value, folded.slice(span[1]), span))
  }
  return figures.sort((a, b) => a.span[0] - b.span[0])
}

/** A run of digits nobody read, by the unit behind it. */
function bareAs(raw: string, value: number, rest: string, span: Span): Figure {
  if (Number.isInteger(value)) {
    if (/^\s?(?:期|个月)/.test(rest)) return { kind: 'months', months: value, span }
    if (value <= 50 && /^\s?年(?![\d前代度费化利初底末])/.test(rest))
      return { kind: 'months', months: value * 12, span }
    if (/^\s?(?:天|个工作日|个自然日)/.test(rest)) return { kind: 'days', days: value, span }
  }
  return { kind: 'bare', raw, value, span }
}

/** How a date is written: without a year, so that the reader guessed it; or as a length of time from now. */
function writtenAs(
  shown: string,
  instant: string,
): { yearless: boolean; short: ShortDay; after: Quantity | null; loose: number } {
  const short = shortDay(shown)
  const loose = looseDays.find(([pattern]) => pattern.test(shown))?.[1] ?? 0
  const yearless = !/\d{4}|年|下|上|本|next|last|this|today|tomorrow|明|后天|周|星期|礼拜|底|末|初|end/.test(
    shown,
  )
  const length = /^(?:in |within )?(.+?)(?:之?后| later| from now| time)?$/.exec(shown)?.[1] ?? ''
  const bare = /^(\d{1,2}|[一二三四五六七八九十]{1,3})\s?日$/.exec(shown)?.[1]
  const days = bare && (/\d/.test(bare) ? Number(bare) : readChineseNumeral(bare))
  if (days) return { yearless, short, loose, after: { kind: 'days', days, span: [0, 0] } }
  const [first] = /后$|later|from now|^in /.test(shown) ? readQuantities(length, instant) : []
  return {
    yearless,
    short,
    loose,
    after: first && (first.kind === 'months' || first.kind === 'days') ? first : null,
  }
}

/** "Owe … into twenty monthly payments": a number without a currency beside such a word counts months. */
function asTerm(figure: Figure, folded: string): Figure {
  if (
    figure.kind !== 'amount' ||
    /[^\d.,a-z -]|yuan|rmb|cny|usd|dollar|\dk/.test(folded.slice(...figure.span))
  )
    return figure
  const isTerm =
    /^\s?(?:期|个月|(?:equal |level |fixed )*(?:monthly )?(?:payments|repayments|instal?lments|months)\b|[x×*]\s?(?:cny|rmb|¥|人民币|\d))/
  if (!isTerm.test(folded.slice(figure.span[1]))) return figure
  return { kind: 'months', months: figure.minor / 100, span: figure.span }
}

/** The reader's named counts (clock, year, month) as the figures they are here. */
function fromCount(count: Quantity & { kind: 'count' }): Figure {
  const { value, unit, span } = count
  if (unit === 'clock') return { kind: 'clock', minutes: value, span }
  if (unit === 'year') return { kind: 'year', year: value, span }
  if (unit === 'month_name') return { kind: 'month_of_year', month: value, span }
  if (unit === '期' || unit === '个月') return { kind: 'months', months: value, span }
  if (unit === '折') return { kind: 'rate', bp: Math.round((10 - value) * 1000), per: 'once', span }
  return count
}

/** "Half the fees" is a rate as much as 50 % is. */
function readShares(folded: string): Figure[] {
  const half =
    /减半|(?:一半|半数)(?=的?(?:违约金|滞纳金|罚息|利息|费|年费|手续费))|(?<=(?:免|减|收|退)(?:除|去|免|收|还)?)一半|(?<![a-z])half(?= (?:of )?(?:the |your |those |these |all )?(?:late |default |overdue |accrued |annual )*(?:fees?|charges?|interest|penalt))/g
  const nought =
    /(?<=(?:利率|年化|年息|费率)(?:方面|水平)?(?:都|均|也)?(?:为|是|:)?\s?)零(?=[,。;、!)\s]|$)|(?<=\b(?:rate|apr)\b(?: \w+){0,2} )(?:nought|nil|zero)(?=[,.;)\s]|$)(?! ?(?:point|percent|per cent))/g
  const shares = (pattern: RegExp, bp: number, per: 'once' | 'year') =>
    [...folded.matchAll(pattern)].map(
      (match): Figure => ({ kind: 'rate', bp, per, span: [match.index, match.index + match[0].length] }),
    )
  return [...shares(half, 5000, 'once'), ...shares(nought, 0, 'year')]
}
