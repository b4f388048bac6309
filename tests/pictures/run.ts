import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { type looks, visit } from '../preview/page/look.ts'
import { type PreviewProcess, startPreview } from '../preview/page/preview-process.ts'

const root = join(import.meta.dirname, '..', '..')
/** Where README and docs look for their pictures. */
const folder = join(root, 'docs', 'pictures')
const minuteMs = 60_000

/** A picture to be. */
interface Sitting {
  readonly look: keyof typeof looks
  /** `bring` brings the articles that come later. */
  readonly act: (page: Page, bring: () => void) => Promise<void>
  /** Of whose articles the names match: they are not there from the start on. */
  readonly later?: RegExp
}

/** What is done before each picture, by its name. */
const pictures: Readonly<Record<string, Sitting>> = {
  latest: {
    look: 'dark',
    act: async (page) => command(page, '/latest about:harbour count:3', /^Read the summary/),
  },
  whosaid: {
    look: 'light',
    act: async (page) => command(page, '/whosaid speaker:Adaeze Marlowe about:wall', /^Show the text/),
  },
  days: { look: 'dark', act: days },
  search: {
    look: 'dark',
    act: async (page) => command(page, '/search query:"sea wall" -fisherman -debate', /^Read the summary/),
  },
  similar: { look: 'light', act: similar },
  newsroom: { look: 'dark', act: newsroom },
  summarize: { look: 'light', act: summarize },
  follow: { look: 'light', act: follow },
  faults: { look: 'dark', act: faults },
  digest: { look: 'dark', act: digest, later: /^(marlowe|dockers|ferry-company)/ },
  announcement: { look: 'light', act: async (page) => openChannel(page, 'news') },
  picker: { look: 'light', act: picker },
  phone: { look: 'phone', act: summary },
}

// npm run pictures [NAME…]: takes the pictures of README and docs anew; without names, all.
const wanted = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
for (const [name, sitting] of Object.entries(pictures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  // Each has a preview and articles of its own, so that no picture shows what another did.
  const articles = mkdtempSync(join(tmpdir(), 'crier-pictures-'))
  copyArticles(articles, (file) => sitting.later?.test(file) !== true)
  await using preview = await startPreview({ PREVIEW_PORT: '18800', ARTICLES_DIR: articles })
  await take(preview, articles, { name, ...sitting })
  rmSync(articles, { recursive: true })
  process.stdout.write(`docs/pictures/${name}.png\n`)
}
await browser.close()

async function take(
  { url }: PreviewProcess,
  articles: string,
  { name, look, act, later }: Sitting & { readonly name: string },
): Promise<void> {
  const { page } = await visit(browser, url, look)
  await page.getByRole('article', { name: /^Mira/ }).waitFor()
  await act(page, () => copyArticles(articles, (file) => later?.test(file) === true))
  // The pointer leaves no trace.
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** The project's own, as far as their names fit. */
function copyArticles(to: string, isWanted: (file: string) => boolean): void {
  const from = join(root, 'articles')
  cpSync(from, to, { recursive: true, filter: (path) => path === from || isWanted(basename(path)) })
}

async function command(page: Page, line: string, button: string | RegExp): Promise<void> {
  await type(page, line)
  await page.keyboard.press('Enter')
  await page
    .getByRole('article', { name: /^Crier/ })
    .last()
    .getByRole('button', { name: button })
    .waitFor()
}

/** Writes a command with its options, without sending it. */
async function type(page: Page, line: string): Promise<void> {
  await page.getByRole('combobox', { name: /^Message/ }).fill(`${line} `)
  await page.getByRole('group', { name: /^Command/ }).waitFor()
  // The list of suggestions comes after the field; what is written is no choice of it.
  await page.keyboard.press('Escape')
}

async function openChannel(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}.* unread`) }).click()
  await page
    .getByRole('article', { name: /^Crier/ })
    .first()
    .waitFor()
}

async function newsroom(page: Page): Promise<void> {
  await openChannel(page, 'news')
  await page.getByRole('button', { name: 'Newsroom, faults and requests' }).click()
  await page.getByRole('button', { name: 'Use a sample' }).click()
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.locator('.step-what button').waitFor()
  await page.locator('.quote summary').first().click()
  await page.locator('.candidates').first().scrollIntoViewIfNeeded()
}

async function summarize(page: Page): Promise<void> {
  const message = page.getByRole('article', { name: /^Mira/ })
  await message.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Summarize' }).waitFor()
}

async function follow(page: Page): Promise<void> {
  await addFollow(page, 'about:harbour channel:#announcements')
}

async function addFollow(page: Page, options: string): Promise<void> {
  await type(page, `/follow add ${options}`)
  await page.keyboard.press('Enter')
  await page
    .getByRole('article', { name: /^Crier/ })
    .last()
    .getByText('Following')
    .waitFor()
}

async function picker(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: /^Message/ }).fill('/')
  await page.getByRole('option').first().waitFor()
}

/** Of an article that is found by its title. */
async function summary(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: /^Message/ }).fill('/summary article:lighthouse')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Longer' }).waitFor()
}

/** A speaker's statements, day by day. */
async function days(page: Page): Promise<void> {
  await command(page, '/whosaid speaker:Adaeze Marlowe', 'Day by day')
  await page.getByRole('button', { name: 'Day by day' }).click()
  await page.getByRole('button', { name: 'All statements' }).waitFor()
}

/** To an article that is found by its title. */
async function similar(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: /^Message/ }).fill('/similar article:cracks')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Read the summary/ }).waitFor()
}

async function faults(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Newsroom, faults and requests' }).click()
  await page.getByRole('tab', { name: 'Faults' }).click()
  await page.getByRole('switch', { name: 'Answers fail' }).click()
  await type(page, '/help')
  await page.keyboard.press('Enter')
  await page.locator('.note').getByText('did not respond').waitFor()
}

/** What comes at the next full minute but one. */
async function digest(page: Page, bring: () => void): Promise<void> {
  const at = new Date(Date.now() + 2 * minuteMs).toISOString().slice(11, 16)
  await addFollow(page, `channel:#announcements delivery:daily at:${at}`)
  bring()
  await page.setViewportSize({ width: 1280, height: 1100 })
  await page.getByRole('button', { name: /^announcements.* unread/ }).click({ timeout: 3 * minuteMs })
  await page.getByRole('article', { name: /^Crier/ }).waitFor()
}
