import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkText } from './check-text.ts'
import type { GuardInputLoose, GuardName } from './model.ts'

type Case = { expect: GuardName[]; input: GuardInputLoose }

const file = new URL('../../../evals/datasets/guard-cases.jsonl', import.meta.url)
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)

describe('checkText on single sentences with facts, clauses and promises', () => {
  it.each(cases.map((one) => [one.expect, one.input.text, one.input] as const))(
    'raises %j on: %s',
    (expected, _, input) => {
      const report = checkText(input)
      expect([...new Set(report.findings.map((finding) => finding.guard))].sort()).toEqual(expected)
      expect(report.sendable).toBe(report.findings.every((finding) => finding.severity === 'soft'))
      for (const { span } of report.findings) if (span) expect(input.text.slice(...span)).not.toBe('')
    },
  )

  it('refuses input outside the contract', () => {
    const [first] = cases
    expect(() => checkText({ ...first!.input, at: 'soon' })).toThrow()
  })
})
