import { readChineseNumeral } from '../../platform/language/chinese-numerals.ts'
import { readIdentifiers } from '../../platform/language/identifiers.ts'
import { type Quantity, readQuantities, type Span } from '../../platform/language/quantities.ts'
import { type Draft, overlaps } from './read-draft.ts'

/** A number in a draft that must be backed: a quantity, a bare run of digits, or a partial date. */
export type Figure =
  | Exclude<Quantity, { kind: 'date' }>
  | { kind: 'date'; date: string; yearless: boolean; after: Quantity | null; loose: number; span: Span }
  | { kind: 'bare'; raw: string; value: number; span: Span }
  | { kind: 'clock'; minutes: number; span: Span }
  | { kind: 'day_of_month'; day: number; span: Span }
  | { kind: 'month_of_year'; month: number; year?: number; span: Span }
  | { kind: 'year'; year: number; span: Span }
  | { kind: 'code'; code: string; span: Span }

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec'

/** Numbers that state nothing: markers of lists and options, clauses and laws, document numbers, round-the-clock. */
const exempt: RegExp[] = [
  /(?:^|\n)[ \t]*(?:[-*•>#]+[ \t]*)*(?:\(?\d{1,2}\)|\d{1,2}\s?[.、):](?!\d)|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|[①-⑳])/g,
  /[①-⑳]/g,
  /第[一二三四五六七八九十]{1,2}(?=[,、:.])/g,
  /[;,:。]\s?\(?[1-9]\)(?=\s?\S)/g,
  /\([1-9]\)(?=\s?[a-z\p{Script=Han}])/gu,
  /第\s?[\d一二三四五六七八九十百零〇]+(?:\.\d+)*\s?(?:条|款|项|章|节|号|编|部分|点)(?:第?\s?[\d一二三四五六七八九十]+\s?(?:款|项))?(?:之[一二三四五六七八九十])?/g,
  /(?<![a-z])(?:article|art|section|sec|clause|chapter|paragraph|para|item|rule|appendix|annex|schedule|order no|no|nos)\.?\s?(?:no\.?\s?)?\d+(?:\.\d+)*(?:\(\d+\))*(?:\s?(?:,|and|to|-)\s?\d+(?:\.\d+)*)?(?!\d|[.,]\d|\s?(?:%|yuan|rmb|cny|months?|days?))/g,
  /[〔[(]\d{4}[〕\])]\s?(?:年)?第?\s?\d+\s?号/g,
  /\d{4}\s?年第\s?\d+\s?号(?:令|公告)?/g,
  /(?:jr\/t|gb(?:\/t)?|iso|t\/\w+)\s?\d+(?:\.\d+)?(?:-\d{4})?/g,
  /(?:方案|选项|附件|附表|附录|表|图|注|步骤|选择|问题|情形|类型)\s?(?:\d{1,2}|[一二三四五六七八九十])(?!\d|[个月年天日期元万]|\.\d)/g,
  /(?<![a-z])(?:option|plan|step|offer|choice|attachment|table|figure|note|part|scenario|stage)\s#?(?:\d{1,2}|one|two|three|four)(?![\d\w]|[.,]\d|\s?(?:%|months?|days?))/g,
  /(?:7|七)\s?[x*×乘]\s?(?:24|二十四)\s?(?:小时|h|hours?)?/g,
  /(?<!\d)24\/7(?!\d)/g,
  /(?:24|二十四)\s?小时(?:人工|全天|自助|在线|免费|不间断)?(?:的)?(?:客服|服务|热线|电话|在线)/g,
  /(?<![十百\d])一期/g,
  /(?:最后|末|头|第)一[日天](?!前|内)/g,
  /第[一二三四五六七八九十]{1,2}年/g,
  /(?<![上下]午|[早晚])一时(?!许|整|\d)/g,
  /(?:每个?|一个?|同一|上一?个?)?自然年度?|(?<![a-z])(?:a|each|every|per|one) calendar (?:year|month)(?![a-z])/g,
  /24[- ]hours?\s(?:hotline|helpline|line|service|customer service|support)/g,
  /(?<![a-z\d])(?:a4|h5|t\+\d|5g|4g|web3|12-factor|2fa)(?![a-z\d])/g,
]

/** Days that place the conversation, not a claim about the account. */
const deictic =
  /^(?:今天|今日|今儿个?|今早|今晚|今晨|今夜|眼下|本日|当天|当日|即日|刚才|today|now|tonight|this (?:morning|afternoon|evening))$/

/** Days that may only set the scene, with the days around them in which a dated fact makes them a claim. */
const looseDays: readonly [RegExp, number][] = [
  [/^(?:昨天|昨日|前天|yesterday|(?:the )?day before yesterday)$/, 3],
  [/^(?:年底|年末|岁末|年尾|year[- ]end)$/, 10],
]

/** Counting words that structure the text itself ("two options", "以下三点"). */
const structural =
  /^(?:[一二两三四五六七八九十]|\d|one|two|three|four|five|six)\s?(?:个|种|点|条|项|步|件|类|套|大|方面|句|样|者|选一|难|位|名|方|段|轮|头|遍)?(?:不同的?|可行的?|可选的?|具体的?|还款)?(?:方案|选择|选项|方式|办法|步骤|建议|问题|事项|事情|事|情况|途径|渠道|信息|原因|点|同事|思路|方法|段|阶段|种|者|方面|位|步|件事|options?|ways?|steps?|points?|things?|stages?|steps?|choices?|questions?|reasons?|plans?|routes?|possibilities|colleagues?|offers?|of (?:our|us|them|these|the)|parts?|pieces?|sets?|alternatives?|copies)/

export function exemptSpans(draft: Draft): Span[] {
  const spans: Span[] = draft.markers.map((marker) => marker.span)
  for (const pattern of exempt) {
    for (const match of draft.folded.matchAll(pattern)) {
      const lead = match[0].length - match[0].replace(/^[\s;,:。]+/, '').length
      spans.push([match.index + lead, match.index + match[0].length])
    }
  }
  return spans
}

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
    else if (figure.kind === 'date') add({ ...figure, ...writtenAs(folded.slice(...figure.span), instant) })
    else add(asTerm(figure, folded))
  }
  for (const match of folded.matchAll(oneDay))
    add({ kind: 'days', days: 1, span: [match.index, match.index + match[0].length] })
  for (const figure of readShares(folded)) add(figure)
  for (const figure of readPartialDates(folded)) add(figure)
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
): { yearless: boolean; after: Quantity | null; loose: number } {
  const loose = looseDays.find(([pattern]) => pattern.test(shown))?.[1] ?? 0
  const yearless = !/\d{4}|年|下|上|本|next|last|this|today|tomorrow|明|后天|周|星期|礼拜|底|末|初|end/.test(
    shown,
  )
  const length = /^(?:in |within )?(.+?)(?:之?后| later| from now| time)?$/.exec(shown)?.[1] ?? ''
  const bare = /^(\d{1,2}|[一二三四五六七八九十]{1,3})\s?日$/.exec(shown)?.[1]
  const days = bare && (/\d/.test(bare) ? Number(bare) : readChineseNumeral(bare))
  if (days) return { yearless, loose, after: { kind: 'days', days, span: [0, 0] } }
  const [first] = /后$|later|from now|^in /.test(shown) ? readQuantities(length, instant) : []
  return {
    yearless,
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
    /^\s?(?:期|个月|(?:equal |level |fixed )*(?:monthly )?(?:payments|repayments|instal?lments|months)\b)/
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
  return [...folded.matchAll(half)].map((match) => ({
    kind: 'rate',
    bp: 5000,
    per: 'once',
    span: [match.index, match.index + match[0].length],
  }))
}

function readClocks(folded: string): Figure[] {
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

function hourOf(raw: string): number | undefined {
  if (/^\d+$/.test(raw)) return Number(raw)
  const word = hourWords.indexOf(raw) + 1
  if (word > 0) return word
  const digit = (char: string) => '一二三四五六七八九'.indexOf(char === '两' ? '二' : char) + 1
  const ten = raw.indexOf('十')
  if (ten < 0) return digit(raw) || undefined
  return (ten === 0 ? 1 : digit(raw[0]!)) * 10 + (raw.length > ten + 1 ? digit(raw[ten + 1]!) : 0)
}

/** "15 日内", "延长至 30 日" count days; "每月 15 日" names one. */
function isSpanOfDays(folded: string, start: number, end: number): boolean {
  if (/每个?月的?\s?$/.test(folded.slice(0, start))) return false
  return (
    /^\s?(?:之内|以内|内|后|之后|有效)/.test(folded.slice(end)) ||
    /(?:超过|延长至|延长到|延长|长达|最长|最多|满|为期|不足|再延|共)\s?$/.test(folded.slice(0, start))
  )
}

function readPartialDates(folded: string): Figure[] {
  const figures: Figure[] = []
  const put = (match: RegExpMatchArray, make: (span: Span) => Figure) => {
    const at = match.index ?? 0
    figures.push(make([at, at + match[0].length]))
  }
  for (const match of folded.matchAll(
    /(?:(\d{4})\s?年\s?)?(?<![\d.])(1[0-2]|0?[1-9])\s?月(?!\d|供|份?额)份?/g,
  )) {
    const year = match[1] ? Number(match[1]) : undefined
    put(match, (span) => ({
      kind: 'month_of_year',
      month: Number(match[2]),
      ...(year ? { year } : {}),
      span,
    }))
  }
  for (const match of folded.matchAll(new RegExp(`(?<![a-z])(${monthWord}),?\\s(\\d{4})(?!\\d)`, 'g'))) {
    const month = monthNames.indexOf(match[1]!.slice(0, 3)) + 1
    put(match, (span) => ({ kind: 'month_of_year', month, year: Number(match[2]), span }))
  }
  for (const match of folded.matchAll(
    /(?<!\p{Script=Han}月)([一二三四五六七八九]?[十百][零一二三四五六七八九十]*)日/gu,
  )) {
    const days = readChineseNumeral(match[1]!)
    if (days && isSpanOfDays(folded, match.index, match.index + match[0].length))
      put(match, (span) => ({ kind: 'days', days, span }))
  }
  for (const match of folded.matchAll(/(?<![\d.])(3[01]|[12]\d|[1-9])\s?[日号](?!\d)/g)) {
    const lasts = match[0].endsWith('日') && isSpanOfDays(folded, match.index, match.index + match[0].length)
    if (lasts) put(match, (span) => ({ kind: 'days', days: Number(match[1]), span }))
    else put(match, (span) => ({ kind: 'day_of_month', day: Number(match[1]), span }))
  }
  for (const match of folded.matchAll(
    /(?<=每个?月(?:的)?)([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]/g,
  )) {
    const day = hourOf(match[1]!)
    if (day) put(match, (span) => ({ kind: 'day_of_month', day, span }))
  }
  for (const match of folded.matchAll(
    /(?<![\d.,])(3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?=\s?(?:$|[,.;)]|day\b|of (?:each|every|the) month|each|every|and|to|or|at|in))/g,
  )) {
    put(match, (span) => ({ kind: 'day_of_month', day: Number(match[1]), span }))
  }
  for (const match of folded.matchAll(/(?<![\d.,¥$])(?:19|20)\d{2}(?:\s?年|(?=[ ,.)]|$))/g)) {
    put(match, (span) => ({ kind: 'year', year: Number.parseInt(match[0], 10), span }))
  }
  return figures
}
