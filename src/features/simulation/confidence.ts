import { streamOf, wholeBetween } from './random.ts'

export type Interval = [number, number]

const z = 1.959964
const resamples = 400

/** Wilson's 95 % interval of a share; the whole of [0, 1] when nothing was counted. */
export function shareInterval(part: number, whole: number): Interval {
  if (whole === 0) return [0, 1]
  const rate = part / whole
  const spread = z * Math.sqrt((rate * (1 - rate)) / whole + z ** 2 / (4 * whole ** 2))
  const scale = 1 + z ** 2 / whole
  const middle = rate + z ** 2 / (2 * whole)
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)]
}

/** Byar's 95 % interval of a count of rare events; 0 seen gives [0, 3.7]. */
export function countInterval(count: number): Interval {
  const side = (events: number, sign: number) =>
    events * (1 - 1 / (9 * events) + (sign * z) / (3 * Math.sqrt(events))) ** 3
  return [count === 0 ? 0 : side(count, -1), side(count + 1, 1)]
}

/** Means of the columns, what follows from them, and 95 % percentile intervals over resampled rows. */
export function bootstrap<Row extends Record<string, number>>(
  columns: readonly Float64Array[],
  summary: (means: readonly number[]) => Row,
  seed: number,
): { point: Row; intervals: Record<keyof Row, Interval> } {
  const size = columns[0]?.length ?? 0
  const mean = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0) / Math.max(1, size)
  const point = summary(columns.map(mean))
  const samples = Array.from({ length: size === 0 ? 0 : resamples }, (_, index) => {
    const rows = drawRows(size, seed, index)
    return summary(columns.map((column) => rows.reduce((sum, row) => sum + column[row]!, 0) / size))
  })
  const intervals = Object.fromEntries(
    Object.keys(point).map((name) => [
      name,
      percentiles(
        samples.map((sample) => sample[name]!),
        point[name]!,
      ),
    ]),
  ) as Record<keyof Row, Interval>
  return { point, intervals }
}

function drawRows(size: number, seed: number, index: number): Int32Array {
  const stream = streamOf(seed, index, 4)
  return Int32Array.from({ length: size }, () => wholeBetween(stream, 0, size - 1))
}

function percentiles(values: number[], otherwise: number): Interval {
  if (values.length === 0) return [otherwise, otherwise]
  const sorted = values.sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))]!
  return [at(0.025), at(0.975)]
}
