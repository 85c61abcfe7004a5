import type { Line } from './pdf-lines.ts'
import type { PagePiece } from './pdf-page.ts'

/**
 * Running heads and feet: page numbers at the foot, and what stands first or last, no larger than the body, on at
 * least half of the pages and differs by the page's number at most.
 */
export function findFurniture(pages: PagePiece[][], bodySize: number): Set<PagePiece> {
  const edges = pages.flatMap((pieces, i) => edgesOf(pieces, i + 1))
  const same = Map.groupBy(edges, ({ key }) => key)
  const often = Math.max(2, pages.length / 2)
  const found = new Set<PagePiece>()
  for (const { line, key, foot } of edges) {
    const repeated = new Set(same.get(key)!.map(({ page }) => page)).size >= often
    const small = line.size <= bodySize * 1.05
    if ((repeated && small) || (foot && isPageNumber(line.text))) found.add(line)
  }
  return found
}

type Edge = { line: PagePiece & Line; key: string; page: number; foot: boolean }

function edgesOf(pieces: PagePiece[], page: number): Edge[] {
  const heights = pieces.map((piece) => (piece.kind === 'line' ? piece.y : piece.top))
  const [low, high] = [Math.min(...heights), Math.max(...heights)]
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'line') return []
    const edge = 1.8 * piece.size
    const foot = piece.y <= low + edge
    if (!foot && piece.y < high - edge) return []
    const text = piece.text.replace(/\d+/g, (number) => (Number(number) === page ? '#' : number))
    return [{ line: piece, key: `${foot ? 'foot' : 'head'} ${text}`, page, foot }]
  })
}

function isPageNumber(text: string): boolean {
  const rest = text.replace(/page|of|[-–—/|\s第页共\d]/gi, '')
  return rest === '' && /\d/.test(text) && text.length <= 40
}
