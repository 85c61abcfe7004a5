import { describe, expect, it } from 'vitest'
import { policyFiles, sampleParameters } from './parameters.fixture.ts'
import { parametersAsOf } from './parameters.ts'

type File = { versions: Record<string, unknown>[] }
const changed = (change: (files: Record<'authority' | 'creditPlans' | 'suitability', File>) => void) => {
  const files = structuredClone(policyFiles()) as Parameters<typeof change>[0]
  change(files)
  return files
}
/** Splits suitability in two versions, the second with a shorter validity of the test. */
const twoVersions = (from: string, to: string | null) =>
  changed(({ suitability }) => {
    const [first] = suitability.versions
    suitability.versions.push({
      ...first!,
      version: '2',
      effective_from: from,
      parameters: { ...(first!.parameters as object), test_valid_months: 6 },
    })
    first!.effective_to = to
  })

describe('parametersAsOf', () => {
  it('reads the sample bank, names its versions and hashes what it uses', () => {
    const parameters = sampleParameters()
    expect(parameters.version).toBe('authority@1 credit-plans@1 suitability@1')
    expect(parameters.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(sampleParameters().hash).toBe(parameters.hash)
  })

  it('changes the hash with any number, not with the order of keys', () => {
    const before = sampleParameters().hash
    const other = changed(({ suitability }) => {
      const parameters = suitability.versions[0]!.parameters as Record<string, number>
      suitability.versions[0]!.parameters = Object.fromEntries(Object.entries(parameters).reverse())
    })
    expect(parametersAsOf(other, '2026-11-23')!.hash).toBe(before)
    const shorter = changed(({ suitability }) => {
      ;(suitability.versions[0]!.parameters as Record<string, number>).test_valid_months = 6
    })
    expect(parametersAsOf(shorter, '2026-11-23')!.hash).not.toBe(before)
  })

  it('takes the version in force, the first day included and the last excluded', () => {
    const files = twoVersions('2027-01-01', '2027-01-01')
    expect(parametersAsOf(files, '2026-12-31')!.suitability.test_valid_months).toBe(12)
    expect(parametersAsOf(files, '2027-01-01')!.suitability.test_valid_months).toBe(6)
    expect(parametersAsOf(files, '2023-12-31')).toBeNull()
    expect(parametersAsOf(twoVersions('2027-02-01', '2027-01-01'), '2027-01-15')).toBeNull()
  })

  it('refuses versions that overlap', () => {
    expect(() => parametersAsOf(twoVersions('2027-01-01', null), '2026-11-23')).toThrow(/overlap/)
    expect(() => parametersAsOf(twoVersions('2027-01-01', '2027-01-02'), '2026-11-23')).toThrow(/overlap/)
  })

  it('refuses an authority table whose limits fall with rank, or with a second nobody names', () => {
    const rows = (files: Record<'authority', File>) =>
      (files.authority.versions[0]!.parameters as { rows: Record<string, unknown>[] }).rows
    expect(() =>
      parametersAsOf(
        changed((files) => {
          rows(files)[1]!.max_months = 6
        }),
        '2026-11-23',
      ),
    ).toThrow(/below the row before/)
    expect(() =>
      parametersAsOf(
        changed((files) => {
          rows(files)[2]!.second = null
        }),
        '2026-11-23',
      ),
    ).toThrow(/two approvals name the second/)
  })

  it('refuses an alternative table with a missing bucket', () => {
    const files = changed(({ creditPlans }) => {
      const { alternative } = creditPlans.versions[0]!.parameters as { alternative: { buckets: number[] } }
      alternative.buckets.pop()
    })
    expect(() => parametersAsOf(files, '2026-11-23')).toThrow(/one row per bucket/)
  })
})
