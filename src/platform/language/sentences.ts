import type { Span } from './quantities.ts'

const abbreviations =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|no|nos|vs|etc|e\.g|i\.e|approx|art|sec|st|ltd|co|inc|p\.a|a\.m|p\.m|u\.s|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.$/i
const closers = '"”’\')）】」』]》'

/** Sentence spans, in order, Chinese and English, without surrounding white space. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  const push = (end: number) => {
    let from = start
    let to = end
    while (from < to && /\s/.test(text[from]!)) from += 1
    while (to > from && /\s/.test(text[to - 1]!)) to -= 1
    if (to > from) spans.push([from, to])
    start = end
  }
  for (let i = 0; i < text.length; i++) {
    if (!endsSentence(text, i)) continue
    let end = i + 1
    while (end < text.length && ('。！？!?…；;'.includes(text[end]!) || closers.includes(text[end]!)))
      end += 1
    push(end)
    i = end - 1
  }
  push(text.length)
  return spans
}

function endsSentence(text: string, i: number): boolean {
  const char = text[i]!
  if ('。！？；!?;…'.includes(char)) return true
  if (char === '\n') return true
  if (char !== '.') return false
  const next = text[i + 1]
  if (next !== undefined && !/\s/.test(next) && !closers.includes(next)) return false
  if (abbreviations.test(text.slice(Math.max(0, i - 8), i + 1)))
    return /^\.\s+[A-Z\p{Script=Han}]/u.test(text.slice(i)) && /[pa]\.[am]\.$/i.test(text.slice(0, i + 1))
  return !/(?:^|\n)\s*\d{1,2}\.$/.test(text.slice(0, i + 1))
}
