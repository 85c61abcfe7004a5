import type { DraftSection, LetterLanguage, LetterSection } from './letter-text.ts'

const numerals = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

function groupInCapitals(group: number): string {
  return [...String(group)]
    .map((digit, index, all) =>
      digit === '0' ? '零' : numerals[Number(digit)]! + places[all.length - 1 - index]!,
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
}

function wholeInCapitals(whole: string): string {
  const chunks = whole.replace(/\B(?=(\d{4})+$)/g, ',').split(',')
  return chunks
    .map((chunk, index) => {
      const group = Number(chunk)
      if (group === 0) return '零'
      const gap = index > 0 && group < 1000 ? '零' : ''
      return gap + groupInCapitals(group) + groups[chunks.length - 1 - index]!
    })
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
}

/**
 * The amount in the capital numerals Chinese contracts put beside the figures, so that a digit cannot be altered:
 * 1234560 -> 壹万贰仟叁佰肆拾伍元陆角整. Non-negative integer minor units, below 10^15.
 */
export function amountInCapitals(minor: number): string {
  const digits = String(minor).padStart(3, '0')
  const jiao = Number(digits.at(-2))
  const fen = Number(digits.at(-1))
  const whole = wholeInCapitals(digits.slice(0, -2))
  const yuan = whole === '' ? '' : `${whole}元`
  if (jiao === 0 && fen === 0) return `${yuan === '' ? '零元' : yuan}整`
  const tenths = jiao > 0 ? `${numerals[jiao]}角` : yuan === '' ? '' : '零'
  return `${yuan}${tenths}${fen > 0 ? `${numerals[fen]}分` : '整'}`
}

/** The line that tells a reader whom to call. */
export function hotlineText(number: string, language: LetterLanguage): string {
  return language === 'en' ? `Customer service ${number}` : `客户服务热线 ${number}`
}

const sectionNumerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Sections with their headings in one language, numbered the way letters in it are. */
export function numberedSections(sections: DraftSection[], language: LetterLanguage): LetterSection[] {
  return sections.map((section, index) => ({
    ...section,
    heading:
      language === 'en'
        ? `${index + 1}. ${section.heading.en}`
        : `${sectionNumerals[index]}、${section.heading['zh-Hans']}`,
  }))
}
