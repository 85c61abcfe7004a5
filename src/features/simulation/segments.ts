import type { CaseResult } from './case-result.ts'
import { type Interval, shareInterval } from './confidence.ts'
import type { SimulatedCustomer } from './draw-customer.ts'
import type { SimulatedCase } from './simulate.ts'
import type { StrategyName } from './strategy.ts'

type SegmentRow = {
  agreement_rate: number
  kept_rate: number
  over_concession_gap: number
  ci95: Record<'agreement_rate' | 'kept_rate' | 'over_concession_gap', Interval>
}
export type Segments = Record<
  string,
  Record<string, { n: number; n_zopa: number; strategies: Partial<Record<StrategyName, SegmentRow>> }>
>

const segmentOf: Record<string, (customer: SimulatedCustomer) => string> = {
  style: ({ style }) => style,
  product: ({ truth }) => truth.product,
  days_past_due: ({ truth }) =>
    ['0-29', '30-59', '60-89', '90-179', '180+'][
      [30, 60, 90, 180].filter((limit) => truth.debt.days_past_due >= limit).length
    ]!,
  evidence: ({ reported }) => reported.customer.essential[0]!.evidence,
}

/** Agreement, keeping and gap by what kind of customer it was. */
export function segmentsOf(cases: readonly SimulatedCase[], strategies: readonly StrategyName[]): Segments {
  return Object.fromEntries(
    Object.entries(segmentOf).map(([dimension, keyOf]) => {
      const groups = Object.groupBy(cases, ({ customer }) => keyOf(customer))
      const keys = Object.keys(groups).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      return [
        dimension,
        Object.fromEntries(
          keys.map((key) => {
            const group = groups[key]!
            const rows = strategies.map((strategy) => [
              strategy,
              rowOf(group.map(({ results }) => results[strategy]!)),
            ])
            const n_zopa = group.filter(({ zopa }) => zopa).length
            return [key, { n: group.length, n_zopa, strategies: Object.fromEntries(rows) }]
          }),
        ),
      ]
    }),
  )
}

function rowOf(results: readonly CaseResult[]): SegmentRow {
  const cases = results.filter(({ zopa }) => zopa)
  const agreements = results.filter(({ agreed }) => agreed)
  const agreed = cases.filter((result) => result.agreed).length
  const kept = agreements.filter((result) => result.kept).length
  const gaps = cases.map((result) => result.over_concession_gap)
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length)
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / Math.max(1, gaps.length - 1)
  const spread = 1.96 * Math.sqrt(variance / Math.max(1, gaps.length))
  return {
    agreement_rate: agreed / Math.max(1, cases.length),
    kept_rate: kept / Math.max(1, agreements.length),
    over_concession_gap: mean,
    ci95: {
      agreement_rate: shareInterval(agreed, cases.length),
      kept_rate: shareInterval(kept, agreements.length),
      over_concession_gap: [mean - spread, mean + spread],
    },
  }
}
