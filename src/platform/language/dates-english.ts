import { addDays, addMonths, compareDays, type Day, daysInMonth, isDay, weekday } from './calendar.ts'
import { isPast, tenseOf } from './date-tense.ts'
import type { FoundDate } from './dates-chinese.ts'
import { findEnglishNumerals } from './english-numerals.ts'
import { ordinalWords } from './english-ordinals.ts'
import { firstFrom, nearestMonth, nearestWeekday, nearestYear } from './nearest-date.ts'
import type { Span } from './quantities.ts'

type Context = { today: Day; folded: string; found: FoundDate[] }
type Rule = { pattern: RegExp; read: (m: RegExpExecArray, span: Span, context: Context) => Day | undefined }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?:\\.(?= ?[\\d,]))?'
const dayName =
  '(mon(?:day)?|tues?(?:day)?|wed(?:nesday|s)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)'
const wordDay = Object.keys(ordinalWords)
  .sort((a, b) => b.length - a.length)
  .join('|')
const D = `(\\d{1,2}(?:st|nd|rd|th)?|${wordDay})`
const DO = `(\\d{1,2}(?:st|nd|rd|th)|${wordDay})`
const count = `(\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|twenty-four|sixty|ninety)`
const unit = '(day|week|wk|fortnight|month|mth|year|yr)s?'
const relMonth =
  "(this|next|last|the coming|the following|the current|the same|current|following) month(?:'s)?"

const dayOf = (text: string) => ordinalWords[text] ?? Number.parseInt(text, 10)
const monthOf = (text: string) => months.indexOf(text.slice(0, 3)) + 1
const valid = (day: Day) => (isDay(day) ? day : undefined)
const lastDay = ({ year, month }: Day): Day => ({ year, month, day: daysInMonth(year, month) })
const shiftOf = (word: string) => (/next|following|coming/.test(word) ? 1 : word === 'last' ? -1 : 0)

function monthDay(
  month: string,
  day: string,
  year: string | undefined,
  span: Span,
  { today, folded, found }: Context,
) {
  const number = dayOf(day)
  if (year) return valid({ year: Number(year), month: monthOf(month), day: number })
  const earlier = found.find((d) => {
    const gap = d.span[1] <= span[0] ? folded.slice(d.span[1], span[0]) : ''
    return (
      /^ ?(?:to|until|till|through|-) ?(?:the )?$/.test(gap) ||
      (gap === ' and ' && /\bbetween (?:the )?$/.test(folded.slice(0, d.span[0])))
    )
  })
  if (earlier) return firstFrom(earlier.day, monthOf(month), number)
  return nearestYear(monthOf(month), number, today, tenseOf(folded, span))
}

