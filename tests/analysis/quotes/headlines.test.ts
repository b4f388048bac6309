import { describe, expect, it } from 'vitest'
import { readPeopleAndQuotes } from '../../../src/analysis/quotes/read.ts'
import { findSentences } from '../../../src/analysis/sentences.ts'
import { titleOf } from '../../../src/sources/plain-text.ts'

/** The quoted words with their speakers. */
const said = (title: string, text: string) =>
  readPeopleAndQuotes(text, title, findSentences(text))
    .quotes.filter(({ kind }) => kind !== 'indirect')
    .map(({ content, speaker }) => `${text.slice(content.start, content.end)} — ${speaker?.name}`)

const story = '“We will build the bridge again,” Otto Brandt said on Monday.'
const quote = 'We will build the bridge again, — Otto Brandt'

describe('quotes in headlines', () => {
  it.each(['Brandt: ‘We will build the bridge’', 'Brandt: ‘We will build the bridge’; town cheers'])(
    'are none of their own: %s',
    (title) => {
      expect(said(title, `Brandt: ‘We will build the bridge.’\n\n${story}`)).toEqual([quote])
    },
  )

  it.each([
    ['Otto Brandt said on Monday: “The bridge leaks again.”', 'The bridge leaks again.'],
    ['“The bridge leaks again,” Otto Brandt said on Monday.', 'The bridge leaks again,'],
    ['Otto Brandt asked: “Will the bridge leak again?”', 'Will the bridge leak again?'],
  ])('are quotes where the title was made of the first sentence: %s', (first, words) => {
    expect(said(titleOf(first), `${first}\n\n${story}`)).toEqual([`${words} — Otto Brandt`, quote])
  })

  it('are quotes where nothing follows', () => {
    const begin = 'Otto Brandt said: “It leaks.”'
    expect(said('Otto Brandt said: “It leaks”', begin)).toEqual(['It leaks. — Otto Brandt'])
  })

  it('count once where a heading or a line in large type repeats them', () => {
    const text = `Marta Quill met the crew.\n\n‘We will build the bridge’\n\n${story}`
    expect(said('', text)).toEqual([quote])
  })

  it('stay where nothing repeats them', () => {
    const text = `Marta Quill met the crew.\n\n“The harbour is closed until Monday.”\n\n${story}`
    expect(said('', text)).toHaveLength(2)
  })
})
