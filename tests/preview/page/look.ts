import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const screenshots = join(import.meta.dirname, '..', '..', '..', 'coverage', 'preview')

/** Longest that anything on the page is waited for, in milliseconds: enough for a busy machine. */
export const patienceMs = 30_000

/** How the page is looked at. */
export const looks = {
  dark: { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  light: { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  phone: { colorScheme: 'light', viewport: { width: 390, height: 780 } },
} as const

/** A page, and everything that the browser complained of. */
export interface Visit {
  readonly page: Page
  readonly complaints: readonly string[]
}

/** Opens the page. */
export async function visit(browser: Browser, url: string, look: keyof typeof looks): Promise<Visit> {
  const context: BrowserContext = await browser.newContext({ ...looks[look], reducedMotion: 'reduce' })
  context.setDefaultTimeout(patienceMs)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(url)
  await page.getByRole('log').waitFor()
  return { page, complaints }
}

/** What axe-core finds wrong with the page as it is now: rule and place, a line each. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  const found = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
  )
  return found as readonly string[]
}

/** Whether the page is wider than its window, which no look of it may be. */
export async function overflows(page: Page): Promise<boolean> {
  return Boolean(await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
}

/** Takes a picture for people to look at: coverage/preview/<name>.png. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true })
  await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' })
}
