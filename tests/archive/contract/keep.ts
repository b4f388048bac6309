import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { entry } from '../entries.ts'
import { everything, fresh, ids, operator } from '../fresh.ts'

const anyone = { viewer: operator }

/** How articles come, change, go and come back. */
export function describeKeep(open: () => Promise<Archive>): void {
  it('gives back an article with its analysis as they were kept', async () => {
    const written = entry({
      id: 'a',
      title: 'Ferry late — again',
      url: 'https://gazette.test/ferry',
      author: 'Ada Quell',
      standfirst: 'Third time this week.',
      text: 'The ferry is late. "Sorry," said Ada Quell.\n\nIt will be late “tomorrow” too. Łódź 🚢 \u0000 end',
      said: [{ words: '"Sorry,"', by: 'Ada Quell', role: 'captain' }],
    })
    const archive = await fresh(open)
    expect(await archive.keep(written)).toBe('new')
    expect(await archive.article('a', operator)).toEqual({
      article: written.article,
      analysis: written.analysis,
    })
  })

  it('keeps many at once as it keeps them one by one', async () => {
    const archive = await fresh(open, { id: 'a', text: 'Old.' })
    const said = [{ words: '"The harbour has to be deepened before the winter comes"', by: 'Ada Quell' }]
    const text = 'Ada Quell: "The harbour has to be deepened before the winter comes".'
    const many = ['b', 'c'].map((id) => entry({ id, title: `Ferry ${id}`, text, said }))
    const kept = await archive.keepAll([
      ...many,
      entry({ id: 'a', text: 'New.' }),
      entry({ id: 'b', text, said }),
    ])
    expect(kept).toEqual(['new', 'new', 'updated', 'updated'])
    expect(ids(await archive.newest(anyone, everything))).toEqual(['c', 'b', 'a'])
    const found = await archive.statements({ ...anyone, speaker: 'quell' }, everything)
    expect(found.rows.map(({ article, alsoIn }) => [article.id, alsoIn?.total])).toEqual([['b', 1]])
    expect(await archive.keepAll([])).toEqual([])
  })

  it('keeps none of many where one cannot be kept', async () => {
    const archive = await fresh(open)
    const bad = entry({ id: 'b', publishedAt: Number.NaN })
    await expect(archive.keepAll([entry({ id: 'a' }), bad])).rejects.toThrow(/^Cannot write the archive/)
    expect((await archive.newest(anyone, everything)).total).toBe(0)
    expect(await archive.keep(entry({ id: 'a', title: 'Ferry' }))).toBe('new')
    const about = { all: [[['ferry']]], none: [] }
    expect((await archive.search({ ...anyone, about }, everything)).total).toBe(1)
  })

  it('changes nothing when the same article comes again', async () => {
    const archive = await fresh(open, { id: 'a', at: 10 })
    const before = await archive.article('a', operator)
    expect(await archive.keep(entry({ id: 'a', at: 99 }))).toBe('unchanged')
    expect(await archive.article('a', operator)).toEqual(before)
    expect(await archive.size(operator)).toEqual({ articles: 1, statements: 0, newestAt: 1_000 })
  })

  it.each([
    ['title', { title: 'Ferry early' }],
    ['text', { text: 'The ferry is early.' }],
  ])('calls an article corrected when its %s changed, and keeps both its times', async (_, edit) => {
    const first = { id: 'a', title: 'Ferry late', text: 'The ferry is late.', publishedAt: 50, at: 60 }
    const archive = await fresh(open, first)
    expect(await archive.keep(entry({ ...first, ...edit, publishedAt: 70, at: 80 }))).toBe('updated')
    const stored = await archive.article('a', operator)
    expect(stored).toMatchObject({ article: { publishedAt: 50, firstSeenAt: 60, ...edit }, correctedAt: 80 })
    expect((await archive.newest(anyone, everything)).rows[0]).toMatchObject({
      publishedAt: 50,
      correctedAt: 80,
    })
  })

  it.each([
    ['publisher', { publisher: 'Evening Post' }],
    ['address', { url: 'https://post.test/1' }],
    ['author', { author: 'B. Low' }],
    ['standfirst', { standfirst: 'In short.' }],
  ])('updates a changed %s without calling the article corrected', async (_, edit) => {
    const archive = await fresh(open, { id: 'a', at: 10 })
    expect(await archive.keep(entry({ id: 'a', ...edit, at: 20 }))).toBe('updated')
    const stored = await archive.article('a', operator)
    expect(stored?.article).toMatchObject(edit)
    expect(stored?.correctedAt).toBeUndefined()
  })

  it('finds an updated article by its new words alone', async () => {
    const archive = await fresh(open, {
      id: 'a',
      title: 'Old harbour',
      text: 'A "lost" pier.',
      said: [{ words: '"lost"', by: 'Ada Quell' }],
    })
    await archive.keep(
      entry({
        id: 'a',
        title: 'New quay',
        text: 'A "found" pier.',
        said: [{ words: '"found"', by: 'Bo Low' }],
      }),
    )
    const found = async (word: string) =>
      (await archive.search({ ...anyone, about: { all: [[[word]]], none: [] } }, everything)).total
    expect([await found('harbour'), await found('lost'), await found('quay'), await found('found')]).toEqual([
      0, 0, 1, 1,
    ])
    expect(await archive.suggestArticles('harb', operator, 5)).toEqual([])
    expect(await archive.suggestSpeakers('', operator, 5)).toEqual(['Bo Low'])
    expect((await archive.statements(anyone, everything)).rows.map(({ pieces }) => pieces)).toEqual([
      ['"found"'],
    ])
  })

  it('writes a better analysis of an unchanged text', async () => {
    const text = 'A pier. "Late," said Ada Quell.'
    const archive = await fresh(open, { id: 'a', text })
    const better = entry({ id: 'a', text, said: [{ words: '"Late,"', by: 'Ada Quell' }] })
    expect(await archive.keep(better)).toBe('unchanged')
    expect((await archive.article('a', operator))?.analysis).toEqual(better.analysis)
    expect((await archive.statements(anyone, everything)).total).toBe(1)
  })

  it('finds nothing of a withdrawn article any more', async () => {
    const url = 'https://gazette.test/1'
    const archive = await fresh(open, {
      id: 'a',
      url,
      title: 'Ferry late',
      text: '"Sorry," said Ada Quell.',
      said: [{ words: '"Sorry,"', by: 'Ada Quell' }],
      origin: { key: 'file:a.txt' },
    })
    expect(await archive.withdraw('file:a.txt', 20)).toEqual(['a'])
    expect(await archive.article('a', operator)).toBeUndefined()
    expect(await archive.articleByUrl(url, operator)).toBeUndefined()
    expect(await archive.newest(anyone, everything)).toEqual({ rows: [], total: 0 })
    expect(await archive.newest({ ...anyone, about: { all: [], none: [['x']] } }, everything)).toEqual({
      rows: [],
      total: 0,
    })
    expect(await archive.statements(anyone, everything)).toEqual({ rows: [], total: 0 })
    expect(await archive.statements({ ...anyone, speaker: 'quell' }, everything)).toEqual({
      rows: [],
      total: 0,
    })
    expect(await archive.suggestArticles('', operator, 5)).toEqual([])
    expect(await archive.suggestSpeakers('', operator, 5)).toEqual([])
    expect(await archive.suggestPublishers('', operator, 5)).toEqual([])
    expect(await archive.size(operator)).toEqual({ articles: 0, statements: 0 })
  })

  it('withdraws an article only with its last origin', async () => {
    const archive = await fresh(
      open,
      { id: 'a', origin: { key: 'feed:1' } },
      { id: 'a', origin: { key: 'feed:2' } },
      { id: 'b', origin: { key: 'feed:2' } },
    )
    expect(await archive.withdraw('feed:2', 20)).toEqual(['b'])
    expect(ids(await archive.newest(anyone, everything))).toEqual(['a'])
    expect(await archive.withdraw('feed:2', 21)).toEqual([])
    expect(await archive.withdraw('feed:1', 22)).toEqual(['a'])
  })

  it('shows a withdrawn article again when it comes back, as old as it was', async () => {
    const written = { id: 'a', title: 'Ferry', publishedAt: 5, at: 6, origin: { key: 'file:a.txt' } }
    const archive = await fresh(open, written)
    await archive.withdraw('file:a.txt', 20)
    expect(await archive.keep(entry({ ...written, at: 30 }))).toBe('updated')
    const stored = await archive.article('a', operator)
    expect(stored).toMatchObject({ article: { publishedAt: 5, firstSeenAt: 6 } })
    expect(stored?.correctedAt).toBeUndefined()
    expect(
      ids(await archive.search({ ...anyone, about: { all: [[['ferry']]], none: [] } }, everything)),
    ).toEqual(['a'])
    expect(await archive.size(operator)).toEqual({ articles: 1, statements: 0, newestAt: 5 })
  })

  it('rejects with the cause when a field cannot be written, and writes nothing of the entry', async () => {
    const archive = await fresh(open)
    const broken = entry({ id: 'a', publishedAt: Number.NaN })
    await expect(archive.keep(broken)).rejects.toThrow(/Cannot write the archive/)
    expect(await archive.size(operator)).toEqual({ articles: 0, statements: 0 })
    expect(await archive.keep(entry({ id: 'a' }))).toBe('new')
  })

  it('rejects after it was closed, and closes twice without complaint', async () => {
    const archive = await fresh(open)
    await archive.close()
    await archive.close()
    await expect(archive.size(operator)).rejects.toThrow(/the archive/)
    await expect(archive.keep(entry({ id: 'a' }))).rejects.toThrow(/the archive/)
  })
}
