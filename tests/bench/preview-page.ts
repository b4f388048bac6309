import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { fillFolder } from './article-folder.ts'
import { type Benchmark, type Row, shown, spreadOf } from './measure.ts'
import { endProgram, startProgram, written } from './processes.ts'

const articles = 1000
const starts = 3
const asked = 20

/** The preview's page, as somebody in front of it has it. */
export const previewPage: Benchmark = {
  name: 'preview',
  question: `The preview's page in a real browser, ms: from process start until the page takes commands (${starts} times), and with ${articles} articles from the press of Enter until the answer stands on the page, and from a letter until the completions do (${asked} times each)`,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crier-bench-'))
    const browser = await openBrowser()
    try {
      const variables = await fillFolder(folder, articles)
      return await measure(browser, { ...variables, PREVIEW_PORT: '18900', LOG_LEVEL: 'debug' })
    } finally {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function measure(browser: Browser, variables: Record<string, string>): Promise<readonly Row[]> {
  const ready: number[] = []
  for (let round = 0; round < starts; round += 1) {
    const { child, ms } = await startPreview(browser, variables)
    ready.push(ms)
    await endProgram(child)
  }
  const { child, visitor, loaded } = await startPreview(browser, variables)
  try {
    await loaded
    await visitor.evaluate(watchKeys)
    const answers = await repeated(() => timeAnswer(visitor))
    const completions = await repeated(() => timeCompletion(visitor))
    return [
      row('process start to page ready', ready),
      row('Enter to the answer of /latest', answers),
      row('letter to completions', completions),
    ]
  } finally {
    await endProgram(child)
  }
}

async function startPreview(browser: Browser, variables: Record<string, string>) {
  const start = performance.now()
  const child = startProgram('src/main.ts', variables)
  const loaded = written(child, '"folder loaded"')
  // Those who do not wait for it end the program before.
  loaded.catch(() => undefined)
  const [url = ''] = /http:\S+/.exec(await written(child, ' in a browser')) ?? []
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(url)
  await visitor.getByRole('button', { name: '/latest' }).waitFor()
  return { child, visitor, loaded, ms: performance.now() - start }
}

async function repeated(time: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < asked; round += 1) times.push(await time())
  return times
}

/**
 * Runs in the page, whose names are not known here: notes when a key was pressed last, and when an answer or a list of
 * completions was drawn after it.
 */
const watchKeys = `
  addEventListener('keydown', () => { window.pressedAt = performance.now(); window.drawnAt = undefined }, true)
  new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes])
    const isDrawn = (node) => node instanceof Element && node.matches('article.message, .popup-row')
    if (window.drawnAt === undefined && added.some(isDrawn))
      requestAnimationFrame(() => { window.drawnAt ??= performance.now() })
  }).observe(document.body, { childList: true, subtree: true })
`

async function timeAnswer(visitor: Page): Promise<number> {
  await visitor.getByRole('combobox', { name: /^Message/ }).fill('/latest ')
  await visitor.getByRole('group', { name: 'Command /latest' }).waitFor()
  return press(visitor, 'Enter')
}

async function timeCompletion(visitor: Page): Promise<number> {
  await visitor.getByRole('combobox', { name: /^Message/ }).fill('/whosaid speaker:')
  await visitor.getByRole('combobox', { name: 'speaker' }).waitFor()
  // What is offered before anything is typed comes first.
  await visitor.getByRole('option').first().waitFor()
  const ms = await press(visitor, 'a')
  for (const key of ['Escape', 'Escape', 'Escape', 'Escape']) await visitor.keyboard.press(key)
  return ms
}

async function press(visitor: Page, key: string): Promise<number> {
  await visitor.keyboard.press(key)
  for (;;) {
    const taken = await visitor.evaluate('window.drawnAt - window.pressedAt')
    if (typeof taken === 'number' && !Number.isNaN(taken)) return taken
    await visitor.waitForTimeout(20)
  }
}

function row(what: string, figures: readonly number[]): Row {
  const { min, median, max } = spreadOf(figures)
  return { what, min: shown(min, 0), median: shown(median, 0), max: shown(max, 0) }
}
