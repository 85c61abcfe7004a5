/** @jsxImportSource preact */
import { useRoom } from '../context.ts'
import { date, money, shortDate } from '../format.ts'
import type { OfferCard } from '../shapes.ts'

type Rows = OfferCard['schedule']

/** The plan at a glance: one bar for each payment, as tall as it is large. */
export function PlanRhythm({ rows }: { rows: Rows }) {
  const { words, language } = useRoom()
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last) return null
  const top = Math.max(...rows.map((row) => row.amount))
  const step = 300 / rows.length
  const label = words.rhythmHint(rows.length, date(language, first.date), date(language, last.date))
  return (
    <svg class="rhythm" viewBox="0 0 300 34" preserveAspectRatio="none" role="img" aria-label={label}>
      {rows.map((row, index) => {
        const height = Math.max(2, (row.amount / top) * 32)
        return (
          <rect
            key={row.date}
            x={index * step + step * 0.12}
            y={34 - height}
            width={step * 0.76}
            height={height}
            rx={Math.min(2, step * 0.2)}
          />
        )
      })}
    </svg>
  )
}

export function PlanTable({ offer, hasDownPayment }: { offer: OfferCard; hasDownPayment: boolean }) {
  const { words, language } = useRoom()
  const cash = (minor: number) => money(language, minor)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
    <section class="table-scroll" aria-label={words.schedule} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {words.scheduleHead.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offer.schedule.map((row, index) => (
            <tr key={row.date}>
              <td>{hasDownPayment ? (index === 0 ? words.downPayment : index) : index + 1}</td>
              <td>{shortDate(language, row.date)}</td>
              <td>{cash(row.amount)}</td>
              <td>{cash(row.principal)}</td>
              <td>{cash(row.interest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
