import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SourceError } from '../../src/errors.ts'
import { writeOpml } from '../../src/sources/feed-list.ts'
import { readOpml } from '../../src/sources/opml.ts'

const read = (text: string) => readOpml(Buffer.from(text), 'feeds.opml')

describe('readOpml', () => {
  it('reads nested outlines, titles in either attribute, and every spelling of the address', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>My &amp; your feeds</title></head><body>
      <outline text="Coast"><outline text="Harbour">
        <outline type="rss" text="short" title="Quay &amp; Hill" xmlUrl="https://quay.example/feed?a=1&amp;b=2" htmlUrl="https://quay.example/"/>
      </outline></outline>
      <outline text="Fen" xmlurl="http://fen.example/rss"/>
      <outline text="Moor" type="RSS" url="https://moor.example/rss"/>
      <outline text="Hill" xmlUrl="feed://hill.example/rss"/>
      <outline text="Twice" xmlUrl="http://fen.example/rss"/>
      <outline text="A page" type="link" url="https://page.example/"/>
      <outline text="Nothing" xmlUrl="nonsense"/>
    </body></opml>`
    expect(read(text)).toEqual({
      title: 'My & your feeds',
      feeds: [
        {
          title: 'Quay & Hill',
          url: 'https://quay.example/feed?a=1&b=2',
          siteUrl: 'https://quay.example/',
          folders: ['Coast', 'Harbour'],
        },
        { title: 'Fen', url: 'http://fen.example/rss', folders: [] },
        { title: 'Moor', url: 'https://moor.example/rss', folders: [] },
        { title: 'Hill', url: 'http://hill.example/rss', folders: [] },
      ],
      unusable: 1,
    })
  })

  it('reads a list that is not well-formed', () => {
    const text =
      '<opml><body><outline text="A & B" xmlUrl="https://a.example/?x=1&y=2"><outline text=C xmlUrl="https://c.example/">'
    expect(read(text).feeds.map(({ title, url }) => [title, url])).toEqual([
      ['A & B', 'https://a.example/?x=1&y=2'],
      ['C', 'https://c.example/'],
    ])
  })

  it('reads an empty list', () => {
    expect(read('<opml version="2.0"><head/><body/></opml>')).toEqual({ title: '', feeds: [], unusable: 0 })
    expect(read('<opml/>')).toEqual({ title: '', feeds: [], unusable: 0 })
  })

  it.each([
    ['a feed', '<rss><channel/></rss>', 'its root element is <rss>'],
    ['nothing', '', 'it is empty'],
    [
      'deep nesting',
      `<opml><body>${'<outline text="x">'.repeat(9000)}`,
      'Cannot read feed list feeds.opml: its elements are nested too deep (over 256)',
    ],
  ])('refuses %s', (_name, text, why) => {
    expect(() => read(text)).toThrow(SourceError)
    expect(() => read(text)).toThrow(why)
  })
})

describe('writeOpml', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) =>
      text
        .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
        .normalize('NFC')
        .trim(),
    )
    .filter((text) => text !== '' && !/&[#\w]+;/.test(text))
  const url = fc.webUrl({ withQueryParameters: true }).map((text) => new URL(text).href)
  const feed = fc.record(
    { title: name, url, siteUrl: url, folders: fc.array(name, { maxLength: 3 }) },
    { requiredKeys: ['title', 'url', 'folders'] },
  )
  const list = fc.record({
    title: name,
    feeds: fc.uniqueArray(feed, { selector: (each) => each.url, maxLength: 8 }),
  })

  it('writes what readOpml reads back, whatever the names hold', () => {
    fc.assert(
      fc.property(list, (feeds) => {
        const again = readOpml(Buffer.from(writeOpml(feeds)))
        expect(again.title).toBe(feeds.title)
        // Feeds of one folder come together.
        expect(new Set(again.feeds)).toEqual(new Set(feeds.feeds))
      }),
    )
  })

  it('keeps the order of feeds without folders', () => {
    const feeds = ['b', 'a', 'c'].map((title) => ({ title, url: `https://${title}.example/`, folders: [] }))
    expect(read(writeOpml({ title: 'x', feeds })).feeds).toEqual(feeds)
  })
})
