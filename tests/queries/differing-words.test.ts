import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../../src/article.ts'
import { differingWords } from '../../src/queries/differing-words.ts'

const wordsAt = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end))

describe('differingWords', () => {
  it.each([
    [
      'we will never give up the harbour',
      '“We shall never give it up, the old harbour,” …',
      ['shall', 'it', 'old'],
      ['will'],
    ],
    ['open the second basin', 'We will open the second basin before the first frost', [], []],
    ['the wall holds', 'Walls that hold are walls', ['that'], ['the']],
    ['cracks in the wall', 'They lie in the cracks', [], ['wall']],
    ['nothing alike', 'Rain on Monday', [], ['nothing alike']],
    ['open basin', 'open the very old second basin', ['the very old second'], []],
  ])('marks what differs between “%s” and “%s”', (asked, said, saidWords, askedWords) => {
    const difference = differingWords(asked, said)
    expect(wordsAt(said, difference.said)).toEqual(saidWords)
    expect(wordsAt(asked, difference.asked)).toEqual(askedWords)
  })

  it('finds no difference between a text and itself, and only words of both, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (asked, said) => {
        expect(differingWords(said, said)).toEqual({ said: [], asked: [] })
        const difference = differingWords(asked, said)
        for (const { start, end } of difference.said) expect(said.slice(start, end).length).toBe(end - start)
        for (const { end } of difference.asked) expect(end).toBeLessThanOrEqual(asked.length)
      }),
    )
  })
})
