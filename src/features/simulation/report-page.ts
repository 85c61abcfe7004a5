import { type MetricName, metricNames } from './metrics.ts'
import { barChart, escaped, legend, percent, tornadoChart } from './report-charts.ts'
import { metricWords, pageWords, segmentWords, strategyWords, type Words } from './report-words.ts'
import type { SensitivityRow } from './sensitivity.ts'
import type { Simulation } from './simulate.ts'
import type { StrategyName } from './strategy.ts'

/** One self-contained HTML page of a simulation, in both languages; nothing is loaded from anywhere. */
export function reportPage(
  simulation: Simulation,
  sensitivity: { n: number; rows: SensitivityRow[] },
  parameters: { version: string; hash: string },
): string {
  const { seed, n, n_zopa } = simulation
  const facts = [
    [pageWords.customers, n],
    [pageWords.withZopa, n_zopa],
    [pageWords.seed, seed],
  ] as const
  return `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${pageWords.title.zh} · ${pageWords.title.en}</title><style>${style}</style></head><body>
<input type="radio" name="lang" id="show-zh" checked><label for="show-zh">中文</label>
<input type="radio" name="lang" id="show-en"><label for="show-en">English</label>
<main><h1>${both(pageWords.title)}</h1><p>${both(pageWords.lead)}</p>
<ul class="facts">${facts.map(([words, value]) => `<li>${both(words)} <b>${value}</b></li>`).join('')}</ul>
<p class="small">${escaped(parameters.version)} · ${escaped(parameters.hash.slice(0, 16))}</p>
${gapSection(simulation)}${ratesSection(simulation)}${metricsSection(simulation)}${segmentsSection(simulation)}${sensitivitySection(simulation, sensitivity)}
</main></body></html>
`
}

type Named = [StrategyName, NonNullable<Simulation['strategies'][StrategyName]>][]
const rowsOf = ({ strategies }: Simulation) => Object.entries(strategies) as Named

function both({ zh, en }: Words): string {
  return `<span class="zh">${escaped(zh)}</span><span class="en">${escaped(en)}</span>`
}

function gapSection(simulation: Simulation): string {
  const bars = rowsOf(simulation).map(([name, metrics]) => ({
    label: strategyWords[name],
    parts: [
      { value: metrics.gap_given, kind: 'given' },
      { value: metrics.gap_lost, kind: 'lost' },
    ],
    interval: metrics.ci95.over_concession_gap,
  }))
  return `<section><h2>${both(pageWords.gap)}</h2>${legend()}${barChart(bars, pageWords.gap)}</section>`
}

function ratesSection(simulation: Simulation): string {
  const chart = (metric: 'agreement_rate' | 'kept_rate') =>
    `<h3>${both(metricWords[metric])}</h3>${barChart(
      rowsOf(simulation).map(([name, metrics]) => ({
        label: strategyWords[name],
        parts: [{ value: metrics[metric], kind: 'rate' }],
        interval: metrics.ci95[metric],
      })),
      metricWords[metric],
    )}`
  return `<section><h2>${both(pageWords.rates)}</h2>${chart('agreement_rate')}${chart('kept_rate')}</section>`
}

const wholeNumbers: readonly MetricName[] = ['qrd', 'hrd', 'crd', 'violations']

function shown(metric: MetricName, value: number): string {
  if (metric === 'rounds') return value.toFixed(2)
  return wholeNumbers.includes(metric) ? value.toFixed(0) : percent(value, 2)
}

function metricsSection(simulation: Simulation): string {
  const rows = rowsOf(simulation)
  const body = metricNames.map((metric) => {
    const cells = rows.map(([, metrics]) => {
      const [low, high] = metrics.ci95[metric]
      return `<td>${shown(metric, metrics[metric])}<small>${shown(metric, low)} – ${shown(metric, high)}</small></td>`
    })
    return `<tr><th>${both(metricWords[metric])}</th>${cells.join('')}</tr>`
  })
  const broken = rows.map(([name]) => {
    const counts = Object.entries(simulation.broken[name] ?? {})
    return `<td>${counts.length === 0 ? both(pageWords.none) : counts.map(([rule, count]) => `${escaped(rule)} ${count}`).join('<br>')}</td>`
  })
  body.push(`<tr><th>${both(pageWords.broken)}</th>${broken.join('')}</tr>`)
  return `<section><h2>${both(pageWords.metrics)}</h2>${table(headers(rows), body)}</section>`
}

function headers(rows: Named): string {
  return rows.map(([name]) => `<th>${both(strategyWords[name])}</th>`).join('')
}

