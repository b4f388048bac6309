import { describe, expect, it } from 'vitest'
import { readPage } from '../../src/sources/page.ts'

const short =
  'The last cinema of the valley shows its last film on Friday. The house will be a store for boats, the owner said.'

const more =
  'Its two projectors, which were carried up the stairs in 1954, go to the museum at Tarn Haven, which has asked for them since the flood.'

describe('a short article', () => {
  it.each([
    'Gone with the river: the valley’s last cinema closes',
    '500 jobs go with the works at Calder',
    '404 new homes for Netherby',
    'Site found for the new school after two years',
    'Forbidden fruit sells best on the market',
    'Blocked road keeps the bus away',
    'Sorry seems the hardest word to the council',
    'Page turns for the library at last',
    'Consent given for the second bridge',
    'Log in the river stops the ferry',
    'Privacy is dear to the herons',
  ])('is no notice because it is called “%s”', (title) => {
    const html = `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${short}</p></article></body></html>`
    expect(readPage(html).text).toBe(short)
  })

  it('is no beginning because its site sells subscriptions, looks after cookies, and lets readers log in', () => {
    const bar =
      '<div class="top"><p>Already a subscriber? Log in.</p><form><input type="password"></form></div><div id="cookies"><h2>We value your privacy</h2></div>'
    const below = `${'<p><a href="/x">Another house of the paper</a></p>'.repeat(12)}<p>Subscribe to continue reading the paper at home.</p>`
    const html = `<html><head><title>Cinema closes</title></head><body>${bar}<article><p>${short}</p><p>${more}</p></article><div class="houses">${below}</div></body></html>`
    expect(readPage(html).text).toMatch(`${short}\n\n${more}`)
  })

  it('is no list because it has no full stops', () => {
    const verse =
      'The ferry goes and the ferry comes, and the river says no word to me of where she was or whom she met, or whether they sang, or when they slept on the way to the sea'
    const beside = '<li><a href="/x">The words of another song</a></li>'.repeat(12)
    const html = `<html><body><article><p>${`${verse}, `.repeat(6)}</p></article><ul>${beside}</ul></body></html>`
    expect(readPage(html).text).toContain(verse)
  })

  it('is no list because there are headlines beside it', () => {
    const beside = Array.from(
      { length: 12 },
      (_, index) => `<h3><a href="/${index}">Headline number ${index} of the day</a></h3>`,
    ).join('')
    const text = `<p>${short}</p><p>${short.replace('cinema', 'theatre')}</p>`
    const html = `<html><body><article>${text}</article><div class="sidebar">${beside}</div></body></html>`
    expect(readPage(html, 'https://echo.example/2026/cinema').text).toContain('theatre')
  })
})

describe('a page', () => {
  it.each([
    ['https://echo.example/', true],
    ['https://echo.example/en/', true],
    ['https://echo.example/2026/cinema', false],
  ])('at %s with headlines under a text is a front page: %s', (url, isFront) => {
    const cards = Array.from(
      { length: 8 },
      (_, index) => `<div><a href="/${index}">Headline number ${index} of the day</a></div>`,
    ).join('')
    const html = `<html><head><meta property="og:type" content="article"></head><body><main><p>${short}</p><p>${short}</p>${cards}</main></body></html>`
    const read = (): string => readPage(html, url).text
    if (isFront) expect(read).toThrow('it is a list of articles, not an article')
    else expect(read()).toContain('cinema')
  })
})
