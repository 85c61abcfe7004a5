import { escapeRegExp } from './escape-reg-exp.ts'
import type { Hit, MaskEntry, MaskState } from './model.ts'
import { knownNamePatterns, metNamePatterns } from './name-patterns.ts'
import type { TextView } from './text-view.ts'

/** Where the values that already have a placeholder stand in a text, in any of their forms. */
export function findKept(view: TextView, state: MaskState): Hit[] {
  return [
    ...state.entries.flatMap((entry, index) =>
      patternsOf(entry).flatMap(({ on, pattern }) => matches(view, on, pattern, entry, index)),
    ),
    ...findShortened(view, state.entries),
  ]
}

export type ViewPattern = { on: 'plain' | 'folded' | 'digits'; pattern: RegExp }

function matches(
  view: TextView,
  on: ViewPattern['on'],
  pattern: RegExp,
  entry: MaskEntry,
  index: number,
): Hit[] {
  return [...view[on].matchAll(pattern)].flatMap((match): Hit[] => {
    const span: [number, number] = match.indices?.groups?.value ?? [
      match.index,
      match.index + match[0].length,
    ]
    return span[1] > span[0] ? [{ kind: entry.kind, span, key: entry.keys[0] ?? '', entry: index }] : []
  })
}

/** A longer value is found again as it was the first time; a pattern of its characters would be too large. */
const longestPattern = 120

function patternsOf(entry: MaskEntry): ViewPattern[] {
  if (entry.kind === 'TEXT') return []
  if (entry.kind === 'NAME') return entry.known ? knownNamePatterns(entry.keys) : metNamePatterns(entry.keys)
  return entry.keys.flatMap((key): ViewPattern[] => {
    if (key.length > longestPattern || key.includes('*') || (key.length < 5 && /\d/.test(key))) return []
    if (/^\d+x?$/.test(key)) return [{ on: 'digits', pattern: digitPattern(key) }]
    if (entry.kind === 'ADDR' || entry.kind === 'EMP')
      return [{ on: 'folded', pattern: spreadPattern(key, 3) }]
    if (entry.kind === 'EMAIL') return [{ on: 'folded', pattern: emailPattern(key) }]
    return [{ on: 'digits', pattern: spreadPattern(key, 2) }]
  })
}

const separator = '[\\s.,、。;:·•_/|~()#"\'\\\\-]'

/** The digits in a row, whatever short separators stand between; inside a longer run only when they are many. */
function digitPattern(key: string): RegExp {
  const body = [...key].map(escapeRegExp).join(`${separator}{0,4}`)
  return key.length >= 10 ? new RegExp(body, 'gu') : new RegExp(`(?<![\\d.,])${body}(?![\\d,.]*\\d)`, 'gu')
}

/** The characters in a row with up to `most` separators between two; no letter cut off at either end. */
function spreadPattern(key: string, most: number): RegExp {
  const body = [...key].map(escapeRegExp).join(`${separator}{0,${most}}`)
  const left = /^[a-z0-9]/.test(key) ? '(?<![a-z0-9])' : ''
  const right = /[a-z0-9]$/.test(key) ? '(?![a-z0-9])' : ''
  return new RegExp(`${left}${body}${right}`, 'gu')
}

function emailPattern(key: string): RegExp {
  const body = [...key]
    .map((char) => (char === '@' ? '\\s?(?:@|\\(at\\)|\\[at\\]|\\sat\\s)\\s?' : `${escapeRegExp(char)}\\s?`))
    .join('')
  return new RegExp(`(?<![a-z0-9])${body.replace(/\\s\?$/, '')}(?![a-z0-9])`, 'g')
}

const starred =
  /(?<![a-z\d*•●#])(?<head>\d{0,6})[\s-]?[*x•●#]{2,}(?:[\s-][*x•●#]{2,}){0,3}[\s-]?(?<tail>\d{2,4}x?)(?![\da-z])/dg
const tails = [
  /(?:尾号|末四位|后四位|卡尾|尾数|最后四位)(?:是|为|:)?\s?(?<tail>\d{4})(?!\d)/dg,
  /(?:ending|ends|end|last four(?: digits)?|last 4(?: digits)?)(?: in| with| are| is)?[ :]+(?<tail>\d{4})(?!\d)/dg,
  /(?<![\d.,])(?<tail>\d{4})(?=\s?(?:结尾|尾号|那张|这张)的?(?:信用|银行|储蓄)?卡)/dg,
]

/** Numbers of which only the ends are shown: 138****8000, 尾号7391; they are their whole number's when that is kept. */
function findShortened(view: TextView, entries: readonly MaskEntry[]): Hit[] {
  const hits: Hit[] = []
  const add = (span: [number, number], head: string, tail: string, kinds: readonly Hit['kind'][]) => {
    const entry = entries.findIndex(
      ({ kind, keys }) =>
        kinds.includes(kind) &&
        keys.some((key) =>
          key.includes('*')
            ? key.endsWith(`*${tail}`) && (head === '' || key.startsWith(`${head}*`) || key.startsWith('*'))
            : key.endsWith(tail) && key.startsWith(head),
        ),
    )
    hits.push({ kind: kinds[0]!, span, key: `${head}*${tail}`, ...(entry >= 0 ? { entry } : {}) })
  }
  for (const match of view.digits.matchAll(starred)) {
    const { head = '', tail = '' } = match.groups ?? {}
    const length = match[0].replace(/[\s-]/g, '').length
    const start = match.index
    const span: [number, number] = [start, start + match[0].length]
    if (head === '' && !/[*•●]{3,}/.test(match[0])) continue
    if (/^1[3-9]\d$/.test(head) && length <= 12) add(span, head, tail, ['PHONE'])
    else if (
      length === 18 ||
      /x$/.test(tail) ||
      /(?:身份证|证件|identity|\bid\b)[^,。;\n]{0,8}$/.test(view.folded.slice(0, start))
    )
      add(span, head, tail, ['ID', 'CARD'])
    else add(span, head, tail, ['CARD', 'ACCT', 'ID', 'PHONE'])
  }
  for (const pattern of tails)
    for (const match of view.digits.matchAll(pattern)) {
      const span = match.indices!.groups!.tail!
      const isPhone = /(?:手机|电话|phone|mobile)[^,。;\n]{0,6}$/.test(view.folded.slice(0, match.index))
      add(span, '', match.groups!.tail!, isPhone ? ['PHONE'] : ['CARD', 'ACCT'])
    }
  return hits
}
