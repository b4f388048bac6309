import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { Statement, StatementFilter } from '../../../src/archive/statements.ts'
import { entry, type Written } from '../entries.ts'
import { everything, fresh, operator, server } from '../fresh.ts'

const words = 'The pier will open again in the spring of next year'

/** An article that carries words of somebody. */
function carries(id: string, said: string, more: Partial<Written> & { by?: string } = {}): Written {
  const { by = 'Ada Quell', ...rest } = more
  return {
    id,
    publisher: `${id} Post`,
    text: `It rained. "${said}," said ${by}.`,
    said: [{ words: `"${said},"`, by }],
    ...rest,
  }
}

const spring = { all: [[['spring']]], none: [] } as const

async function found(archive: Archive, filter: Partial<StatementFilter> = {}) {
  const page = await archive.statements({ viewer: operator, about: spring, ...filter }, everything)
  expect(page.total).toBe(page.rows.length)
  return page.rows.map(shown)
}

/** The article, and the others that carry the statement. */
function shown({ article, alsoIn }: Statement): string {
  const others = alsoIn?.first.map((carrier) => carrier.article.id) ?? []
  return [article.id, ...others].join(' + ')
}

/** One statement, many articles. */
export function describeUtterances(open: () => Promise<Archive>): void {
  it('gives a statement once, from the first article that carried it', async () => {
    const archive = await fresh(
      open,
      carries('late', words, { publishedAt: 30 }),
      carries('first', words, { publishedAt: 10 }),
      carries('middle', words, { publishedAt: 20 }),
      carries('other', 'Nobody knows whether spring will come at all this year', { publishedAt: 25 }),
    )
    expect(await found(archive)).toEqual(['other', 'first + middle + late'])
    expect(await found(archive, { speaker: 'quell' })).toEqual(['other', 'first + middle + late'])
  })

  it.each([
    ['cut at the end', 'The pier will open again in the spring'],
    ['cut at the start', 'open again in the spring of next year'],
    ['written otherwise', 'The pier will OPEN again, in the spring of ‘next’ year'],
    ['mended in one word', 'The [pier] will open again in the Spring of this year'],
  ])('knows a statement that is %s', async (_, said) => {
    const archive = await fresh(
      open,
      carries('a', words, { publishedAt: 1 }),
      carries('b', said, { publishedAt: 2 }),
    )
    expect(await found(archive)).toEqual(['a + b'])
  })

  it.each([
    ['is too short to be told from others', 'See you in spring'],
    ['has only its beginning alike', 'The pier will open again in spring unless the money for it is spent'],
  ])('keeps apart what %s', async (_, said) => {
    const whole = said.length > 20 ? words : said
    const archive = await fresh(
      open,
      carries('a', whole, { publishedAt: 1 }),
      carries('b', said, { publishedAt: 2 }),
    )
    expect(await found(archive)).toEqual(['b', 'a'])
  })

  it('keeps apart what is only reported', async () => {
    const reported = (id: string, publishedAt: number): Written => ({
      id,
      publishedAt,
      text: `Ada Quell said ${words}.`,
      said: [{ words, by: 'Ada Quell', kind: 'indirect' }],
    })
    expect(await found(await fresh(open, reported('a', 1), reported('b', 2)))).toEqual(['b', 'a'])
  })

  it('names whom each article takes for the speaker', async () => {
    const archive = await fresh(
      open,
      carries('a', words, { publishedAt: 1 }),
      carries('b', words, { publishedAt: 2, by: 'Bo Low' }),
    )
    const { rows } = await archive.statements({ viewer: operator, about: spring }, everything)
    expect(rows[0]?.speaker?.name).toBe('Ada Quell')
    expect(rows[0]?.alsoIn?.first[0]?.speaker?.name).toBe('Bo Low')
    expect(await found(archive, { speaker: 'low' })).toEqual(['b + a'])
  })

  it('gives the first of those that fit', async () => {
    const archive = await fresh(
      open,
      carries('a', words, { publishedAt: 1 }),
      carries('b', words, { publishedAt: 2 }),
    )
    expect(await found(archive, { since: 2 })).toEqual(['b + a'])
    expect(await found(archive, { publisher: 'b post' })).toEqual(['b + a'])
  })

  it('counts only what the viewer sees', async () => {
    const origin = { key: 'feed:own', server: '1' }
    const archive = await fresh(
      open,
      carries('secret', words, { publishedAt: 1, origin }),
      carries('open', words, { publishedAt: 2 }),
    )
    expect(await found(archive, { viewer: server('1') })).toEqual(['secret + open'])
    expect(await found(archive, { viewer: server('2') })).toEqual(['open'])
  })

  it('gives a statement that an article repeats once', async () => {
    const twice = {
      ...carries('a', words),
      text: `"${words}." "${words}!"`,
      said: [
        { words: `"${words}."`, by: 'Ada Quell' },
        { words: `"${words}!"`, by: 'Ada Quell' },
      ],
    }
    expect(await found(await fresh(open, twice))).toEqual(['a'])
  })

  it('outlives the article that carried it first, and takes it back', async () => {
    const first = carries('a', words, { publishedAt: 1, origin: { key: 'file:a' } })
    const archive = await fresh(open, first, carries('b', words, { publishedAt: 2 }))
    await archive.withdraw('file:a', 5)
    expect(await found(archive)).toEqual(['b'])
    await archive.keep(entry(first))
    expect(await found(archive)).toEqual(['a + b'])
  })

  it('gives each utterance on one page only, whatever carries it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ said: fc.integer({ min: 0, max: 4 }), publishedAt: fc.integer({ min: 1, max: 9 }) }),
          {
            maxLength: 14,
          },
        ),
        async (articles) => {
          const archive = await open()
          try {
            for (const [index, { said, publishedAt }] of articles.entries()) {
              const sentence = `Saying ${said} of the ${['sea', 'sun', 'moon', 'wind', 'rain'][said]} in spring time`
              await archive.keep(entry(carries(`a${index}`, sentence, { publishedAt })))
            }
            const page = async (offset: number) =>
              archive.statements({ viewer: operator, about: spring }, { offset, limit: 2 })
            const { total } = await page(0)
            const pages = await Promise.all([0, 2, 4].map(page))
            const texts = pages.flatMap(({ rows }) => rows.map(({ pieces }) => pieces.join()))
            expect(new Set(texts).size).toBe(texts.length)
            expect(total).toBe(new Set(articles.map(({ said }) => said)).size)
          } finally {
            await archive.close()
          }
        },
      ),
      { numRuns: 30 },
    )
  })
}
