import simplifiedToTraditional from 'opencc-js/dict/STCharacters'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

type Pairs = Map<string, string[]>

function readPairs(source: string): Pairs {
  const pairs: Pairs = new Map()
  for (const entry of source.split('|')) {
    const [from, ...to] = entry.split(' ')
    if (from) pairs.set(from, to)
  }
  return pairs
}

const toSimplified = readPairs(traditionalToSimplified)
const toTraditional = readPairs(simplifiedToTraditional)

/** Cantonese and other spoken forms, each with the written word of the same length. */
const spokenForms: Record<string, string> = {
  唔: '不',
  冇: '没',
  嘅: '的',
  咗: '了',
  喺: '在',
  畀: '给',
  俾: '给',
  佢: '他',
  啲: '些',
  嚟: '来',
  哋: '们',
  咁: '这',
  俺: '我',
  侬: '你',
  妳: '你',
  甭: '别',
  '﹣': '-',
  '－': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '〜': '~',
  '～': '~',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '\u3000': ' ',
  '\u00a0': ' ',
  '％': '%',
  '﹪': '%',
  '￥': '¥',
}

const kept = new Set(['甚', '乾'])
const cache = new Map<string, string>()

const wideDigit = /[０-９]/

function foldUnit(unit: string): string {
  const spoken = spokenForms[unit]
  if (spoken !== undefined) return spoken
  const code = unit.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase()
  if (code < 0x2e80) {
    const lower = unit.toLowerCase()
    return lower.length === 1 ? lower : unit
  }
  const simple = kept.has(unit) ? undefined : toSimplified.get(unit)?.[0]
  return simple?.length === 1 ? simple : unit
}

/**
 * The text in one plain form: lower case, half width, simplified characters, common spoken words written out.
 * Each UTF-16 unit becomes exactly one unit, so a span in the result is a span in the original.
 */
export function foldText(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!
    if (unit === '，' && !(wideDigit.test(text[i - 1] ?? '') && wideDigit.test(text[i + 1] ?? ''))) {
      folded += unit
      continue
    }
    let to = cache.get(unit)
    if (to === undefined) {
      to = foldUnit(unit)
      cache.set(unit, to)
    }
    folded += to
  }
  return folded
}

/** Which script a Han character belongs to; `both` when nothing tells them apart. */
export function scriptOf(han: string): 'hans' | 'hant' | 'both' {
  const simple = toSimplified.get(han)
  if (simple && !simple.includes(han)) return 'hant'
  const traditional = toTraditional.get(han)
  if (traditional && !traditional.includes(han) && !toSimplified.has(han)) return 'hans'
  return 'both'
}
