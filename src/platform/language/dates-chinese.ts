import { addDays, addMonths, type Day, daysInMonth, isDay, weekday } from './calendar.ts'
import { readChineseNumeral } from './chinese-numerals.ts'
import { isPast, tenseOf } from './date-tense.ts'
import {
  dayEnd,
  dayShift,
  monthShift,
  monthWord,
  N,
  noPlace,
  Q,
  weekNumber,
  yearShift,
} from './date-words-chinese.ts'
import { firstFrom, nearestMonth, nearestWeekday, nearestYear } from './nearest-date.ts'
import type { Span } from './quantities.ts'

export type FoundDate = { day: Day; span: Span }
type Context = { today: Day; folded: string; found: FoundDate[] }
type Rule = { pattern: RegExp; read: (m: RegExpExecArray, span: Span, context: Context) => Day | undefined }

const number = (text: string) => readChineseNumeral(text) ?? Number.NaN
const valid = (day: Day) => (isDay(day) ? day : undefined)

function monthOf(word: string, today: Day): Day {
  return addMonths({ ...today, day: 1 }, monthShift[word.replace(/个?月$/, '')] ?? 0)
}

const lastDay = ({ year, month }: Day): Day => ({ year, month, day: daysInMonth(year, month) })
const recurring = /(?:每个?月(?:的|都是|都|固定)?|每逢|逢|每到|每年)\s*$/

