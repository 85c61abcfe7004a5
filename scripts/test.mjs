// The test command: every vitest project, then the browser tests where a Chromium is to be found.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const run = (bin, args, env = {}) =>
  spawnSync(process.execPath, [bin, ...args], { stdio: 'inherit', env: { ...process.env, ...env } }).status ??
  1

const vitestReport = process.env.PARLEY_TEST_REPORT
let status = run('node_modules/vitest/vitest.mjs', [
  'run',
  ...(vitestReport ? ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`] : []),
])

const chromium = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  process.env.CHROMIUM,
]
  .filter(Boolean)
  .find((path) => existsSync(path))
if (chromium) {
  const browsers = run('node_modules/@playwright/test/cli.js', ['test'], {
    CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: process.env.PARLEY_BROWSER_REPORT ?? '',
  })
  status ||= browsers
} else {
  console.log('No Chromium was found, so the browser tests were not run (set CHROMIUM to its path).')
}
process.exit(status)
