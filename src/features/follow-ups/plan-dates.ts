import { Temporal } from 'temporal-polyfill'
import { instantAt } from '../../platform/clock.ts'

export type Rule = {
  code: string
  kind: 'reminder' | 'return_visit'
  from: 'first_due' | 'last_due'
  days?: number
  months?: number
}

/** Contact is made in the morning, well inside the permitted hours (rule C1). */
const hour = '10:00:00'

/**
 * When each follow-up of a schedule is due, in the bank's zone. Months are clamped to the month's end. One
 * that would lie before `now` or, for a later rule, past the last due date plus a day is left out.
 */
export function followUpDates(
  rules: readonly Rule[],
  schedule: { firstDue: string; lastDue: string },
  zone: string,
  now: Date,
): { code: string; kind: Rule['kind']; dueAt: Date }[] {
  const limit = instantAt(Temporal.PlainDate.from(schedule.lastDue).add({ days: 1 }).toString(), hour, zone)
  return rules
    .map(({ code, kind, from, days = 0, months = 0 }) => {
      const base = Temporal.PlainDate.from(from === 'first_due' ? schedule.firstDue : schedule.lastDue)
      return { code, kind, dueAt: instantAt(base.add({ months }).add({ days }).toString(), hour, zone) }
    })
    .filter(({ dueAt }) => dueAt > now && dueAt <= limit)
}