const rules: Rule[] = [
  {
    pattern: new RegExp(
      `(\\d{4}|[一二][零〇一二三四五六七八九]{3}|\\d{2})年\\s?(${N})月\\s?(${N})${dayEnd}?`,
      'g',
    ),
    read: (m) => {
      const year = number(m[1]!)
      return valid({ year: year < 100 ? 2000 + year : year, month: number(m[2]!), day: number(m[3]!) })
    },
  },
  {
    pattern: /(?<![\d-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])日?/g,
    read: (m) => valid({ year: Number(m[1]), month: Number(m[3]), day: Number(m[4]) }),
  },
  {
    pattern: new RegExp(
      `(前年|去年|上年|今年|本年|明年|来年|后年)的?(${N})月(?:份的?)?\\s?(?:(${N})${dayEnd}?|(?:底|末))`,
      'g',
    ),
    read: (m, _, { today }) => {
      const year = today.year + yearShift[m[1]!]!
      const month = number(m[2]!)
      return m[3]
        ? valid({ year, month, day: number(m[3]) })
        : month <= 12
          ? lastDay({ year, month, day: 1 })
          : undefined
    },
  },
  {
    pattern:
      /(\d{4})年(?:年?底|年末|末)|(前年|去年|今年|明年|后年)(?:年?底|年末|末)|(?<![年每\d])年底|(?<![每])本?年末|岁末|(?<![\d])年尾/g,
    read: (m, span, { today, folded }) => {
      if (/每$/.test(folded.slice(0, span[0]))) return undefined
      const year = m[1] ? Number(m[1]) : today.year + (m[2] ? yearShift[m[2]]! : 0)
      return { year, month: 12, day: 31 }
    },
  },
  {
    pattern: new RegExp(
      `(${monthWord})(?:份)?(?:的)?(?:(${N})${dayEnd}|初([一二三四五六七八九十])(?![千百万块元十])|(\\d{1,2})(?=前|之前|以前|扣|还|交|刷|办|发|到|能|才|再|先|给|开|那天)|月?底|月?末|最后一天|月尾)`,
      'g',
    ),
    read: (m, span, { today, folded }) => {
      if (/每$/.test(folded.slice(0, span[0]))) return undefined
      const base = monthOf(m[1]!, today)
      const day = m[2] ?? m[3] ?? m[4]
      return day ? valid({ ...base, day: number(day) }) : lastDay(base)
    },
  },
  {
    pattern: new RegExp(`(?<![年\\d第个])(?<!每年)(${N})月(?:份)?(?:底|末)`, 'g'),
    read: (m, span, { today, folded }) => {
      const month = number(m[1]!)
      if (!(month >= 1 && month <= 12)) return undefined
      const near = nearestYear(month, 1, { ...today, day: 1 }, tenseOf(folded, span))
      return near && lastDay(near)
    },
  },
  {
    pattern: new RegExp(
      `(?<![年\\d第])(?<!每年)(${N})月\\s?(${N})(?:${dayEnd}|(?![\\d期个天%元块万千百年月.岁]|-\\d))`,
      'g',
    ),
    read: (m, span, context) => readMonthDay(number(m[1]!), number(m[2]!), span, context),
  },
  {
    pattern:
      /(?<![\d./-])(1[0-2]|0?[1-9])[/.](3[01]|[12]\d|0?[1-9])(?=号|日|前|之前|以前|到期|截止|还款|扣款|起|开始|那天|(?:还|交|付|扣|刷|办|寄|买|存|投|借|转|提交|申请|签|取|去世|过世)(?:的|了|过|出))(?:号|日)?(?![\d/])/g,
    read: (m, span, context) => readMonthDay(Number(m[1]), Number(m[2]), span, context),
  },
  {
    pattern:
      /(?<=(?:[在从自于到至]|截[至止]|我们?) ?)(?!(?:1\/[2-5]|2\/[35]|3\/[45])(?!\s?[a-z]))(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])(?![\d/%])|(?<![\d./-])(?!(?:1\/[2-5]|2\/[35]|3\/[45])\D)(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])(?=\s?(?:再|才|就|能|可以|先|我|会|要|晚上|上午|下午|早上|凌晨|夜里))/g,
    read: (m, span, context) => readMonthDay(Number(m[1] ?? m[3]), Number(m[2] ?? m[4]), span, context),
  },
  {
    pattern:
      /(?<=\d(?:号|日)?\s?[、和与及到至~-]\s?)(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?![\d./%‰]|\s?[万千百亿元块个期年月天kw%])/g,
    read: (m, span, context) =>
      followed(span, context) ? readMonthDay(Number(m[1]), Number(m[2]), span, context) : undefined,
  },
  {
    pattern: /(?<![每个这那上下\d])(?:月底|月末)(?:最后一天)?|(?:这个?|本|当)月(?:底|末)/g,
    read: (m, span, { today, folded }) => {
      const before = folded.slice(0, span[0])
      if (/每个?$|每个月的?$|每$/.test(before) || m[0] === '') return undefined
      return isPast(folded, span) ? lastDay(addMonths({ ...today, day: 1 }, -1)) : lastDay(today)
    },
  },
  {
    pattern:
      /(大前|大后|前|昨|今|明|后)(?:天|日仔?)(?!性|头条|报)(?<!(?:今|前)[天日](?=起))|(今|明|昨|当|后|前(?=儿))(?:晚|早|夜|儿个?|个儿|个(?=[就还我你才没，。,]))(?!餐)|(听|寻|琴|噚)[日晚朝]|(?<![一有酒])(今|明)朝(?![代有])/g,
    read: (m, span, { today, folded }) => {
      const before = folded.slice(0, span[0])
      const word = m[3] ? (m[3] === '听' ? '明' : '昨') : (m[1] ?? m[2] ?? m[4]!)
      if (word === '当') return undefined
      if (word === '前' && /[之以年月日号天底末到]$/.test(before)) return undefined
      if (word === '后' && /[之以然最年月日号天周期]$/.test(before)) return undefined
      return addDays(today, dayShift[word]!)
    },
  },
  {
    pattern:
      /(上上|上|这|本|当|下下|下)?(?:一)?(?:个)?(?:周|星期|礼拜|拜)([一二三四五六日天1-6])(?![周个年月期天])/g,
    read: (m, span, { today, folded }) => {
      const before = folded.slice(0, span[0])
      if (/(?:每个?|每逢|逢|每到|[\d一二两三四五六七八九十]个?)$/.test(before)) return undefined
      if (/^(?:次|回|趟|顿|遍|节)/.test(folded.slice(span[1]))) return undefined
      if (/周[1-6]$/.test(m[0]) && /^\d/.test(folded.slice(span[1]))) return undefined
      if (/周天$/.test(m[0]) && !m[1]) return undefined
      const wanted = weekNumber[m[2]!]!
      if (!m[1] && isToday(before, folded.slice(span[1])) && weekday(today) === wanted) return today
      if (!m[1]) return nearestWeekday(wanted, today, isPast(folded, span))
      const weeks: Record<string, number> = { 上上: -2, 上: -1, 这: 0, 本: 0, 当: 0, 下: 1, 下下: 2 }
      return addDays(today, wanted - weekday(today) + 7 * weeks[m[1]]!)
    },
  },
  {
    pattern: new RegExp(
      `(?:再过|过)?(?:(${Q})(?:(个半月|年半|个?月|个?星期|个?礼拜|周|天|日|年))|(半个月|半年))(?:(?:以|之)?(后|前)|(?=[^后前]))`,
      'g',
    ),
    read: (m, span, { today, folded }) => readOffset(m, span, today, folded),
  },
  {
    pattern: new RegExp(
      `(?<![\\d第〕\\]a-z年月工编])(${N})(?:号|日)${noPlace}(?!内|之内|以内|年化|起?游|无理由|志|常|期|子|用|记|益|天|均|利率|息)(?<!日(?=之?后|以后))`,
      'g',
    ),
    read: (m, span, context) => readBareDay(m, span, context),
  },
]

