import type { PromptLanguage } from '../../platform/prompts.ts'
import { type Tone, tones } from './brief.ts'

/** The ways one point can be worded: by tone, with those that suit every tone behind. */
export type Wordings = Map<string, { tone: Tone | 'any'; text: string }[]>

const tagged = new RegExp(`^(${tones.join('|')}|any): ?(.*)$`)

/**
 * Takes a composer's text apart: `### code` opens a point, `warm: …` a wording of it, and lines without a tag
 * go on with the wording above. Throws on words that belong to no point.
 */
export function readWordings(text: string): Wordings {
  const wordings: Wordings = new Map()
  let open: { tone: Tone | 'any'; text: string }[] | undefined
  for (const line of text.split('\n')) {
    const [, code] = /^### (\S+)$/.exec(line) ?? []
    const [, tone, words] = tagged.exec(line) ?? []
    const last = open?.at(-1)
    if (code !== undefined) {
      if (wordings.has(code)) throw new Error(`the point ${code} is worded twice`)
      open = []
      wordings.set(code, open)
    } else if (tone !== undefined && open) open.push({ tone: tone as Tone | 'any', text: words! })
    else if (line.trim() === '') continue
    else if (last) last.text += `\n${line}`
    else throw new Error(`words outside a point: ${line}`)
  }
  return wordings
}

/** The wording of a point for a tone; `variant` counts through them and starts again. */
export function chooseWording(
  wordings: Wordings,
  { say, tone, variant }: { say: string; tone: Tone; variant: number },
): string {
  const all = wordings.get(say)
  if (!all) throw new Error(`no wording for ${say}`)
  const fitting = [tone, 'any'].flatMap((wanted) => all.filter((one) => one.tone === wanted))
  if (fitting.length === 0) throw new Error(`no wording for ${say} in the tone ${tone}`)
  return fitting[variant % fitting.length]!.text
}

/** How sentences that follow each other are joined; an item of a list stands on a line of its own. */
export function joinPoints(texts: readonly string[], language: PromptLanguage): string {
  const gap = language === 'en' ? ' ' : ''
  const isItem = (text: string) => text.startsWith('· ')
  return texts.reduce((said, text, index) => {
    if (index === 0) return text
    return `${said}${isItem(text) || isItem(texts[index - 1]!) ? '\n' : gap}${text}`
  }, '')
}
