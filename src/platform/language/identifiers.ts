import { foldText } from './fold-text.ts'
import type { Span } from './quantities.ts'

export type IdentifierKind = 'phone' | 'card' | 'id' | 'hotline' | 'order' | 'email' | 'url'
export type Identifier = { kind: IdentifierKind; span: Span }

/** Luhn's check, for a string of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The checksum of an 18-character resident identity number (GB 11643, ISO 7064 mod 11-2). */
export function isResidentId(id: string): boolean {
  if (!/^\d{17}[\dx]$/i.test(id)) return false
  const month = Number(id.slice(10, 12))
  const day = Number(id.slice(12, 14))
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  const sum = idWeights.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return '10x98765432'[sum % 11] === id[17]!.toLowerCase()
}

const hotlines =
  '110|119|120|122|12315|12320|12333|12338|12345|12348|12355|12356|12363|12366|12377|12378|12386|12321|96110|95\\d{3}|96\\d{3,4}'

const numberWord =
  '(?:订单|流水|交易|工单|案件|投诉|受理|编|单|合同|借据|凭证|参考|申请|快递|运单|保单|账|帐|卡|户|学|工|车牌|门牌|批|业务|报警|立案)号(?:码)?(?:是|为|:|：)?\\s*|(?:验证码|密码|动态码|校验码|授权码|邀请码|qq|微信)(?:号|是|为|:)?\\s*|(?:order|reference|ref|case|ticket|transaction|contract|account|acct|policy|tracking|invoice|staff|employee|complaint|application|loan|card|id|passport|otp|code|pin)(?:\\s(?:id|number|no|code))?[.:#]*\\s?(?:is\\s)?(?:no\\.?\\s?|number\\s)?#?'

const patterns: [IdentifierKind, RegExp][] = [
  ['url', /(?:https?:\/\/|www\.)[^\s,，。;；)）"”]+/g],
  ['email', /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/g],
  ['id', /(?<![\da-z])\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dx](?![\da-z])/g],
  ['id', /(?<![\da-z])\d{3,6}\*{4,}\d{2,4}[\dx]?(?![\da-z])/g],
  ['card', /(?<![\d.])\d{4}(?:([ -])(?:\d{4}|\*{4})){2,3}(?:[ -]\d{1,4}){0,2}(?![\d])/g],
  ['card', /(?<![\d.,])\d{13,19}(?![\d])/g],
  ['phone', /(?<![\d.,])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?[\d*]{4}){2}(?!\d)/g],
  ['phone', /\+\d{1,3}[- ]\d{2,5}(?:[- ]?\d{2,5}){1,3}(?!\d)/g],
  ['phone', /(?<![\d.,])\(?0\d{2,3}\)?[- ]?\d{7,8}(?:(?:-|转)\d{1,5})?(?!\d)/g],
  ['hotline', /(?<![\d.,])[48]00[- ]?\d{3}[- ]?\d{4}(?!\d)/g],
  [
    'hotline',
    new RegExp(
      `(?<![\\d.,¥$a-z-])(?:${hotlines})(?![\\d,.]*\\d|[a-z]|\\s?(?:元|块|万|年|月|天|期|%|rmb|yuan|cny))`,
      'g',
    ),
  ],
  ['card', /(?:尾号|末四位|后四位|卡尾|尾数)(?:是|为|:)?\s?(\d{4})(?!\d)/dg],
  [
    'card',
    /(?:ending|ends|end|last four(?: digits)?|last 4(?: digits)?)(?: in| with| are| is)?[ :]+(\d{4})(?!\d)/dg,
  ],
  ['card', /(?<![\d.,])(\d{4})(?=(?:结尾|尾号|那张|这张)的?(?:信用)?卡)/dg],
  ['order', new RegExp(`(?:${numberWord})([a-z]{0,6}[-_]?\\d[\\da-z_-]{3,})`, 'dg')],
  ['order', /(?<![\da-z])(?=[a-z0-9-]*\d{4})[a-z]{1,6}-?\d[\da-z-]{4,}(?![\da-z])/g],
  ['order', /(?<![\d.,])\d{10,12}(?![\d,.%]|\s?(?:元|块|万))/g],
]

/**
 * Numbers that name a person, an account or a line, and so are no quantities: ordered, not overlapping. An 18-digit
 * run with a birth date is an `id`, a 13–19 digit run a `card` when Luhn agrees and else an `order` number.
 */
export function readIdentifiers(text: string): Identifier[] {
  const folded = foldText(text)
  const found: Identifier[] = []
  for (const [kind, pattern] of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const group = match.indices?.[1]
      const span: Span = group ? [group[0], group[1]] : [match.index, match.index + match[0].length]
      if (found.some((other) => other.span[0] < span[1] && span[0] < other.span[1])) continue
      found.push({ kind: settleKind(kind, folded.slice(span[0], span[1])), span })
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0])
}

function settleKind(kind: IdentifierKind, text: string): IdentifierKind {
  const digits = text.replace(/[^\dx]/g, '')
  if (kind === 'id' && !text.includes('*') && !isResidentId(digits)) return passesLuhn(digits) ? 'card' : 'id'
  if (kind === 'card' && digits.length >= 13 && !text.includes('*'))
    return passesLuhn(digits) ? 'card' : 'order'
  return kind
}
