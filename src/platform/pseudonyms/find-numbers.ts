import { isResidentId, passesLuhn } from '../language/identifiers.ts'
import type { Hit, Kind } from './model.ts'
import type { TextView } from './text-view.ts'

type Run = { digits: string; span: [number, number]; gaps: string[]; shape: number[] }

const between = '[\\s.,、;:\\-·•_/|~()—\\\\]{0,4}'
const run = new RegExp(`\\d(?:${between}\\d)*${between.replace('{0,4}', '{0,2}')}x?`, 'g')
const moneyAfter = /^\s?(?:多|余|来)?\s?(?:元|块|万|亿|千|百|%|rmb|cny|yuan|usd|hkd|dollars|大洋|港币|美元)/
const moneyBefore = /(?:[¥$€£]|rmb|cny|usd|hkd)\s?$/
const phoneWord =
  /(?:电话|手机|号码|联系方式|致电|拨打|座机|固话|传真|热线|打给|打到|拨|分机|mobile|phone|cell|call|tel|ring|reach|number|whatsapp|text|fax|contact)[^,。;!?\n\d]{0,14}$/
const accountWord =
  /(?:账号|账户|帐号|帐户|户号|存折|合同号?|借据号?|保单号?|客户号|会员号|学号|工号|社保号?|医保号?|公积金号?|运单号?|快递单号|银行卡|卡号|账|account|acct|a\/c|iban|contract|policy|loan|member|customer|staff|employee|tracking|sort code)(?:号码?|编号|number|no|id|ref)?[\s.:#]*(?:is|was|are|是|为|:|尾号|number|no\.?|#|的是)*[\s:#]*$/
const orderWord =
  /(?:工单|投诉|受理|报警|案件|订单|流水|交易|凭证|order|ticket|case|reference|transaction)(?:编)?(?:号码?)?(?:\s?(?:number|no\.?|id))?(?:是|为|is|:|#)?\s?$/
const idWord =
  /(?:身份证|证件|证号|护照|驾驶?证|居留|军官证|passport|licen[cs]e|identity|national id|\bid\b|ssn|permit|通行证)[^,。;!?\n\d]{0,14}$/
const codeWord =
  /(?:验证码|密码|动态码|校验码|口令|cvv2?|cvc|安全码|\botp\b|\bpin\b|passcode|password|verification code|security code)[^,。;!?\n\d]{0,10}$/

/** Identity, card, phone and account numbers in digits or Chinese digits, whole or broken up, checked by checksum. */
export function findNumbers(view: TextView): Hit[] {
  const hits: Hit[] = []
  for (const match of view.digits.matchAll(run)) hits.push(...splitRun(view, match.index, match[0]))
  hits.push(...findSpokenDigits(view), ...findForeignPhones(view))
  return hits
}

/** The pieces of a run of digit groups that are each one number of a person, longest and surest first. */
function splitRun(view: TextView, offset: number, text: string): Hit[] {
  const groups = [...text.matchAll(/\d+x?/g)].map((match) => ({ text: match[0], at: offset + match.index }))
  const hits: Hit[] = []
  for (let from = 0; from < groups.length; ) {
    const hit = longestFrom(view, groups, from)
    if (hit) hits.push(hit.hit)
    from += hit?.groups ?? 1
  }
  return hits
}

/** The check character X of an identity number, set apart from its digits. */
const lastX = /^[\s.,、;:\-·•_/|()\\]{0,4}x(?![a-z\d])/

function longestFrom(view: TextView, groups: { text: string; at: number }[], from: number) {
  let best: { hit: Hit; groups: number; sure: number } | undefined
  for (let to = from; to < groups.length; to++) {
    const used = groups.slice(from, to + 1)
    const last = used.at(-1)!
    const end = last.at + last.text.length
    const digits = used.map((group) => group.text).join('')
    const check = digits.length === 17 ? lastX.exec(view.digits.slice(end, end + 8)) : null
    if (digits.length > 21 && used.length > 1) break
    const start = used[0]!.at
    const candidate: Run = {
      digits: check ? `${digits}x` : digits,
      span: [start, end + (check?.[0].length ?? 0)],
      gaps: used.slice(1).map((group, i) => view.digits.slice(used[i]!.at + used[i]!.text.length, group.at)),
      shape: used.map((group) => group.text.length),
    }
    const read = classify(view, candidate)
    if (!read) continue
    if (!best || read.sure >= best.sure) {
      const span = read.cut ? ([start, candidate.span[1] - read.cut] as [number, number]) : candidate.span
      best = { hit: { kind: read.kind, span, key: read.key }, groups: used.length, sure: read.sure }
    }
  }
  return best
}

type Read = { kind: Kind; key: string; sure: number; cut?: number }

function classify(view: TextView, { digits: raw, span, gaps, shape }: Run): Read | undefined {
  const before = view.folded.slice(Math.max(0, span[0] - 30), span[0])
  const after = view.folded.slice(span[1], span[1] + 8)
  const isMoney = moneyAfter.test(after) || moneyBefore.test(before)
  const loose = gaps.some((gap) => /[,、;:()]/.test(gap))
  const whole = shape.length === 1
  const digits = raw.replace(/x$/, '')
  const cut = raw.length - digits.length
  if (/[a-z]$/.test(before) && whole && digits.length < 11) return undefined
  if (raw.length === 18 && isResidentId(raw)) return { kind: 'ID', key: raw, sure: 5 }
  const phone = mobileOf(digits)
  if (phone && !isMoney && (whole || (!loose && isPhoneShape(shape)) || phoneWord.test(before)))
    return { kind: 'PHONE', key: phone, sure: 4, cut }
  if (digits.length >= 13 && digits.length <= 19 && passesLuhn(digits) && !isMoney) {
    if (whole || (!loose && isCardShape(shape, digits))) return { kind: 'CARD', key: digits, sure: 4, cut }
  }
  if (looksLikeId(raw) && (whole || (!loose && (shape[0]! >= 3 || shape.every((size) => size <= 2)))))
    return { kind: 'ID', key: raw, sure: 3 }
  if (isMoney) return undefined
  if (whole && digits.length >= 13 && orderWord.test(before)) return undefined
  if (whole && digits.length >= 13) return { kind: 'ACCT', key: digits, sure: 2, cut }
  if (!loose && digits.length >= 16 && digits.length <= 19 && accountWord.test(before))
    return { kind: 'ACCT', key: digits, sure: 2, cut }
  const landline = landlineOf(digits, shape, gaps)
  if (landline && !loose) return { kind: 'PHONE', key: landline, sure: 2, cut }
  return byContext(before, digits, whole, loose, cut)
}

/** Shorter numbers are a person's only beside a word that says so. */
function byContext(
  before: string,
  digits: string,
  whole: boolean,
  loose: boolean,
  cut: number,
): Read | undefined {
  if (loose) return undefined
  const { length } = digits
  if (length >= 4 && length <= 8 && whole && codeWord.test(before))
    return { kind: 'CODE', key: digits, sure: 1, cut }
  if (length >= 6 && length <= 10 && whole && idWord.test(before))
    return { kind: 'ID', key: digits, sure: 1, cut }
  if (length >= 5 && accountWord.test(before)) return { kind: 'ACCT', key: digits, sure: 1, cut }
  if (length >= 7 && length <= 12 && !/^[48]00|^95\d{3}$|^0+$/.test(digits) && phoneWord.test(before))
    return { kind: 'PHONE', key: digits, sure: 1, cut }
  if (length === 7 && whole && /(?:qq|微信)(?:号)?(?:是|为|:)?\s*$/.test(before))
    return { kind: 'ACCT', key: digits, sure: 1, cut }
  return undefined
}

function mobileOf(digits: string): string | undefined {
  const local = digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '')
  return /^1[3-9]\d{9}$/.test(local) ? local : undefined
}

function isPhoneShape(shape: readonly number[]): boolean {
  const written = shape.join('').replace(/^(?:2|4)(?=344$|335$|38$|11$|443$|74$|47$|56$)/, '')
  return (
    /^(?:344|335|38|443|74|47|56|65|32222|3332|2333|11)$/.test(written) ||
    shape.every((size) => size === 1) ||
    shape.slice(1).every((size) => size === 2 || size === 1)
  )
}

function isCardShape(shape: readonly number[], digits: string): boolean {
  if (!/^(?:3[0-9]|4|5[0-9]|6|2[2-7]|9[0-9]|8[0-9])/.test(digits)) return false
  if (shape.every((size) => size <= 2)) return true
  if (shape.slice(0, -1).every((size) => size === 4)) return true
  return shape.some((size) => size >= 6)
}

/** 18 or 15 digits with a province and a birth date, whatever the last digit says: a mistyped one is one too. */
function looksLikeId(raw: string): boolean {
  if (!/^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)\d{4}/.test(raw)) return false
  if (raw.length === 18)
    return /^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/.test(raw)
  return raw.length === 15 && /^\d{6}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/.test(raw)
}

