import { describe, expect, it } from 'vitest'
import { readPeopleAndQuotes } from '../../../src/analysis/quotes/read.ts'
import { findSentences } from '../../../src/analysis/sentences.ts'

/** The words of each quote and its speaker. */
const said = (text: string) =>
  readPeopleAndQuotes(text, '', findSentences(text)).quotes.map(({ span, speaker }) => {
    return `${text.slice(span.start, span.end)} — ${speaker?.name ?? 'nobody'}`
  })

describe('quotes over paragraphs', () => {
  it('are two where both have a reporting verb', () => {
    const text =
      '“We will build the bridge again,” Otto Brandt said. “It is the heart of the town.\n\n“Nobody here wants a ferry,” he added.'
    expect(said(text)).toEqual([
      '“We will build the bridge again,” — Otto Brandt',
      '“It is the heart of the town. — Otto Brandt',
      '“Nobody here wants a ferry,” — Otto Brandt',
    ])
  })

  it('are one where the paragraphs are nothing but quoted words', () => {
    const text =
      'Otto Brandt spoke in the town hall on Monday, and said:\n\n“We will build the bridge again, and we will pay for it.”\n\n“It is the heart of the town, and nobody wants a ferry.”'
    const [quote, ...others] = said(text)
    expect(others).toEqual([])
    expect(quote).toMatch(/^“We will .* a ferry.” — Otto Brandt$/s)
  })

  it('are apart where one asks and the other answers, or one is shown large', () => {
    const asked = '“Who will pay for the bridge that you want?”\n\n“The town will pay for the bridge.”'
    expect(said(asked)).toHaveLength(2)
    const large =
      '“We will build the bridge again,” Otto Brandt said. “It is the heart of the town.”\n\n“It is the heart of the town.”\n\n“Nobody in this town wants a ferry.”'
    expect(said(large)[2]).toMatch(/^“Nobody in this town wants a ferry.” — /)
  })

  it('have the speakers whom a transcript names in capitals behind the marks', () => {
    const text =
      'Marta Vell met Otto Brandt on Monday. Here is what they said:\n\n“VELL: We need the bridge, and we need it soon.\n\n“BRANDT: We need a ferry, and nobody has one to sell.'
    expect(said(text)).toEqual([
      'We need the bridge, and we need it soon. — Marta Vell',
      'We need a ferry, and nobody has one to sell. — Otto Brandt',
    ])
  })
})

describe('statements', () => {
  it('do not begin within a name', () => {
    const text = 'Marta Quill said Deputy Harbour Master Otto Brandt had sold the ferry.'
    expect(said(text)[0]).not.toMatch(/^(?:Harbour|Master|Otto|Brandt)/)
  })

  it('do not begin within the source they are according to', () => {
    const text =
      'According to polls made for the Gazette of Lowell and two stations, half of the voters want a bridge.'
    expect(said(text)[0]).toMatch(/^half of the voters want a bridge/)
  })

  it('begin with their subject', () => {
    const text = 'Marta Vell said that the harbour’s owners would pay, and noted the bridge had been closed.'
    expect(said(text).some((quote) => quote.startsWith('the bridge had been closed'))).toBe(true)
  })

  it('are told as a whole by whoever reports what another one said in them', () => {
    const text =
      'In one of the letters, Otto Brandt explained how he had put the map into a “burn bag,” the Gazette reported.'
    expect(said(text)).toHaveLength(1)
    expect(said(text)[0]).toMatch(/letters, Otto Brandt explained how he had put the map into a “burn bag,”/)
  })

  it('are said by the first of several', () => {
    const text = '“We will build the bridge again,” Otto Brandt and Marta Quill said.'
    expect(said(text)).toEqual(['“We will build the bridge again,” — Otto Brandt'])
  })

  it('are said by the one who is named among others', () => {
    const text = '“We will build the bridge again,” Otto Brandt and other pilots said.'
    expect(said(text)).toEqual(['“We will build the bridge again,” — Otto Brandt'])
  })

  it('are said by the second where the first is what another verb is about', () => {
    const text = 'The council thanked Otto Brandt and Marta Quill said: “We will build the bridge again.”'
    expect(said(text)).toEqual(['“We will build the bridge again.” — Marta Quill'])
  })
})

describe('titles of works', () => {
  it.each([
    ['headlines', 'More news: “The harbour may close at the end of the year,” by the Gazette’s Otto Brandt.'],
    [
      'digests',
      'Ferries: “The harbour may close at the end of the year,” by the Gazette’s Otto Brandt: “The old harbour of Lowell is to be closed by the end of this year,” it begins.',
    ],
    ['subjects', '“A Bridge for Lowell,” which will be shown until May, is a film of Otto Brandt’s.'],
    ['books', 'In his new book, “A Bridge for Lowell,” Otto Brandt said the town needed a ferry.'],
    ['shows', '“We will build it,” Otto Brandt said on “The Harbour Show.” It ended late.'],
    ['a station’s shows', 'On Monday, on CNN’s “State of the Harbour,” Otto Brandt spoke of ferries.'],
  ])('are no quotes: %s', (_, text) => {
    expect(said(text).filter((quote) => /Lowell,”|Harbour(?: Show)?[.,]”|year,”/i.test(quote))).toEqual([])
  })
})
