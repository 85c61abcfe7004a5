import { readChineseNumeral } from './chinese-numerals.ts'
import type { Quantity, Span } from './quantities.ts'
import type { Figure } from './scan-figures.ts'

type Duration = Extract<Quantity, { kind: 'months' | 'days' }>
export type Length = { months: number } | { days: number }

/** Words after which one month, one day or one year is a stretch of time and not "each". */
const delays =
  /(?:延|缓|宽限|宽|晚|推迟|再给|给我|迟|停|超|过|不到|近|差|逾期|拖|多|等|休|住院了?|失业了?|用|需要|还有|还要|提前|大约|快|满|分|期限|期|最多|最长|最少|至少|只有|足足|整整|整|了|有)$/
const eachChinese =
  /^(?:就|也|都|能|可以|只|才|大概|差不多|大约|最多|顶多|得|要|的?(?:工资|收入|利息|房租|生活费|开销|月供)|总共|给|还|付|交|供|赚|挣|拿|到手|可|左右|固定|也就|不到|[^，。；！？,;!?\d]{0,6})?[\s]*(?:\d|[一二两三四五六七八九十几][千百万十]|多少|几[百千万]|[一二两三几]次)/

/** What follows a figure and makes it a stretch of time, with the length of the words that say so. */
export function durationAfter(
  value: number,
  folded: string,
  figure: Figure,
): { length: Length; end: number } | undefined {
  const rest = folded.slice(figure.span[1])
  const before = folded.slice(0, figure.span[0])
  return figure.form === 'words' || /^[ -]*[a-z]/.test(rest) || /^ (?:and a half )/.test(rest)
    ? english(value, rest, before, figure.span[1])
    : chinese(value, rest, before, figure, /[仨俩]$/.test(folded.slice(...figure.span)))
}

const chineseUnit =
  /^[多来]?( ?个半(?:月|季度)|年半|个多?月|个?季度|个?多?(?:星期|礼拜)|个?多?周(?!末|岁|[一二四五六日]|期|围|转)|年|月|个?工作日|天|日|期)/

/** 每两周 recurs and 上一个月 names a month, while 前三个月 is a length. */
function chinese(value: number, rest: string, before: string, figure: Figure, short: boolean) {
  const match = chineseUnit.exec(rest)
  if (
    !match ||
    /[第〔每隔哪某]$/.test(before) ||
    (value === 1 && /(?:(?<![剩余留放])下|[上这那本同])$/.test(before))
  )
    return undefined
  const word = match[1]!.trim()
  const tail = rest.slice(match[0].length)
  const rider =
    word === '年' && value < 60 ? /^[零又]?(\d{1,2}|[一二两三四五六七八九十]{1,2})个月/.exec(tail) : null
  if (rider) {
    const months = value * 12 + (readChineseNumeral(rider[1]!) ?? 0)
    return { length: { months }, end: figure.span[1] + match[0].length + rider[0].length }
  }
  const length = lengthOf(word, value, tail, figure, before, short)
  if (!length) return undefined
  const single = value === 1 && !/^期/.test(tail) && !word.includes('半') && !/期|工作日/.test(word)
  return single && meansEach(word, before, tail)
    ? undefined
    : { length, end: figure.span[1] + match[0].length }
}

/** `short` marks 仨 and 俩, which stand for 三个 and 两个. */
function lengthOf(
  word: string,
  value: number,
  tail: string,
  figure: Figure,
  before: string,
  short: boolean,
): Length | undefined {
  if (word === '个半月') return { days: value * 30 + 15 }
  if (word === '个半季度') return undefined
  if (word === '年半') return { months: value * 12 + 6 }
  if (word === '年') return yearLength(value, tail, before, figure)
  if (word.endsWith('季度')) {
    return word.startsWith('个') || value > 4 || (value === 2 && !/[二2]/.test(before))
      ? { months: value * 3 }
      : undefined
  }
  if (word.endsWith('月')) {
    if (word === '月' && value <= 12 && !short) return undefined
    if (/^(?:饼|亮|经)/.test(tail)) return undefined
    return Number.isInteger(value) ? { months: value } : { days: Math.round(value * 30) }
  }
  if (/星期|礼拜|周/.test(word)) return /^年/.test(tail) ? undefined : { days: value * 7 }
  if (word.endsWith('工作日')) return { days: value }
  if (word === '天') {
    if (
      /^(?:气|空|津|两头|到晚|天|生|使)/.test(tail) ||
      (value === 2 && /(?:这|那|前|过|头|没)$/.test(before))
    )
      return undefined
    return { days: value }
  }
  if (word === '日')
    return lateBy.test(before) || /^(?:内|以内|之内|起?期|左右)|^(?:后|之后|以后)/.test(tail)
      ? { days: value }
      : undefined
  if (word === '期')
    return /^(?:权|待|货|刊|望)/.test(tail) || namesInstalments(value, before) ? undefined : { months: value }
  return undefined
}

/** 晚还了一天, 迟咗一日: how late something was. */
const lateBy = /(?:晚|迟|逾期|超期?|拖)(?:还|交|付|缴|存|转|到|打)?了?(?:我)?$/

