import { readChineseNumeral } from './chinese-numerals.ts'
import { findEnglishNumerals } from './english-numerals.ts'
import { chineseCounters, chineseMoneyAfter, chineseMoneyBefore } from './money-words-chinese.ts'
import { englishAfterSum, englishMoneyAfter, englishMoneyBefore } from './money-words-english.ts'
import { foreignCurrencies, foreignPrefixes } from './money-words-foreign.ts'
import type { Span } from './quantities.ts'
import type { Figure } from './scan-figures.ts'
import { coinsSpoken, coinsWritten, opensNextSum } from './spoken-coins.ts'
import { isIndexLevel, isUnmarkedSum } from './unmarked-sums.ts'

const currencyAfter: [RegExp, string][] = [
  [/^ ?(?:美元|美金|美刀|刀(?!片|具|削|子)|us\$|usd\b|us dollars?\b|dollars?\b|bucks?\b)/, 'USD'],
  [/^ ?(?:港币|港元|港纸|港幣|hk\$|hkd\b|hk dollars?\b|hong kong dollars?\b)/, 'HKD'],
  [/^ ?(?:欧元|欧|euros?\b|eur\b|€)/, 'EUR'],
  [/^ ?(?:英镑|镑|pounds?\b|gbp\b|quid\b|£)/, 'GBP'],
  [/^ ?(?:日元|日币|日圆|yen\b|jpy\b)/, 'JPY'],
  [/^ ?(?:台币|新台币|twd\b|ntd\b)/, 'TWD'],
  [/^ ?(?:澳元|澳币|aud\b)/, 'AUD'],
  [/^ ?(?:加元|加币|cad\b)/, 'CAD'],
  [/^ ?(?:新币|新加坡元|sgd\b)/, 'SGD'],
  [
    /^ ?(?:元人民币|元钱|元[整正](?![好在常天])|元(?!旦|宵|素|件|老|月)|圆(?!满|形|梦)|块钱|块洋钿|块(?!儿|头|地|屏|表|肉|手表|石|砖)|蚊|文(?=[，。,!？?！、\s]|$|一个月|每月|罚息|利息|年费|手续费)|快(?=钱|[\d一二三四五六七八九](?![\d天年月号次个]))|人民币|rmb\b|cny\b|yuans?\b|renminbi\b|kuai\b|¥)/,
    'CNY',
  ],
  ...foreignCurrencies.map(([words, code]): [RegExp, string] => [new RegExp(`^ ?(?:${words})`), code]),
]

/** A Cantonese dollar is the bank's own money unless the message speaks of Hong Kong's. */
const hongKong = /港币|港元|港纸|港银|hk\$|hkd|香港/

const currencyBefore: [RegExp, string][] = [
  [/(?:hk\$|hkd|港币|港元) ?$/, 'HKD'],
  ...foreignPrefixes.map(([words, code]): [RegExp, string] => [new RegExp(`(?:${words}) ?$`), code]),
  [/(?:nt\$|twd|台币|新台币) ?$/, 'TWD'],
  [/(?:(?<![a-z])a\$|aud|澳元|澳币) ?$/, 'AUD'],
  [/(?:(?<![a-z])s\$|sgd|新币) ?$/, 'SGD'],
  [/(?:(?<![a-z])c\$|cad|加元|加币) ?$/, 'CAD'],
  [/(?:us\$|\busd|\$|美元|美金) ?$/, 'USD'],
  [/(?:€|\beur|欧元) ?$/, 'EUR'],
  [/(?:£|\bgbp|英镑) ?$/, 'GBP'],
  [/(?:\bjpy|日元) ?$/, 'JPY'],
  [/(?:cn¥|rmb ?¥|¥|(?<![a-z])rmb|(?<![a-z])cny|人民币) ?$/, 'CNY'],
]

const noMinor = new Set(['JPY', 'KRW', 'VND'])

export type Money = { minor: number; currency: string; span: Span }

