import { readFileSync } from 'node:fs'
import { checkText } from '../src/features/guards/check-text.ts'
import type { GuardInputLoose } from '../src/features/guards/model.ts'

/** A mutant is kept as its difference from its draft: a piece of the text put for another, or other fields. */
type Mutant = {
  id: string
  of: string
  kind: string
  text?: { at: number; cut: number; put: string }
  change?: Partial<GuardInputLoose>
}

export type GuardMeasure = {
  drafts: number
  /** Correct drafts that were refused. */
  alarms: string[]
  kinds: Map<string, { all: number; missed: string[] }>
}

/** Telephone lines of the sample bank and of authorities, as policy data names them. */
const lines = ['95504', '12378']

/** Reads a data set of drafts and mutants, given to the guards as they are. */
export function readGuardSet<T>(name: string, part: 'drafts' | 'mutants' | 'disputed'): T[] {
  return readFileSync(new URL(`datasets/${name}-${part}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

/** What the guards make of a set: correct drafts they refuse, and mutants they let through, by kind. */
export function measureGuards(name: string): GuardMeasure {
  const drafts = new Map(
    readGuardSet<GuardInputLoose>(name, 'drafts').map((draft) => [draft.id, { ...draft, lines }]),
  )
  const alarms = [...drafts.values()].filter((draft) => !checkText(draft).sendable).map(({ id }) => id)
  const kinds: GuardMeasure['kinds'] = new Map()
  for (const { id, of, kind, text, change } of readGuardSet<Mutant>(name, 'mutants')) {
    const draft = drafts.get(of)!
    const { at = 0, cut = 0, put = '' } = text ?? {}
    const words = draft.text.slice(0, at) + put + draft.text.slice(at + cut)
    const counted = kinds.get(kind) ?? { all: 0, missed: [] }
    kinds.set(kind, counted)
    counted.all += 1
    if (checkText({ ...draft, ...change, id, text: words }).sendable) counted.missed.push(id)
  }
  return { drafts: drafts.size, alarms, kinds }
}

/** The figures in one line each. */
export function tellMeasure(name: string, { drafts, alarms, kinds }: GuardMeasure): string {
  const percent = (some: number, all: number) => `${some}/${all} ${((100 * some) / all).toFixed(1)} %`
  const sum = (count: (kind: { all: number; missed: string[] }) => number) =>
    [...kinds.values()].reduce((total, kind) => total + count(kind), 0)
  const all = sum((kind) => kind.all)
  const told = [...kinds].map(([kind, of]) => `${kind} ${percent(of.all - of.missed.length, of.all)}`)
  return `${name}: false alarms ${percent(alarms.length, drafts)}\n${name}: caught ${percent(all - sum((kind) => kind.missed.length), all)}; ${told.join('; ')}`
}

if (import.meta.main) {
  const [name] = process.argv.slice(2)
  if (!name) {
    console.error(
      'node evals/measure-guards.ts NAME   evals/datasets/NAME-drafts.jsonl and NAME-mutants.jsonl',
    )
    process.exit(1)
  }
  console.log(tellMeasure(name, measureGuards(name)))
}