/** 漏了一期, 六百五一期 and 这两期 are payments, not a length of time. */
function namesInstalments(value: number, before: string): boolean {
  if (value <= 3 && /[这那]$/.test(before)) return true
  return (
    value === 1 &&
    /(?:[\d元块钱蚊kw百千万]|[百千万][一二三四五六七八九]|(?:缴|交|还|付|漏|欠|差|少|落|迟)(?:了|掉|过)?)$/.test(
      before,
    )
  )
}

function yearLength(value: number, tail: string, before: string, figure: Figure): Length | undefined {
  if (value > 99 || (figure.form === 'digits' && /^\s?\d{1,2}月/.test(tail))) return undefined
  if (
    /^(?:级|前|代|底|末|初|息|化|费|终|报|龄|度|号|生|货|级|轻|利率|\s?[一二三四五六七八九十]{1,3}月)/.test(
      tail,
    )
  ) {
    return /^(?:前|度|初)/.test(tail) && value < 20 ? { months: value * 12 } : undefined
  }
  if (/(?:生于|出生|20|19)$/.test(before)) return undefined
  const half = /^半/.test(tail) ? 6 : 0
  return { months: Math.round(value * 12) + half }
}

/** 一个礼拜上三天班, 一年到底几个点: what happens in each of them. */
const timesOfWork =
  /^[^，。；！？,;!?\d了内]{0,4}(?:返|上|做|干|开|跑|去|来|打|休|透析|只有)(?:[一二两三四五六七八九十]|\d+)(?:更|天|班|次|趟|单|回|顿|台|个?小时)|^(?:到底|究竟|算下来|下来|大概|是|要)*(?:几个点|几厘|几分|百分之几)/

function meansEach(word: string, before: string, tail: string): boolean {
  if (/^(?:一?次|一还|一付|一回|一交)/.test(tail)) return true
  if (
    /(?:每|[元块钱百千万蚊文快\d%‰]|[百千万][一二三四五六七八九]|[\dkw]) ?$/.test(before) ||
    /^\s?(?:\d|百分之|[一二两三四五六七八九][十百千万])/.test(tail)
  )
    return true
  if (word === '天')
    return (
      !lateBy.test(before) &&
      !/(?:宽限|晚|差|逾期|超|迟|过|提前|再给|缓|就|拖|延)了?(?:我)?$/.test(before) &&
      !/^(?:内|以内|之内)/.test(tail)
    )
  if (timesOfWork.test(tail) || (/[\d一二三四五六七八九十]期$/.test(before) && eachChinese.test(tail)))
    return true
  if (delays.test(before)) return false
  return eachChinese.test(tail)
}

