/** `lead` is the sign a marker follows and `tail` the punctuation after it: none of the three may begin a line alone. */
type Piece = { text: string } | { marker: string; lead: string; tail: string }

/** Cuts a message at the markers that have a source: `…三个月[1]。` → text, marker, text. */
export function textPieces(text: string, markers: string[]): Piece[] {
  const known = new Set(markers)
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(/\[\d{1,3}\]/g)) {
    if (!known.has(found[0])) continue
    const before = text.slice(from, found.index).replace(/ $/, '')
    const lead = /\S$/u.exec(before)?.[0] ?? ''
    const rest = before.slice(0, before.length - lead.length)
    if (rest) pieces.push({ text: rest })
    const after = found.index + found[0].length
    const tail = /^[。，、；：！？）」”.,;:!?)]+/.exec(text.slice(after))?.[0] ?? ''
    pieces.push({ marker: found[0], lead, tail })
    from = after + tail.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}
