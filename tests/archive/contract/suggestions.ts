import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { fresh, operator } from '../fresh.ts'

/** What autocomplete offers. */
export function describeSuggestions(open: () => Promise<Archive>): void {
  it('offers the newest articles whose titles have words beginning with all that is typed', async () => {
    const archive = await fresh(
      open,
      { id: 'a', title: "Ferry to Łódź: 'never again'", publishedAt: 1 },
      { id: 'b', title: 'No ferries on Monday', publishedAt: 3 },
      { id: 'c', title: 'Ferry café opens', publishedAt: 2 },
    )
    const typed = async (text: string, limit = 9) =>
      (await archive.suggestArticles(text, operator, limit)).map(({ id }) => id)
    expect(await typed('ferr')).toEqual(['b', 'c', 'a'])
    expect(await typed('ferr', 2)).toEqual(['b', 'c'])
    expect(await typed('FERRY CAFE')).toEqual(['c'])
    expect(await typed('lodz fer')).toEqual(['a'])
    expect(await typed('erry')).toEqual([])
    expect(await typed('')).toEqual(['b', 'c', 'a'])
    expect(await typed('  " ')).toEqual(['b', 'c', 'a'])
    expect(await typed('"* OR a')).toEqual([])
    expect(await typed('x'.repeat(6_000))).toEqual([])
  })

  it('offers sure speakers with most statements first', async () => {
    const archive = await fresh(
      open,
      {
        id: 'a',
        text: 'one two three four five six',
        said: [
          { words: 'one', by: 'Bo Low' },
          { words: 'two', by: 'Zoë Łapka' },
          { words: 'three', by: 'Zoë Łapka' },
          { words: 'four', by: 'Unsure Man', confidence: 0.4 },
          { words: 'five' },
        ],
      },
      { id: 'b', text: 'one', said: [{ words: 'one', by: 'Bo Low' }] },
      { id: 'c', text: 'one', said: [{ words: 'one', by: 'Bo Low' }] },
    )
    expect(await archive.suggestSpeakers('', operator, 9)).toEqual(['Bo Low', 'Zoë Łapka'])
    expect(await archive.suggestSpeakers('', operator, 1)).toEqual(['Bo Low'])
    expect(await archive.suggestSpeakers('lap zo', operator, 9)).toEqual(['Zoë Łapka'])
    expect(await archive.suggestSpeakers('man', operator, 9)).toEqual([])
    expect(await archive.suggestSpeakers('apka', operator, 9)).toEqual([])
  })

  it('offers publishers with most articles first, as their newest article writes them', async () => {
    const archive = await fresh(
      open,
      { id: 'a', publisher: 'Evening Post', publishedAt: 1 },
      { id: 'b', publisher: 'Évening post', publishedAt: 2 },
      { id: 'c', publisher: 'Harbour Gazette' },
      { id: 'd', publisher: '' },
    )
    expect(await archive.suggestPublishers('', operator, 9)).toEqual(['Évening post', 'Harbour Gazette'])
    expect(await archive.suggestPublishers('', operator, 1)).toEqual(['Évening post'])
    expect(await archive.suggestPublishers('gaz HARB', operator, 9)).toEqual(['Harbour Gazette'])
    expect(await archive.suggestPublishers('azette', operator, 9)).toEqual([])
  })
}