/** The date found right before this one, joined to it: 1月1日到4月30日, 9.18、9.19. */
function followed(span: Span, { folded, found }: Context): FoundDate | undefined {
  return found.find(
    (d) => d.span[1] <= span[0] && /^\s?(?:到|至|-|~|、|和|与|及)\s?$/.test(folded.slice(d.span[1], span[0])),
  )
}

/** A month and day; as the later end of a stretch (2026年1月1日到4月30日) the first such day after the earlier. */
function readMonthDay(month: number, day: number, span: Span, { today, folded, found }: Context) {
  if (!(month >= 1 && month <= 12)) return undefined
  const earlier = followed(span, { today, folded, found })
  return earlier ? firstFrom(earlier.day, month, day) : nearestYear(month, day, today, tenseOf(folded, span))
}

/** 都周三了, 今天15号了: the day it has become. */
function isToday(before: string, after: string): boolean {
  return /^了/.test(after) && /(?:都|已经?|今[天日儿朝]个?)$/.test(before)
}

/** 三天后, 两个月前, 再过两周: a day counted from today, unless counted from something else. */
function readOffset(m: RegExpExecArray, span: Span, today: Day, folded: string): Day | undefined {
  const opens = /^(再过|过)/.exec(m[0])?.[1]
  const before = folded.slice(0, span[0])
  if (!m[4] && !opens) return undefined
  if (m[4] === '后' && /(?:记录|征信|逾期|到期|届满|结清)[^，。,]{0,8}$/.test(before)) return undefined
  if (
    m[4] &&
    opens === undefined &&
    /(?:逾期|超过|满|连续|到期|提前|收到|签约|签字|生效|还款日|账单日|发放|起|每|第|隔|这|前|那|头|几|十|数|\d|多|年)$/.test(
      before,
    )
  )
    return undefined
  if (!m[4] && /^过/.test(m[0]) && /[超经通渡度熬错路\d]$/.test(before)) return undefined
  if (
    m[4] &&
    /^(?:期|续|台|来|悔|果|付|者|勤|门|两|几|三|台|途|往|提|后)/.test(folded.slice(span[1])) &&
    m[4] === '前'
  )
    return undefined
  const sign = m[4] === '前' ? -1 : 1
  if (m[3]) return m[3] === '半年' ? addMonths(today, 6 * sign) : addDays(today, 15 * sign)
  const count = number(m[1]!)
  const unit = m[2]!.replace(/^个(?!半)/, '')
  if (Number.isNaN(count) || count === 0) return undefined
  if (unit === '月' && !m[2]!.startsWith('个') && !/[仨俩]$/.test(m[1]!)) return undefined
  if (unit === '年' && count > 100) return undefined
  if (!m[4] && unit === '天' && count <= 3) return opens === '再过' ? addDays(today, count) : undefined
  if (unit === '日' && m[4] === '前') return undefined
  if (unit === '天' || unit === '日') return addDays(today, count * sign)
  if (unit === '周' || unit === '星期' || unit === '礼拜') return addDays(today, 7 * count * sign)
  if (unit === '月') return addMonths(today, count * sign)
  if (unit === '年') return addMonths(today, 12 * count * sign)
  if (unit === '年半') return addMonths(today, (12 * count + 6) * sign)
  return addDays(addMonths(today, count * sign), 15 * sign)
}

