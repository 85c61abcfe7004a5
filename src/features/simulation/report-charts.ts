import type { Interval } from './confidence.ts'
import { pageWords, type Words } from './report-words.ts'

/** Charts as inline SVG; every colour and font comes from the page's style sheet. */
export type Bar = { label: Words; parts: { value: number; kind: string }[]; interval?: Interval }

const row = 34
const left = 150
const width = 640
const plot = width - left - 70

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Both languages; the page shows the one that is chosen. */
export function svgText({ zh, en }: Words, place: string): string {
  return `<text ${place} class="zh">${escaped(zh)}</text><text ${place} class="en">${escaped(en)}</text>`
}

export function percent(value: number, digits = 1): string {
  return `${(value * 100).toFixed(digits)}%`
}

/** Horizontal bars of stacked parts with an interval as a whisker; values are fractions. */
export function barChart(bars: readonly Bar[], title: Words): string {
  const most = Math.max(0.0001, ...bars.map((bar) => Math.max(totalOf(bar), bar.interval?.[1] ?? 0)))
  const x = (value: number) => left + (Math.max(0, value) / most) * plot
  const drawn = bars.map((bar, index) => {
    const top = index * row + 6
    let from = 0
    const parts = bar.parts.map(({ value, kind }) => {
      const rect = `<rect class="${kind}" x="${x(from).toFixed(1)}" y="${top}" width="${(x(from + Math.max(0, value)) - x(from)).toFixed(1)}" height="20" rx="2"/>`
      from += Math.max(0, value)
      return rect
    })
    const middle = top + 10
    const whisker = bar.interval
      ? `<path class="whisker" d="M${x(bar.interval[0]).toFixed(1)} ${middle}H${x(bar.interval[1]).toFixed(1)}M${x(bar.interval[0]).toFixed(1)} ${middle - 4}v8M${x(bar.interval[1]).toFixed(1)} ${middle - 4}v8"/>`
      : ''
    const end = Math.max(x(totalOf(bar)), x(bar.interval?.[1] ?? 0)) + 6
    return `${svgText(bar.label, `x="${left - 8}" y="${top + 15}" text-anchor="end"`)}${parts.join('')}${whisker}<text x="${end.toFixed(1)}" y="${top + 15}" class="value">${percent(totalOf(bar))}</text>`
  })
  return `<svg viewBox="0 0 ${width} ${bars.length * row + 8}" role="img" aria-label="${escaped(`${title.zh} ${title.en}`)}">${drawn.join('')}</svg>`
}

function totalOf({ parts }: Bar): number {
  return parts.reduce((sum, part) => sum + part.value, 0)
}

export type Swing = { label: string; low: number; high: number }

/** A tornado: where a metric goes at −30 % and at +30 % of each parameter, around its value as committed. */
export function tornadoChart(swings: readonly Swing[], centre: number, title: Words): string {
  const reach = Math.max(
    0.0001,
    ...swings.flatMap(({ low, high }) => [Math.abs(low - centre), Math.abs(high - centre)]),
  )
  const start = 220
  const half = (width - start - 20) / 2
  const x = (value: number) => start + half + ((value - centre) / reach) * half * 0.82
  const sorted = [...swings].sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low))
  const drawn = sorted.map(({ label, low, high }, index) => {
    const top = index * 26 + 4
    const bar = (value: number, kind: string, offset: number) =>
      `<rect class="${kind}" x="${Math.min(x(value), x(centre)).toFixed(1)}" y="${top + offset}" width="${Math.max(1, Math.abs(x(value) - x(centre))).toFixed(1)}" height="8"/><text class="tick" x="${(value < centre ? x(value) - 4 : x(value) + 4).toFixed(1)}" y="${top + offset + 8}" text-anchor="${value < centre ? 'end' : 'start'}">${percent(value, 2)}</text>`
    return `<text x="${start - 26}" y="${top + 13}" text-anchor="end">${escaped(label)}</text>${bar(low, 'minus', 0)}${bar(high, 'plus', 10)}`
  })
  const height = swings.length * 26 + 8
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(`${title.zh} ${title.en}`)}"><path class="whisker" d="M${x(centre)} 0V${height}"/>${drawn.join('')}</svg>`
}

export function legend(): string {
  const entry = (kind: string, { zh, en }: Words) =>
    `<span class="key"><i class="${kind}"></i><span class="zh">${zh}</span><span class="en">${en}</span></span>`
  return `<p class="legend">${entry('given', pageWords.given)}${entry('lost', pageWords.lost)}</p>`
}
