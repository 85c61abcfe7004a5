/** A run of text as drawn: left end and baseline in points from the lower left corner of the page. */
export type Word = { text: string; x: number; y: number; width: number; size: number; bold: boolean }

/** Words on one baseline; `segments` are parted by gaps wider than a space, as cells of a table are. */
export type Line = {
  text: string
  x: number
  end: number
  y: number
  size: number
  bold: boolean
  segments: { x: number; end: number; text: string }[]
}

const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u

/**
 * Lines in the order they were drawn, which keeps columns of running text apart; words of one baseline drawn
 * one after the other are a line.
 */
export function readLines(words: Word[]): Line[] {
  const lines: Word[][] = []
  for (const word of words) {
    const open = lines.at(-1)
    const last = open?.at(-1)
    const same =
      last &&
      Math.abs(last.y - word.y) < 0.4 * Math.max(last.size, word.size) &&
      word.x > last.x + last.width - word.size
    if (open && same) open.push(word)
    else lines.push([word])
  }
  return lines.map(toLine)
}

function toLine(words: Word[]): Line {
  const segments: Line['segments'] = []
  for (const { text, x, width, size } of words) {
    const last = segments.at(-1)
    const gap = last ? x - last.end : 0
    if (!last || gap > 1.5 * size) segments.push({ x, end: x + width, text })
    else {
      last.text = joinText(last.text, text, gap > 0.15 * size)
      last.end = Math.max(last.end, x + width)
    }
  }
  const [first] = words as [Word, ...Word[]]
  return {
    text: segments.map((segment) => segment.text.trim()).join(' '),
    x: first.x,
    end: Math.max(...words.map((word) => word.x + word.width)),
    y: first.y,
    size: Math.max(...words.map((word) => word.size)),
    bold: words.every((word) => word.bold),
    segments: segments.map((segment) => ({ ...segment, text: segment.text.trim() })),
  }
}

/** Puts two pieces of text together: a space where there was a gap, but none beside Chinese or after a hyphen. */
export function joinText(before: string, after: string, gap: boolean): string {
  const apart = gap && !/\s$|\p{L}-$/u.test(before) && !/^\s/.test(after)
  const chinese = wide.test(before.at(-1) ?? '') || wide.test(after[0] ?? '')
  return `${before}${apart && !chinese ? ' ' : ''}${after}`
}
