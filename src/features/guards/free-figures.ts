import { isPast } from '../../platform/language/date-tense.ts'
import type { Binding } from './bind-figures.ts'
import { type Figure, isOneDay, isSmallWord, isStructural, readFigures } from './figures.ts'
import type { Fact } from './model.ts'
import { plainText } from './plain-text.ts'
import { citedClauses, type Draft } from './read-draft.ts'

/** "From the 7th instalment", "第1至6期": a place in the plan, when the terms of the plan put a step there. */
export function isPlaceInPlan(folded: string, figure: Figure, facts: readonly Fact[]): boolean {
  const shown = folded.slice(...figure.span)
  const bare = /^\d+$/.test(shown) ? Number(shown) : Number.NaN
  const value = figure.kind === 'months' ? figure.months : 'value' in figure ? figure.value : bare
  const before = folded.slice(Math.max(0, figure.span[0] - 24), figure.span[0])
  const after = folded.slice(figure.span[1], figure.span[1] + 12)
  const isPlace =
    (/第\s?(?:[\d一二三四五六七八九十]+\s?(?:期|个月)?\s?[至到~-]\s?第?)?$/.test(before) &&
      /^\s?(?:期|个月|[至到~-])/.test(
        `${folded.slice(...figure.span).replace(/^.*?(?=期|个月|$)/, '')}${after}`,
      )) ||
    /\b(?:instal?lments?|payments?|months?) (?:nos?\.? )?(?:\d+ ?(?:to|-|through|and) ?)?$/.test(before)
  const terms = facts.flatMap((fact) => (fact.kind === 'term' ? [Number(fact.value)] : []))
  return isPlace && (value === 1 || terms.includes(value) || terms.includes(value - 1))
}

/** "Before year end", "yesterday": no claim, unless a dated fact is so near that it could be meant. */
export function setsScene(figure: Figure, facts: readonly Fact[]): boolean {
  if (figure.kind !== 'date' || figure.loose === 0) return false
  const away = (fact: Fact) =>
    Math.abs(Date.parse(String(fact.value).slice(0, 10)) - Date.parse(figure.date)) / 86_400_000
  return !facts.some((fact) => fact.kind === 'date' && away(fact) <= figure.loose)
}

/** Words like "two options" need no fact, unless a count fact is left that nothing else states. */
export function freeStructural(draft: Draft, bindings: Binding[]): Binding[] {
  const used = new Set(bindings.flatMap((binding) => binding.facts.map((fact) => fact.id)))
  const idle = draft.input.facts.some(
    (fact) => fact.kind === 'count' && !used.has(fact.id) && !isToldInWords(draft.folded, Number(fact.value)),
  )
  const pastDays = draft.input.facts.filter(
    (fact) => fact.kind === 'date' && String(fact.value) < draft.input.at.slice(0, 10),
  )
  const pastTold = pastDays.every((fact) => fact.subject === 'other' || used.has(fact.id))
  return bindings.map((binding) => {
    const { figure } = binding
    if (figure.kind === 'code') return { ...binding, free: !isRated(draft, figure) }
    if (isUnbacked(binding) && isInPassing(draft, figure, pastTold)) return { ...binding, free: true }
    if (figure.kind === 'days' && isOneDay(draft.folded, figure.span) && !countedByClause(draft, binding))
      return { ...binding, free: true }
    if (figure.kind !== 'count' && figure.kind !== 'bare') return binding
    const free =
      !idle &&
      (isStructural(draft.folded, figure.span) ||
        (isSmallWord(draft.folded, figure.span) && !countedByClause(draft, binding)))
    return free ? { ...binding, free } : binding
  })
}

const isUnbacked = ({ facts, misplaced, clauses }: Binding) =>
  facts.length + misplaced.length + clauses.length === 0

/** One and two are often told without a number: "that time", "both", "again". */
function isToldInWords(folded: string, value: number): boolean {
  return (
    value === 1 || (value === 2 && /俩|双|两者|再次|\b(?:both|twice|pair|either|second|again)\b/.test(folded))
  )
}

/** "Since November", "you made my Friday": said in passing, when every past day on file is told in its own place. */
function isInPassing(draft: Draft, figure: Figure, pastTold: boolean): boolean {
  const lead = draft.folded.slice(0, figure.span[0])
  if (figure.kind === 'date' && figure.short === 'weekday')
    return (
      /\b(?:my|your|a|lovely|happy|good|nice|pleasant) $/.test(lead) ||
      /^(?:愉快|快乐)/.test(draft.folded.slice(figure.span[1]))
    )
  return figure.kind === 'month_of_year' && pastTold && isPast(draft.folded, figure.span)
}

/** A rating is no number; where a fact gives one of the same scale, it must be that one. */
function isRated(draft: Draft, figure: Figure & { kind: 'code' }): boolean {
  const scale = new RegExp(`(?<![A-Za-z\\d])${figure.code[0]}[1-5](?![A-Za-z\\d])`, 'i')
  return draft.input.facts.some((fact) => scale.test(`${fact.value} ${fact.label ?? ''}`))
}

/** Whether the clause a sentence cites counts too, so that a count there is a claim about the clause. */
function countedByClause(draft: Draft, binding: Binding): boolean {
  return citedClauses(draft, binding.sentence).some((clause) =>
    readFigures(clause.text, plainText(clause.text), draft.input.at, []).some((figure) =>
      binding.figure.kind === 'days'
        ? figure.kind === 'days' || (figure.kind === 'date' && figure.after?.kind === 'days')
        : figure.kind === 'count' || figure.kind === 'bare',
    ),
  )
}
