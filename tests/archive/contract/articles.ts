import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { Viewer } from '../../../src/archive/viewer.ts'
import { entry } from '../entries.ts'
import { everything, fresh, ids, operator } from '../fresh.ts'

const anyone = { viewer: operator }
const about = (...words: string[]) => ({ all: words.map((word) => [[word]]), none: [] })

/** How articles are found and listed. */
export function describeArticles(open: () => Promise<Archive>): void {
  it('gives several as they are asked for, without those that are unknown, withdrawn or not for the viewer', async () => {
    const archive = await fresh(
      open,
      { id: 'a' },
      { id: 'b' },
      { id: 'own', origin: { key: 'own', server: '1' } },
      { id: 'gone', origin: { key: 'gone' } },
    )
    await archive.withdraw('gone', 1)
    const asked = ['own', 'b', 'unknown', 'gone', 'a']
    const given = async (viewer: Viewer) =>
      (await archive.articles(asked, viewer)).map(({ article }) => article.id)
    expect(await given({ kind: 'server', id: '1' })).toEqual(['own', 'b', 'a'])
    expect(await given({ kind: 'server', id: '2' })).toEqual(['b', 'a'])
    expect((await archive.articles(['b'], operator))[0]).toEqual(await archive.article('b', operator))
    expect(await archive.articles([], operator)).toEqual([])
  })

  it('lists the newest first, and of one moment the last that arrived', async () => {
    const archive = await fresh(
      open,
      { id: 'b', publishedAt: 20 },
      { id: 'a', publishedAt: 30 },
      { id: 'c', publishedAt: 20 },
      { id: 'd', publishedAt: 10 },
    )
    expect(ids(await archive.newest(anyone, everything))).toEqual(['a', 'c', 'b', 'd'])
  })

  it('gives a page and the number of all', async () => {
    const archive = await fresh(open, ...[1, 2, 3, 4, 5].map((n) => ({ id: `n${n}`, publishedAt: n })))
    const page = async (offset: number, limit: number) => {
      const { rows, total } = await archive.newest(anyone, { offset, limit })
      return [rows.map(({ id }) => id), total]
    }
    expect(await page(0, 2)).toEqual([['n5', 'n4'], 5])
    expect(await page(4, 2)).toEqual([['n1'], 5])
    expect(await page(9, 2)).toEqual([[], 5])
    expect(await page(0, 0)).toEqual([[], 5])
  })

  it('shows of each article its head with the best sentence as gist', async () => {
    const archive = await fresh(open, {
      id: 'a',
      title: 'Ferry late',
      url: 'https://gazette.test/1',
      author: 'Ada Quell',
      text: 'It is late. Very.',
      publishedAt: 5,
      at: 6,
    })
    expect((await archive.newest(anyone, everything)).rows).toEqual([
      {
        id: 'a',
        url: 'https://gazette.test/1',
        title: 'Ferry late',
        publisher: 'Harbour Gazette',
        author: 'Ada Quell',
        publishedAt: 5,
        firstSeenAt: 6,
        gist: 'It is late.',
      },
    ])
  })

  it('has no gist where no sentence is fit', async () => {
    const archive = await fresh(open)
    const plain = entry({ id: 'a' })
    await archive.keep({ ...plain, analysis: { ...plain.analysis, ranking: [] } })
    expect((await archive.newest(anyone, everything)).rows[0]).not.toHaveProperty('gist')
  })

  it('compares publishers without case and diacritics', async () => {
    const archive = await fresh(
      open,
      { id: 'a', publisher: 'Žurnál Łódź' },
      { id: 'b', publisher: 'Zurnal' },
      { id: 'c', publisher: '' },
    )
    expect(ids(await archive.newest({ ...anyone, publisher: 'zurnal LODZ' }, everything))).toEqual(['a'])
    expect((await archive.newest({ ...anyone, publisher: 'zur' }, everything)).total).toBe(0)
  })

  it('lets through what was published at or after a moment', async () => {
    const archive = await fresh(open, { id: 'a', publishedAt: 10 }, { id: 'b', publishedAt: 20 })
    const since = async (moment: number) =>
      ids(await archive.newest({ ...anyone, since: moment }, everything))
    expect([await since(10), await since(11), await since(21)]).toEqual([['b', 'a'], ['b'], []])
  })

  it('joins all conditions, also in search', async () => {
    const archive = await fresh(
      open,
      { id: 'a', title: 'Ferry', publisher: 'Post', publishedAt: 10 },
      { id: 'b', title: 'Ferry', publisher: 'Post', publishedAt: 20 },
      { id: 'c', title: 'Ferry', publisher: 'Gazette', publishedAt: 20 },
      { id: 'd', title: 'Train', publisher: 'Post', publishedAt: 20 },
    )
    const filter = { ...anyone, about: about('ferry'), publisher: 'post', since: 15 }
    expect(await archive.newest(filter, everything)).toMatchObject({ rows: [{ id: 'b' }], total: 1 })
    expect(await archive.search(filter, everything)).toMatchObject({ rows: [{ id: 'b' }], total: 1 })
  })

  it('ranks a match in the title over one in the standfirst over one in the text', async () => {
    const archive = await fresh(
      open,
      { id: 'text', title: 'One', standfirst: 'Two.', text: 'Three ferry.' },
      { id: 'title', title: 'Ferry', standfirst: 'Two.', text: 'Three four.' },
      { id: 'standfirst', title: 'One', standfirst: 'Ferry.', text: 'Three four.' },
      { id: 'none', title: 'One', standfirst: 'Two.', text: 'Three four.' },
    )
    const page = await archive.search({ ...anyone, about: about('ferry') }, everything)
    expect(page).toMatchObject({ rows: [{ id: 'title' }, { id: 'standfirst' }, { id: 'text' }], total: 3 })
    expect(await archive.search({ ...anyone, about: about('ferry') }, { offset: 1, limit: 1 })).toMatchObject(
      {
        rows: [{ id: 'standfirst' }],
        total: 3,
      },
    )
  })

  it('ranks what is left as if nothing had been left out', async () => {
    const archive = await fresh(
      open,
      { id: 'first', title: 'One', text: 'Sea ferry', publishedAt: 1 },
      { id: 'other', title: 'One', text: 'Wall harbour sea', publishedAt: 2 },
      { id: 'last', title: 'One', text: 'Ferry sea', publishedAt: 3 },
    )
    const all = [[['ferry'], ['harbour', 'wall']], [['sea']]]
    for (const none of [[], [['quay', 'ferry']]])
      expect(ids(await archive.search({ ...anyone, about: { all, none } }, everything))).toEqual([
        'last',
        'first',
      ])
  })

  it('ranks a newer one first where words fit alike, but only for what is asked now', async () => {
    const day = 24 * 3_600_000
    const archive = await fresh(
      open,
      { id: 'old', title: 'Ferry', text: 'Ferry one.', publishedAt: day },
      { id: 'new', title: 'Ferry', text: 'Ferry one, and two.', publishedAt: 400 * day },
    )
    const filter = { ...anyone, about: about('ferry') }
    expect(ids(await archive.search(filter, everything))).toEqual(['old', 'new'])
    expect(ids(await archive.search({ ...filter, now: 401 * day }, everything))).toEqual(['new', 'old'])
    expect(ids(await archive.search({ ...filter, now: 9_000 * day }, everything))).toEqual(['old', 'new'])
  })

  it('lets through what was published before a moment', async () => {
    const archive = await fresh(open, { id: 'a', publishedAt: 10 }, { id: 'b', publishedAt: 20 })
    const before = async (moment: number) =>
      ids(await archive.newest({ ...anyone, before: moment }, everything))
    expect([await before(10), await before(11), await before(21)]).toEqual([[], ['a'], ['b', 'a']])
  })

  it('lets through what somebody surely said something in', async () => {
    const said = (id: string, by: string, confidence: number) => ({
      id,
      text: 'A ferry.',
      said: [{ words: 'ferry', by, confidence }],
    })
    const archive = await fresh(
      open,
      said('a', 'Ada Quell', 0.9),
      said('b', 'Ada Quell', 0.4),
      said('c', 'Bo', 0.9),
    )
    const filter = { ...anyone, about: about('ferry'), speaker: 'quell' }
    expect(ids(await archive.newest(filter, everything))).toEqual(['a'])
    expect(ids(await archive.search(filter, everything))).toEqual(['a'])
    expect((await archive.search({ ...filter, speaker: '–' }, everything)).total).toBe(0)
  })

  it('lists the newest first where a search names nothing that must occur', async () => {
    const archive = await fresh(
      open,
      { id: 'a', title: 'Ferry', publishedAt: 1 },
      { id: 'b', title: 'Train', publishedAt: 2 },
      { id: 'c', title: 'Bus', publishedAt: 3 },
    )
    const filter = { ...anyone, about: { all: [], none: [['train']] } }
    expect(await archive.search(filter, everything)).toMatchObject({
      rows: [{ id: 'c' }, { id: 'a' }],
      total: 2,
    })
  })

  it('finds the newest article of an address, compared as given', async () => {
    const url = 'https://gazette.test/A?b=1'
    const archive = await fresh(
      open,
      { id: 'new', url, publishedAt: 9 },
      { id: 'old', url, publishedAt: 5 },
      { id: 'other' },
    )
    expect((await archive.articleByUrl(url, operator))?.article.id).toBe('new')
    expect(await archive.articleByUrl('https://gazette.test/a?b=1', operator)).toBeUndefined()
    expect(await archive.article('unknown', operator)).toBeUndefined()
  })

  it('counts what there is', async () => {
    const archive = await fresh(open)
    expect(await archive.size(operator)).toEqual({ articles: 0, statements: 0 })
    await archive.keep(
      entry({
        id: 'a',
        text: '"No," he said. "Yes."',
        said: [{ words: '"No,"' }, { words: '"Yes."' }],
        publishedAt: 7,
      }),
    )
    await archive.keep(entry({ id: 'b', publishedAt: 5 }))
    expect(await archive.size(operator)).toEqual({ articles: 2, statements: 2, newestAt: 7 })
  })
}