const rules: Rule[] = [
  {
    pattern: new RegExp(
      `\\b(?:the )?${D} (?:day )?(?:of )?${monthName}(?:,? (?:of )?(\\d{4})| (next|last|this) year)?(?![a-z\\d])`,
      'g',
    ),
    read: (m, span, c) => monthDay(m[2]!, m[1]!, m[3] ?? relativeYear(m[4], c.today), span, c),
  },
  {
    pattern: new RegExp(
      `\\b${monthName} (?:the )?${D}(?:,? (\\d{4})(?!\\d)|,? (next|last|this) year)?(?![a-z\\d%]|[.,]\\d)`,
      'g',
    ),
    read: (m, span, c) => monthDay(m[1]!, m[2]!, m[3] ?? relativeYear(m[4], c.today), span, c),
  },
  {
    pattern: /(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/g,
    read: (m, span, { today, folded }) => {
      const [a, b] = [Number(m[1]), Number(m[2])]
      const year = Number(m[3]) < 100 ? 2000 + Number(m[3]) : Number(m[3])
      const dayFirst = { year, month: b, day: a }
      const monthFirst = { year, month: a, day: b }
      if (a > 12 || !isDay(monthFirst)) return valid(dayFirst)
      const abroad = /[£€]|\b(?:gbp|eur|aud|sgd|myr|rm) ?\d|\d ?(?:pounds|euros|quid)\b/.test(folded)
      const yetToCome =
        isPast(folded, span) && compareDays(monthFirst, today) > 0 && compareDays(dayFirst, today) <= 0
      return isDay(dayFirst) && (abroad || yetToCome) ? dayFirst : monthFirst
    },
  },
  {
    pattern:
      /(?<=\b(?:on|by|before|due|from|until|till|starting|since|dated|between) )(\d{1,2})\/(\d{1,2})(?![\d/%])|(?<=\b(?:my|the|your|that) )(\d{1,2})\/(\d{1,2})(?= (?:payments?|charges?|transactions?|bill|statement|transfer|debit|instal?lment|purchase|due|one)\b)/g,
    read: (m, span, { today, folded }) => {
      const [a, b] = [Number(m[1] ?? m[3]), Number(m[2] ?? m[4])]
      const [month, day] = a > 12 ? [b, a] : [a, b]
      return month <= 12 ? nearestYear(month, day, today, tenseOf(folded, span)) : undefined
    },
  },
  {
    pattern:
      /(?<=\b(?:on|at|by|before|due|until|till|since) )(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])(?![\d.]*\d|\s?(?:%|percent|per cent|[kwm]\b|million|thousand|yuan|rmb|a day|a year|p\.a))/g,
    read: (m, span, { today, folded }) =>
      /\bat $/.test(folded.slice(0, span[0])) && !/\b(?:pa(?:y|id)|sen[dt]|transfer\w*)\b/.test(folded)
        ? undefined
        : nearestYear(Number(m[1]), Number(m[2]), today, tenseOf(folded, span)),
  },
  {
    pattern: new RegExp(
      `\\b(?:the )?${DO} (?:day )?(?:of )?${relMonth}|\\b${relMonth} (?:on )?the ${DO}`,
      'g',
    ),
    read: (m, _, { today }) => {
      const base = addMonths({ ...today, day: 1 }, shiftOf(m[2] ?? m[3]!))
      return valid({ ...base, day: dayOf(m[1] ?? m[4]!) })
    },
  },
  {
    pattern:
      /\b(?:end|last day) of (?:the )?(?:(this|next|last|current|coming|following) )?(month|year)(?! and month)|\b(month|year)[- ]end\b/g,
    read: (m, span, { today, folded }) => {
      if (/\b(?:each|every)\b/.test(m[0]) || /\b(?:each|every) $/.test(folded.slice(0, span[0])))
        return undefined
      const shift = m[1] ? shiftOf(m[1]) : isPast(folded, span) ? -1 : 0
      if ((m[2] ?? m[3]) === 'year') return { year: today.year + shift, month: 12, day: 31 }
      return lastDay(addMonths({ ...today, day: 1 }, shift))
    },
  },
  {
    pattern: new RegExp(`\\b(?:end|last day) of ${monthName}(?: (\\d{4}))?(?![a-z])`, 'g'),
    read: (m, span, { today, folded }) => {
      const month = monthOf(m[1]!)
      if (m[2]) return lastDay({ year: Number(m[2]), month, day: 1 })
      const near = nearestYear(month, 1, { ...today, day: 1 }, tenseOf(folded, span))
      return near && lastDay(near)
    },
  },
  { pattern: /\b(?:the )?day after tomorrow\b/g, read: (_m, _s, { today }) => addDays(today, 2) },
  { pattern: /\b(?:the )?day before yesterday\b/g, read: (_m, _s, { today }) => addDays(today, -2) },
  {
    pattern: /\b(?:tomorrow|tmrw|tmr|tmw|tmoro|tomoz|2moro|2morrow|tomorow|tommorow|tommorrow)\b/g,
    read: (_m, _s, { today }) => addDays(today, 1),
  },
  {
    pattern: /\b(?:yesterday|yest|yday|ystrdy|yesteday|last night)\b/g,
    read: (_m, _s, { today }) => addDays(today, -1),
  },
  {
    pattern: /\b(?:today|tdy|2day|tonight|tonite|2nite|this (?:morning|afternoon|evening))\b(?!'s)/g,
    read: (_m, _s, { today }) => today,
  },
  {
    pattern: new RegExp(
      `\\b${dayName},? (?:the )?${DO}(?! (?:of )?(?:${monthName.replace('(', '(?:')}))`,
      'g',
    ),
    read: (m, span, { today, folded }) => nearestMonth(dayOf(m[2]!), today, isPast(folded, span)),
  },
  {
    pattern: new RegExp(
      `\\b(?<!following )(?:(this|this coming|next|last|past|coming) )?${dayName}(?: (next|after next))?(?: (week)| (?:(?:of|in) )?(this|next|last|the coming|the following) week)?\\b(?!s)`,
      'g',
    ),
    read: readWeekday,
  },
  {
    pattern: new RegExp(`\\b(?:the )?following ${dayName}\\b(?!s)`, 'g'),
    read: (m, span, { today, found }) =>
      nearestWeekday(
        days.indexOf(m[1]!.slice(0, 3)) + 1,
        found.filter((d) => d.span[1] <= span[0]).sort((x, y) => y.span[1] - x.span[1])[0]?.day ?? today,
        false,
      ),
  },
  {
    pattern: new RegExp(
      `\\b(?:(in|after) (?:about |around |another |roughly )?${count}[ -](?:more )?${unit}(?:'s?|s')?(?: time| from (?:now|today))?|${count} ${unit} (from now|from today|ago|later|from tomorrow|back)|(a week) today|half a year (from now|ago|later)|in half a year)\\b(?! and a half)`,
      'g',
    ),
    read: readOffset,
  },
  {
    pattern: new RegExp(
      `\\b(?:the )?${DO}(?= ?(?:$|[.,;!?)\\n—-]|and |or |but |to |is |was |at |please|because|if |so |when |for |as |in |of (?:the|this) month|then|instead|through|until|i |it |my |we |every|each|by |with|would|will|works?|the |are |has |have |had |can |could |should |not |no |since |before |after |from |onwards?|which |where |there |last |also |too|now|this |next |does |do |did |you |he |she |they |your |his |her |our |that |still |instead|or |than |rather |comes? |falls? |rent |wages? |salary |pay ?day|morning|afternoon|evening|night|it's |it'll |i'm |i'll |latest|at the latest|paid|due|yet))`,
      'g',
    ),
    read: (m, span, { today, folded }) => {
      const before = folded.slice(0, span[0])
      const after = folded.slice(span[1])
      if (
        !/\bthe /.test(m[0]) &&
        !/\b(?:by|on|until|till|from|before|after|around|and|or|to|due|is|since|about|between)(?: d)? $/.test(
          before,
        )
      )
        return undefined
      if (!/\d/.test(m[1]!) && !/\b(?:by|on|until|till|from|before|due|since) $/.test(before))
        return undefined
      if (
        /^ (?:of )?(?:(?:each|every|the) month|every|each)|^ (?:time|party|floor)/.test(after) &&
        !/^ of the month(?! each)/.test(after)
      )
        return undefined
      if (
        /\b(?:each|every) (?:month|single month)(?: on| by)?(?: or| and)? $|\bmonthly (?:on|by) $|\bevery $/.test(
          before,
        )
      )
        return undefined
      const day = dayOf(m[1]!)
      return day <= 31 ? nearestMonth(day, today, isPast(folded, span)) : undefined
    },
  },
]

function relativeYear(word: string | undefined, today: Day): string | undefined {
  return word ? String(today.year + shiftOf(word)) : undefined
}

const dateNext =
  /^\.?,? (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d)/

function readWeekday(m: RegExpExecArray, span: Span, { today, folded }: Context): Day | undefined {
  const before = folded.slice(0, span[0])
  const wanted = days.indexOf(m[2]!.slice(0, 3)) + 1
  if (/\b(?:every|each|any|most|on alternate) $/.test(before)) return undefined
  const short = m[2]!.length <= 4
  // "Friday 11 December" is one day, told by its date.
  if (!m[1] && dateNext.test(folded.slice(span[1]))) return undefined
  if (short && !m[1] && !/\b(?:on|by|before|until|till|due|since|from) $/.test(before)) return undefined
  const thisWeek = addDays(today, wanted - weekday(today))
  const week = m[5]
  if (week) return addDays(thisWeek, 7 * shiftOf(week))
  const word = m[1] ?? m[3]
  if (word === 'next' || (m[4] && /next/.test(before))) return addDays(thisWeek, 7)
  if (word === 'after next') return addDays(thisWeek, 14)
  if (m[4] && !m[1]) return addDays(nearestWeekday(wanted, today, false), 7)
  if (word === 'last' || word === 'past') return addDays(thisWeek, -7)
  if (word === 'this') return thisWeek
  return nearestWeekday(wanted, today, word === undefined && isPast(folded, span))
}

function move(today: Day, number: number, name: string): Day {
  if (name === 'day') return addDays(today, number)
  if (name === 'week' || name === 'wk') return addDays(today, number * 7)
  if (name === 'fortnight') return addDays(today, number * 14)
  return addMonths(today, number * (name === 'year' || name === 'yr' ? 12 : 1))
}

const countOf = (text: string) =>
  /^an?$/.test(text) ? 1 : (findEnglishNumerals(text)[0]?.value ?? Number(text))
const settles =
  /\b(?:pay(?:ing)?|paid)\b.*\b(?:off|back|down|everything|in full)\b|\b(?:clear|settle|finish|repay|split|spread|complete|divide|done|over|instal?ments?|payments?)\b/

/** "in two weeks", "3 months ago": a day counted from today; "clear it in 24 months" is a term, not a day. */
function readOffset(m: RegExpExecArray, span: Span, { today, folded }: Context): Day | undefined {
  const before =
    folded
      .slice(0, span[0])
      .split(/[.!?;,\n]/)
      .at(-1) ?? ''
  const after = folded.slice(span[1])
  if (/half a year/.test(m[0])) return addMonths(today, /ago/.test(m[0]) ? -6 : 6)
  if (m[7]) return addDays(today, 7)
  if (m[1]) {
    if (
      /^(?: of| without| with| as| in| at| instal| late| overdue|-| behind)/.test(after) &&
      m[1] === 'after'
    )
      return undefined
    if (/^(?: of| old|-old| instal| payments)/.test(after)) return undefined
    if (m[1] === 'after' && /\b(?:valid|expires?|only) $/.test(before)) return undefined
    if (m[1] === 'in' && /month|mth|year|yr/.test(m[3]!) && settles.test(before)) return undefined
    if (
      m[1] === 'in' &&
      (/\b(?:times?|once|twice|never|nothing|no|not|ever|worst|best|only|missed)\b[^.,;]{0,16}$/.test(
        before,
      ) ||
        (/year|yr/.test(m[3]!) && /\bfirst\b[^.,;]{0,24}$/.test(before)))
    )
      return undefined
    return move(today, countOf(m[2]!), m[3]!)
  }
  return move(today, countOf(m[4]!) * (/ago|back/.test(m[6]!) ? -1 : 1), m[5]!)
}

/** Dates written in English, on folded text, outside `blocked`. */
export function findEnglishDates(folded: string, today: Day, blocked: Span[]): FoundDate[] {
  const found: FoundDate[] = []
  if (!/[a-z]/.test(folded)) return found
  for (const { pattern, read } of rules) {
    for (const match of folded.matchAll(pattern)) {
      const span: Span = [match.index, match.index + match[0].length]
      if ([...blocked, ...found.map((f) => f.span)].some((b) => b[0] < span[1] && span[0] < b[1])) continue
      const day = read(match as RegExpExecArray, span, { today, folded, found })
      if (day) found.push({ day, span })
    }
  }
  return found
}
