import type { Span } from '../../platform/language/quantities.ts'
import { isWeekday, namesSameDay, sameWeekday } from './date-readings.ts'
import { type ClaimedRoles, claimedRoles } from './detect-role.ts'
import { exemptSpans } from './exempt-figures.ts'
import { type Figure, readFigures } from './figures.ts'
import { freeStructural, isPlaceInPlan, setsScene } from './free-figures.ts'
import { topicsOf } from './label-topics.ts'
import { equalsFact, fitsRole } from './match-fact.ts'
import type { Fact, GuardClause } from './model.ts'
import { fitsOption, optionAt } from './option-tags.ts'
import { suiting, wordsAt } from './place-words.ts'
import { plainText } from './plain-text.ts'
import { citedClauses, type Draft, isEffective, overlaps, type Sentence } from './read-draft.ts'
import { type Cell, readTables } from './read-tables.ts'
import { sameFigure } from './same-figure.ts'
import { fitsStep, type Step, stepIn } from './step-order.ts'

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

/** How much better the words must suit a number's own fact than the one a cue speaks of. */
const slack = 0.2

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
    const read = withoutPlacedDays(
      readFigures(clause.text, plainText(clause.text), input.at, []),
      clause.text,
    )
    clauseFigures.set(clause.id, read)
    return read
  }
  const own = input.facts.filter((fact) => fact.subject !== 'other')
  const cells = readTables(folded)
  const bindings: Binding[] = []
  for (const sentence of draft.sentences) {
    const within = figures.filter((figure) => overlaps(figure.span, sentence.span))
    const claims = claimedRoles(draft, sentence, within, cells)
    const cited = citedClauses(draft, sentence)
    for (const figure of within) {
      const approximate =
        approximators.test(folded.slice(Math.max(0, figure.span[0] - 18), figure.span[0])) ||
        trailingApproximators.test(folded.slice(figure.span[1], figure.span[1] + 14))
      const claimed = claims.get(figure) ?? null
      const signed = withSign(figure, folded)
      const equal = own.filter((fact) => equalsFact(signed, fact, approximate, today))
      const cell = cells.find(({ span }) => overlaps(span, figure.span)) ?? null
      const told = optionAt(draft, sentence, figure.span[0], cell)
      const topics = topicsOf(phraseOf(draft, sentence, figure, within, cell))
      const step = stepTold(draft, sentence, figure, within)
      const facts = equal.filter(
        (fact) =>
          (fitsRole(fact, claimed, own, topics) || isWish(fact, sentence)) &&
          fitsOption(fact, told) &&
          fitsStep(fact, step, own),
      )
      const readable = figure.kind === 'clock' ? openClauses(draft) : cited
      const clauses = readable.filter((clause) =>
        figuresOf(clause).some((other) => sameFigure(figure, other)),
      )
      const misplaced = facts.length > 0 ? [] : equal
      const free = (equal.length === 0 && setsScene(figure, own)) || isPlaceInPlan(draft.folded, figure, own)
      bindings.push({ figure, sentence, claimed, approximate, facts, clauses, misplaced, free })
    }
  }
  return freeStructural(
    draft,
    withDoubtSettled(agreedByWords(draft, namedTwice(draft, bindings), own, cells), own),
  )
}

/** A role read from one cue is let go where all the words around speak of the number's own fact instead. */
function agreedByWords(
  draft: Draft,
  bindings: Binding[],
  own: readonly Fact[],
  cells: readonly Cell[],
): Binding[] {
  return bindings.map((binding) => {
    const { misplaced, claimed } = binding
    if (misplaced.length !== 1 || !claimed) return binding
    const [fact] = misplaced
    const words = wordsAt(draft, binding, bindings, cells)
    const mine = suiting(fact!, words)
    const rivals = own.filter(({ kind, role }) => kind === fact!.kind && role && claimed.includes(role))
    if (mine < 0.8 || rivals.some((rival) => suiting(rival, words) > mine - slack)) return binding
    return { ...binding, facts: misplaced, misplaced: [] }
  })
}

