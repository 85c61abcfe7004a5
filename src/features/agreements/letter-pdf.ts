import { createHash } from 'node:crypto'
import { letterFonts, missingGlyphs, UnprintableCharacter } from './fonts.ts'
import { letterDefinition } from './letter-layout.ts'
import { type LetterText, letterStrings } from './letter-text.ts'

export type RenderedLetter = { bytes: Uint8Array; sha256: string }

/**
 * The letter as PDF. `createdAt` (an instant, ISO with offset) is the only date in the file, so the same text and
 * instant give the same bytes. Throws UnprintableCharacter when the font lacks a glyph for any character of it.
 * Lays out on the caller's thread for about half a second; render once, store the bytes.
 */
export async function renderLetter(
  text: LetterText,
  { createdAt }: { createdAt: string },
): Promise<RenderedLetter> {
  const missing = missingGlyphs(letterStrings(text).join('\n'))
  if (missing.length > 0) throw new UnprintableCharacter(missing)
  const instant = new Date(createdAt)
  if (Number.isNaN(instant.getTime())) throw new RangeError(`createdAt is not an instant: ${createdAt}`)
  const { default: pdfmake } = await import('pdfmake')
  const faces = letterFonts()
  pdfmake.setFonts({ Letter: faces })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path === faces.normal || path === faces.bold)
  const bytes = new Uint8Array(await pdfmake.createPdf(letterDefinition(text, instant)).getBuffer())
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