/** The sum a figure is when a currency stands at it, with 角 and 分 taken in (3块5, 12元5角). */
export function currencyAt(figure: Figure, folded: string): Money | undefined {
  const before = folded.slice(Math.max(0, figure.span[0] - 8), figure.span[0])
  const rest = folded.slice(figure.span[1])
  const prefix = currencyBefore.map(([p, code]) => [p.exec(before), code] as const).find(([m]) => m)
  const skip = figure.rough ? (/^[多来余]个?/.exec(rest)?.[0].length ?? 0) : 0
  const suffix = currencyAfter
    .map(([p, code]) => [p.exec(rest.slice(skip)), code] as const)
    .find(([m]) => m && !opensNextSum(m[0], rest.slice(skip + m[0].length)))
  if (!prefix && !suffix) return smallCoin(figure, rest)
  const start = prefix ? figure.span[0] - prefix[0]![0].length : figure.span[0]
  let end = suffix ? figure.span[1] + skip + suffix[0]![0].length : figure.span[1]
  const cantonese = suffix?.[0]?.[0].trim() === '蚊' && hongKong.test(folded)
  const currency = cantonese
    ? 'HKD'
    : prefix && suffix?.[1] === 'CNY'
      ? prefix[1]
      : (suffix?.[1] ?? prefix![1])
  if (suffix && suffix[0]![0] === '块' && figure.value === 1 && figure.form === 'han') return undefined
  let minor = Math.round(figure.value * (noMinor.has(currency) ? 1 : 100))
  if (suffix && /[元块圆快蚊]$/.test(suffix[0]![0])) {
    const change =
      /^零?(?:(?!一(?=\p{Script=Han})(?![角毛分的]))([\d一二两三四五六七八九壹贰叁肆伍陆柒捌玖])(?:(角|毛)(?:零?(?!一(?=\p{Script=Han})(?!分(?!文)|的))([\d一二两三四五六七八九壹贰叁肆伍陆柒捌玖])分?)?|(?![\d.一二三四五六七八九十百千万个年月天期次笔张壹贰叁肆伍陆柒捌玖拾佰仟]|分(?![\d一二两三四五六七八九十])))|([\d一二两三四五六七八九壹贰叁肆伍陆柒捌玖])分(?!文))/u.exec(
        folded.slice(end),
      )
    if (change) {
      minor += digit(change[1]) * 10 + digit(change[3]) + digit(change[4])
      end += change[0].length
      if (change[2] && /^钱/.test(folded.slice(end))) end += 1
    }
  }
  if (currency === 'CNY' && /(?:yuans?|rmb|renminbi|kuai)$/.test(suffix?.[0]?.[0] ?? '')) {
    const behind = folded.slice(end)
    const spoken = figure.form === 'words' ? coinsSpoken(behind) : coinsWritten(figure, behind)
    const coins = spoken ?? englishCoins(behind)
    minor += coins.minor
    end += coins.length
  }
  return { minor, currency, span: [start, end] }
}

/** "and sixty fen", ", 5 jiao and 3 fen" behind a sum in yuan. */
function englishCoins(rest: string): { minor: number; length: number } {
  let minor = 0
  let length = 0
  for (const [coin, value] of [
    ['jiao', 10],
    ['fen', 1],
  ] as const) {
    const match = new RegExp(`^,?(?: and)? (\\d{1,2}|[a-z]+(?:-[a-z]+)?) ${coin}\\b`).exec(rest.slice(length))
    const count =
      match && (/^\d/.test(match[1]!) ? Number(match[1]) : findEnglishNumerals(match[1]!)[0]?.value)
    if (!match || count === undefined || count === null || count * value > 99) continue
    minor += count * value
    length += match[0].length
  }
  return { minor, length }
}

function smallCoin(figure: Figure, rest: string): Money | undefined {
  const coin =
    /^(角|毛)(?:(?!一(?=\p{Script=Han})(?!分(?!文)|的))([\d一二两三四五六七八九壹贰叁肆伍陆柒捌玖])分?)?钱?/u.exec(
      rest,
    )
  if (coin && figure.value < 100) {
    return {
      minor: Math.round(figure.value * 10) + digit(coin[2]),
      currency: 'CNY',
      span: [figure.span[0], figure.span[1] + coin[0].length],
    }
  }
  const english = /^ (fen|jiao|mao)\b/.exec(rest)
  if (english && figure.value < 100) {
    const minor = Math.round(figure.value * (english[1] === 'fen' ? 1 : 10))
    return { minor, currency: 'CNY', span: [figure.span[0], figure.span[1] + english[0].length] }
  }
  const fen = /^分钱/.exec(rest)
  if (fen && figure.value > 1)
    return { minor: Math.round(figure.value), currency: 'CNY', span: [figure.span[0], figure.span[1] + 2] }
  return undefined
}

function digit(text: string | undefined): number {
  if (!text) return 0
  return readChineseNumeral(text) ?? Number(text)
}

