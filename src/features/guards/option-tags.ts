import type { Fact } from './model.ts'
import type { Draft, Sentence } from './read-draft.ts'
import type { Cell } from './read-tables.ts'

const tag =
  /(?:方案|选项|计划)[\s_-]?([1-9一二三四五甲乙丙丁]|[a-e](?![a-z]))|(?<![a-z])([a-e])\s?(?:方案|选项|计划)|([甲乙丙丁])(?:方案|选项|种)|(?:option|plan|offer|opt|choice|arrangement)[\s_-]?([1-9]|one|two|three)(?![a-z\d])|(?:option|choice|plan|offer)[\s_-]([a-e])(?![a-z])|第?([一二三])(?:种|个|套|档)?(?:方案|选项)|第([一二三])(?:种|套|档)|(前|后)一?(?:种|者)|\bthe (first|second|third|former|latter)(?= (?:option|plan|offer|way|choice|arrangement|of these)\b)|\bthe (former|latter)\b/gu
const names = new Map(
  Object.entries({
    一: '1',
    二: '2',
    三: '3',
    四: '4',
    五: '5',
    甲: '1',
    乙: '2',
    丙: '3',
    丁: '4',
    前: '1',
    后: '2',
    one: '1',
    two: '2',
    three: '3',
    first: '1',
    second: '2',
    third: '3',
    former: '1',
    latter: '2',
    a: '1',
    b: '2',
    c: '3',
    d: '4',
    e: '5',
  }),
)
/** Words that speak of several options at once: what follows belongs to none in particular. */
const together =
  /两[种个者]|三种|都|均|各|分别|依次|\b(?:both|either|each|all|they|their|respectively|two|three)\b/

function numberOf(match: RegExpMatchArray): string {
  const raw = match.slice(1).find((group) => group !== undefined) ?? ''
  return names.get(raw) ?? raw
}

const tagsIn = (text: string): string[] => [...text.matchAll(tag)].map(numberOf)

/** The option a fact belongs to, when its label or id says so ("方案一", "option 2"). */
export function optionOf(fact: Fact): string | null {
  for (const text of [fact.label ?? '', fact.id]) {
    const [first] = tagsIn(text.toLowerCase())
    if (first) return first
  }
  return null
}

/**
 * The option being told at a place: by the head of its column or row, else by the last one named ahead in its
 * sentence, else by the only one named in the nearest sentence before it in the paragraph.
 */
export function optionAt(draft: Draft, sentence: Sentence, at: number, cell: Cell | null): string | null {
  for (const heading of cell ? [cell.column, cell.row] : []) {
    const [named] = tagsIn(heading)
    if (named) return named
  }
  const own = tagsIn(draft.folded.slice(sentence.span[0], at)).at(-1)
  if (own) return own
  if (together.test(sentence.folded)) return null
  const from = draft.folded.lastIndexOf('\n\n', at) + 1
  for (const earlier of draft.sentences
    .filter(({ span }) => span[0] >= from && span[1] <= sentence.span[0])
    .reverse()) {
    const named = new Set(tagsIn(earlier.folded))
    if (named.size > 0) return named.size === 1 ? [...named][0]! : null
    if (together.test(earlier.folded)) return null
  }
  return null
}

/** Whether a fact of one option may stand where another option is being told. */
export function fitsOption(fact: Fact, told: string | null): boolean {
  const own = told ? optionOf(fact) : null
  return own === null || own === told
}
