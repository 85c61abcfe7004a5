import type { Span } from '../../platform/language/quantities.ts'
import { type ClaimedRoles, claimedRoles } from './detect-role.ts'
import { exemptSpans, type Figure, isStructural, readFigures } from './figures.ts'
import { equalsFact, fitsRole } from './match-fact.ts'
import type { Fact, GuardClause } from './model.ts'
import { fitsOption, optionAt } from './option-tags.ts'
import { plainText } from './plain-text.ts'
import { citedClauses, type Draft, isEffective, overlaps, type Sentence } from './read-draft.ts'
import { sameFigure } from './same-figure.ts'

/** Where a figure's backing was found. `misplaced`: the value is a fact's, the words around it say another role. */
export type Binding = {
  figure: Figure
  sentence: Sentence
  claimed: ClaimedRoles
  approximate: boolean
  facts: readonly Fact[]
  clauses: readonly GuardClause[]
  misplaced: readonly Fact[]
  free: boolean
}

const approximators =
  /(?:约|大约|大概|大致|接近|将近|差不多|左右|估计|\babout|\bapproximately|\bapprox\.?|\baround|\broughly|\bnearly|\balmost|\bcirca|\bsome|~|≈)\s?(?:为|是|在|有)?\s?(?:人民币|rmb|cny|¥)?\s?$/
const trailingApproximators = /^\s?(?:左右|上下|前后|or so\b|or thereabouts)/

/** Binds every figure of a draft to the facts and the cited clauses that back it. */
export function bindFigures(draft: Draft): Binding[] {
  const { input, folded } = draft
  const today = input.at.slice(0, 10)
  const named = spansOfFacts(draft)
  const figures = readFigures(draft.text, folded, input.at, [...exemptSpans(draft), ...named])
  const clauseFigures = new Map<string, Figure[]>()
  const figuresOf = (clause: GuardClause) => {
    const known = clauseFigures.get(clause.id)
    if (known) return known
    const read = readFigures(clause.text, plainText(clause.text), input.at, [])
    clauseFigures.set(clause.id, read)
    return read
  }
  const bindings: Binding[] = []
  for (const sentence of draft.sentences) {
    const within = figures.filter((figure) => overlaps(figure.span, sentence.span))
    const claims = claimedRoles(draft, sentence, within)
    const cited = citedClauses(draft, sentence)
    for (const figure of within) {
      const approximate =
        approximators.test(folded.slice(Math.max(0, figure.span[0] - 18), figure.span[0])) ||
        trailingApproximators.test(folded.slice(figure.span[1], figure.span[1] + 14))
      const claimed = claims.get(figure) ?? null
      const equal = input.facts.filter((fact) => equalsFact(figure, fact, approximate, today))
      const told = optionAt(folded, figure.span[0])
      const facts = equal.filter((fact) => fitsRole(fact, claimed, input.facts) && fitsOption(fact, told))
      const readable = figure.kind === 'clock' ? openClauses(draft) : cited
      const clauses = readable.filter((clause) =>
        figuresOf(clause).some((other) => sameFigure(figure, other)),
      )
      const misplaced = facts.length > 0 ? [] : equal
      bindings.push({ figure, sentence, claimed, approximate, facts, clauses, misplaced, free: false })
    }
  }
  return freeStructural(draft, bindings)
}

/** Clauses in force that the audience may read: a clock time may rest on any of them. */
function openClauses(draft: Draft): GuardClause[] {
  return draft.input.clauses.filter(
    (clause) => clause.audience === 'public' && isEffective(clause, draft.input.at),
  )
}

/** Spans of names, addresses and other written facts, so that their digits are not read as figures. */
function spansOfFacts(draft: Draft): Span[] {
  const spans: Span[] = []
  for (const fact of draft.input.facts) {
    if (fact.kind !== 'name' && fact.kind !== 'url' && fact.kind !== 'phone') continue
    const value = plainText(String(fact.value))
    if (value.length < 2) continue
    for (let at = draft.folded.indexOf(value); at >= 0; at = draft.folded.indexOf(value, at + 1)) {
      const before = draft.folded[at - 1] ?? ''
      const after = draft.folded[at + value.length] ?? ''
      const digits = /\d$/.test(value) && /\d/.test(after)
      if (!digits && !(/^\d/.test(value) && /\d/.test(before))) spans.push([at, at + value.length])
    }
  }
  return spans
}

/** Words like "two options" need no fact, unless a count fact is left that nothing else states. */
function freeStructural(draft: Draft, bindings: Binding[]): Binding[] {
  const used = new Set(bindings.flatMap((binding) => binding.facts.map((fact) => fact.id)))
  const idle = draft.input.facts.some((fact) => fact.kind === 'count' && !used.has(fact.id))
  return bindings.map((binding) => {
    const { figure } = binding
    if (figure.kind !== 'count' && figure.kind !== 'bare') return binding
    const free = !idle && isStructural(draft.folded, figure.span)
    return free ? { ...binding, free } : binding
  })
}
