import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { entry } from '../entries.ts'
import { fresh, operator, server } from '../fresh.ts'

/** Words that look alike, for suggestions of spelling. */
export function describeVocabulary(open: () => Promise<Archive>): void {
  it('finds the words that share most letters, with the number of their articles', async () => {
    const archive = await fresh(
      open,
      { id: 'a', text: 'The harbour is late.' },
      { id: 'b', text: 'A harbour, a barbour, a ferry.' },
    )
    const like = await archive.wordsLike('harbuor', operator, 5)
    expect(like[0]).toEqual({ word: 'harbour', stem: 'harbour', articles: 2 })
    expect(like.map(({ word }) => word)).not.toContain('ferry')
    expect(await archive.wordsLike('harbuor', operator, 1)).toHaveLength(1)
  })

  it('knows no numbers, and nothing that is too short or too long to be misspelled', async () => {
    const long = 'x'.repeat(25)
    const archive = await fresh(open, { id: 'a', text: `The 12345 cat ${long}.` })
    for (const word of ['12345', 'cat', long, 'xx', '', '"', 'the* OR'])
      expect(await archive.wordsLike(word, operator, 5)).toEqual([])
  })

  it('knows a word that two languages write alike by its stem in each', async () => {
    const archive = await open()
    for (const [id, stem] of [
      ['a', 'hafen'],
      ['b', 'hafᵈ'],
      ['c', 'hafᵈ'],
    ] as const) {
      const written = entry({ id, text: 'Hafen.' })
      const terms = { ...written.terms, text: [stem], words: [{ word: 'hafen', stem }] }
      await archive.keep({ ...written, terms })
    }
    expect(await archive.wordsLike('hafne', operator, 5)).toEqual([
      { word: 'hafen', stem: 'hafen', articles: 1 },
      { word: 'hafen', stem: 'hafᵈ', articles: 2 },
    ])
  })

  it('forgets words with the last article that a viewer sees', async () => {
    const own = { key: 'feed:own', server: '1' }
    const archive = await fresh(
      open,
      { id: 'a', text: 'Zucchini.', origin: own },
      { id: 'b', text: 'Zucchini.', origin: { key: 'x' } },
    )
    const counts = async (id: string) =>
      (await archive.wordsLike('zuchini', server(id), 5)).map(({ articles }) => articles)
    expect([await counts('1'), await counts('2')]).toEqual([[2], [1]])
    await archive.withdraw('x', 9)
    expect([await counts('1'), await counts('2')]).toEqual([[1], []])
  })
}
