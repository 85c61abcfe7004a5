import { type Kind, kinds } from './model.ts'

export type Placeholder = { kind: Kind; number: number }

/** A piece of text that is, or could be taken for, a placeholder; `name` is undefined when it is none of ours. */
export type PlaceholderLike = { span: [number, number]; name: Placeholder | undefined }

export function writePlaceholder({ kind, number }: Placeholder): string {
  return `[${kind}_${number}]`
}

const known = kinds.join('|')
const translated = '姓名|名字|电话|手机号?|卡号|身份证号?|证件号?|地址|住址|单位|公司|邮箱|账号|车牌'
const open = '[\\[【［〔{<＜〈《「『]'
const close = '[\\]】］〕}>＞〉》」』]'
const gap = '[\\s_\\\\.:#＿‐-―-]*'
const patterns = [
  new RegExp(
    `(?:\\\\?${open}\\s{0,3}){1,3}(?:${known})s?${gap}(?:[\\dA-Z]{0,4}|[０-９]{1,4})\\s*(?:\\\\?${close})+`,
    'giu',
  ),
  new RegExp(`(?:${open}\\s{0,3}){1,3}(?:${translated})${gap}[\\d０-９]{1,4}\\s*(?:${close})+`, 'gu'),
  new RegExp(`(?:\\\\?${open}\\s{0,3}){1,3}[A-Z][A-Z_]{1,20}[_-]\\d{1,4}\\s*(?:\\\\?${close})+`, 'gu'),
  new RegExp(`(?<![A-Za-z0-9_])(?:${known})\\\\?_\\d{1,4}(?![A-Za-z0-9_])`, 'giu'),
]

/** Everything in a text that reads as a placeholder, in whatever brackets, case and spacing; in order. */
export function findPlaceholders(text: string): PlaceholderLike[] {
  const plain = text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  const found: PlaceholderLike[] = []
  for (const pattern of patterns) {
    for (const match of plain.matchAll(pattern)) {
      const span: [number, number] = [match.index, match.index + match[0].length]
      if (found.some((other) => other.span[0] < span[1] && span[0] < other.span[1])) continue
      found.push({ span, name: readName(match[0]) })
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0])
}

const name = new RegExp(`^(${known})([1-9]\\d{0,3})$`)

function readName(shown: string): Placeholder | undefined {
  const match = name.exec(
    shown
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, ''),
  )
  return match ? { kind: match[1] as Kind, number: Number(match[2]) } : undefined
}
