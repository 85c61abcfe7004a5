/** `tail` is the punctuation after a marker: it may not begin a line of its own. */
type Piece = { text: string } | { marker: string; tail: string }

/** Cuts a message at the markers that have a source: `…三个月[1]。` → text, marker, text. */
export function textPieces(text: string, markers: string[]): Piece[] {
  const known = new Set(markers)
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(/\[\d{1,3}\]/g)) {
    if (!known.has(found[0])) continue
    const before = text.slice(from, found.index).replace(/ $/, '')
    if (before) pieces.push({ text: before })
    const after = found.index + found[0].length
    const tail = /^[。，、；：！？）」”.,;:!?)]+/.exec(text.slice(after))?.[0] ?? ''
    pieces.push({ marker: found[0], tail })
    from = after + tail.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}
