import type { Fact } from './model.ts'

const tag =
  /(?:方案|选项|计划)[\s_-]?([1-9一二三四五]|[a-e](?![a-z]))|(?:option|plan|offer|opt|choice)[\s_-]?([1-9]|one|two|three)(?![a-z\d])|(?:option|choice)[\s_-]([a-e])(?![a-z])|(?<![\p{L}\d])(第?[一二三](?:种|个)?方案)/gu
const names = new Map(
  Object.entries({
    一: '1',
    二: '2',
    三: '3',
    四: '4',
    五: '5',
    one: '1',
    two: '2',
    three: '3',
    a: '1',
    b: '2',
    c: '3',
    d: '4',
    e: '5',
  }),
)

function numberOf(match: RegExpMatchArray): string {
  const raw = match[1] ?? match[2] ?? match[3] ?? /[一二三]/.exec(match[4] ?? '')?.[0] ?? ''
  return names.get(raw) ?? raw
}

/** The option a fact belongs to, when its label or id says so ("方案一", "option 2"). */
export function optionOf(fact: Fact): string | null {
  for (const text of [fact.label ?? '', fact.id]) {
    const [match] = text.toLowerCase().matchAll(tag)
    if (match) return numberOf(match)
  }
  return null
}

/** The option named last before a place in a folded text, in the same paragraph. */
export function optionAt(folded: string, at: number): string | null {
  const from = folded.lastIndexOf('\n\n', at) + 1
  const last = [...folded.slice(from, at).matchAll(tag)].at(-1)
  return last ? numberOf(last) : null
}

/** Whether a fact of one option may stand where another option is being told. */
export function fitsOption(fact: Fact, told: string | null): boolean {
  const own = told ? optionOf(fact) : null
  return own === null || own === told
}
