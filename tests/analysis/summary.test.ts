import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/analysis/reading.ts'
import { summarise } from '../../src/analysis/summarise.ts'
import { rankSentences } from '../../src/analysis/summary.ts'

const harbour = `The city council of Lowmere voted on Monday to close the old harbour bridge after engineers found cracks in its piers.

Mayor Jane Doe said the bridge carries 12,000 cars a day. But she told the council that repairs would cost $40 million.

"We cannot wait for a disaster," Doe said.

The harbour police will direct cars to the northern tunnel from June, council papers show.

Read more: ten bridges that were closed this year.`

const analyse = (input: { readonly title: string; readonly text: string }) => {
  const reading = readArticle(input)
  const ranking = rankSentences(reading)
  return { sentences: reading.sentences, ranking, keywords: [], people: [], quotes: [] }
}

const summary = (text: string, count: number, title = '') => {
  const analysis = analyse({ title, text })
  return summarise(analysis, count).map((index) => {
    const { start, end } = analysis.sentences[index] ?? { start: 0, end: 0 }
    return text.slice(start, end)
  })
}

describe('summarise', () => {
  it('gives the sentence that tells most first', () => {
    expect(summary(harbour, 1)).toEqual([
      'The city council of Lowmere voted on Monday to close the old harbour bridge after engineers found cracks in its piers.',
    ])
  })

  it('gives the sentences in reading order', () => {
    const indexes = summarise(analyse({ title: '', text: harbour }), 4)
    expect(indexes).toEqual([...indexes].sort((a, b) => a - b))
  })

  it('shows a sentence that points back only together with its predecessor', () => {
    for (const count of [1, 2, 3, 4, 5]) {
      const sentences = summary(harbour, count)
      const dependent = sentences.findIndex((sentence) => sentence.startsWith('But she'))
      if (dependent >= 0) expect(sentences[dependent - 1]).toMatch(/^Mayor Jane Doe/)
    }
    expect(summary(harbour, 9).some((sentence) => sentence.startsWith('But she'))).toBe(true)
  })

  it('leaves out what belongs to the page and not to the story', () => {
    expect(summary(harbour, 99).join(' ')).not.toContain('Read more')
  })

  it('leaves out the headline where the text says it again', () => {
    const text = 'Old bridge in Lowmere will close. Engineers found cracks in the piers of the bridge.'
    expect(summary(text, 9, 'Old bridge in Lowmere will close')).toEqual([
      'Engineers found cracks in the piers of the bridge.',
    ])
  })

  it('never begins in the middle of a quotation', () => {
    const text =
      'The mayor of Lowmere spoke on Monday. "The bridge is old. The bridge must close. The tunnel is ready," she said.'
    expect(summary(text, 9)).toEqual(['The mayor of Lowmere spoke on Monday.'])
  })

  it('gives nothing for no sentences, and for none fit', () => {
    expect(summary('', 3)).toEqual([])
    expect(summary('He left it there for her.', 3)).toEqual([])
  })

  it('gives nothing for a count of zero or less', () => {
    expect(summary(harbour, 0)).toEqual([])
    expect(summary(harbour, -2)).toEqual([])
  })

  it('makes each longer summary hold the shorter ones', () => {
    for (const count of [1, 2, 3, 4]) {
      expect(summary(harbour, count + 1)).toEqual(expect.arrayContaining(summary(harbour, count)))
    }
  })

  it('takes the headline as evidence', () => {
    const text = `Rain fell on Lowmere for the third day in a row on Monday. Shops in the centre were closed on Monday.
Trains to the north ran late on Monday. A fire destroyed the old theatre in the harbour on Monday.`
    expect(summary(text, 2, 'Fire destroys theatre').join(' ')).toContain('theatre')
  })
})

describe('rankSentences', () => {
  it('ranks sentences of the article once each', () => {
    const piece = fc.constantFrom(
      'He left. ',
      'The old man left town. ',
      '\n\n',
      '"',
      'But ',
      'It is. ',
      'the, ',
      '(',
      '1. ',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, (written) => {
        const { ranking, sentences } = analyse({ title: written, text: written })
        expect(new Set(ranking).size).toBe(ranking.length)
        for (const index of ranking) expect(sentences[index]).toBeDefined()
      }),
    )
  })
})