/** 稳健一号 and 添利3号 are products, not days. */
const productEnds =
  /(?:稳健|稳进|进取|平衡|成长|价值|精选|优选|灵活|安心|[盈享鑫丰添泰禧恒裕]|[增添稳安惠富天][利益宝福])$/

/** 一日 and 三日 are lengths of time unless something says from, by or on which day. */
function isSpanOfDays(words: string, before: string, after: string): boolean {
  if (!/^[一二三四五六七八九]日$/.test(words)) return false
  return (
    !/(?:到|在|于|至|从|自|截止|初|本月|[、和或])$/.test(before) &&
    !/^(?:之?前|起|开始|[还扣交付到])/.test(after)
  )
}

function readBareDay(m: RegExpExecArray, span: Span, { today, folded, found }: Context): Day | undefined {
  const before = folded.slice(0, span[0])
  const day = number(m[1]!)
  if (isSpanOfDays(m[0], before, folded.slice(span[1]))) return undefined
  if (!(day >= 1 && day <= 31) || recurring.test(before)) return undefined
  if (
    /[一-龥]$/.test(before) &&
    /(?:工|编|证|文|型|账|帐|卡|单|同|信|微|房|第|几|星期|礼拜|周|年|生|分)$/.test(before)
  )
    return undefined
  if (productEnds.test(before)) return undefined
  const previous = found.find(
    (d) =>
      d.span[1] <= span[0] &&
      /^\s?(?:到|至|-|~|和|或者?|、|或者是|以及)\s?$/.test(folded.slice(d.span[1], span[0])),
  )
  if (previous && day > previous.day.day) return valid({ ...previous.day, day })
  const moved = found.find(
    (d) =>
      d.span[1] <= span[0] &&
      /^[^，。,；]{0,2}(?:挪|改|推|延|换|移|调|拖)(?:迟|后|成)?到?$/.test(folded.slice(d.span[1], span[0])),
  )
  if (moved) return nearestMonth(day, moved.day, false)
  if (/(?:每个?月|每月)[^，。,；！？]{0,8}(?:号|日)?(?:和|、|或|到|至|-)$/.test(before)) return undefined
  return nearestMonth(day, today, isPast(folded, span))
}

/** 元月 names January, but in 900元月供 it does not. */
const firstMonth =
  /(?<![\d零一二三四五六七八九十百千万亿角分几多])元月(?=\s?(?:\d|[初一二三四五六七八九十廿卅上中下底末份]))/g

/** Dates written in Chinese or as figures with a year, on folded text, outside `blocked`. */
export function findChineseDates(text: string, today: Day, blocked: Span[]): FoundDate[] {
  const folded = text.replace(firstMonth, '一月')
  const found: FoundDate[] = []
  for (const { pattern, read } of rules) {
    pattern.lastIndex = 0
    for (const match of folded.matchAll(pattern)) {
      const span: Span = [match.index, match.index + match[0].length]
      if (span[1] === span[0]) continue
      if ([...blocked, ...found.map((f) => f.span)].some((b) => b[0] < span[1] && span[0] < b[1])) continue
      const day = read(match as RegExpExecArray, span, { today, folded, found })
      if (day) found.push({ day, span })
    }
  }
  return found
}