function landlineOf(digits: string, shape: readonly number[], gaps: readonly string[]): string | undefined {
  if (!/^0[1-9]\d{7,10}$/.test(digits) || shape[0]! < 2 || gaps.some((gap) => gap.includes('.')))
    return undefined
  return shape.length <= 4 ? digits : undefined
}

const foreignPhone =
  /\+\s?\d{1,3}(?:[\s().-]{0,3}\d){6,13}|(?<![\d.,])(?:1[\s.-])?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)|(?<![\d.,])\(0\d{2,4}\)[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)/g
const extension = /^\s?(?:x|ext\.?|转|分机)\s?\d{1,6}/

function findForeignPhones(view: TextView): Hit[] {
  return [...view.digits.matchAll(foreignPhone)].flatMap((match): Hit[] => {
    const end = match.index + match[0].length
    const more = extension.exec(view.digits.slice(end))
    const digits = match[0].replace(/\D/g, '')
    if (/^[48]00/.test(digits)) return []
    const span: [number, number] = [match.index, end + (more?.[0].length ?? 0)]
    return [{ kind: 'PHONE', span, key: mobileOf(digits) ?? digits }]
  })
}

const names = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const spokenWord = `(?:zero|oh|nought|o|${names.slice(1).join('|')})`
const spoken = new RegExp(
  `(?<![a-z])(?:(?:double|triple)\\s)?${spokenWord}(?:[\\s,.-]{1,3}(?:(?:double|triple)\\s)?${spokenWord}){6,}(?![a-z])`,
  'g',
)

/** Seven and more digits said in English words. */
function findSpokenDigits(view: TextView): Hit[] {
  return [...view.folded.matchAll(spoken)].map((match): Hit => {
    let digits = ''
    let times = 1
    for (const [word] of match[0].matchAll(/[a-z]+/g)) {
      if (word === 'double' || word === 'triple') times = word === 'double' ? 2 : 3
      else {
        digits += String(Math.max(names.indexOf(word), 0)).repeat(times)
        times = 1
      }
    }
    const kind: Kind =
      digits.length >= 13 && passesLuhn(digits) ? 'CARD' : digits.length <= 12 ? 'PHONE' : 'ACCT'
    return { kind, span: [match.index, match.index + match[0].length], key: mobileOf(digits) ?? digits }
  })
}
