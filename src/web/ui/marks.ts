/** A stretch `[start, end)` of a text, in UTF-16 code units, that something on the page points at. */
export type Mark<T> = { start: number; end: number; of: T }
export type Piece<T> = { start: number; end: number; text: string; marks: T[] }

/** Cuts a text at the edges of its marks, so overlapping marks can be drawn without nesting. */
export function cut<T>(text: string, marks: readonly Mark<T>[]): Piece<T>[] {
  const clean = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter((mark) => mark.start < mark.end)
  const edges = [...new Set([0, text.length, ...clean.flatMap((mark) => [mark.start, mark.end])])].sort(
    (a, b) => a - b,
  )
  const pieces: Piece<T>[] = []
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i]!, edges[i + 1]!]
    const over = clean.filter((mark) => mark.start <= start && end <= mark.end).map((mark) => mark.of)
    pieces.push({ start, end, text: text.slice(start, end), marks: over })
  }
  return pieces
}

/** Every place where one of the words stands in the text. */
export function find<T>(text: string, words: readonly { word: string; of: T }[]): Mark<T>[] {
  const marks: Mark<T>[] = []
  for (const { word, of } of words) {
    if (!word) continue
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      marks.push({ start: at, end: at + word.length, of })
    }
  }
  return marks
}
