import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { StorySignature } from '../../../src/article.ts'
import { entry, type Said, type Written } from '../entries.ts'
import { everything, fresh, person, server } from '../fresh.ts'

const said = 'the pier will open again in the spring of next year'
const more = 'when the last of the money for it has been found'
const quake: StorySignature = { wording: [], terms: [['quake', 1]], particulars: [], keys: [1] }

function quotes(id: string, words: string, origin?: string): Written {
  return { id, text: `“${words}” was said.`, said: [{ words: `“${words}”` }], ...through(origin) }
}

function through(origin: string | undefined): Pick<Written, 'origin'> {
  return origin === undefined ? {} : { origin: { key: `feed of ${origin}`, server: origin } }
}

/** The articles of each statement that a server finds, as one line. */
async function statementsSeenBy(archive: Archive, id: string): Promise<readonly string[]> {
  const about = { all: [[['pier'], ['money']]], none: [] }
  const { rows } = await archive.statements({ viewer: server(id), about }, everything)
  return rows.map(({ article, alsoIn }) =>
    [article.id, ...(alsoIn?.first ?? []).map((other) => other.article.id)].toSorted().join(' '),
  )
}

async function storySeenBy(archive: Archive, id: string): Promise<readonly string[]> {
  const stories = await archive.newestStories({ viewer: server(id) }, 99)
  return stories.map(({ id, story }) =>
    [id, ...(story?.others ?? []).map(({ article }) => article.id)].toSorted().join(' '),
  )
}

/** What one server's own articles could do to others, one thing after the other. */
export function describeHidden(open: () => Promise<Archive>): void {
  it('joins no statements through words that others do not see', async () => {
    const archive = await fresh(
      open,
      quotes('first', said),
      quotes('hidden', `${said} ${more}`, '2'),
      quotes('second', more),
    )
    expect(await statementsSeenBy(archive, '1')).toEqual(['second', 'first'])
    const own = await statementsSeenBy(archive, '2')
    expect(own.some((line) => line.includes('hidden') && line.includes(' '))).toBe(true)
  })

  it('lets what one server sees follow what all see, whichever came first', async () => {
    const archive = await fresh(open, quotes('own', said, '2'), quotes('open', said))
    expect(await statementsSeenBy(archive, '2')).toEqual(['open own'])
    expect(await statementsSeenBy(archive, '1')).toEqual(['open'])
  })

  it('finds the same statement behind any number of hidden ones', async () => {
    const hidden = Array.from({ length: 25 }, (_, n) => quotes(`hidden${n}`, said, '2'))
    const archive = await fresh(open, quotes('first', said), ...hidden, quotes('second', said))
    expect(await statementsSeenBy(archive, '1')).toEqual(['first second'])
  })

  it('finds the same story behind any number of hidden reports', async () => {
    const hidden = Array.from({ length: 45 }, (_, n) => ({ id: `h${n}`, story: quake, ...through('2') }))
    const reports = [{ id: 'a', story: quake }, ...hidden, { id: 'b', story: quake }]
    expect(await storySeenBy(await fresh(open, ...reports), '1')).toEqual(['a b'])
  })

  it('tells anew what belongs together when a feed is another server’s, too', async () => {
    const archive = await fresh(open)
    const feed = { id: 'f', url: 'https://news.test/feed' }
    const keep = (written: Written) =>
      archive.keep({
        ...entry(written),
        origin: { feed: 'f', item: { keys: [written.id], hash: 'h' } },
      })
    await archive.addFeed(feed, { server: '2' }, 1)
    await keep({ ...quotes('first', said), story: telling('quake') })
    await archive.keep(
      entry({ ...quotes('hidden', `${said} ${more}`, '2'), story: telling('quake', 'strike') }),
    )
    await keep({ ...quotes('second', more), story: telling('strike') })
    await archive.addFeed(feed, { server: '1' }, 2)
    expect(await statementsSeenBy(archive, '1')).toEqual(['second', 'first'])
    expect(await storySeenBy(archive, '1')).toEqual(['second', 'first'])
  })

  it('knows a surname’s bearer however many speakers others have', async () => {
    const crowd: readonly Said[] = Array.from({ length: 201 }, (_, n) => ({
      words: '“No,”',
      by: `Ada Q${n}`,
    }))
    const own = { by: 'Ada Quell', words: '“Yes,”' }
    const archive = await fresh(
      open,
      { id: 'full', text: '“Yes,” said Ada Quell.', said: [own] },
      { id: 'lone', text: '“Yes,” said Quell.', said: [{ ...own, by: 'Quell' }] },
      { id: 'crowd', text: '“No,” they said.', said: crowd, ...through('2') },
    )
    const { rows } = await archive.statements({ viewer: server('1'), speaker: 'ada' }, everything)
    expect(rows.map(({ article }) => article.id)).toEqual(['lone', 'full'])
  })

  it('suggests words however many others have that are more alike', async () => {
    const crowd = Array.from(
      { length: 40 },
      (_, n) => `harbuor${String.fromCharCode(97 + (n % 26), 97 + n / 26)}`,
    )
    const archive = await fresh(
      open,
      { id: 'crowd', text: `${crowd.join(' ')}.`, ...through('2') },
      { id: 'open', text: 'The harbour.' },
    )
    const like = await archive.wordsLike('harbuor', person, 2)
    expect(like.map(({ word }) => word)).toEqual(['harbour'])
  })

  it('dates an article by what those who see it were given, and not by a feed of others', async () => {
    const archive = await fresh(open)
    const first: Written = { id: 'a', title: 'Feryr', publishedAt: 5, at: 50, ...through('2') }
    const later: Written = { id: 'a', title: 'Ferry', publishedAt: 70, at: 80 }
    await archive.keep(entry(first))
    await archive.keep(entry(later))
    const { article, correctedAt } = (await archive.article('a', person)) ?? {}
    expect(article).toMatchObject({ title: 'Ferry', publishedAt: 70, firstSeenAt: 80 })
    expect(correctedAt).toBeUndefined()
    expect((await archive.newest({ viewer: person, since: 60 }, everything)).total).toBe(1)
    await archive.keep(entry({ ...first, title: 'Ferrry', at: 90, ...through('3') }))
    expect((await archive.article('a', person))?.article).toMatchObject({ publishedAt: 70, firstSeenAt: 80 })
  })
}

function telling(...terms: readonly string[]): StorySignature {
  const weight = 1 / Math.sqrt(terms.length)
  return {
    wording: [],
    terms: terms.map((term) => [term, weight]),
    particulars: [],
    keys: terms.map((term) => term.charCodeAt(0)),
  }
}
