import { labelOf } from './label-topics.ts'
import type { Fact } from './model.ts'

/** Where in a plan of unequal instalments a figure belongs, as its label or the words beside it say. */
export type Step = 'first' | 'later'

const range = /(?:months?|instal?lments?|payments?|periods?|第)\s?(\d{1,3})\s?(?:-|to|至|到|~)\s?第?(\d{1,3})/

/** The step a fact's label gives it: "months 1-6", "first instalment", "every instalment after the first", "其后各期". */
export function stepOf(fact: Fact): Step | null {
  const label = labelOf(fact)
  const months = range.exec(label)
  if (months) return months[1] === '1' ? 'first' : 'later'
  if (
    /\bafter (?:the )?first|\b(?:later|remaining|subsequent|following|other|then|thereafter)\b|其后|之后|以后|后续|后段|余下|其余/.test(
      label,
    )
  )
    return 'later'
  return /\b(?:first|initial|opening)\b|首期|第一期|前段|起初|前\s?[\d一二三四五六七八九十]+/.test(label)
    ? 'first'
    : null
}

const firstWords =
  /\b(?:instal?lments?|months?|payments?) 1(?= ?(?:to|-|through))|第\s?[1一](?=\s?期?[至到~-])|头(?=[\d一二两三四五六七八九十半])|前(?=\s?[\d一二两三四五六七八九十半])|首(?:期|次|笔|年|月)|起初|一开始|第一(?:年|期|笔|段|阶段|次)|\b(?:first|initial(?:ly)?|opening|to begin with|at the start)\b/g
const laterWords =
  /\b(?:instal?lments?|months?|payments?) (?:[2-9]|[1-9]\d)(?= ?(?:to|-|through|on))|第\s?(?:[2-9]|[1-9]\d|[二三四五六七八九]|十[一二三四五六七八九]?)(?=\s?期?[至到起~-])|(?:之|以|其|此|随|往)后|后(?=面|续|段|[\d一二两三四五六七八九十]|半)|恢复(?:到|为|至)?|第[二三](?:年|段|阶段)|余下|其余|剩下|剩余|\b(?:then|thereafter|afterwards?|after (?:that|this|which|it|the first(?! (?:payment|instal?lment) of))|later|remaining|subsequent(?:ly)?|following|from then on|second year|the rest|each further|follow)\b/g

/** The step a stretch of words tells; of several the last one said, or of what stands behind a number the first. */
export function stepIn(folded: string, pick: 'last' | 'first'): Step | null {
  const hits = [
    ...[...folded.matchAll(firstWords)].map((match) => ({ step: 'first' as const, match })),
    ...[...folded.matchAll(laterWords)].map((match) => ({ step: 'later' as const, match })),
  ].sort((a, b) => a.match.index + a.match[0].length - b.match.index - b.match[0].length)
  // "after the first": one phrase, read as a whole.
  return (pick === 'last' ? hits.at(-1) : hits[0])?.step ?? null
}

/** Whether a fact of one step may stand where another step is being told; only plans with both steps are held to it. */
export function fitsStep(fact: Fact, told: Step | null, facts: readonly Fact[]): boolean {
  const own = told && fact.role === 'instalment' ? stepOf(fact) : null
  if (own === null || own === told) return true
  return !facts.some(
    (other) => other.role === fact.role && other.kind === fact.kind && stepOf(other) === told,
  )
}
