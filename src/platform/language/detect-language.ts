import { scriptOf } from './fold-text.ts'
import { readIdentifiers } from './identifiers.ts'

export type Language = 'zh-Hans' | 'zh-Hant' | 'en' | 'mixed'

const brandWords = new Set(
  'alipay wechat weixin unionpay visa mastercard amex iphone ipad android huawei apple paypal taobao jd meituan didi douyin tiktok app apps vip atm pos apr sms otp pin cvv etf ipo qq wifi email hsbc icbc vs id kyc tv gdp lpr irr ai ok rmb cny usd hkd eur gbp pdf excel mr mrs ms'.split(
    ' ',
  ),
)

const plainCapitals = new Set(
  'i hello hi hey dear please thanks thank ok okay yes no the my can could how what when why is are do does but and so if sorry sir madam help'.split(
    ' ',
  ),
)

/** Latin words that carry language: no brand, no acronym, no product code, no name beside Chinese. */
function countWords(text: string, besideHan: boolean): number {
  let count = 0
  for (const [word] of text.matchAll(/[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*/g)) {
    const lower = word.toLowerCase()
    if (brandWords.has(lower)) continue
    if (word.length > 1 && word === word.toUpperCase() && word.length <= 5 && besideHan) continue
    if (besideHan && /^[A-Z][a-z]+$/.test(word) && !plainCapitals.has(lower)) continue
    if (word.length === 1 && !/^[IaA]$/.test(word)) continue
    count += 1
  }
  return count
}

/** Han characters left when a Chinese name inside an English sentence is taken out. */
function countHan(text: string, besideLatin: boolean): number {
  const plain = besideLatin
    ? text.replace(
        /(?:name is|i am|i'm|this is|called|mr\.?|ms\.?|mrs\.?)\s*[\p{Script=Han}]{2,4}(?![\p{Script=Han}])/giu,
        '',
      )
    : text
  return [...plain.matchAll(/\p{Script=Han}/gu)].length
}

/**
 * Which language a text is written in (ARCHITECTURE, "What is read"): `mixed` iff the lesser script has at least two words
 * (Latin) or characters (Han); without a distinguishing character Chinese counts as simplified.
 */
export function detectLanguage(text: string): Language {
  let rest = text
  for (const { span } of readIdentifiers(text)) {
    rest = rest.slice(0, span[0]) + ' '.repeat(span[1] - span[0]) + rest.slice(span[1])
  }
  rest = rest.replace(
    /(?<![A-Za-z])[A-Za-z]{1,4}\d+[A-Za-z]*|\d+(?:[kKwWmM]|rmb|RMB|st|nd|rd|th|am|pm)?(?![A-Za-z])/g,
    ' ',
  )
  const hasHan = /\p{Script=Han}/u.test(rest)
  const words = countWords(rest, hasHan)
  const han = countHan(rest, words > 0)
  if (han === 0)
    return words > 0 || !hasHan
      ? /[A-Za-z]/.test(text) || !hasHan
        ? settleEmpty(text)
        : 'zh-Hans'
      : 'zh-Hans'
  if (words >= 2 && han >= 2) return 'mixed'
  if (words > han * 2) return 'en'
  let hant = 0
  let hans = 0
  for (const char of rest) {
    const script = scriptOf(char)
    if (script === 'hant') hant += 1
    if (script === 'hans') hans += 1
  }
  return hant > hans ? 'zh-Hant' : 'zh-Hans'
}

/** A text without Han: English when it has any letter, else the house's first language. */
function settleEmpty(text: string): Language {
  return /[A-Za-z]/.test(text) ? 'en' : 'zh-Hans'
}