const englishUnit =
  /^(?: and a half)?[ -]+(?:more |further |extra |additional |full |whole |equal |monthly |calendar |working |business |straight |consecutive |long )*(months?|mths?|mos?|years?|yrs?|weeks?|wks?|days?|fortnights?|quarters?|instal?l?ments?|payments?(?= (?:of|at) )|nights?)\b(?:'|’)?/

const ridingMonths = 'one two three four five six seven eight nine ten eleven'.split(' ')
const yearRider = new RegExp(`^ (?:and )?(\\d{1,2}|${ridingMonths.join('|')}) months?\\b`)

function english(value: number, rest: string, before: string, from: number) {
  const compact = /^ ?(mo|mos|mths?|yrs?|wks?)\b/.exec(rest)
  const match = englishUnit.exec(rest) ?? compact
  if (!match) return undefined
  const tail = rest.slice(match[0].length)
  if (/\b(?:every|each|once every)(?: other)? $/.test(before)) return undefined
  if (
    /^(?:day|night|week)/.test(match[1]!) &&
    /^ (?:a|per|each|every|in a|out of) (?:week|fortnight|month|year|\d)/.test(tail)
  )
    return undefined
  if (/^pay/.test(match[1]!) && /\b(?:made|paid|missed|skipped|done|the|last|past) $/.test(before))
    return undefined
  if (/^(?:[ -]+old|[ -]+of age| olds?)\b/.test(tail) || /\b(?:aged?|turned|turning) $/.test(before))
    return undefined
  const half = /^ and a half/.test(match[0]) ? 0.5 : 0
  if (/^ and a half\b/.test(tail) && !half) {
    const length = englishLength(match[1]!, value + 0.5)
    return length && { length, end: from + match[0].length + ' and a half'.length }
  }
  const rider = /^years?$/.test(match[1]!) ? yearRider.exec(tail) : null
  if (rider) {
    const months = value * 12 + (Number(rider[1]) || ridingMonths.indexOf(rider[1]!) + 1)
    return { length: { months }, end: from + match[0].length + rider[0].length }
  }
  const length = englishLength(match[1]!, value + half)
  return length && { length, end: from + match[0].replace(/['’]$/, '').length }
}

function englishLength(word: string, value: number): Length | undefined {
  const unit = word.replace(/s$/, '')
  if (/^(?:month|mth|mo)$/.test(unit))
    return Number.isInteger(value) ? { months: value } : { days: Math.round(value * 30) }
  if (/^(?:instal|payment)/.test(unit)) return { months: value }
  if (/^(?:year|yr)$/.test(unit)) return value <= 99 ? { months: Math.round(value * 12) } : undefined
  if (unit === 'quarter') return { months: value * 3 }
  if (/^(?:week|wk)$/.test(unit)) return { days: Math.round(value * 7) }
  if (unit === 'fortnight') return { days: Math.round(value * 14) }
  if (unit === 'day' || unit === 'night') return { days: value }
  return undefined
}

const spans =
  '\\b(?:for|in|within|about|around|another|one|over|after|extra|extra of|nearly|almost|under|than|wait|delay(?:ed)?|extend(?:ed)?|postpone(?:d)?|of|by|takes?|took|least|most|only|just|roughly|like|me|us|it|by about|grace|further|spend|spent|a full|give me|needs?|have|lasts?|next|past|last|off|holiday|with) (?:about |roughly |around |at least |up to |almost |nearly |just |half )?'

/** Stretches of time written without a numeral: 半年, half a year, a fortnight, "for a month". */
export function findWordDurations(folded: string): Duration[] {
  const found: Duration[] = []
  const add = (pattern: RegExp, read: (m: RegExpExecArray) => Length | undefined) => {
    for (const match of folded.matchAll(pattern)) {
      const length = read(match as RegExpExecArray)
      const group = match.indices?.[1]
      const span: Span = group ? [group[0], group[1]] : [match.index, match.index + match[0].length]
      if (length) found.push(toDuration(length, span))
    }
  }
  add(/(?<![上下每前后\d一二两三四五六七八九十])(?<!(?:个|這|这))(?:半年)(?!报|度)/g, () => ({ months: 6 }))
  add(/(?<![上下每前后\d一二两三四五六七八九十])半个(?:月)/g, () => ({ days: 15 }))
  add(/(?<![上下每前后\d一二两三四五六七八九十])半个?季度?(?=内)/g, () => undefined)
  add(/(?<!every |each |and a |\d )\bhalf(?: a|-a| of a)?[ -]years?\b/g, () => ({ months: 6 }))
  add(/\b(\d{1,2}) 1\/2[ -](years?|months?)\b/g, (m) =>
    m[2]!.startsWith('y') ? { months: Number(m[1]) * 12 + 6 } : { days: Number(m[1]) * 30 + 15 },
  )
  add(/\bhalf (?:a|of a) month\b/g, () => ({ days: 15 }))
  add(/\b(?:a|one) month and a half\b/g, () => ({ days: 45 }))
  add(/\b(?:a|one) year and a half\b/g, () => ({ months: 18 }))
  add(/\b(?:a|one) week and a half\b/g, () => ({ days: 11 }))
  add(/(?<!every |each |per |once )\b(?:a|one) fortnight\b/g, () => ({ days: 14 }))
  const article = new RegExp(
    `${spans}((?:a|an|another|one) (?:full |whole |extra |more |calendar |further )?(month|year|week|quarter|day))\\b(?! (?:old|and a half|from|ago|later|for))`,
    'dg',
  )
  add(article, (m) => (eachEnglish(folded, m) ? undefined : englishLength(m[2]!, 1)))
  add(
    /(?<!\b(?:in|every|each) )\b((another|an extra|one more|one extra|a further|a full|a whole) (month|year|week|day))\b(?! (?:old|and a half|from|ago|later))/dg,
    (m) => englishLength(m[3]!, 1),
  )
  add(
    /\b(a|one) (month|year|week)(?:'s| of) (?:grace|extension|holiday|delay|pause|break|relief|deferral|notice|time|rest|sick)/dg,
    () => undefined,
  )
  add(
    /\b((?:a|one) (month|year|week)(?:'s?| long)?)(?= (?:of )?(?:grace|extension|holiday|delay|pause|break|deferral|deferment|extra)\b)/dg,
    (m) => englishLength(m[2]!, 1),
  )
  add(/\b(a (month|year|week))(?= (?:overdue|late|behind|off))/dg, (m) => englishLength(m[2]!, 1))
  add(
    /\b((?:a|one)[- ](month|year|week))(?= (?:plan|term|extension|holiday|deferral|pause|delay|grace|break))/dg,
    (m) => englishLength(m[2]!, 1),
  )
  return found
}

/** "a month" after a sum or a count is each month. */
function eachEnglish(folded: string, m: RegExpExecArray): boolean {
  return (
    /(?:\d|yuan|rmb|cny|dollars?|bucks|kuai|元|块|hundred|thousand|grand|k|once|twice|times|%|percent) (?:about |in )?$/.test(
      folded.slice(0, m.indices![1]![0]),
    ) && !/\b(?:for|in|within|over|after|by|another)\b/.test(m[0])
  )
}

export function toDuration(length: Length, span: Span): Duration {
  return 'months' in length
    ? { kind: 'months', months: length.months, span }
    : { kind: 'days', days: length.days, span }
}
