import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { TimelineFilter } from '../../../src/archive/statements.ts'
import { dayMs } from '../../../src/archive/subjects.ts'
import { entry, type Said, type Written } from '../entries.ts'
import { everything, fresh, operator, server } from '../fresh.ts'

/** An article of a day in which Ada Quell says these things. */
function spoke(
  id: string,
  day: number,
  said: readonly (string | Said)[],
  more: Partial<Written> = {},
): Written {
  const quotes = said.map((one) => ({ by: 'Ada Quell', ...(typeof one === 'string' ? { words: one } : one) }))
  return {
    id,
    publishedAt: day * dayMs + 5,
    text: quotes.map(({ words }) => words).join(' '),
    said: quotes,
    ...more,
  }
}

const opening = '"The pier will open again in the spring of next year."'
const closing = '"We close the ferry hall tonight and nobody knows for how long."'

async function daysOf(archive: Archive, filter: Partial<TimelineFilter> = {}) {
  const { rows, total, statements } = await archive.timeline(
    { viewer: operator, speaker: 'ada quell', ...filter },
    everything,
  )
  expect(total).toBe(rows.length)
  expect(statements).toBe(rows.reduce((sum, day) => sum + day.statements, 0))
  return rows.map((day) => `${day.startsAt / dayMs}: ${day.statements} ${day.quote.article.id}`)
}

/** What a speaker said, day by day. */
export function describeTimeline(open: () => Promise<Archive>): void {
  it('groups by UTC day, newest first, with a quote, its source and the topics of the day', async () => {
    const archive = await fresh(
      open,
      spoke('early', 3, [opening], { url: 'https://example.org/early' }),
      spoke('late', 5, [closing, '"No."']),
      spoke('latest', 5, ['"Never."'], { publishedAt: 6 * dayMs - 1 }),
      spoke('other', 5, [{ words: '"I do not agree with one word of that."', by: 'Bo Low' }]),
    )
    expect(await daysOf(archive)).toEqual(['5: 3 late', '3: 1 early'])
    const { rows } = await archive.timeline({ viewer: operator, speaker: 'quell' }, everything)
    expect(rows[1]).toMatchObject({
      startsAt: 3 * dayMs,
      topics: ['ferry'],
      quote: { pieces: [opening], speaker: { name: 'Ada Quell' } },
    })
    expect(rows[1]?.quote.link).toContain('https://example.org/early')
  })

  it('shows the surest quote that is long enough, else the longest', async () => {
    const quoteOf = async (...said: readonly Said[]) => {
      const archive = await fresh(open, spoke('a', 1, said))
      const { rows } = await archive.timeline({ viewer: operator, speaker: 'quell' }, everything)
      return rows[0]?.quote.pieces.join()
    }
    const [surer, unsure] = [
      { words: opening, confidence: 0.9 },
      { words: closing, confidence: 0.7 },
    ]
    const short: Said = { words: '"No comment."', confidence: 0.99 }
    const reported: Said = {
      words: 'that the whole of the pier would have to be built anew',
      kind: 'indirect',
      confidence: 0.99,
    }
    expect(await quoteOf(short, unsure, reported, surer)).toBe(opening)
    expect(await quoteOf(short, unsure, reported)).toBe(closing)
    expect(await quoteOf(short, reported)).toBe(reported.words)
    expect(await quoteOf(short)).toBe(short.words)
  })

  it('counts a statement that several articles carry once, on the first day', async () => {
    const archive = await fresh(open, spoke('copy', 4, [opening]), spoke('first', 2, [opening]))
    expect(await daysOf(archive)).toEqual(['2: 1 first'])
  })

  it('leaves out unsure speakers, and what the other conditions leave out', async () => {
    const archive = await fresh(
      open,
      spoke('sure', 1, [opening], { publisher: 'Post' }),
      spoke('unsure', 2, [{ words: closing, confidence: 0.4 }]),
      spoke('told', 3, [{ words: 'it rains', kind: 'indirect' }]),
    )
    expect(await daysOf(archive, { minConfidence: 0.6 })).toEqual(['3: 1 told', '1: 1 sure'])
    expect(await daysOf(archive, { kinds: ['direct'] })).toEqual(['2: 1 unsure', '1: 1 sure'])
    expect(await daysOf(archive, { publisher: 'post' })).toEqual(['1: 1 sure'])
    expect(await daysOf(archive, { since: 2 * dayMs })).toEqual(['3: 1 told', '2: 1 unsure'])
    expect(await daysOf(archive, { about: { all: [[['pier']]], none: [] } })).toEqual(['1: 1 sure'])
    expect(await daysOf(archive, { speaker: 'nobody' })).toEqual([])
  })

  it('tells what the viewer sees, also of whom a lone surname means', async () => {
    const own = { key: 'feed:own', server: '1' }
    const archive = await fresh(
      open,
      spoke('secret', 1, [opening], { origin: own }),
      spoke('open', 2, [opening]),
      spoke('lone', 3, [{ words: closing, by: 'Quell' }]),
    )
    expect(await daysOf(archive, { viewer: server('1') })).toEqual(['3: 1 lone', '1: 1 secret'])
    expect(await daysOf(archive, { viewer: server('2') })).toEqual(['3: 1 lone', '2: 1 open'])
    await archive.keep(entry({ id: 'bo', people: [['Bo Quell', 'Quell']] }))
    expect(await daysOf(archive, { viewer: server('2') })).toEqual(['2: 1 open'])
  })

  it('gives a page of days, and how many there are of days and statements', async () => {
    const archive = await fresh(
      open,
      ...[1, 2, 3].map((day) => spoke(`a${day}`, day, [`"It is ${day}."`, '"Yes."'])),
    )
    const page = (offset: number, limit: number) =>
      archive.timeline({ viewer: operator, speaker: 'quell' }, { offset, limit })
    expect(await page(1, 1)).toMatchObject({ rows: [{ startsAt: 2 * dayMs }], total: 3, statements: 6 })
    expect(await page(3, 5)).toEqual({ rows: [], total: 3, statements: 6 })
  })
}
