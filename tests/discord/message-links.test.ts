import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { card, linkButton, row, text } from '../../src/discord/cards/card.ts'
import { escapeText, link } from '../../src/discord/cards/text.ts'
import { linksIn } from '../../src/discord/message-links.ts'

const nothing = { content: '', embeds: [], components: [] }
const inText = (content: string) => linksIn({ ...nothing, content })

describe('linksIn', () => {
  it.each([
    ['https://quay.example/a', ['https://quay.example/a']],
    ['read this: https://quay.example/a, please.', ['https://quay.example/a']],
    ['(see http://quay.example/a)', ['http://quay.example/a']],
    ['https://quay.example/Eel_(fish)', ['https://quay.example/Eel_(fish)']],
    ['(https://quay.example/Eel_(fish))!', ['https://quay.example/Eel_(fish)']],
    ['quiet <https://quay.example/a?x=1,2>', ['https://quay.example/a?x=1,2']],
    ['[the eels](https://quay.example/a)', ['https://quay.example/a']],
    ['[the eels](<https://quay.example/a> "title")', ['https://quay.example/a']],
    [
      '[https://shown.example/](https://quay.example/a)',
      ['https://shown.example/', 'https://quay.example/a'],
    ],
    [
      '||https://quay.example/a|| **https://quay.example/b**',
      ['https://quay.example/a', 'https://quay.example/b'],
    ],
    ['“https://quay.example/a”…', ['https://quay.example/a']],
    [
      'https://quay.example/a#top https://quay.example/a#:~:text=eels',
      ['https://quay.example/a#top', 'https://quay.example/a'],
    ],
    [
      'https://quay.example/a https://quay.example/b https://quay.example/a',
      ['https://quay.example/a', 'https://quay.example/b'],
    ],
    ['HTTPS://quay.example/a', ['HTTPS://quay.example/a']],
    ['https:// http://[ ftp://quay.example/a javascript:alert(1) quay.example/a', []],
    ['', []],
  ])('finds in %j the addresses %j', (content, links) => {
    expect(inText(content)).toEqual(links)
  })

  it('takes the addresses of embeds only where the author wrote none', () => {
    const embeds = ['https://quay.example/embed', 'not an address']
    expect(linksIn({ ...nothing, embeds })).toEqual(['https://quay.example/embed'])
    expect(linksIn({ ...nothing, content: 'https://quay.example/a', embeds })).toEqual([
      'https://quay.example/a',
    ])
  })

  it('takes one of our own cards for the articles that it links to', () => {
    const url = 'https://quay.example/eels'
    const { components } = card(
      text(`### ${link(escapeText('The eels [came] home'), url)}`),
      text(`They came. ${link('↗', `${url}#:~:text=They%20came`)}`),
      row(...linkButton('Article', url), ...linkButton('Other', 'https://quay.example/other')),
    )
    expect(linksIn({ ...nothing, components })).toEqual([url, 'https://quay.example/other'])
  })

  it('takes no address out of a text that is escaped', () => {
    const { components } = card(text(escapeText('See https://evil.example/a')))
    expect(linksIn({ ...nothing, components })).toEqual([])
  })

  it('gives addresses alone whatever a message holds, and is not held up by it', () => {
    const parts = fc.constantFrom(
      'https://',
      'http://a.example/',
      '(',
      ')',
      ']',
      '](',
      '<',
      '>',
      '|',
      '.',
      ' ',
      'x',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 300 }), (words) => {
        for (const found of inText(words.join(''))) expect(URL.canParse(found)).toBe(true)
      }),
    )
    expect(inText(`https://quay.example/${')'.repeat(4000)}`)).toEqual(['https://quay.example/'])
  })
})
