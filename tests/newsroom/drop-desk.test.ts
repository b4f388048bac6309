import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { type DropDesk, openDropDesk } from '../../src/newsroom/drop-desk.ts'
import { manualClock } from './manual-clock.ts'

let archive: Archive
let desk: DropDesk
let nudges = 0
beforeEach(() => {
  archive = openSqliteArchive(':memory:')
  nudges = 0
  desk = openDropDesk({
    archive,
    clock: manualClock(1_000_000),
    onArticle: () => {
      nudges += 1
    },
  })
})
afterEach(async () => {
  await desk.close()
  await archive.close()
})

const bytes = (text: string) => new TextEncoder().encode(text)
const text =
  'Ferry returns\n\nThe ferry came back on Monday. “We are glad,” said Ilse Brandt, the harbour master.'

describe('the drop desk', () => {
  it('reads a file as the folder would, and tells why each quote has its speaker', async () => {
    const [dropped] = await desk.examine({ name: 'ferry.txt', bytes: bytes(text) })
    expect(dropped?.reading.draft.title).toBe('Ferry returns')
    expect(dropped?.explained[0]?.quote.speaker?.name).toBe('Ilse Brandt')
    expect(dropped?.explained[0]?.reasons.length).toBeGreaterThan(0)
    expect(await archive.size({ kind: 'operator' })).toMatchObject({ articles: 0 })
  })

  it('keeps what it read once, and posts it where it is followed', async () => {
    await archive.addFollow({ id: 'f', owner: '1', channel: '2', createdBy: '3', createdAt: 0 })
    const [dropped] = await desk.examine({ name: 'ferry.txt', bytes: bytes(text) })
    expect(await dropped?.keep()).toEqual({ kept: 'new', channels: ['2'] })
    expect(nudges).toBe(1)
    const [again] = await desk.examine({ name: 'ferry.txt', bytes: bytes(text) })
    expect(await again?.keep()).toMatchObject({ kept: 'unchanged' })
    expect(await archive.size({ kind: 'operator' })).toMatchObject({ articles: 1 })
  })

  it.each([
    ['a text', text, 'Ferry returns'],
    [
      'a page',
      `<!doctype html><title>Ferry</title><h1>Ferry returns</h1>${'<p>It came back. </p>'.repeat(40)}`,
      'Ferry',
    ],
  ])('knows %s without a name by how it begins', async (_, given, title) => {
    const [dropped] = await desk.examine({ name: '', bytes: bytes(given) })
    expect(dropped?.reading.draft.title).toContain(title)
  })

  it('reads the newest entries of a feed, whatever it is called', async () => {
    const items = Array.from({ length: 7 }, (_, number) => `<item><title>Tide ${number}</title></item>`)
    const feed = `<rss version="2.0"><channel><title>The Courier</title>${items.join('')}</channel></rss>`
    for (const name of ['', 'courier.xml']) {
      const dropped = await desk.examine({ name, bytes: bytes(feed) })
      expect(dropped.map(({ reading }) => reading.draft.title)).toEqual(
        [0, 1, 2, 3, 4].map((number) => `Tide ${number}`),
      )
    }
  })

  it.each([
    ['empty.txt', ''],
    ['picture.png', 'x'],
    ['', '<?xml version="1.0"?><nothing/>'],
  ])('says what is wrong with %s', async (name, given) => {
    await expect(desk.examine({ name, bytes: bytes(given) })).rejects.toThrow(/^Cannot read/)
  })
})
