import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkText } from './check-text.ts'
import { GuardInput, type GuardInputLoose } from './model.ts'

/**
 * Drafts and mutants by somebody who had not seen the guards; first-sight figures are in evals/datasets/README.md.
 * A mutant is kept as its difference from its draft.
 */
type Mutant = {
  id: string
  of: string
  kind: string
  text?: { at: number; cut: number; put: string }
  change?: Partial<GuardInputLoose>
}

const lines = ['95504', '12378']
const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../../evals/datasets/guard-unseen-${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

const drafts = new Map(read<GuardInputLoose>('drafts').map((draft) => [draft.id, { ...draft, lines }]))

function changed({ id, of, text, change }: Mutant): GuardInputLoose {
  const draft = drafts.get(of)!
  const { at = 0, cut = 0, put = '' } = text ?? {}
  return { ...draft, ...change, id, text: draft.text.slice(0, at) + put + draft.text.slice(at + cut) }
}

const percent = (some: number, all: number) => `${some}/${all} ${((100 * some) / all).toFixed(1)} %`

describe('drafts and mutants written by a stranger', () => {
  it('lets correct drafts through: false alarms at most 3 %', () => {
    const alarms = [...drafts.values()].filter((draft) => !checkText(draft).sendable).map(({ id }) => id)
    console.log(`guard-unseen: false alarms ${percent(alarms.length, drafts.size)}`)
    expect(alarms.length / drafts.size, alarms.join(' ')).toBeLessThanOrEqual(0.03)
  })

  it('catches mutants: at least 97 % over all and 95 % of each kind', () => {
    const kinds = new Map<string, { all: number; missed: string[] }>()
    for (const mutant of read<Mutant>('mutants')) {
      const kind = kinds.get(mutant.kind) ?? { all: 0, missed: [] }
      kinds.set(mutant.kind, kind)
      kind.all += 1
      if (checkText(changed(mutant)).sendable) kind.missed.push(mutant.id)
    }
    const all = [...kinds.values()].reduce((sum, kind) => sum + kind.all, 0)
    const missed = [...kinds.values()].flatMap((kind) => kind.missed)
    const told = [...kinds].map(([kind, of]) => `${kind} ${percent(of.all - of.missed.length, of.all)}`)
    console.log(`guard-unseen: caught ${percent(all - missed.length, all)}; ${told.join('; ')}`)
    expect(1 - missed.length / all, missed.join(' ')).toBeGreaterThanOrEqual(0.97)
    for (const [kind, of] of kinds) expect(1 - of.missed.length / of.all, kind).toBeGreaterThanOrEqual(0.95)
  }, 60_000)

  it('keeps what is disputed apart, each with a reason', () => {
    for (const { why, input } of read<{ why: string; input: GuardInputLoose }>('disputed')) {
      expect(why).not.toBe('')
      expect(GuardInput.safeParse(input).success).toBe(true)
    }
  })
})
