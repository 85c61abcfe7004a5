import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What may lean on what, lowest first: a file imports from its own place or from one before it. */
const order = [
  'platform',
  ...[
    'audit',
    'identity',
    'customers',
    'policies',
    'conversations',
    'cases',
    'offers',
    'guards',
    'analysis',
    'drafting',
    'approvals',
    'agreements',
    'follow-ups',
    'simulation',
    'evals',
    'insights',
  ].map((feature) => `features/${feature}`),
  'negotiation',
  'ways-in',
]
const rank = (file: string) => {
  const place = order.findIndex((one) => file.startsWith(`${one}/`))
  return place >= 0 ? place : order.indexOf('ways-in')
}

const files = readdirSync('src', { recursive: true })
  .map((name) => normalize(String(name)).replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name))
const text = (file: string) => readFileSync(join('src', file), 'utf8')
const isTest = (file: string) => /\.(test|fixture)\.tsx?$/.test(file)
const server = files.filter((file) => !file.startsWith('web/') && !isTest(file))
const web = files.filter((file) => file.startsWith('web/') && !isTest(file))

type Import = { from: string; to: string; typeOnly: boolean }
function importsOf(file: string): Import[] {
  const found = text(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\b(\s+type\b)?[^'"\n;]*(?:\{[^}]*\})?[^'"\n;]*['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]/g,
  )
  return [...found].map(([, type, fixed, called]) => ({
    from: file,
    to: normalize(join(dirname(file), (fixed ?? called)!)).replaceAll('\\', '/'),
    typeOnly: type !== undefined,
  }))
}
const shown = ({ from, to }: Import) => `${from} -> ${to}`

describe('imports', () => {
  it('are found', () => {
    const all = server.flatMap(importsOf)
    const lines = server.flatMap((file) => text(file).match(/\bfrom '\.[^']+'|\bimport\('\.[^']+'\)/g) ?? [])
    expect(lines.length).toBeGreaterThan(300)
    expect(all.length).toBeGreaterThanOrEqual(lines.length)
    const missing = all.filter(({ to }) => !files.includes(to) && !to.startsWith('..'))
    expect(missing.map(shown)).toEqual([])
  })

  it('know every folder of features', () => {
    const folders = new Set(files.flatMap((file) => /^(features\/[^/]+)\//.exec(file)?.[1] ?? []))
    expect([...folders].filter((folder) => !order.includes(folder))).toEqual([])
  })

  it('point one way: platform, the features in their order, the negotiation, the ways in', () => {
    const wrong = server.flatMap(importsOf).filter(({ from, to }) => rank(to) > rank(from))
    expect(wrong.map(shown)).toEqual([])
  })

  it('make no circle of files', () => {
    const next = new Map(
      server.map((file) => [
        file,
        importsOf(file)
          .filter((one) => !one.typeOnly)
          .map((one) => one.to),
      ]),
    )
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (file: string, path: string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      if (path.includes(file) || done.has(file)) return
      for (const to of next.get(file) ?? []) walk(to, [...path, file])
      done.add(file)
    }
    for (const file of server) walk(file, [])
    expect(circles).toEqual([])
  })

  it('reach the configuration from main and the command line alone', () => {
    const wrong = server
      .flatMap(importsOf)
      .filter(({ from, to }) => to === 'config.ts' && from !== 'main.ts' && !/^cli(\/|\.ts$)/.test(from))
    expect(wrong.map(shown)).toEqual([])
  })

  it('of the server by the web are types only', () => {
    const wrong = web
      .flatMap(importsOf)
      .filter(({ to, typeOnly }) => !to.startsWith('web/') && !typeOnly && /\.tsx?$/.test(to))
    expect(wrong.map(shown)).toEqual([])
  })

  it('keep the database and the model out of rules: only verbs and stores are given a transaction', () => {
    const drivers = /from '(pg|pg-boss|pgvector[^']*|@electric-sql\/[^']+|openai|@langchain\/openai)'/
    const allowed =
      /^(platform\/|jobs\.ts$|main\.ts$|cli\/|features\/policies\/|features\/identity\/staff-sign-in)/
    expect(server.filter((file) => drivers.test(text(file)) && !allowed.test(file))).toEqual([])
  })
})

describe('where the environment, the clock and chance are read', () => {
  const using = (pattern: RegExp, except: RegExp) =>
    server.filter((file) => !except.test(file) && pattern.test(text(file)))

  it('the environment: by the command line, which hands it to the configuration', () => {
    expect(using(/process\.env/, /^(cli\/|cli\.ts$|main\.ts$|platform\/test-database\.ts$)/)).toEqual([])
  })

  it('the clock: platform/clock.ts and the ways in', () => {
    const pattern = /\bnew Date\(\)|\bDate\.now\(\)|Temporal\.Now\b|performance\.now\(\)/
    // Running times of an eval and of a benchmark are measured, not decided by.
    const measured = /^(negotiation\/run-eval|features\/policies\/bench-\w+)\.ts$/
    expect(
      using(pattern, new RegExp(`^(platform/clock\\.ts|http/|cli/|jobs\\.ts)|${measured.source}`)),
    ).toEqual([])
  })

  it('chance: ids, keys and codes from the platform and crypto only', () => {
    expect(using(/Math\.random\(/, /^$/)).toEqual([])
    const places = /^(platform\/|main\.ts|negotiation\/private-story\.ts|cli\/|http\/)/
    expect(using(/\brandom(Bytes|Int|UUID)\(/, places)).toEqual([])
  })
})