const wished =
  /行不行|行吗|好吗|能不能|可不可以|可以吗|(?:您|你)[^,。]{0,6}(?:提|说|想|信|意思|留言|短信|邮件|希望|要求|问|写)|没能|做不到|不能|无法|不行|\byou(?:'d| would| had|'ve| have)? (?:ask|want|wish|propos|offer|said|say|suggest|mention|nam|hop|wrote|write)|\byour (?:offer|request|proposal|suggestion|wish|figure)|\bcan(?:not|'t)\b|\bcould(?: not|n't)\b|\b(?:not|un)[ -]?able\b|\?["”]?$/

/** "You ask for 900 a month": the customer's own figure, told as such, may bear any role. */
function isWish(fact: Fact, sentence: Sentence): boolean {
  return fact.source === 'message' && wished.test(sentence.folded)
}

/** A rate said to be below nought is a fact's only with its sign. */
function withSign(figure: Figure, folded: string): Figure {
  if (figure.kind !== 'rate' || figure.bp <= 0) return figure
  const lead = folded.slice(Math.max(0, figure.span[0] - 8), figure.span[0])
  return /(?:minus|negative|负|(?<![\d%‰]\s?)[-−–])\s?$/.test(lead) ? { ...figure, bp: -figure.bp } : figure
}

/** "Friday the 9th": of one day named twice, what backs the one backs the other where the weekday agrees. */
function namedTwice(draft: Draft, bindings: Binding[]): Binding[] {
  const settled = [...bindings]
  settled.forEach((first, i) => {
    const second = settled[i + 1]
    if (!second || !namesSameDay(draft.folded, first.figure, second.figure)) return
    const [backed, other] = first.facts.length > 0 ? [first, i + 1] : [second, i]
    const bare = settled[other]!
    if (backed.facts.length === 0 || bare.facts.length > 0 || bare.figure.kind !== 'date') return
    if (!isWeekday(draft.folded, bare.figure)) return
    const { date } = bare.figure
    const facts = backed.facts.filter((fact) => fact.kind === 'date' && sameWeekday(String(fact.value), date))
    if (facts.length > 0) settled[other] = { ...bare, facts, misplaced: [] }
  })
  return settled
}

/** "The last day", "the 31st" in a clause name a day of any month, not one counted from the draft's day. */
function withoutPlacedDays(figures: readonly Figure[], text: string): Figure[] {
  return figures.filter(
    (figure) =>
      figure.kind !== 'date' ||
      figure.after !== null ||
      /\d{4}|月|[a-z]{3}/i.test(text.slice(...figure.span)),
  )
}

/** What is said of a figure: from the figure before it, or the stop, to the next comma or figure. */
function phraseOf(
  draft: Draft,
  sentence: Sentence,
  figure: Figure,
  within: readonly Figure[],
  cell: Cell | null,
): string {
  if (cell) return `${cell.row} ${cell.column} ${draft.folded.slice(...cell.span)}`
  const [start, end] = figure.span
  const from = Math.max(
    sentence.span[0],
    start - 60,
    ...within.map(({ span }) => (span[1] <= start ? span[1] : 0)),
  )
  const next = Math.min(
    sentence.span[1],
    end + 40,
    ...within.map(({ span }) => (span[0] >= end ? span[0] : Number.POSITIVE_INFINITY)),
  )
  const tail = draft.folded.slice(end, next)
  const stop = tail.search(/[,;:、(]|\.\s/)
  return `${draft.folded.slice(from, start)} ${stop < 0 ? tail : tail.slice(0, stop)}`
}

/** The step told beside an instalment: ahead of it back to the last sum, else behind it up to the comma. */
function stepTold(draft: Draft, sentence: Sentence, figure: Figure, within: readonly Figure[]): Step | null {
  if (figure.kind !== 'amount') return null
  const [start, end] = figure.span
  const sums = within.filter(
    (other) => other.kind === 'amount' && !/^\d{1,2}$/.test(draft.folded.slice(...other.span)),
  )
  const from = Math.max(sentence.span[0], ...sums.map(({ span }) => (span[1] <= start ? span[1] : 0)))
  const lead = draft.folded.slice(from, start)
  // What stands between the sum before and the next comma or "and" was said of that sum.
  const ahead = stepIn(from > sentence.span[0] ? lead.replace(/^.*?(?:[,;、]|\band\b)/, '') : lead, 'last')
  if (ahead) return ahead
  const tail = draft.folded.slice(end, Math.min(sentence.span[1], end + 40))
  const stop = tail.search(/[,;:、。]|\.\s/)
  return stepIn(stop < 0 ? tail : tail.slice(0, stop), 'first')
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
      const inWord = (a: string, b: string) => /^(?:\d\d|[a-z][a-z])$/.test(a + b)
      if (!inWord(value.at(-1)!, after) && !inWord(before, value[0]!)) spans.push([at, at + value.length])
    }
  }
  return spans
}

/**
 * Words around a figure may mislead ("your down payment and all, it's …"). Where what they claim is stated in its
 * own place elsewhere, and the figure's fact nowhere else, nothing was swapped and the figure stands.
 */
function withDoubtSettled(bindings: Binding[], facts: readonly Fact[]): Binding[] {
  const stated = (fact: Fact, but: Binding) =>
    bindings.some((other) => other !== but && other.facts.includes(fact))
  const inPlace = (fact: Fact, but: Binding) =>
    bindings.some(
      ({ facts, claimed }) =>
        facts.includes(fact) &&
        (claimed?.includes(fact.role!) ?? false) &&
        !but.misplaced.some(({ role }) => role !== 'other' && claimed!.includes(role!)),
    )
  return bindings.map((binding) => {
    const { misplaced, claimed } = binding
    if (misplaced.length !== 1 || !claimed || claimed.length === 0) return binding
    const [fact] = misplaced
    if (!fact!.role || claimed.includes(fact!.role)) return binding
    const rivals = facts.filter(
      (other) => other.kind === fact!.kind && other.role && claimed.includes(other.role),
    )
    if (rivals.length === 0 || stated(fact!, binding) || !rivals.every((rival) => inPlace(rival, binding)))
      return binding
    return { ...binding, facts: misplaced, misplaced: [] }
  })
}
