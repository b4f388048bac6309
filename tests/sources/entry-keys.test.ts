import { describe, expect, it } from 'vitest'
import { entryKeys } from '../../src/sources/entry-keys.ts'
import type { Feed, FeedEntry } from '../../src/sources/feed.ts'

const feed = (...entries: readonly Partial<FeedEntry>[]): Feed => ({
  title: 'Quay',
  link: 'https://quay.example/',
  hints: {},
  entries: entries.map((entry) => ({ title: '', categories: [], ...entry })),
})
const noon = Date.UTC(2026, 9, 12, 12)

describe('entryKeys', () => {
  it('puts the guid first, then the canonical link', () => {
    expect(
      entryKeys(feed({ id: 'eel-1', link: 'http://quay.example/eels?utm_source=rss', title: 'Eels' })),
    ).toEqual([['guid:eel-1', 'link:https://quay.example/eels']])
  })

  it('takes http and https for the same in guids too, but letters and fragments as they are', () => {
    expect(entryKeys(feed({ id: 'http://quay.example/A#1' }))).toEqual([['guid:https://quay.example/A#1']])
  })

  it('knows an entry by its link when its guid changed, and by its guid when its link changed', () => {
    const [before] = entryKeys(feed({ id: '1', link: 'https://quay.example/a' }))
    const [newGuid] = entryKeys(feed({ id: '2', link: 'https://quay.example/a' }))
    const [newLink] = entryKeys(feed({ id: '1', link: 'https://quay.example/b' }))
    const shared = (keys: readonly string[] | undefined) => keys?.filter((key) => before?.includes(key))
    expect([shared(newGuid), shared(newLink)]).toEqual([['link:https://quay.example/a'], ['guid:1']])
  })

  it('uses no guid and no link that another entry has', () => {
    const keys = entryKeys(
      feed(
        { id: '1', link: 'https://quay.example/a', title: 'A' },
        { id: '1', link: 'https://quay.example/b', title: 'B' },
        { id: '2', link: 'https://quay.example/b', title: 'C' },
      ),
    )
    expect(keys).toEqual([['link:https://quay.example/a'], ['text: b'], ['guid:2']])
  })

  it('uses no link that is the front page', () => {
    expect(
      entryKeys(feed({ id: '1', link: 'http://quay.example' }, { id: '2', link: 'https://hill.example/' })),
    ).toEqual([['guid:1'], ['guid:2']])
  })

  it('gives an entry that stands twice the same keys twice', () => {
    const twice = { id: '1', link: 'https://quay.example/a', title: 'A' }
    expect(entryKeys(feed(twice, twice))).toEqual([
      ['guid:1', 'link:https://quay.example/a'],
      ['guid:1', 'link:https://quay.example/a'],
    ])
  })

  it('falls back on title and date, and on the beginning of the text where there is no title', () => {
    expect(entryKeys(feed({ title: 'Briefing', publishedAt: noon }, { summary: 'They came.' }, {}))).toEqual([
      ['text:2026-10-12T12:00:00.000Z briefing'],
      ['text: they came.'],
      [],
    ])
  })

  it('knows an entry by title and date when guid and link both changed', () => {
    const eels = { title: 'Eels', publishedAt: noon }
    const [before] = entryKeys(feed({ ...eels, id: '1', link: 'https://quay.example/?p=1' }))
    const [after] = entryKeys(feed({ ...eels, id: 'eels', link: 'https://quay.example/eels' }))
    expect(before?.filter((key) => after?.includes(key))).toEqual(['text:2026-10-12T12:00:00.000Z eels'])
  })

  it('uses no title and date that another entry has', () => {
    const briefing = { title: 'Briefing', publishedAt: noon }
    expect(entryKeys(feed({ ...briefing, id: '1' }, { ...briefing, id: '2' }))).toEqual([
      ['guid:1'],
      ['guid:2'],
    ])
  })

  it('does not take two days of one column for the same', () => {
    const [monday] = entryKeys(feed({ id: '1', title: 'Briefing', publishedAt: noon }))
    const [tuesday] = entryKeys(feed({ id: '2', title: 'Briefing', publishedAt: noon + 86_400_000 }))
    expect(monday?.filter((key) => tuesday?.includes(key))).toEqual([])
  })
})
