import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestBrowser } from '../../browser.ts'
import { accessibilityProblems, looks, overflows, patienceMs, picture, visit } from './look.ts'
import { type PreviewProcess, startPreview } from './preview-process.ts'

const browser: Browser | undefined = await openTestBrowser()

describe.runIf(browser !== undefined)('the page with the real bot', () => {
  let preview: PreviewProcess
  let page: Page
  let complaints: readonly string[] = []
  beforeAll(async () => {
    preview = await startPreview({ PREVIEW_PORT: '18787' })
    if (browser !== undefined) ({ page, complaints } = await visit(browser, preview.url, 'dark'))
    // The bot is there once its commands are offered, and its articles once somebody writes of one.
    await page.getByRole('button', { name: '/latest' }).waitFor()
    await page.getByRole('article', { name: /^Mira/ }).waitFor()
  }, patienceMs)
  afterAll(async () => {
    await browser?.close()
    await preview[Symbol.asyncDispose]()
  }, patienceMs)

  const composer = () => page.getByRole('combobox', { name: /^Message/ })
  const answers = () => page.getByRole('article', { name: /^Crier/ })
  const become = async (name: string) => {
    await page.getByRole('button', { name: 'be somebody else' }).click()
    await page.getByRole('menuitemradio', { name }).click()
    await page.getByRole('button', { name: `You are ${name}` }).waitFor()
  }

  it('picks /latest from the picker by keyboard alone, pages, and opens a summary from the menu', async () => {
    await page.keyboard.press('/')
    await page.getByRole('option', { name: /^\/latest/ }).waitFor()
    await page.keyboard.type('lat')
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'Command /latest' }).waitFor()
    await page.keyboard.press('Enter')
    const answer = answers().last()
    await answer.getByText('Adrian used /latest').waitFor()
    await answer.getByRole('button', { name: 'Next ›' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => answer.getByRole('button', { name: '‹ Back' }).isEnabled()).toBe(true)
    await answer.getByRole('button', { name: /^Read the summary/ }).focus()
    await page.keyboard.press('ArrowDown')
    const title = await page.getByRole('option').first().innerText()
    await page.keyboard.press('Enter')
    await answers()
      .last()
      .getByRole('heading', { name: title.split('\n')[0] ?? '' })
      .waitFor()
    await answers().last().getByText('Keywords').waitFor()
  })

  it('asks /whosaid for a speaker that is completed while it is typed', async () => {
    await composer().fill('/whosaid ')
    await page.keyboard.type('speaker:')
    await page.keyboard.type('marl')
    await page
      .getByRole('option', { name: /Marlowe/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await answers()
      .last()
      .getByRole('heading', { name: /Marlowe said$/ })
      .waitFor()
    await expect.poll(() => answers().last().getByRole('blockquote').count()).toBeGreaterThan(0)
  })

  it('gives the summary of a link from the menu of its message, to be dismissed', async () => {
    await page
      .getByRole('article', { name: /^Mira/ })
      .first()
      .click({ button: 'right', position: { x: 200, y: 5 } })
    await page.getByRole('menuitem', { name: 'Summarize' }).click()
    const answer = answers().filter({ hasText: 'Adrian used Summarize' })
    await answer.getByText('Only you can see this').waitFor()
    await answer.getByRole('button', { name: 'Dismiss message' }).click()
    await expect.poll(() => answer.count()).toBe(0)
  })

  it('offers /follow to those who manage the server alone, and adds a follow', async () => {
    await become('Mira')
    await composer().fill('/fol')
    await page.waitForTimeout(150)
    expect(await page.getByRole('option', { name: /^\/follow/ }).count()).toBe(0)
    await composer().fill('')
    await become('Adrian')
    await composer().fill('/follow add')
    await page.getByRole('option', { name: /^\/follow add/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('about:lamplighters channel:ann')
    await page.getByRole('option', { name: '#announcements' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await answers().last().getByText('Adrian used /follow add').waitFor()
    await answers().last().getByText('#announcements').first().waitFor()
  })

  it('uses Discord in another language: commands, and what one person alone sees', async () => {
    const speak = async (language: string) => {
      await page.getByRole('button', { name: 'be somebody else' }).click()
      const looked = page.waitForResponse((response) => response.url().includes('/api/scene'))
      await page.getByRole('menuitemradio', { name: language }).click()
      await looked
    }
    await speak('Deutsch')
    await composer().fill('/einst')
    await page.getByRole('option', { name: /^\/einstellungen/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await answers().last().getByText('Einstellungen dieses Servers').waitFor()
    await speak('English')
  })

  it('takes an article, shows what is understood of it and why, and sees it announced', async () => {
    await page.getByRole('button', { name: 'Newsroom, faults and requests' }).click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'lamps.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(lamps),
    })
    await page.getByText('in #', { exact: false }).and(page.locator('.step-what button')).waitFor()
    expect(await page.locator('.step.done').count()).toBe(4)
    expect(await page.locator('.article-text mark.direct').first().innerText()).toContain('Nobody told me')
    await page.getByText('“Nobody told me').and(page.locator('.quote-words')).click()
    await expect.poll(() => page.locator('.lit-speaker').innerText()).toBe('Imre Castellan')
    await page.getByRole('button', { name: /^announcements.* unread/ }).click()
    await page.getByRole('heading', { name: 'Lamplighters return' }).first().waitFor()
  })

  it('says what is wrong with a text that is no article', async () => {
    await page.getByLabel('Paste a text').fill('<?xml version="1.0"?><nothing/>')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.locator('.step.failed').getByText('Cannot read').waitFor()
  })

  it('switches faults, and says what Discord would say', async () => {
    await page.getByRole('tab', { name: 'Faults' }).click()
    const fault = page.getByRole('switch', { name: 'Answers fail' })
    await fault.click()
    await expect.poll(() => fault.getAttribute('aria-checked')).toBe('true')
    await composer().fill('/help')
    await page.getByRole('option', { name: /^\/help/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByText('The application did not respond').waitFor()
    await fault.click()
    await page.getByRole('tab', { name: 'Requests' }).click()
    await page.locator('.status.bad').getByText('500').first().waitFor()
  })

  it('has no accessibility problem with drawer, picker and menus open', async () => {
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('tab', { name: 'Faults' }).click()
    await composer().fill('/')
    await page.getByRole('option').first().waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await composer().fill('')
    await page.getByRole('button', { name: 'be somebody else' }).click()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it.each(Object.keys(looks) as (keyof typeof looks)[])('is accessible and fits, %s', async (look) => {
    if (browser === undefined) return
    const { page: other, complaints: found } = await visit(browser, preview.url, look)
    await other
      .getByRole('article', { name: /^Crier/ })
      .last()
      .waitFor()
    expect(await accessibilityProblems(other)).toEqual([])
    expect(await overflows(other)).toBe(false)
    await picture(other, look)
    expect(found).toEqual([])
  })

  it('made the browser complain of nothing', () => {
    expect(complaints).toEqual([])
  })
})

const lamps = `The Quay Courier

Lamplighters return to Salter Street

Two people light the lamps by hand.

Lamplighters return to Salter Street

Two lamplighters walked down Salter Street on Monday evening and lit the eleven gas lamps.

“Nobody told me about the dogs,” said Imre Castellan, the older of the two.
`
