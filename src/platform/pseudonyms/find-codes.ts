import type { Hit, Kind } from './model.ts'
import type { TextView } from './text-view.ts'

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'

type Rule = { kind: Kind; pattern: RegExp; of?: (code: string) => boolean }

/** Codes with letters: each pattern reads folded text, its last group (or the whole match) is the code. */
const rules: readonly Rule[] = [
  {
    kind: 'EMAIL',
    pattern:
      /[a-z0-9][a-z0-9._%+-]*\s?(?:@|\(at\)|\[at\]|\{at\})\s?[a-z0-9-]+(?:\s?\.\s?[a-z0-9-]+)*\s?\.\s?[a-z]{2,10}(?![a-z])/g,
  },
  { kind: 'PLATE', pattern: new RegExp(`[${provinces}][a-z][\\s·.•-]?[a-z0-9]{5,6}(?![a-z0-9])`, 'g') },
  {
    kind: 'PLATE',
    pattern: new RegExp(
      `(?:车牌|号牌)(?:号码?)?(?:是|为|:)?\\s?(?:[${provinces}])?([a-z][\\s·.-]?[a-z0-9]{5})(?![a-z0-9])`,
      'dg',
    ),
  },
  // Mainland passports and permits to and from Hong Kong, Macau and Taiwan.
  { kind: 'ID', pattern: /(?<![a-z0-9])(?:e[a-hj-np-z]?|g|d|s|p|c[a-hj-np-z]?|w|t|l)\d{7,8}(?![a-z0-9])/g },
  { kind: 'ID', pattern: /(?<![a-z0-9])[hm]\d{8}(?:\d{2})?(?![a-z0-9])/g },
  { kind: 'ID', pattern: /(?<![a-z0-9])[a-z]{1,2}\d{6}\s?\([0-9a]\)/g },
  { kind: 'ID', pattern: /(?<![a-z0-9])[a-z][12]\d{8}(?![a-z0-9])/g, of: isTaiwanId },
  {
    kind: 'ID',
    pattern:
      /(?:护照|通行证|回乡证|台胞证|军官证|居住证|证件|passport|permit|driving licen[cs]e|hkid|身份证)(?:号码?|number|no\.?|card)?[\s.:#]*(?:是|为|is|was|:)?\s?([a-z]{0,3}\d[a-z0-9]{5,11})(?![a-z0-9])/dg,
  },
  { kind: 'ID', pattern: /(?<![\da-z-])\d{3}-\d{2}-\d{4}(?![\d-])/g },
  {
    kind: 'ID',
    pattern:
      /(?<![a-z0-9])(?!bg|gb|nk|kn|tn|nt|zz)[a-ceghj-prtw-z][a-ceghj-nprtw-z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d](?![a-z0-9])/g,
  },
  {
    kind: 'ACCT',
    pattern: /(?<![a-z0-9])[a-z]{2}\d{2}(?:[\s-]?[a-z0-9]{4}){2,7}(?:[\s-]?[a-z0-9]{1,3})?(?![a-z0-9])/g,
    of: isIban,
  },
  {
    kind: 'ACCT',
    pattern:
      /(?:微信|wechat|weixin|vx|qq|whatsapp|telegram|支付宝|alipay|skype)(?:号码?|账号|帐号|id)?\s?(?:id)?(?:是|为|叫|is|:)?\s?((?=[a-z0-9_-]*\d)[a-z0-9][a-z0-9_-]{4,24})(?![a-z0-9])/dg,
  },
  {
    kind: 'ACCT',
    pattern:
      /(?:账号|帐号|账户|客户号|保单号?|合同号?|借据号?|学号|工号|account|policy|contract|customer|employee|member)(?:号码?|编号| number| no\.?| id)?[\s:#]*(?:是|为|is|:)?\s?((?=[a-z0-9-]*\d[a-z0-9-]*\d[a-z0-9-]*\d)[a-z]{1,6}-?\d[a-z0-9-]{4,20})(?![a-z0-9])/dg,
  },
  {
    kind: 'CODE',
    pattern:
      /(?:密码|口令|password|passcode)(?:是|为|is|:)\s?((?=[a-z0-9!@#$%^&*_-]*\d)[a-z0-9!@#$%^&*_-]{6,24})(?![a-z0-9])/dg,
  },
]

/** E-mail addresses, plates, passports, permits, foreign identity numbers, IBANs and codes that hold letters. */
export function findCodes(view: TextView): Hit[] {
  const hits: Hit[] = []
  for (const { kind, pattern, of } of rules) {
    for (const match of view.folded.matchAll(pattern)) {
      const span: [number, number] = match.indices?.[1] ?? [match.index, match.index + match[0].length]
      const key = view.folded.slice(...span).replace(kind === 'EMAIL' ? /\s/g : /[^a-z0-9一-龥]/g, '')
      if (of && !of(key)) continue
      hits.push({ kind, span, key })
    }
  }
  return hits
}

/** ISO 13616: the number's letters as digits, first four characters last, leave 1 modulo 97. */
function isIban(code: string): boolean {
  const upper = code.toUpperCase()
  if (upper.length < 15 || upper.length > 34) return false
  const digits = (upper.slice(4) + upper.slice(0, 4)).replace(/[A-Z]/g, (c) => String(c.charCodeAt(0) - 55))
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** The check digit of an identity number of Taiwan. */
function isTaiwanId(code: string): boolean {
  const letter = 'abcdefghjklmnpqrstuvxywzio'.indexOf(code[0]!) + 10
  const digits = [Math.floor(letter / 10), letter % 10, ...[...code.slice(1)].map(Number)]
  const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]
  return digits.reduce((sum, digit, i) => sum + digit * weights[i]!, 0) % 10 === 0
}
