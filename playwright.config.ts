import { defineConfig } from '@playwright/test'

/** One browser, one server per file: each test starts its own on a folder of its own. */
export default defineConfig({
  testDir: 'tests/browser',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results/browser',
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
  },
})
