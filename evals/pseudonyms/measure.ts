import { mask } from '../../src/platform/pseudonyms/mask.ts'
import { openMask } from '../../src/platform/pseudonyms/open-mask.ts'
import { unmask } from '../../src/platform/pseudonyms/unmask.ts'
import type { Frames } from './frames.ts'
import { type Conversation, generateConversations, type Planted, type Slot } from './generate.ts'

export type Share = { escaped: number; planted: number; examples: string[] }
export type Measured = {
  conversations: number
  slots: Record<Slot, Share>
  terms: { lost: number; planted: number; examples: string[] }
  notGivenBack: number
}

/** What survives masking in generated conversations, found by other means than the masker's; `hide` tries another one. */
export function measureMasking(
  frames: Frames,
  seed: number,
  count: number,
  hide?: (text: string) => string,
): Measured {
  const empty = (): Share => ({ escaped: 0, planted: 0, examples: [] })
  const slots = { checksum: empty(), own: empty(), name: empty(), other: empty() }
  const terms: Measured['terms'] = { lost: 0, planted: 0, examples: [] }
  let notGivenBack = 0
  const conversations = generateConversations(frames, seed, count)
  for (const conversation of conversations) {
    for (const { turn, masked, back } of maskAll(conversation, hide)) {
      for (const planted of turn.planted) {
        const share = slots[planted.slot]
        share.planted += 1
        if (!survives(planted, masked)) continue
        share.escaped += 1
        share.examples.push(`${planted.gap} ${planted.text} | ${turn.text} | ${masked}`)
      }
      for (const term of turn.clear) {
        terms.planted += 1
        if (masked.includes(term)) continue
        terms.lost += 1
        terms.examples.push(`${term} | ${turn.text} | ${masked}`)
      }
      if (!back) notGivenBack += 1
    }
  }
  return { conversations: conversations.length, slots, terms, notGivenBack }
}

function maskAll({ known, turns }: Conversation, hide?: (text: string) => string) {
  let state = openMask([known])
  return turns.map((turn) => {
    const masked = mask(turn.text, state)
    state = masked.state
    const out = hide ? hide(turn.text) : masked.text
    return { turn, masked: out, back: unmask(masked.text, state).ok }
  })
}

/** The plain characters of a text, placeholders left out, Chinese digits as digits. */
function plain(text: string): string {
  return text
    .replace(/\[[A-Z]+_\d+\]/g, '▮')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〇零一二三四五六七八九]/g, (char) =>
      String('〇一二三四五六七八九'.indexOf(char === '零' ? '〇' : char)),
    )
    .replace(/[^\p{L}\p{N}▮]/gu, '')
}

function survives({ parts }: Planted, masked: string): boolean {
  return parts.some((part) => {
    if (/^[A-Za-z'’-]+$/.test(part)) return new RegExp(`(?<![A-Za-z])${part}(?![A-Za-z])`, 'i').test(masked)
    return plain(masked).includes(plain(part))
  })
}

export function overMasked(sentences: readonly string[]): string[] {
  return sentences.flatMap((sentence) => {
    const { text } = mask(sentence, openMask([], ['和衡银行', 'Heheng Bank', '95504']))
    return text === sentence ? [] : [`${sentence} => ${text}`]
  })
}

/** Wilson's 95 % interval of a share. */
export function wilson(hits: number, of: number): [number, number] {
  const z = 1.96
  const share = hits / of
  const middle = share + z ** 2 / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return [(middle - half) / (1 + z ** 2 / of), Math.min(1, (middle + half) / (1 + z ** 2 / of))]
}
