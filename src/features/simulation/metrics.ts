import type { CaseResult } from './case-result.ts'
import { bootstrap, countInterval, type Interval, shareInterval } from './confidence.ts'

const means = [
  'rounds',
  'rr_nominal',
  'rr_pv',
  'over_concession_gap',
  'gap_given',
  'gap_lost',
  'sr',
  'qrd',
  'hrd',
  'crd',
  'l1c',
  'l2c',
  'atv',
] as const
const shares: readonly string[] = ['sr', 'l1c', 'l2c']
export const metricNames = [
  'agreement_rate',
  'kept_rate',
  ...means,
  'cri',
  'dhi',
  'cci',
  'violations',
] as const
export type MetricName = (typeof metricNames)[number]

export type Metrics = Record<MetricName, number> & { ci95: Record<MetricName, Interval> }

/**
 * All metrics of one strategy with 95 % intervals. Means go over the customers with a non-empty true ZOPA, `kept_rate` over
 * all agreements, `violations` over everybody. Indices are built from population means (ARCHITECTURE, "Simulator").
 */
export function metricsOf(results: readonly CaseResult[], horizonDays: number, seed: number): Metrics {
  const cases = results.filter(({ zopa }) => zopa)
  const agreements = results.filter(({ agreed }) => agreed)
  const agreed = cases.filter((result) => result.agreed).length
  const kept = agreements.filter((result) => result.kept).length
  const violations = results.reduce((sum, result) => sum + result.violations, 0)
  const columns = means.map((name) => Float64Array.from(cases, (result) => result[name]))
  const summary = (averages: readonly number[]) => {
    const named = Object.fromEntries(means.map((name, index) => [name, averages[index]!])) as MeanRow
    return { ...named, ...indices(named, horizonDays) }
  }
  const { point, intervals } = bootstrap(columns, summary, seed)
  const ci95 = { ...intervals } as Record<MetricName, Interval>
  for (const name of shares)
    ci95[name as MetricName] = shareInterval(point[name as 'sr'] * cases.length, cases.length)
  return {
    agreement_rate: share(agreed, cases.length),
    kept_rate: share(kept, agreements.length),
    ...point,
    violations,
    ci95: {
      ...ci95,
      agreement_rate: shareInterval(agreed, cases.length),
      kept_rate: shareInterval(kept, agreements.length),
      violations: countInterval(violations),
    },
  }
}

type MeanRow = Record<(typeof means)[number], number>

/** Creditor's recovery, debtor's health and their harmonic mean. */
function indices(row: MeanRow, horizonDays: number): Record<'cri' | 'dhi' | 'cci', number> {
  const cri = (row.rr_pv + (1 - row.crd / horizonDays)) / 2
  const dhi = (row.l1c + row.l2c + (1 - row.atv)) / 3
  return { cri, dhi, cci: cri <= 0 || dhi <= 0 ? 0 : (2 * cri * dhi) / (cri + dhi) }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
