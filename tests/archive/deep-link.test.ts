import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepLinks } from '../../src/archive/deep-link.ts'
import { openBrowser } from '../browser.ts'
import { followLinks, linkedArticle, ownArticles } from './linked-pages.ts'

const url = 'https://example.org/a'

/** What the link to a passage names, readable; the whole address where it names nothing. */
function named(text: string, passage: string, page: { title?: string; url?: string } = {}): string {
  const start = text.indexOf(passage)
  const link = deepLinks({ url, title: 'A title', text, ...page })({ start, end: start + passage.length })
  const [address = '', directive] = (link ?? '').split('#:~:text=')
  return directive === undefined ? address : decodeURIComponent(directive)
}

describe('deepLinks', () => {
  it('names a short passage whole, without the marks around it', () => {
    expect(named('He spoke. “We stay, all of us,” he said.', '“We stay, all of us,”')).toBe(
      'We stay, all of us',
    )
  })

  it('names a long passage by its ends', () => {
    const text = 'One two three four five six seven eight nine ten eleven twelve thirteen fourteen.'
    expect(named(text, text)).toBe('One two three four five six seven,eleven twelve thirteen fourteen')
  })

  it('adds words where another place begins alike, also in the headline', () => {
    const title = 'The pier will open again in spring of next year'
    const text = `${title}, the harbour master said on Monday to all who asked.`
    expect(named(text, text, { title })).toBe(
      'The pier will open again in spring of next year, the,to all who asked',
    )
  })

  it('tells a repeated passage from the others by the words around it', () => {
    const text = 'It was “open”, they said. Nobody knew that it was “open” to all.'
    const link = deepLinks({ url, title: '', text })
    const words = (start: number) => decodeURIComponent(link({ start, end: start + 4 })?.split('=')[1] ?? '')
    expect(words(text.indexOf('open'))).toBe('open,-”, they')
    expect(words(text.lastIndexOf('open'))).toBe('that it was “-,open')
  })

  it('keeps what it names within one paragraph, also where the passage goes over several', () => {
    const text = '“We go.\n\n“And when all of us have gone then nobody will be left to tell.”'
    expect(named(text, text)).toBe('We go,will be left to tell'.replace('will be', 'be'))
  })

  it('escapes what has a meaning in directives and in Discord', () => {
    const text = 'A well-known (old) friend, me & *you*_~!'
    const link = deepLinks({ url, title: '', text })({ start: 0, end: text.length })
    expect(link).toBe(`${url}#:~:text=A%20well%2Dknown%20%28old%29%20friend%2C%20me%20%26%20%2Ayou`)
  })

  it('keeps the fragment that an address has', () => {
    expect(deepLinks({ url: `${url}#top`, title: '', text: 'Hello' })({ start: 0, end: 5 })).toBe(
      `${url}#top:~:text=Hello`,
    )
  })

  it.each(['…', '“ ”', '🎉'])('gives the address alone for a passage without words: %s', (text) => {
    expect(named(text, text)).toBe(url)
  })

  it('gives nothing for an article without address', () => {
    expect(deepLinks({ title: '', text: 'Hello' })({ start: 0, end: 5 })).toBeUndefined()
  })

  it.each([
    ['Ветер поднялся ночью и стих только к утру над гаванью у старого маяка на мысе', 'Ветер поднялся'],
    ['港の灯台は夜のあいだずっと消えていたと住民は話した。', '港の灯台は'],
    ['هبت الريح ليلا ولم تهدأ إلا عند الصباح فوق الميناء القديم قرب المنارة', 'هبت الريح'],
  ])('names words of any script: %s', (text, beginning) => {
    expect(named(text, text).startsWith(beginning)).toBe(true)
  })

  it('makes a short directive of any passage of any text, or none', () => {
    const text = fc.string({
      unit: fc.constantFrom('wort', ' ', '“', '.', '\n\n', 'Ж', '🎉', 'a-b', '\u00ad'),
    })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, from, length) => {
        const start = from % (words.length + 1)
        const span = { start, end: Math.min(words.length, start + length) }
        const link = deepLinks({ url, title: words, text: words })(span) ?? ''
        expect(link.startsWith(url)).toBe(true)
        expect(link.length).toBeLessThanOrEqual(url.length + 250)
        expect(link).not.toMatch(/[\s()*]/)
      }),
    )
  })
})

describe('in a browser', () => {
  it('98 of 100 links to sentences and quotes lead to the right place', async () => {
    const browser = await openBrowser()
    try {
      const articles = ownArticles().filter((_, index) => index % 4 === 0)
      const landings = await followLinks(articles, await browser.newPage())
      const missed = landings.filter(({ right }) => !right)
      expect(landings.length).toBeGreaterThan(100)
      expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(landings.length * 0.02)
    } finally {
      await browser.close()
    }
  }, 60_000)

  it('words of other scripts, entities and repetitions are found', async () => {
    const browser = await openBrowser()
    try {
      const hard = linkedArticle({
        title: 'Stürme & Ärger <im> Norden',
        publisher: '',
        language: 'de',
        text: [
          'Der Wind legte sich erst gegen Morgen, sagte Zoë Ångström am Telefon.',
          '“R&D <never> sleeps,” she said. “It’s 100 % café-au-lait – don’t ask me why (really).”',
          'Ветер поднялся ночью. Он стих только к утру над гаванью у старого маяка.',
          '“We stay.” Nobody moved in the hall for a while. “We stay.” Then they all went home at last.',
          'هبت الريح ليلا ولم تهدأ إلا عند الصباح فوق الميناء القديم.',
        ].join('\n\n'),
      })
      const landings = await followLinks([hard], await browser.newPage())
      expect(landings.filter(({ right }) => !right)).toEqual([])
    } finally {
      await browser.close()
    }
  }, 60_000)
})
