const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  三: 3,
  叁: 3,
  参: 3,
  仨: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}

const units: Record<string, number> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  万: 10_000,
  亿: 100_000_000,
}

type Token = { value: number; unit?: true; zero?: true; literal?: true }

function tokenise(text: string): Token[] | undefined {
  const tokens: Token[] = []
  const source = text.replace(/廿/g, '二十').replace(/卅/g, '三十')
  for (let i = 0; i < source.length; ) {
    const literal = /^\d[\d,]*(?:\.\d+)?/.exec(source.slice(i))
    if (literal) {
      tokens.push({ value: Number(literal[0].replace(/,/g, '')), literal: true })
      i += literal[0].length
      continue
    }
    const char = source[i]!
    const unit = units[char]
    const digit = digits[char]
    if (unit !== undefined) tokens.push({ value: unit, unit: true })
    else if (char === '点') {
      const decimals = /^点([零〇一二三四五六七八九]+)/.exec(source.slice(i))
      const before = tokens.at(-1)
      if (!decimals || !before) return undefined
      const places = [...decimals[1]!].map((c) => digits[c]).join('')
      if (before.unit) tokens.push({ value: Number(`0.${places}`), literal: true })
      else {
        before.value += Number(`0.${places}`)
        delete before.zero
      }
      i += decimals[0].length
      continue
    } else if (digit === undefined) return undefined
    else tokens.push(digit === 0 ? { value: 0, zero: true } : { value: digit })
    i += 1
  }
  return tokens
}

/**
 * The value of a numeral in Chinese characters, alone or mixed with digits: 三千五百, 一万二 (12,000), 三百五 (350),
 * 二〇二六, 3万5, 1.2亿, 三点五万. Undefined when the characters are no numeral.
 */
export function readChineseNumeral(text: string): number | undefined {
  if (/^[零〇一二三四五六七八九幺]{2,}$/.test(text)) {
    return Number([...text].map((char) => digits[char]).join(''))
  }
  const tokens = tokenise(text)
  if (!tokens || tokens.length === 0) return undefined
  let total = 0
  let section = 0
  let lastUnit = 0
  let ceiling = Number.POSITIVE_INFINITY
  let zero = false
  let pending: Token | undefined
  for (const token of tokens) {
    if (!token.unit) {
      if (pending && !(pending.zero && !token.zero) && !(token.zero && pending.zero)) return undefined
      if (token.zero) zero = true
      pending = token
      continue
    }
    const coefficient = pending && !pending.zero ? pending.value : undefined
    if (token.value >= 10_000) {
      const group: number = section + (coefficient ?? 0)
      if (token.value === 100_000_000) {
        if (total === 0 && group === 0) return undefined
        total = total > 0 && total < 100_000_000 ? (total + group) * token.value : total + group * token.value
      } else {
        if (group === 0) return undefined
        total += group * token.value
      }
      section = 0
      ceiling = Number.POSITIVE_INFINITY
    } else {
      if (token.value >= ceiling) return undefined
      if (coefficient === undefined && !(token.value === 10 && section === 0)) return undefined
      section += (coefficient ?? 1) * token.value
      ceiling = token.value
    }
    lastUnit = token.value
    pending = undefined
    zero = false
  }
  if (pending && !pending.zero) {
    const shorthand = lastUnit > 10 && !zero && Number.isInteger(pending.value) && pending.value < 10
    section += shorthand ? (pending.value * lastUnit) / 10 : pending.value
  } else if (pending && lastUnit === 0) return tokens.length === 1 ? 0 : undefined
  else if (pending?.zero && tokens.length > 1) return undefined
  return tidy(total + section)
}

/** Removes the dust of binary fractions, at most six decimals. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value : Math.round(value * 1e6) / 1e6
}

const names = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

function writeGroup(value: number, inner: boolean): string {
  let out = ''
  let gap = false
  for (const [size, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10
    if (digit === 0) {
      gap = out !== '' || inner
      continue
    }
    if (gap) out += '零'
    gap = false
    out += size === 10 && digit === 1 && out === '' && !inner ? name : names[digit] + name
  }
  return out
}

/** A whole number from 0 to 10^12 in Chinese characters, the inverse of `readChineseNumeral`. */
export function writeChineseNumeral(value: number): string {
  if (value === 0) return '零'
  const hundredMillions = Math.floor(value / 1e8)
  const tenThousands = Math.floor(value / 1e4) % 1e4
  const rest = value % 1e4
  let out = hundredMillions > 0 ? `${writeGroup(hundredMillions, false)}亿` : ''
  if (tenThousands > 0) out += `${writeGroup(tenThousands, out !== '' && tenThousands < 1000)}万`
  if (rest > 0) {
    const group = writeGroup(rest, out !== '' && rest < 1000)
    out +=
      out !== '' && tenThousands === 0 && hundredMillions > 0 && !group.startsWith('零')
        ? `零${group}`
        : group
  }
  return out
}
