import { splitSentences } from '../../platform/language/sentences.ts'

/**
 * A clause's words with the marker of its citation after every sentence and table row: what is quoted is
 * cited where it stands, so that each figure and each rule in it has its source beside it.
 */
export function citePassage(passage: string, marker: string): string {
  return passage
    .trim()
    .split('\n')
    .map((line) => citeLine(line, marker))
    .join('\n')
}

const han = /[\u3400-\u9fff]/

function citeLine(line: string, marker: string): string {
  if (line.trim() === '' || /^\s*\|[\s:|-]+\|\s*$/.test(line)) return line
  if (/^\s*\|.*\|\s*$/.test(line)) return line.replace(/\s*\|\s*$/, ` ${marker} |`)
  const gap = han.test(line) ? '' : ' '
  return splitSentences(line)
    .map(([start, end]) => `${line.slice(start, end).trimEnd()}${gap}${marker}`)
    .join(gap)
}
