import { readChineseNumeral } from './chinese-numerals.ts'
import { findEnglishNumerals } from './english-numerals.ts'
import type { Quantity, Span } from './quantities.ts'

type Rate = Extract<Quantity, { kind: 'rate' }>
type Period = Rate['per']

const hanNumber = '[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?'
const number = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|${hanNumber})`
const separator = '\\s?(?:-|~|到|至|to|and|或|or)\\s?'

const bpPerUnit: [RegExp, number][] = [
  [/%|percent|per cent|pct|percentage|个点|百分点/, 100],
  [/‰/, 10],
  [/bp|basis|基点/, 1],
]

const suffix =
  '(?:%|‰| ?percent(?:age points?)?\\b| ?per cent\\b| ?pct\\b| ?bps?\\b| ?basis points?\\b|个?百分点|个?基点)'
const suffixed = new RegExp(
  `(?<![\\d.a-z_])(${number})(?:\\s?%)?(?:(${separator})(${number}))?\\s?(${suffix})`,
  'g',
)
const parts = new RegExp(`(百|千|万)分之(${number})(?:(${separator})(?:[百千万]分之)?(${number}))?`, 'g')
const tenThousandth =
  /(?:日息|利息|日利率|利率|费率|手续费|罚息|违约金|滞纳金|佣金|按|每天|每日|按照)(?:是|为|的|按)?(万([一二三四五六七八九]|\d(?:\.\d+)?)(?:点([一二三四五六七八九]))?)(?![\d十百千万元块])/dg
const cents = new RegExp(
  `(年息|年利|月息|月利|日息|利息|利率|每月|一个月)?(?:是|为|按|收|要|才|高达)?(${number})(分半|厘半|(?:分|厘)[\\d一二三四五六七八九](?!\\d)|分|厘)(利息?|的?利息|息)?(?!钱|之)`,
  'dg',
)
const tenths =
  /(?<![第一二三四五六七八九十\d])([一二两三四五六七八九]成(?:半)?|\d成)(?!立|为|本|功|绩|都|员|交|果|长|人|熟|天|年|是|会|要|不|了)/dg
const points = new RegExp(`(${number})个点`, 'dg')
/** "half a percent", "three quarters of a percent", "two and a half percent". */
const fractions =
  /(?:(?<![a-z\d.-])(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|\d{1,2}) and )?((?:a |one |three[ -])?(?:half|quarters?|thirds?|two[ -]thirds))(?: (?:a|of one|of a|of))? (?:percent(?:age point)?|per cent)\b/g
const fraction = (words: string) => {
  const part = /half/.test(words) ? 0.5 : /third/.test(words) ? 1 / 3 : 0.25
  return part * (/three/.test(words) ? 3 : /two/.test(words) ? 2 : 1)
}
/** 利率现在4.9的: a rate named as one and left without its sign. */
const bareRates =
  /(?:利率|lpr)[^。！？!?\d%]{0,8}?(?:是|才|现在|还是|按|到|降到|[，,])[^。！？!?\d%，,]{0,4}(\d{1,2}\.\d{1,2})(?=的|[，。,?？！!吗呢]|降|$)/dg
const wordRate = /\b(?:percent|per cent)\b/

const yearBefore =
  /(?:年化(?:利率|收益率?|费率|成本)?|年利率|年息|年利|年率|年费率|每年|一年|年收益率?|apr|apy|annual(?:ly|i[sz]ed)?(?: (?:interest|percentage|effective))?(?: (?:rate|return|yield|interest))?|yearly(?: \w+)?|per year|per annum|lpr)[^\d，。,.;；!！?？%]{0,10}$/
const monthBefore =
  /(?:月息|月利率|月利|月费率|每个?月|月供率|每期(?:手续费|费率|利息|利率)?|分期(?:手续)?费率|monthly(?: \w+)?(?: \w+)?)[^\d，。,.;；!！?？%]{0,8}$/
const dayBefore =
  /(?:日息|日利率|日利|每天|每日|一天|日费率|按日|daily(?: \w+)?(?: \w+)?)[^\d，。,.;；!！?？%]{0,8}$/
const yearAfter =
  /^\s?(?:的?(?:年化|年利率|年息|年费率|年利)|\/\s?(?:年|year|yr|annum)|每年|一年|(?:interest )?(?:a|per|each|every) (?:year|annum|yr)|p\.?a\.?(?![a-z])|apr\b|apy\b|annual|yearly|annuali[sz]ed|interest (?:a|per) year|年化)/
const monthAfter =
  /^\s?(?:的?(?:月息|月利率|月费率)|\/\s?(?:月|期|month|mo)|每个?月|一个月|每期|(?:interest )?(?:a|per|each|every) month|monthly|p\.?m\.?(?![a-z]))/
const dayAfter =
  /^\s?(?:的?(?:日息|日利率)|\/\s?(?:日|天|day)|每[日天]|一天|(?:interest )?(?:a|per|each|every) day|daily)/
const waives =
  /(?:减免?|免除?|打折|优惠|退|折扣|让|少|降(?!到|至|为)|掉|跌|涨|亏|赚|waiv\w*|reduc\w*|discount\w*|cut|drop\w*|fell|fall\w*|down|lost|off|less|rise|rose|up|上浮|下浮|上调|下调|提高|increase\w*)[^，。,.;；!！?？]{0,14}$/
const interestBefore =
  /(?:利率|利息|贷款|按揭|罚息率?|收益率?|业绩(?:比较)?基准|\b(?:anything|something|earn\w*|yielding|idle|parked|park) at|\byields?|\breturns?|\bcoupon|\binterest(?: rate)?|\brates?|\bloan|复利)[^\d，。,;；!！?？%]{0,12}$/
const interestAfter = /^\s?(?:的?(?:贷款|利率|利息|借款)|(?:interest|rate|loan|compound))/
const onceAfter =
  /^\s?(?:的?(?:本金|违约金|滞纳金|手续费|费用|罚息|余额|欠款|工资|收入|首付|折扣)|of\b|off\b|(?:late )?fees?|discount|down|handling|cut\b|commission)/

/** Rates in folded text: percentages, 百分之, 万分之五, 1分利, 三成, basis points; with the period they run on. */
export function findRates(folded: string): Rate[] {
  const found: Rate[] = []
  const add = (
    value: number,
    bpEach: number,
    span: Span,
    defaultPer: Period | undefined,
    context: Span = span,
  ) => {
    if (Number.isNaN(value) || found.some((f) => f.span[0] < span[1] && span[0] < f.span[1])) return
    found.push({
      kind: 'rate',
      bp: Math.round(value * bpEach * 100) / 100,
      per: periodOf(folded, context, defaultPer),
      span,
    })
  }
  for (const m of folded.matchAll(suffixed)) {
    const bpEach = bpPerUnit.find(([pattern]) => pattern.test(m[4]!))![1]
    const start = m.index
    const end = start + m[0].length
    if (
      /^ ?(?:确定|肯定|相信|支持|同意|保证|sure|certain|agree|positive|right|honest|committed|serious)/.test(
        folded.slice(end),
      ) &&
      m[1] === '100'
    )
      continue
    if (m[3] === undefined) add(numberOf(m[1]!), bpEach, [start, end], undefined)
    else {
      const low = /%$/.test(m[0].slice(m[1]!.length).split(m[2]!)[0] ?? '') ? m[1]!.length + 1 : m[1]!.length
      add(numberOf(m[1]!), bpEach, [start, start + low], undefined, [start, end])
      add(
        numberOf(m[3]),
        bpEach,
        [end - m[3].length - m[4]!.length - (/\s$/.test(m[0].slice(0, -m[4]!.length)) ? 1 : 0), end],
        undefined,
        [start, end],
      )
    }
  }
  for (const m of folded.matchAll(parts)) {
    const bpEach = m[1] === '百' ? 100 : m[1] === '千' ? 10 : 1
    const end = m.index + m[0].length
    const firstEnd = m.index + 3 + m[2]!.length
    const per: Period | undefined =
      m[1] === '万' && !/佣金|手续费|费率/.test(folded.slice(Math.max(0, m.index - 8), m.index))
        ? 'day'
        : undefined
    add(numberOf(m[2]!), bpEach, [m.index, firstEnd], per, [m.index, end])
    if (m[4]) add(numberOf(m[4]), bpEach, [firstEnd + m[3]!.length, end], per, [m.index, end])
  }
  for (const m of folded.matchAll(tenThousandth)) {
    const span = m.indices![1]!
    add(
      numberOf(m[2]!) + (m[3] ? numberOf(m[3]) / 10 : 0),
      1,
      [span[0], span[1]],
      /手续费|佣金|费率/.test(m[0]) ? 'once' : 'day',
    )
  }
  for (const m of folded.matchAll(cents)) {
    if (!m[1] && !m[4]) continue
    if (m[1] && /每月|一个月/.test(m[1]) && !m[4]) continue
    const [start] = m.indices![2]!
    const [, end] = m.indices![3]!
    const yearly = m[1]?.startsWith('年')
    const size = m[3]!.startsWith('厘') ? (yearly ? 100 : 10) : yearly ? 1000 : 100
    const tail = m[3]!.slice(1)
    add(
      numberOf(m[2]!) + (tail === '半' ? 0.5 : tail ? numberOf(tail) / 10 : 0),
      size,
      [start, end],
      yearly ? 'year' : m[1]?.startsWith('日') ? 'day' : 'month',
    )
  }
  for (const m of folded.matchAll(tenths)) {
    const half = m[1]!.endsWith('半') ? 0.5 : 0
    add(numberOf(m[1]![0]!) + half, 1000, [m.indices![1]![0], m.indices![1]![1]], 'once')
  }
  for (const m of folded.matchAll(points)) {
    const near = folded.slice(Math.max(0, m.index - 12), m.index + m[0].length + 8)
    if (!/利率|利息|费率|手续费|收益|年化|跌|涨|亏|赚|服务费|抽/.test(near)) continue
    add(numberOf(m[1]!), 100, [m.index, m.index + m[0].length], undefined)
  }
  for (const m of folded.matchAll(fractions)) {
    const whole = m[1] ? (findEnglishNumerals(m[1])[0]?.value ?? Number(m[1])) : 0
    add(whole + fraction(m[2]!), 100, [m.index, m.index + m[0].length], undefined)
  }
  for (const m of folded.matchAll(bareRates)) {
    const [from, to] = m.indices![1]!
    if (Number(m[1]) >= 1 && Number(m[1]) < 25) add(Number(m[1]), 100, [from, to], 'year')
  }
  if (wordRate.test(folded)) addEnglishWords(folded, add)
  return found
}

function addEnglishWords(
  folded: string,
  add: (value: number, bpEach: number, span: Span, per: Period | undefined) => void,
): void {
  for (const numeral of findEnglishNumerals(folded)) {
    const after = /^ (?:percent|per cent)\b/.exec(folded.slice(numeral.end))
    if (after) add(numeral.value, 100, [numeral.start, numeral.end + after[0].length], undefined)
  }
}

/** A share of a sum, or a charge: 贷款额的千分之三, "a fee of 3%". */
const shareBefore =
  /(?:(?:额|本金|余额|欠款|金额|总额|收入|工资|价)的|(?:手续|服务|年|保|管理|托管|申购|赎回|转换|取现|律师|中介|提现|汇兑|代理|咨询)费(?:率|用)?(?:是|为|要|收|按|的|得|才|就|高达|不是|了|说)*|佣金|违约金|滞纳金|首付|最低(?:还款)?|\b(?:fees?|commission|penalty|minimum|down payment|share|charges?)(?: (?:of|is|was|were|at|about|not|isn't))*) ?$/
const speaksOfInterest =
  /利率|年化|年利|年息|定期|存款|储蓄|大额存单|lpr|按揭|\binterest\b|\brates?\b|\bapr\b|\bapy\b|\bsavings?\b|\bcertificate\b|\bmortgage\b|\brefinanc\w*|\bfixed at\b|\bfloating\b/
const chargedOnce =
  /费|佣金|违约金|滞纳金|折|免|减|跌|涨|亏|赚|降|升|首付|最低|占|收入|工资|薪|营业|生意|分之一|净值|赎回|\b(?:fees?|commission|penalt\w+|minimum|down|income|salary|wages?|sales|revenue|takings|share|half|cut|lost|fell|off|charge[ds]?|redemption|refund|deposit of)\b/

/** The period a rate runs on; without a `fallback` interest runs by the year and anything else is charged once. */
function periodOf(folded: string, span: Span, fallback: Period | undefined): Period {
  const before = folded.slice(Math.max(0, span[0] - 40), span[0])
  const after = folded.slice(span[1])
  if (yearAfter.test(after)) return 'year'
  if (monthAfter.test(after)) return 'month'
  if (dayAfter.test(after)) return 'day'
  if (yearBefore.test(before)) return 'year'
  if (monthBefore.test(before)) return 'month'
  if (dayBefore.test(before)) return 'day'
  if (onceAfter.test(after) || waives.test(before) || fallback) return fallback ?? 'once'
  if (shareBefore.test(before)) return 'once'
  if (interestBefore.test(before) || interestAfter.test(after)) return 'year'
  const sentence =
    (before.split(/[。！？!?\n]/).at(-1) ?? '') + (after.split(/[。！？!?\n]/)[0] ?? '').slice(0, 24)
  return speaksOfInterest.test(folded) && !chargedOnce.test(sentence) ? 'year' : 'once'
}

function numberOf(text: string): number {
  return /^\d/.test(text) ? Number(text.replace(/,/g, '')) : (readChineseNumeral(text) ?? Number.NaN)
}
