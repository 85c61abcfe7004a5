import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clearAway, runCommand, temporaryFolder } from './server-process.ts'

afterAll(clearAway)

const metrics = [
  'agreement_rate',
  'kept_rate',
  'rounds',
  'rr_nominal',
  'rr_pv',
  'over_concession_gap',
  'sr',
  'qrd',
  'hrd',
  'crd',
  'l1c',
  'l2c',
  'atv',
  'cri',
  'dhi',
  'cci',
  'violations',
]

test('simulate answers in the promised shape, the same for the same seed', async () => {
  const args = ['simulate', '--n', '300', '--seed', '11', '--strategy', 'all', '--json']
  const [once, again] = [await runCommand(args, {}), await runCommand(args, {})]
  expect(once.code).toBe(0)
  expect(again.stdout).toBe(once.stdout)
  const said = JSON.parse(once.stdout)
  expect(said).toMatchObject({ seed: 11, n: 300 })
  expect(said.n_zopa).toBeGreaterThan(100)
  expect(said.n_zopa).toBeLessThanOrEqual(300)
  expect(Object.keys(said.strategies)).toEqual(['parley', 'yields', 'fixed', 'oracle'])
  for (const [name, strategy] of Object.entries<Record<string, unknown>>(said.strategies)) {
    expect(Object.keys(strategy), name).toEqual(expect.arrayContaining([...metrics, 'ci95']))
    const ci = strategy.ci95 as Record<string, [number, number]>
    for (const metric of metrics) {
      const value = strategy[metric] as number
      expect(value, `${name} ${metric}`).toEqual(expect.any(Number))
      expect(ci[metric], `${name} ${metric}`).toHaveLength(2)
      expect(ci[metric]![0]).toBeLessThanOrEqual(value)
      expect(ci[metric]![1]).toBeGreaterThanOrEqual(value)
    }
  }
  expect(said.strategies.parley.violations).toBe(0)
  expect(said.strategies.oracle.agreement_rate).toBe(1)
  const other = await runCommand([...args.slice(0, 4), '12', ...args.slice(5)], {})
  expect(other.stdout).not.toBe(once.stdout)
})

test('simulate --report writes one page that needs nothing from elsewhere', async () => {
  const file = join(await temporaryFolder(), 'report.html')
  const done = await runCommand(['simulate', '--n', '60', '--seed', '11', '--report', file], {})
  expect(done.code).toBe(0)
  expect(done.stdout).toContain('over_concession_gap')
  const page = await readFile(file, 'utf8')
  expect(page).toMatch(/^<!doctype html>/i)
  const has = (what: string) => page.includes(what)
  for (const words of ['Parley 引擎', 'Gives what is asked', '统一方案', 'Knows everything', '违规数', '±30'])
    expect(has(words), words).toBe(true)
  expect(page.match(/<svg/g)!.length).toBeGreaterThanOrEqual(4)
  // Nothing from another place, and no figure that is none; the page is too long to print when it fails.
  for (const wrong of ['src=', 'href=', '@import', 'NaN', 'undefined', '[object', 'Infinity'])
    expect(has(wrong), wrong).toBe(false)
})

test.each([
  [['--n', '0'], '--n'],
  [['--n', '2.5'], '--n'],
  [['--seed', '-1'], '--seed'],
  [['--strategy', 'kind'], '--strategy'],
  [['extra'], 'extra'],
])('simulate %j is refused with one line that names it', async (args, named) => {
  const done = await runCommand(['simulate', ...args], {})
  expect(done.code).toBe(1)
  expect(done.stdout).toBe('')
  expect(done.stderr).toContain(named)
})
