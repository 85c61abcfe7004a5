import { Temporal } from 'temporal-polyfill'

/** The only source of time: SQL reads it as `app_now()`, rule files get it as an argument. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** The local date (ISO) of an instant in an IANA zone. */
export function localDate(instant: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant)
}

/** The instant as ISO with the zone's offset, such as 2026-11-23T10:00:00+08:00. */
export function zonedInstant(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** The instant at which the zone's clock shows this date and time of day. */
export function instantAt(date: string, time: string, zone: string): Date {
  return new Date(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds)
}
