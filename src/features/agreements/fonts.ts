import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

type Font = { hasGlyphForCodePoint(codePoint: number): boolean }
type Fontkit = { openSync(path: string): Font }

const require = createRequire(import.meta.url)

/** Where the letter's two weights lie: Noto Sans Hans, OFL-1.1, subset when embedded. */
export function letterFonts(): { normal: string; bold: string } {
  const entry = pathToFileURL(require.resolve('@embedpdf/fonts-sc'))
  const weight = (name: string) => fileURLToPath(new URL(`../fonts/NotoSansHans-${name}.otf`, entry))
  return { normal: weight('Regular'), bold: weight('Bold') }
}

let opened: Font[] | undefined

function fonts(): Font[] {
  const { normal, bold } = letterFonts()
  opened ??= [normal, bold].map((path) => (require('fontkit') as Fontkit).openSync(path))
  return opened
}

// Invisible and private-use characters may have a glyph and still must not stand in a signed text.
const neverPrinted = /[\p{C}\p{Zl}\p{Zp}]/u

/**
 * The characters of a text that a letter cannot print, each once, in order of appearance. A line feed is layout,
 * not a character. The renderer would print an empty box for them without an error.
 */
export function missingGlyphs(text: string): string[] {
  const characters = new Set(text.replaceAll('\n', ''))
  return [...characters].filter(
    (character) =>
      neverPrinted.test(character) ||
      fonts().some((font) => !font.hasGlyphForCodePoint(character.codePointAt(0)!)),
  )
}

/** A letter is refused rather than printed with a box in place of a character, above all in a name. */
export class UnprintableCharacter extends Error {
  readonly characters: readonly string[]

  constructor(characters: readonly string[]) {
    const named = characters.map(
      (character) =>
        `${character} (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`,
    )
    super(`the letter's font has no glyph for ${named.join(', ')}`)
    this.name = 'UnprintableCharacter'
    this.characters = characters
  }
}
