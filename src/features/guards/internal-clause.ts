import type { Finding, GuardClause } from './model.ts'
import { plainText } from './plain-text.ts'
import type { Draft } from './read-draft.ts'

const minHan = 12
const minWords = 8

/** Text for customers uses public clauses only (invariant 8): neither cites an internal one nor repeats its words. */
export function internalClause(draft: Draft): Finding[] {
  if (draft.input.audience !== 'customer') return []
  const findings: Finding[] = []
  const report = (span: [number, number], clause: GuardClause, how: string) =>
    findings.push({
      guard: 'internal_clause',
      severity: 'hard',
      span,
      detail: `${how} internal clause ${clause.id}`,
      rule: 'invariant 8',
      fix: 'use a public clause',
    })
  for (const { clause, span } of draft.markers)
    if (clause?.audience === 'internal') report(span, clause, 'cites')
  const open = draft.input.clauses
    .filter((clause) => clause.audience === 'public')
    .map((clause) => squeeze(plainText(clause.text)).text)
  const said = squeeze(draft.folded)
  for (const clause of draft.input.clauses) {
    if (clause.audience !== 'internal') continue
    const run = longestShared(said.text, squeeze(plainText(clause.text)).text)
    if (!run || open.some((text) => text.includes(run.text))) continue
    report([said.at[run.start]!, said.at[run.start + run.text.length - 1]! + 1], clause, 'repeats')
  }
  return findings
}

/** Letters and digits only (words one space apart), with the place of each unit in the original. */
function squeeze(folded: string): { text: string; at: number[] } {
  let text = ''
  const at: number[] = []
  for (let i = 0; i < folded.length; i++) {
    const unit = folded[i]!
    const isWord = /[a-z0-9\p{Script=Han}]/u.test(unit)
    const isSpace = !isWord && /[a-z0-9]$/.test(text)
    if (!isWord && !isSpace) continue
    text += isWord ? unit : ' '
    at.push(i)
  }
  return { text, at }
}

/** The longest run both texts share, when it is long enough to be a quotation. */
function longestShared(said: string, kept: string): { start: number; text: string } | null {
  const step = 10
  let best: { start: number; text: string } | null = null
  for (let start = 0; start + step <= said.length; start++) {
    let from = kept.indexOf(said.slice(start, start + step))
    while (from >= 0) {
      let length = step
      while (start + length < said.length && said[start + length] === kept[from + length]) length += 1
      const text = said.slice(start, start + length)
      if ((!best || text.length > best.text.length) && isQuotation(text)) best = { start, text }
      from = kept.indexOf(said.slice(start, start + step), from + 1)
    }
    if (best && best.start + best.text.length > start + step) start = best.start + best.text.length - step
  }
  return best
}

function isQuotation(run: string): boolean {
  const han = (run.match(/\p{Script=Han}/gu) ?? []).length
  return han >= minHan || run.trim().split(' ').length >= minWords
}
