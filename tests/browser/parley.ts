import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
} from '@playwright/test'
import { clearAway, startServer, temporaryFolder } from '../server-process.ts'

export const phone = { width: 390, height: 780 }
export const laptop = { width: 1280, height: 720 }

export type Parley = { url: string; folder: string }

/** A server of its own with the sample bank in a temporary folder; `closeParley` removes both. */
export async function openParley(env: Record<string, string> = {}): Promise<Parley> {
  const folder = await temporaryFolder()
  const { url } = await startServer({ folder, env })
  return { url, folder }
}

export const closeParley = clearAway

const opened = new Set<BrowserContext>()

/** Closes what a test opened, so that nobody is left listening while the next one runs; for `afterEach`. */
export async function closePages(): Promise<void> {
  await Promise.all([...opened].map((context) => context.close()))
  opened.clear()
}

/** What a page must never do: ask another origin, break its content policy, log an error, throw. */
const complaints = new WeakMap<Page, string[]>()

async function openPage(browser: Browser, parley: Parley, path: string, options: BrowserContextOptions) {
  const context = await browser.newContext(options)
  opened.add(context)
  const page = await context.newPage()
  const heard: string[] = []
  complaints.set(page, heard)
  page.on('pageerror', (error) => heard.push(`threw: ${error.message}`))
  page.on('console', (line) => {
    const { url } = line.location()
    // Asking who is signed in is how the desk learns that nobody is; Chromium logs the 401 by itself.
    const asksWho = url.endsWith('/api/staff/me') && line.text().includes('401')
    const tooFast = url.endsWith('/api/auth/sign-in/email') && line.text().includes('429')
    if (line.type() === 'error' && !asksWho && !tooFast) heard.push(`logged: ${line.text()} (${url})`)
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol !== 'blob:' && protocol !== 'data:' && origin !== parley.url)
      heard.push(`asked ${request.url()}`)
  })
  await page.goto(parley.url + path)
  return page
}

export function expectNoComplaints(...pages: Page[]): void {
  for (const page of pages) expect(complaints.get(page)).toEqual([])
}

/** A picture to look at; kept out of git. */
export async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/shots/${name}.png`, animations: 'disabled' })
}

/** The same on a window as tall as it takes to see a long card or paper whole. */
export async function tallShot(page: Page, name: string, height = 2400): Promise<void> {
  const size = page.viewportSize()!
  await page.setViewportSize({ ...size, height })
  await shot(page, name)
  await page.setViewportSize(size)
}

/** The chat's first page, where one chooses whose situation to start from. */
export async function openPicker(
  browser: Browser,
  parley: Parley,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openPage(browser, parley, '/chat/', { viewport: phone, ...options })
  await expect(page.locator('.people button')).not.toHaveCount(0)
  return page
}

/** The chat as one of the sample bank's customers. */
export async function openChat(
  browser: Browser,
  parley: Parley,
  customer: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openPicker(browser, parley, options)
  await page.locator('.people button', { hasText: customer }).click()
  await expect(page.locator('.composer textarea')).toBeEnabled()
  return page
}

export async function say(chat: Page, text: string): Promise<void> {
  await chat.locator('.composer textarea').fill(text)
  await chat.locator('.send').click()
  await expect(chat.locator('.message.mine', { hasText: text })).toBeVisible()
}

/** Shows who one is with the code the demo displays instead of sending it to a phone. */
export async function verify(chat: Page): Promise<void> {
  await chat.locator('.unverified').click()
  await chat.locator('.demo-code button').click()
  await chat.locator('.sheet .primary').click()
  await expect(chat.locator('.head .verified')).toBeVisible()
}

/** The desk's sign-in page. */
export async function openSignIn(
  browser: Browser,
  parley: Parley,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openPage(browser, parley, '/desk/', { viewport: laptop, ...options })
  await expect(page.locator('.demo button')).not.toHaveCount(0)
  return page
}

/** The desk as a demo member of staff, by e-mail name; waits when sign-ins come too fast. */
export async function openDesk(
  browser: Browser,
  parley: Parley,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openSignIn(browser, parley, options)
  for (;;) {
    const answered = page.waitForResponse(/sign-in\/email$/)
    await page.locator('.demo button', { hasText: `${name}@` }).click()
    if ((await answered).status() !== 429) break
    await page.waitForTimeout(10_000)
  }
  await expect(page.locator('.account')).toBeVisible()
  return page
}

/** The row of a customer in the queue, opened. */
export async function openCase(desk: Page, customer: string): Promise<void> {
  await desk.locator('.queue-row', { hasText: customer }).first().click()
  await expect(desk.locator('.case-header h1')).toHaveText(customer)
}

/** Nothing on the page is wider than its window. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const [inner, scroll] = (await page.evaluate(
    '[document.documentElement.clientWidth, document.documentElement.scrollWidth]',
  )) as [number, number]
  expect(scroll).toBeLessThanOrEqual(inner)
}
