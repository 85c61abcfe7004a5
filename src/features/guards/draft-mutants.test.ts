import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkText } from './check-text.ts'
import { type LabelledDraft, type Mutant, mutantsOf } from './draft-mutants.ts'

const file = new URL('../../../evals/datasets/guard-drafts.jsonl', import.meta.url)
const drafts = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as LabelledDraft)
const mutants = drafts.flatMap(mutantsOf)
const missed = new Set(mutants.filter((mutant) => checkText(mutant.input).sendable))
const share = (some: readonly Mutant[]) => some.filter((mutant) => !missed.has(mutant)).length / some.length

const kinds = 'number date term rate currency name clause promise disclosure swap'.split(' ')

describe('guard mutation test', () => {
  it('has enough drafts, about half paraphrased and half English, and enough swaps', () => {
    expect(drafts.length).toBeGreaterThanOrEqual(60)
    expect(drafts.filter((draft) => draft.style === 'paraphrase').length / drafts.length).toBeGreaterThan(0.4)
    expect(drafts.filter((draft) => draft.lang === 'en').length / drafts.length).toBeGreaterThan(0.4)
    expect(mutants.filter((mutant) => mutant.kind === 'swap').length).toBeGreaterThanOrEqual(50)
  })

  it('lets correct drafts through: false alarms at most 3 %', () => {
    const alarms = drafts.filter((draft) => checkText(draft).findings.length > 0).map((draft) => draft.id)
    expect(alarms.length / drafts.length, alarms.join(' ')).toBeLessThanOrEqual(0.03)
  })

  it('catches mutants: at least 97 % over all', () => {
    const names = [...missed].map((mutant) => `${mutant.input.id} ${mutant.what}`)
    expect(share(mutants), names.join('\n')).toBeGreaterThanOrEqual(0.97)
  })

  it.each(kinds)('catches mutants of kind %s', (kind) => {
    const some = mutants.filter((mutant) => mutant.kind === kind)
    expect(some.length).toBeGreaterThan(20)
    expect(share(some)).toBeGreaterThanOrEqual(0.95)
  })

  it.each(['zh', 'en'])('catches as well in %s', (tongue) => {
    expect(share(mutants.filter((mutant) => mutant.input.lang.startsWith(tongue)))).toBeGreaterThanOrEqual(
      0.97,
    )
  })

  it('notices a citation moved to another clause in force, at least by a soft finding', () => {
    const pool = new Map(drafts.flatMap((draft) => draft.clauses ?? []).map((clause) => [clause.id, clause]))
    const open = [...pool.values()].filter((clause) => clause.audience === 'public' && !clause.effective_to)
    const tongue = (id: string) => id.endsWith('en')
    const moved = drafts.flatMap((draft) => {
      const [cited] = draft.citations ?? []
      if (!cited) return []
      const clauses = [
        ...(draft.clauses ?? []),
        ...open.filter((clause) => !draft.clauses?.some((own) => own.id === clause.id)),
      ]
      expect(checkText({ ...draft, clauses }).findings).toEqual([])
      return open
        .filter((clause) => clause.id !== cited.clause && tongue(clause.id) === tongue(cited.clause))
        .map((clause) => ({ ...draft, clauses, citations: [{ ...cited, clause: clause.id }] }))
    })
    const noticed = moved.filter((input) => checkText(input).findings.length > 0)
    expect(moved.length).toBeGreaterThan(100)
    expect(noticed.length / moved.length).toBeGreaterThanOrEqual(0.95)
  })
})
