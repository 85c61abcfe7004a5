import type { StaffOffer } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'
import { bars, ruler } from './offer-figures.ts'

const height = 44
const width = 100

type Props = { offer: StaffOffer; number: number; among: readonly StaffOffer[] }

/** The payments of one offer on the ruler of all, so that their shapes can be compared at a glance. */
export function ScheduleChart({ offer, number, among }: Props) {
  const { t, date, money } = useWords()
  const { first, months, most } = ruler(among)
  const slot = width / months
  const tall = (amount: number) => (amount / most) * (height - 2)
  const largest = Math.max(0, ...offer.schedule.map((row) => row.amount))
  const label = t('matter.offers.chart', {
    n: number,
    count: offer.schedule.length,
    from: date(offer.schedule[0]?.date ?? first),
    to: date(offer.schedule.at(-1)?.date ?? first),
    max: money(largest),
  })
  return (
    <svg
      className="schedule-chart"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {bars(offer.schedule, first).map(({ x, principal, interest }) => {
        const wide = Math.max(slot * 0.72, 0.6)
        return (
          <g key={x}>
            <rect
              className="principal"
              x={x * slot + slot * 0.14}
              y={height - tall(principal)}
              width={wide}
              height={tall(principal)}
            />
            <rect
              className="interest"
              x={x * slot + slot * 0.14}
              y={height - tall(principal) - tall(interest)}
              width={wide}
              height={tall(interest)}
            />
          </g>
        )
      })}
      <line x1="0" y1={height - 0.25} x2={width} y2={height - 0.25} />
    </svg>
  )
}
