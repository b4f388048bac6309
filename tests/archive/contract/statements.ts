import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { StatementFilter } from '../../../src/archive/statements.ts'
import type { Viewer } from '../../../src/archive/viewer.ts'
import type { Written } from '../entries.ts'
import { everything, fresh, operator, server } from '../fresh.ts'

const pier: Written = {
  id: 'pier',
  title: 'Pier closed',
  publisher: 'Harbour Gazette',
  publishedAt: 20,
  text: 'Ada Quell spoke. "We close the pier today," she said. The mayor called it "a shame". "We will be back."',
  said: [
    { words: '"We close the pier today,"', by: 'Ada Quell', role: 'harbour master', statement: 0 },
    { words: '"a shame"', by: 'Zoë Łapka', kind: 'mixed', confidence: 0.4, statement: 1 },
    { words: '"We will be back."', statement: 2 },
  ],
}

const ferry: Written = {
  id: 'ferry',
  title: 'Ferry runs',
  publisher: 'Evening Post',
  publishedAt: 10,
  text: 'Ada Quell-Moor said the ferry runs today.',
  said: [{ words: 'the ferry runs today', by: 'Ada Quell-Moor', kind: 'indirect', statement: 0 }],
}

/** Who said what. */
export function describeStatements(open: () => Promise<Archive>): void {
  const found = async (filter: Omit<StatementFilter, 'viewer'>) => {
    const archive = await fresh(open, ferry, pier)
    const { rows, total } = await archive.statements({ viewer: operator, ...filter }, everything)
    expect(total).toBe(rows.length)
    return rows.map(({ article, number }) => `${article.id} ${number}`)
  }

  it('lists the newest article first, and reading order within', async () => {
    expect(await found({})).toEqual(['pier 0', 'pier 1', 'pier 2', 'ferry 0'])
  })

  it('gives the statement verbatim with its speaker and the sentence around it', async () => {
    const archive = await fresh(open, pier)
    const { rows } = await archive.statements({ viewer: operator, speaker: 'quell' }, everything)
    expect(rows).toMatchObject([
      {
        article: { id: 'pier', title: 'Pier closed', publishedAt: 20 },
        number: 0,
        kind: 'direct',
        pieces: ['"We close the pier today,"'],
        context: '"We close the pier today," she said.',
        speaker: { name: 'Ada Quell', role: 'harbour master', confidence: 0.9 },
      },
    ])
  })

  it('joins the pieces of one statement', async () => {
    const archive = await fresh(open, {
      id: 'a',
      text: '"We go," he said. A bell rang. "And we stay," said Ada Quell, "as we are."',
      said: [
        { words: '"We go,"', statement: 0, kind: 'mixed' },
        { words: '"And we stay,"', statement: 0, by: 'Ada Quell', confidence: 0.7 },
        { words: '"as we are."', statement: 0, by: 'Bo Low', confidence: 0.9 },
      ],
    })
    const { rows, total } = await archive.statements({ viewer: operator }, everything)
    expect(total).toBe(1)
    expect(rows).toMatchObject([
      {
        kind: 'direct',
        pieces: ['"We go,"', '"And we stay,"', '"as we are."'],
        context: '"We go," he said. … "And we stay," said Ada Quell, "as we are."',
        speaker: { name: 'Ada Quell', confidence: 0.7 },
      },
    ])
  })

  it.each([
    ['quell', ['pier 0', 'ferry 0']],
    ['QUEL ada', ['pier 0', 'ferry 0']],
    ['moor', ['ferry 0']],
    ['zoe lapka', ['pier 1']],
    ['ZOË', ['pier 1']],
    ['uell', []],
    ['ada low', []],
    ['', []],
    ['?!', []],
    ['" OR "', []],
  ])('finds by the beginnings of the words of a name: %j', async (speaker, expected) => {
    expect(await found({ speaker })).toEqual(expected)
  })

  it('leaves out unsure speakers only where a speaker is asked for', async () => {
    expect(await found({ speaker: 'lapka', minConfidence: 0.6 })).toEqual([])
    expect(await found({ speaker: 'lapka', minConfidence: 0.4 })).toEqual(['pier 1'])
    expect(await found({ kinds: ['mixed'], minConfidence: 0.6 })).toEqual(['pier 1'])
  })

  it('looks for topics in the statement and in the title, not in the rest of the text', async () => {
    expect(await found({ about: { all: [[['ferry']]], none: [] } })).toEqual(['ferry 0'])
    expect(await found({ about: { all: [[['closed']]], none: [] } })).toEqual(['pier 0', 'pier 1', 'pier 2'])
    expect(await found({ about: { all: [[['mayor']]], none: [] } })).toEqual([])
    expect(await found({ about: { all: [], none: [['today']] } })).toEqual(['pier 1', 'pier 2'])
    expect(await found({ about: { all: [[['closed']]], none: [['today']] } })).toEqual(['pier 1', 'pier 2'])
  })

  it('finds words in their order', async () => {
    expect(await found({ words: { stems: ['the', 'pier', 'today'], match: 'phrase' } })).toEqual(['pier 0'])
    expect(await found({ words: { stems: ['pier', 'the'], match: 'phrase' } })).toEqual([])
    expect(await found({ words: { stems: ['pier', 'closed'], match: 'phrase' } })).toEqual([])
    expect(await found({ words: { stems: ['we'], match: 'phrase' }, speaker: 'quell' })).toEqual(['pier 0'])
  })

  it('finds at least half of the words anywhere, best match first', async () => {
    const near = (...stems: string[]) => found({ words: { stems, match: 'near' } })
    expect(await near('today', 'runs', 'ferry', 'absent')).toEqual(['ferry 0'])
    expect(await near('today', 'the', 'runs')).toEqual(['ferry 0', 'pier 0'])
    expect(await near('today', 'a', 'b')).toEqual([])
    expect(await near('today', 'today', 'today', 'a', 'b', 'c')).toEqual([])
    expect(await near('closed')).toEqual([])
    expect(await near()).toEqual([])
  })

  it('weighs rare words over common ones where as many are found', async () => {
    const said = (id: string, words: string): Written => ({
      id,
      text: words,
      publishedAt: 1,
      said: [{ words }],
    })
    const archive = await fresh(
      open,
      said('rare', 'to see a lighthouse'),
      said('common', 'to have we'),
      said('x', 'to have we'),
      said('y', 'we have to'),
    )
    const words = { stems: ['we', 'have', 'lighthouse', 'a'], match: 'near' } as const
    const { rows } = await archive.statements({ viewer: operator, words }, everything)
    expect(rows[0]?.article.id).toBe('rare')
  })

  it('lets the 64 rarest of many words decide, and answers whatever number of words is asked for', async () => {
    const one = Array.from({ length: 70 }, (_, index) => `common${index}`)
    const other = Array.from({ length: 40 }, (_, index) => `rare${index}`)
    const said = (id: string, words: readonly string[]): Written => ({
      id,
      text: words.join(' '),
      publishedAt: 1,
      said: [{ words: words.join(' ') }],
    })
    const archive = await fresh(open, said('a', one), said('b', [...one, 'besides']), said('c', other))
    const near = async (stems: readonly string[]) => {
      const filter = { viewer: operator, words: { stems, match: 'near' } } as const
      const { rows } = await archive.statements(filter, everything)
      return rows.map(({ article }) => article.id)
    }
    const absent = Array.from({ length: 10_000 }, (_, index) => `absent${index}`)
    expect(await near([...one, ...other])).toEqual(['c'])
    expect(await near([...one, ...other.slice(0, 31)])).toEqual(['a'])
    expect(await near([...other, ...absent])).toEqual([])
  })

  it('gives the thousand nearest of many, and counts no others, whoever else said as much', async () => {
    const chorus = (id: string, words: string, many: number): Written => {
      const said = Array.from({ length: many }, (_, index) => ({ words: `"${words} ${index}"` }))
      return { id, publishedAt: 5, said, text: said.map((one) => one.words).join(' ') }
    }
    const hidden = { ...chorus('hidden', 'Swim today', 1050), origin: { key: 'feed:own', server: '1' } }
    const archive = await fresh(open, chorus('old', 'Swim', 3), chorus('seen', 'Swim now', 1050), hidden)
    const near = async (viewer: Viewer, offset: number) => {
      const words = { stems: ['swim', 'today'], match: 'near' } as const
      const { rows, total } = await archive.statements({ viewer, words }, { offset, limit: 1 })
      return [...rows.map(({ article, number }) => `${article.id} ${number}`), total]
    }
    expect(await near(server('1'), 0)).toEqual(['hidden 50', 1000])
    expect(await near(server('2'), 999)).toEqual(['seen 1049', 1000])
    expect(await near(server('2'), 1000)).toEqual([1000])
  })

  it('joins all conditions', async () => {
    expect(await found({ publisher: 'evening POST' })).toEqual(['ferry 0'])
    expect(await found({ since: 11 })).toEqual(['pier 0', 'pier 1', 'pier 2'])
    expect(await found({ kinds: ['indirect', 'mixed'] })).toEqual(['pier 1', 'ferry 0'])
    expect(await found({ kinds: [] })).toEqual([])
    expect(
      await found({ speaker: 'ada', kinds: ['direct'], since: 20, publisher: 'harbour gazette' }),
    ).toEqual(['pier 0'])
    expect(await found({ speaker: 'ada', about: { all: [[['ferry']]], none: [] } })).toEqual(['ferry 0'])
    expect(
      await found({ words: { stems: ['today', 'x'], match: 'near' }, publisher: 'Evening Post' }),
    ).toEqual(['ferry 0'])
  })

  it.each([
    ['none', {}],
    ['a speaker', { speaker: 'ada' }],
    ['near words', { words: { stems: ['today'], match: 'near' } }],
  ] as const)('gives a page and the number of all under the condition: %s', async (_, condition) => {
    const archive = await fresh(open, ferry, { ...pier, said: pier.said?.slice(0, 1) ?? [] })
    const page = (offset: number, limit: number) =>
      archive.statements({ viewer: operator, ...condition }, { offset, limit })
    expect(await page(0, 1)).toMatchObject({ rows: [{ article: { id: 'pier' } }], total: 2 })
    expect(await page(1, 1)).toMatchObject({ rows: [{ article: { id: 'ferry' } }], total: 2 })
    expect(await page(2, 1)).toEqual({ rows: [], total: 2 })
    expect(await page(0, 0)).toEqual({ rows: [], total: 2 })
  })
}
