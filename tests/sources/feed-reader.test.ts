import { afterEach, describe, expect, it } from 'vitest'
import { SourceError } from '../../src/errors.ts'
import { createFeedReader, type FeedReader } from '../../src/sources/feed-reader.ts'

const readers: FeedReader[] = []
afterEach(() => Promise.all(readers.splice(0).map((reader) => reader.close())))

function reader(limits: Parameters<typeof createFeedReader>[0] = {}): FeedReader {
  const made = createFeedReader(limits)
  readers.push(made)
  return made
}

const small = Buffer.from('<rss><channel><title>Quay</title></channel></rss>')

/** Within every bound, and still seconds of work. */
const endless = Buffer.from(
  `<rss><channel><title>${'&lt;b&gt;x'.repeat(200)}</title>${'<item><title>A &amp; B</title><link>https://q.example/</link></item>'.repeat(90_000)}</channel></rss>`,
)

describe('the feed reader', () => {
  it('reads in its thread, with address and charset', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<rss><channel><title>'),
      Buffer.from([0xc6]),
      Buffer.from('</title><item><link>/a</link></item></channel></rss>'),
    ])
    const feed = await reader().read(bytes, { url: 'https://q.example/feed', charset: 'windows-1251' })
    expect(feed).toMatchObject({ title: 'Ж', entries: [{ link: 'https://q.example/a' }] })
  })

  it('reads lists of feeds, and finds the feeds of a page', async () => {
    const list = Buffer.from('<opml><body><outline text="Ж" xmlUrl="https://q.example/feed"/></body></opml>')
    expect(await reader().readList(list, 'mine.opml')).toMatchObject({ feeds: [{ title: 'Ж' }] })
    await expect(reader().readList(small, 'mine.opml')).rejects.toThrow('Cannot read feed list mine.opml')
    const bytes = Buffer.from('<link rel="alternate" type="application/rss+xml" href="/rss">')
    const [first] = await reader().findLinks({ bytes, url: 'https://q.example/news' })
    expect(first).toEqual({ url: 'https://q.example/rss', title: '', kind: 'declared' })
  })

  it('passes on why a feed is refused, without the secrets of its address', async () => {
    const refused = reader().read(Buffer.from('<html></html>'), { url: 'https://q.example/?token=hunter2' })
    await expect(refused).rejects.toThrow(
      new SourceError('Cannot read feed https://q.example/?token=…: it is a web page, not a feed'),
    )
  })

  it('refuses a feed that takes too long, reads the next, and leaves the process responsive meanwhile', async () => {
    const { read } = reader({ deadlineMs: 500 })
    await read(small)
    let turns = 0
    let busy = true
    const turn = (): void => {
      turns += 1
      if (busy) setImmediate(turn)
    }
    turn()
    const hostile = read(endless, { url: 'https://q.example/endless' })
    const next = read(small)
    await expect(hostile).rejects.toThrow(
      new SourceError('Cannot read feed https://q.example/endless: it takes longer than 500 ms'),
    )
    busy = false
    expect(turns).toBeGreaterThan(20)
    expect(await next).toMatchObject({ title: 'Quay' })
  })

  it('refuses a feed that takes too much memory, and reads the next', async () => {
    const { read } = reader({ memoryMb: 24, deadlineMs: 30_000 })
    await expect(read(endless)).rejects.toThrow('Cannot read feed: it takes more than 24 MB of memory')
    expect(await read(small)).toMatchObject({ title: 'Quay' })
  })

  it('starts a new thread after a while without work', async () => {
    const { read } = reader({ idleMs: 1 })
    await read(small)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await read(small)).toMatchObject({ title: 'Quay' })
  })

  it('rejects what waits when it is closed', async () => {
    const closed = reader()
    const waiting = closed.read(small)
    await closed.close()
    await expect(waiting).rejects.toThrow(SourceError)
    await expect(closed.read(small)).rejects.toThrow('the reader was closed')
  })
})