function table(head: string, body: readonly string[]): string {
  return `<div class="wide"><table><thead><tr><th></th>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

function segmentsSection(simulation: Simulation): string {
  const rows = rowsOf(simulation)
  const tables = Object.entries(simulation.segments).map(([dimension, groups]) => {
    const body = Object.entries(groups).map(([key, group]) => {
      const cells = rows.map(([name]) => {
        const cell = group.strategies[name]!
        return `<td>${percent(cell.agreement_rate)} / ${percent(cell.kept_rate)} / ${percent(cell.over_concession_gap)}</td>`
      })
      return `<tr><th>${escaped(key)}<small>${group.n_zopa}</small></th>${cells.join('')}</tr>`
    })
    return `<h3>${both(segmentWords[dimension] ?? { zh: dimension, en: dimension })}</h3>${table(headers(rows), body)}`
  })
  return `<section><h2>${both(pageWords.segments)}</h2><p>${both(pageWords.segmentNote)}</p>${tables.join('')}</section>`
}

function sensitivitySection(
  simulation: Simulation,
  { n, rows }: { n: number; rows: readonly SensitivityRow[] },
): string {
  const [first] = rowsOf(simulation)
  if (!first || rows.length === 0) return ''
  const [name, metrics] = first
  const gapOf = (row: SensitivityRow | undefined) =>
    row?.strategies[name]?.over_concession_gap ?? metrics.over_concession_gap
  const parameters = [...new Set(rows.map(({ parameter }) => parameter))]
  const swings = parameters.map((parameter) => ({
    label: parameter,
    low: gapOf(rows.find((row) => row.parameter === parameter && row.factor < 1)),
    high: gapOf(rows.find((row) => row.parameter === parameter && row.factor > 1)),
  }))
  const named = rowsOf(simulation)
  const body = rows.map((row) => {
    const cells = named.map(([strategy]) => {
      const cell = row.strategies[strategy]!
      return `<td>${percent(cell.agreement_rate)} / ${percent(cell.kept_rate)} / ${percent(cell.over_concession_gap)}</td>`
    })
    return `<tr><th>${escaped(row.parameter)} ${row.factor < 1 ? '−30%' : '+30%'}</th>${cells.join('')}</tr>`
  })
  return `<section><h2>${both(pageWords.sensitivity)}</h2><p>${both(strategyWords[name])} · ${both(metricWords.over_concession_gap)} · n = ${n}</p>
<p class="legend"><span class="key"><i class="minus"></i>−30%</span><span class="key"><i class="plus"></i>+30%</span></p>${tornadoChart(swings, metrics.over_concession_gap, pageWords.sensitivity)}
<p>${both(pageWords.segmentNote)}</p>${table(headers(named), body)}</section>`
}

const style = `
:root{color-scheme:light dark;--ink:#1d2733;--soft:#5c6b7a;--line:#d9e0e7;--paper:#fff;--given:#c2571a;--lost:#7a8896;--rate:#1f6f78;--minus:#3b6fb6;--plus:#b65a3b}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9fb0c0;--line:#34414e;--paper:#12181f;--given:#e58a4e;--lost:#8c9aa8;--rate:#4aa5ae;--minus:#7aa5e0;--plus:#e08f6f}}
body{font:15px/1.6 system-ui,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--paper);max-width:960px;margin:0 auto;padding:24px 16px}
h1{font-size:1.7rem;margin:.6em 0 .2em}h2{margin-top:2em;border-bottom:1px solid var(--line);padding-bottom:.2em}h3{margin:1.2em 0 .3em}
.small,small{color:var(--soft);font-size:.82em}small{display:block;font-weight:400}.facts{display:flex;gap:2em;list-style:none;padding:0}
svg{width:100%;max-width:760px;height:auto;font-size:12px}svg text{fill:var(--ink)}svg .tick{font-size:9px;fill:var(--soft)}
.given{fill:var(--given);background:var(--given)}.lost{fill:var(--lost);background:var(--lost)}.rate{fill:var(--rate)}.minus{fill:var(--minus);background:var(--minus)}.plus{fill:var(--plus);background:var(--plus)}
.whisker{stroke:var(--ink);stroke-width:1.2;fill:none}.legend{display:flex;gap:1.5em;color:var(--soft)}.key i{display:inline-block;width:12px;height:12px;border-radius:2px;margin-right:.4em}
.wide{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.92em}th,td{border-bottom:1px solid var(--line);padding:.35em .8em;text-align:right;white-space:nowrap}tbody th,thead th:first-child{text-align:left;font-weight:500}
label{cursor:pointer;margin-right:1em;color:var(--soft)}input[name=lang]{accent-color:var(--rate)}
#show-zh:checked~main .en,#show-en:checked~main .zh{display:none}
`