const chineseBefore = new RegExp(
  `(?:${chineseMoneyBefore.join('|')})(?:了|着|过|到|给|出|掉|走|的|是|为|大概|大约|约|差不多|只有|只|才|有|就|也|都|我|你们|银行|总共|一共|共|近|快|将近|接近|超过|不到|从|由|最多|顶多|至少|最少|能|可以|得|要|上|完|来|个|多|左右|它|他|她|你|在|成|至|改|按|钱|款|先|用|我们|被|不超过|人家|税后|税前|实发|每月|每个月|一个月|:|：|=|\\s)*$`,
)
const chineseAfter = new RegExp(`^(?:多|左右|上下|出头)?(?:${chineseMoneyAfter.join('|')})`)
const counters = new RegExp(`^[多来余]?(?:${chineseCounters})`)
const englishBefore = new RegExp(`\\b(?:${englishMoneyBefore.join('|')})\\b[^.;!?\\n]{0,28}$`)
const englishStops =
  /(?:\b(?:in|on|at|page|step|option|plan|phase|tier|level|class|section|article|clause|version|no\.?|number|room|age|aged|chapter|than|item|line|bus|flight|unit|floor|block|gate|score(?: is| of)?|rated?|clause|year|since|of|by) |#|no\.|方案|选项|第|步骤|版本|条款|附件|等级|评级|房间|编号|代码)$/
const englishAfter = new RegExp(`^(?:${englishMoneyAfter})`)
const afterSum = new RegExp(englishAfterSum)

/** 扣六十, 多收我三十: a sum below a hundred in characters needs the verb right before it. */
const chargedBefore =
  /(?:扣|收|花|付|赔|罚|退|涨|赚|挣|便宜|减|免|少|贵)(?:了|我们?|你们?|掉|走|他们?|给我)*$/

/** Whether a bare figure stands beside a money word and counts nothing else. */
export function isBareSum(figure: Figure, folded: string): boolean {
  const before = clauseTail(folded.slice(Math.max(0, figure.span[0] - 60), figure.span[0]))
  const rest = folded.slice(figure.span[1])
  if (figure.form === 'han' && figure.value < 100)
    return (
      figure.value >= 20 && chargedBefore.test(before) && /^多?(?:[，。！？、,!?；;\s的就都]|$)/.test(rest)
    )
  const inEnglish =
    /[a-z] ?[\d.,]+ ?[-~] ?$/.test(before) ||
    /[a-z]['"]? ?$/.test(before) ||
    (/^ ?[a-z/]/.test(rest) && !/[一-龥]$/.test(before))
  if (inEnglish || figure.form === 'words') return isEnglishSum(figure, before, rest, folded)
  if (counters.test(rest.trimStart()) && !chineseAfter.test(rest)) return false
  if (englishStops.test(before)) return false
  if (chineseAfter.test(rest) && figure.value >= 20) return true
  if (chineseBefore.test(before)) return figure.value >= 10 || figure.form === 'digits'
  return isRoundSum(figure, before, folded) || isUnmarkedSum(figure, before, folded, false)
}

/** 五万, 千八 or 2w3: to a bank a number told in thousands that counts nothing is money. */
function isRoundSum(figure: Figure, before: string, folded: string): boolean {
  const written = folded.slice(...figure.span)
  if (
    figure.value < 100 ||
    isIndexLevel(figure, folded) ||
    /(?:积分|粉丝|里程|步数|人数|字数|浏览量?|播放量?|点击量?|阅读量?|销量|面积|公里数)[^，。；！？]{0,4}$/.test(
      before,
    )
  )
    return false
  return (
    /[万亿千kw仟]/.test(written) || (figure.form === 'han' && /百/.test(written) && figure.value % 10 === 0)
  )
}

/** What runs, posts and games count in thousands. */
const notMoney =
  /^ ?(?:run|race|km|miles?|steps|points?|followers|views|likes|people|users|staff|words|times|customers|subscribers)\b/

function isEnglishSum(figure: Figure, before: string, rest: string, folded: string): boolean {
  const written = folded.slice(...figure.span)
  if (isUnmarkedSum(figure, before, folded, true)) return true
  if (/[万亿千]$|\dw$/.test(written)) return isRoundSum(figure, before, folded)
  if (figure.form === 'words' && figure.value < 20) return false
  if (englishAfter.test(rest) && figure.value >= 10) return true
  if (/(?:\dk| (?:grand|thousand|million))$/.test(written) && afterSum.test(rest)) return !notMoney.test(rest)
  if (/(?:\dk| grand)$/.test(written) && !notMoney.test(rest)) return true
  const direct =
    /\b(?:pay|paid|owe|repay|reduced? to|lowered? to|dropped? to|cut to|offer(?:ing)?|afford|manage|do|make|earn) (?:you |about |only |just |around |at most |at least |maybe |up to |roughly |maximum |max )*$/.test(
      before,
    )
  if (
    englishStops.test(before) &&
    !direct &&
    !/\b(?:balance|limit|rent|salary|income|total|payment|payments|instal?lments?|debt|sum|amount|fee|minimum|deposit|charge|loan|wage|pension|refund|offer|savings|bill|cost) of $/.test(
      before,
    )
  )
    return false
  if (figure.value < 10) return false
  const counted = /^ (?:[a-z]+(?<!s)s|people|children|men|women|percent|kg|km|times|more|[a-z]+ing)\b/
  return englishBefore.test(before) && (afterSum.test(rest) || !counted.test(rest))
}

function clauseTail(text: string): string {
  return text.split(/[，。；！？;!?\n]|[.,](?=\s)|,(?!\d)/).at(-1) ?? ''
}
