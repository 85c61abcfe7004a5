import { romanisedSurnames, surnames } from '../language/surnames.ts'
import { escapeRegExp } from './escape-reg-exp.ts'
import type { ViewPattern } from './find-kept.ts'
import { ambiguousGivenNames } from './latin-names.ts'
import { ordinaryGivenNames, relations, titles } from './name-words.ts'

const loose = '[\\s·•._*-]{0,3}'
const isHan = (key: string) => /\p{Script=Han}/u.test(key)

/** Family and given part of a Han name; undefined when it does not begin with a family name. */
export function splitHanName(name: string): { family: string; given: string } | undefined {
  for (const size of [2, 1]) {
    const family = name.slice(0, size)
    if (name.length > size && surnames.has(family)) return { family, given: name.slice(size) }
  }
  return undefined
}

/** Every form of the name of somebody on record: whole, with a title, in parts, romanised, starred, 陈某. */
export function knownNamePatterns(keys: readonly string[]): ViewPattern[] {
  return keys.flatMap((key) => (key.length > 120 ? [] : isHan(key) ? hanForms(key) : latinForms(key)))
}

/** Somebody only met in the conversation is looked for by the name they were met under. */
export function metNamePatterns(keys: readonly string[]): ViewPattern[] {
  return keys.flatMap((key): ViewPattern[] => {
    if (key.length > 120) return []
    if (isHan(key)) return key.length >= 2 ? [{ on: 'folded', pattern: spread([...key]) }] : []
    const words = key.split(' ')
    const body = words.map(anyCapitals).join('[\\s,.-]{1,3}(?:[A-Z]\\.?\\s)?')
    return key.length >= 3 ? [{ on: 'plain', pattern: bounded(body) }] : []
  })
}

function spread(chars: readonly string[]): RegExp {
  return new RegExp(chars.map(escapeRegExp).join(loose), 'gu')
}

function bounded(body: string, flags = 'gu'): RegExp {
  return new RegExp(`(?<![A-Za-z])${body}(?![A-Za-z])`, flags)
}

function anyCapitals(word: string): string {
  const [first = '', ...rest] = [...word]
  const tail = rest.map((char) =>
    /[a-z]/.test(char) ? `[${char}${char.toUpperCase()}]` : escapeRegExp(char),
  )
  return `${escapeRegExp(first.toUpperCase())}${tail.join('')}`
}

function hanForms(name: string): ViewPattern[] {
  const whole: ViewPattern = { on: 'folded', pattern: spread([...name]) }
  const parts = splitHanName(name)
  if (!parts) return [whole, ...foreignHanParts(name)]
  const { family, given } = parts
  const s = escapeRegExp(family)
  const g = [...given].map(escapeRegExp)
  const own = `(?<!(?:${relations})(?:的|是|叫)?)`
  const forms = [
    `${own}(?<value>${s})(?=\\s?(?:${titles}|总(?!是|共|之|算|得|要|额|数|体|行)|某))`,
    `(?:我|免贵|本人|客户|机主|户主)姓(?<value>${s})`,
    `(?<value>${s}(?:某某?|[*＊○〇□×xX]{1,2}(?:${g.at(-1)})?))`,
  ]
  if (given.length >= 2 && !ordinaryGivenNames.has(given)) forms.push(`(?<value>${g.join(loose)})`)
  else forms.push(`(?:叫我|我叫|我是|喊我)(?<value>${g.join(loose)})`)
  forms.push(`(?<value>${g.join(loose)})(?=(?:哥|姐|叔|姨|总|先生|女士|小姐)(?!夫|妹|弟))`)
  if (given.length === 1) forms.push(`(?<value>阿${g[0]})`)
  return [whole, ...forms.map((form): ViewPattern => ({ on: 'folded', pattern: new RegExp(form, 'dgu') }))]
}

/** 丹尼尔·惠特莫尔 is kept without its dot: its parts are known only from the record's own spelling. */
function foreignHanParts(name: string): ViewPattern[] {
  return name
    .split('·')
    .filter((part) => part.length >= 2 && part !== name)
    .map((part) => ({ on: 'folded', pattern: new RegExp(escapeRegExp(part), 'gu') }))
}

const honorific = '(?:[Mm][Rr][Ss]?|[Mm][Ss]|[Mm]iss|[Dd][Rr]|[Pp]rof|[Mm]x|[Mm]adam|MISS)\\.?'

function latinForms(name: string): ViewPattern[] {
  const words = name.split(' ').filter((word) => word.length > 1)
  if (words.length === 0) return []
  const free = words.map((word) => [...word].map(escapeRegExp).join("[\\s'’.-]{0,2}"))
  const middle = "[\\s,._'-]{0,3}(?:[a-z]\\.?\\s{1,2})?"
  const forms: ViewPattern[] = [{ on: 'folded', pattern: bounded(free.join(middle)) }]
  if (words.length > 1) {
    forms.push({ on: 'folded', pattern: bounded([...free.slice(1), free[0]].join(middle)) })
    forms.push({ on: 'folded', pattern: bounded([free.at(-1), ...free.slice(0, -1)].join(middle)) })
    forms.push({ on: 'folded', pattern: bounded(`${words[0]}\\s(?:[a-z]+\\s)?${words.at(-1)}`) })
    for (const [one, other] of [
      [words[0]!, words.at(-1)!],
      [words.at(-1)!, words[0]!],
    ] as const)
      forms.push({ on: 'folded', pattern: bounded(`${one[0]}\\.?\\s?${escapeRegExp(other)}`) })
  }
  for (const word of words) forms.push(...singleForms(word))
  return forms
}

/** A part of a Latin name alone: after a title, or with a capital; a word that also means something, only mid-sentence. */
function singleForms(word: string): ViewPattern[] {
  const body = anyCapitals(word)
  const forms: ViewPattern[] = [
    { on: 'plain', pattern: new RegExp(`(?<![A-Za-z])${honorific}\\s?(?<value>${body})(?![A-Za-z])`, 'dgu') },
  ]
  const alone = '(?<![A-Za-z])(?<value>BODY)(?![A-Za-z])'
  if (ambiguousGivenNames.has(word))
    forms.push({
      on: 'plain',
      pattern: new RegExp(`(?<=[a-z,\\p{Script=Han}]\\s?)${alone.replace('BODY', body)}(?!\\s\\d)`, 'dgu'),
    })
  else if (word.length >= 2)
    forms.push({ on: 'plain', pattern: new RegExp(alone.replace('BODY', body), 'dgu') })
  if (word.length >= 5 && !ambiguousGivenNames.has(word) && !romanisedSurnames.has(word))
    forms.push({ on: 'folded', pattern: bounded(escapeRegExp(word)) })
  return forms
}
