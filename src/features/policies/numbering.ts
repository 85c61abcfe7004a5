import { readChineseNumeral } from '../../platform/language/chinese-numerals.ts'

/**
 * Legal numbering at the start of a heading or paragraph. `article` 第X条; `division` 第X章/节, which groups
 * articles and has no clause number of its own; `decimal` 1, 1.2, 1.2.3; `item` 一、; `subitem` （一）.
 */
export type Numbering = {
  kind: 'article' | 'division' | 'decimal' | 'item' | 'subitem'
  /** Arabic, such as 12 or 1.2.3; for a subitem its own number only. */
  number: string
  /** What follows the number. */
  rest: string
}

const numeral = '[一二三四五六七八九十百零〇两\\d]+'
const patterns: [Numbering['kind'], RegExp][] = [
  ['article', new RegExp(`^第\\s*(${numeral})\\s*条(?:之(${numeral}))?[\\s:：、.]*(.*)$`, 's')],
  ['division', new RegExp(`^第\\s*(${numeral})\\s*[编章节]()[\\s:：、.]*(.*)$`, 's')],
  ['subitem', new RegExp(`^[（(]\\s*(${numeral})\\s*[)）]()[\\s、.]*(.*)$`, 's')],
  ['item', new RegExp(`^(${numeral.replace('\\d', '')})\\s*[、.．]()\\s*(.*)$`, 's')],
  ['decimal', /^(?:(?:article|section|clause)\s+)?(\d{1,3}(?:\.\d{1,3})*)()[.、)．:：]?\s+(?=\S)(.*)$/is],
  ['decimal', /^(\d{1,3}(?:\.\d{1,3})*)()[、．](.*)$/s],
]

/** The numbering a text begins with, or undefined. Full-width digits count as digits. */
export function readNumbering(text: string): Numbering | undefined {
  const plain = text.trim().replace(/^[０-９．（）\s第条章节]+/u, (head) => head.normalize('NFKC'))
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(plain)
    if (!match) continue
    const number = arabic(match[1]!)
    if (number === undefined) continue
    const inserted = match[2] ? arabic(match[2]) : undefined
    return { kind, number: inserted ? `${number}-${inserted}` : number, rest: (match[3] ?? '').trim() }
  }
  return undefined
}

function arabic(text: string): string | undefined {
  if (/^[\d.]+$/.test(text)) return text
  const value = readChineseNumeral(text)
  return value === undefined ? undefined : String(value)
}
