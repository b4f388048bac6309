import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWords, isStopWord, stem, stems } from '../../src/analysis/words.ts'

describe('findWords', () => {
  it('gives each word its place, its lower case and its index term', () => {
    expect(findWords('Talks ended.')).toEqual([
      { start: 0, end: 5, lower: 'talks', stem: 'talk' },
      { start: 6, end: 11, lower: 'ended', stem: 'end' },
    ])
  })

  it('leaves the possessive ending out of the span', () => {
    const text = 'Kyiv’s army'
    expect(findWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Kyiv', 'army'])
  })

  it('gives spans in order that slice back to the word as written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0
        for (const word of findWords(text)) {
          expect(word.start).toBeGreaterThanOrEqual(last)
          expect(text.slice(word.start, word.end).toLowerCase().replaceAll('’', "'")).toBe(word.lower)
          last = word.end
        }
      }),
    )
  })
})

describe('stems', () => {
  it.each([
    ["Müller's plan", ['muller', 'plan']],
    ['the U.S.-Russia talks', ['the', 'us', 'russia', 'talk']],
    ['a 100-day race', ['a', '100', 'dai', 'race']],
    ["won't", ['wont']],
    ['O’Neill’s', ['oneil']],
    ['1,000 of $4.5m', ['1000', 'of', '4', '5m']],
    ['said.The end', ['said', 'the', 'end']],
    ['東京 2024', ['東', '京', '2024']],
    ['\ud800 — …', []],
  ])('turns %j into its index terms', (text, expected) => {
    expect(stems(text)).toEqual(expected)
  })

  it('gives the same terms for a word however it is written', () => {
    expect(stems('CAFÉ')).toEqual(stems('cafe'))
  })

  it('makes terms of lower-case letters and digits only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const term of stems(text)) {
          expect(term).toMatch(/^[\p{L}\p{N}]{1,40}$/u)
          expect(term.toLowerCase()).toBe(term)
        }
      }),
    )
  })

  it('makes terms that a full-text index keeps as one token each', () => {
    const latin = fc.string({ unit: fc.constantFrom(..."aZé ß'’.,-19ñøŁőœÆ½ﬁ\n"), maxLength: 40 })
    const database = new DatabaseSync(':memory:')
    database.exec('CREATE VIRTUAL TABLE kept USING fts5(terms, tokenize = unicode61)')
    database.exec('CREATE VIRTUAL TABLE tokens USING fts5vocab(kept, instance)')
    const insert = database.prepare('INSERT INTO kept (rowid, terms) VALUES (1, ?)')
    const read = database.prepare('SELECT term FROM tokens ORDER BY "offset"')
    fc.assert(
      fc.property(latin, (text) => {
        database.exec('DELETE FROM kept')
        insert.run(stems(text).join(' '))
        expect(read.all().map(({ term }) => term)).toEqual(stems(text))
      }),
    )
    database.close()
  })
})

describe('stem', () => {
  it('joins the forms of a word', () => {
    expect(['negotiation', 'negotiations', 'negotiate'].map((word) => stem(word))).toEqual([
      'negoti',
      'negoti',
      'negoti',
    ])
  })

  it('leaves function words whole', () => {
    expect([stem('us'), stem('was'), stem('this')]).toEqual(['us', 'was', 'this'])
  })

  it('cuts what is too long for a word', () => {
    expect(stem('x'.repeat(500))).toHaveLength(40)
  })
})

describe('isStopWord', () => {
  it.each(['the', 'said', "won't", 'tuesday', 'may', 'x'])('counts %j', (word) => {
    expect(isStopWord(word)).toBe(true)
  })

  it.each(['talks', 'us-led', 'constructor', 'war'])('does not count %j', (word) => {
    expect(isStopWord(word)).toBe(false)
  })
})
