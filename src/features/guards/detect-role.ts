import type { Span } from '../../platform/language/quantities.ts'
import type { Cue, Family } from './cue.ts'
import type { Figure } from './figures.ts'
import type { FactRole } from './model.ts'
import { type Draft, overlaps, type Sentence } from './read-draft.ts'
import { type Cell, headingPart } from './read-tables.ts'
import { cues } from './role-cues.ts'

/** What the words around a number claim it is; null when they claim nothing. */
export type ClaimedRoles = readonly FactRole[] | null

const slack = 0.25

export function familyOf(figure: Figure): Family | null {
  switch (figure.kind) {
    case 'amount':
      return 'money'
    case 'rate':
      return 'rate'
    case 'months':
    case 'days':
    case 'count':
      return 'term'
    case 'date':
      return 'date'
    default:
      return null
  }
}

type Hit = { cue: Cue; span: Span; score: number }

/** Cost of the distance between a cue and its number: letters count less than Han, a comma counts most. */
function distanceCost(gap: string): number {
  const han = (gap.match(/\p{Script=Han}/gu) ?? []).length
  const commas = (gap.match(/[,、]|["”」』](?=[,\p{Script=Han}\s])/gu) ?? []).length
  return han * 0.05 + (gap.length - han) * 0.014 + commas * 0.8
}

function beforeHits(family: Family, folded: string, from: number, to: number): Hit[] {
  const window = folded.slice(from, to)
  const hits: Hit[] = []
  for (const cue of cues) {
    if (cue.family !== family || cue.side !== 'before') continue
    for (const match of window.matchAll(cue.pattern)) {
      const end = match.index + match[0].length
      const score = cue.weight - distanceCost(window.slice(end))
      hits.push({ cue, span: [from + match.index, from + end], score })
    }
  }
  return hits
}

/** `cut`: another number of the family follows at once, so a cue touching the end is that number's own. */
function afterHits(family: Family, folded: string, from: number, to: number, cut: boolean): Hit[] {
  const window = beforeBracketOfNext(folded.slice(from, to), cut)
  const hits: Hit[] = []
  for (const cue of cues) {
    if (cue.family !== family || cue.side !== 'after') continue
    for (const match of window.matchAll(cue.pattern)) {
      const end = match.index + match[0].length
      if (cut && window.slice(end).trim() === '') continue
      const lead = match[0].search(/[\p{L}\d]/u)
      hits.push({ cue, span: [from, from + end], score: cue.weight - 0.2 - Math.max(0, lead) * 0.02 })
    }
  }
  return hits
}

/** "12 % (compounded 13 %)": a bracket that the next number stands in speaks of that number. */
function beforeBracketOfNext(window: string, cut: boolean): string {
  const open = window.lastIndexOf('(')
  return cut && open >= 0 && !window.slice(open).includes(')') ? window.slice(0, open) : window
}

/** What the heads of a figure's row and column claim: they stand as near as words can. */
function headingHits(
  family: Family,
  draft: Draft,
  cell: Cell,
  figure: Figure,
  group: readonly Figure[],
): Hit[] {
  const inside = group.filter(({ span }) => overlaps(span, cell.span))
  const index = inside.indexOf(figure)
  const heads = [cell.row, cell.column].map((head) => headingPart(head, index, inside.length))
  const lead = draft.folded.slice(Math.max(cell.span[0], inside[index - 1]?.span[1] ?? 0), figure.span[0])
  const text = `${heads.join(' | ')} `
  const own = beforeHits(family, `${text}${lead}`, 0, text.length + lead.length)
  return own.map((hit) => (hit.span[1] <= text.length ? { ...hit, score: hit.cue.weight } : hit))
}

const rolesKey = (roles: readonly FactRole[]) => roles.join('|')

function settle(hits: Hit[]): { roles: ClaimedRoles; best: Hit | null } {
  // A longer cue that contains a shorter one of the same side says more, so the shorter is dropped.
  const kept = hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other !== hit &&
          other.cue.side === hit.cue.side &&
          other.cue.side === 'before' &&
          other.span[0] <= hit.span[0] &&
          other.span[1] >= hit.span[1] &&
          other.span[1] - other.span[0] > hit.span[1] - hit.span[0],
      ),
  )
  kept.sort((a, b) => b.score - a.score)
  const best = kept[0]
  if (!best || best.score < 1) return { roles: null, best: null }
  if (best.cue.roles.length === 0) return { roles: null, best }
  const near = kept.filter((hit) => hit.score >= best.score - slack)
  if (near.some((hit) => hit.cue.roles.length === 0)) return { roles: null, best }
  return { roles: [...new Set(near.flatMap((hit) => hit.cue.roles))], best }
}

/** "A and B are x and y respectively": the cues ahead of the numbers, in order, when as many as the numbers. */
function respectively(
  family: Family,
  folded: string,
  sentence: Sentence,
  group: Figure[],
): ClaimedRoles[] | null {
  if (!/分别|依次|\brespectively\b/.test(sentence.folded) || group.length < 2) return null
  const first = group[0]!.span[0]
  const hits = beforeHits(family, folded, sentence.span[0], first).filter((hit) => hit.cue.roles.length > 0)
  const ordered: Hit[] = []
  for (const hit of hits.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    const last = ordered.at(-1)
    if (last && hit.span[0] < last.span[1]) continue
    if (last && rolesKey(last.cue.roles) === rolesKey(hit.cue.roles)) continue
    ordered.push(hit)
  }
  return ordered.length === group.length ? ordered.map((hit) => hit.cue.roles) : null
}

/** The next punctuation that ends a phrase behind a number. */
function phraseEnd(folded: string, from: number, limit: number): number {
  const stop = folded.slice(from, limit).search(/[,，。;；、\n!?]|\.\s|\.$/)
  return stop < 0 ? limit : from + stop
}

/** Roles claimed for every figure of a sentence, by figure. */
export function claimedRoles(
  draft: Draft,
  sentence: Sentence,
  figures: readonly Figure[],
  cells: readonly Cell[],
): Map<Figure, ClaimedRoles> {
  const claims = new Map<Figure, ClaimedRoles>()
  for (const family of ['money', 'rate', 'term', 'date'] as const) {
    const group = figures.filter((figure) => familyOf(figure) === family)
    const inOrder = respectively(family, draft.folded, sentence, group)
    let open = sentence.span[0]
    group.forEach((figure, index) => {
      const next = group[index + 1]?.span[0] ?? sentence.span[1]
      const end = phraseEnd(draft.folded, figure.span[1], Math.min(next, figure.span[1] + 60))
      const barrier = draft.folded.slice(0, figure.span[0]).lastIndexOf(';') + 1
      const from = Math.max(open, barrier, figure.span[0] - 90)
      const cell = cells.find(({ span }) => overlaps(span, figure.span))
      const before = cell
        ? headingHits(family, draft, cell, figure, group)
        : beforeHits(family, draft.folded, from, figure.span[0])
      const after = afterHits(
        family,
        draft.folded,
        figure.span[1],
        end,
        end === next && next < sentence.span[1],
      )
      const { roles, best } = settle([...before, ...after])
      claims.set(figure, inOrder?.[index] ?? roles)
      const own = after.filter((hit) => hit === best || hit.cue.roles.some((role) => roles?.includes(role)))
      open = Math.max(figure.span[1], ...own.map((hit) => hit.span[1]))
      if (open > next) open = figure.span[1]
    })
  }
  return claims
}
