import { describe, expect, it } from 'vitest'
import { statementRows } from '../../src/archive/statement-rows.ts'
import type { Quote } from '../../src/article.ts'
import { entry, type Said } from './entries.ts'

function rowsOf(text: string, said: readonly Said[]) {
  return statementRows(text, entry({ id: 'a', text, said }).analysis)
}

describe('statementRows', () => {
  it('makes one row of each statement number, in ascending order', () => {
    const said = [
      { words: '"b"', statement: 2 },
      { words: '"a"', statement: 0 },
      { words: '"c"', statement: 2 },
    ]
    const rows = rowsOf('"a" and "b" and "c".', said)
    expect(rows.map(({ number, pieces }) => [number, pieces])).toEqual([
      [0, ['"a"']],
      [2, ['"b"', '"c"']],
    ])
  })

  it.each([
    [['indirect', 'mixed', 'direct'], 'direct'],
    [['indirect', 'mixed'], 'mixed'],
    [['indirect', 'indirect'], 'indirect'],
  ] as const)('takes the most direct kind of %j', (kinds, expected) => {
    const said = kinds.map((kind, index) => ({ words: `w${index}`, kind, statement: 0 }))
    expect(rowsOf('w0 w1 w2', said)[0]?.kind).toBe(expected)
  })

  it('names the speaker of the first piece that has one, with the confidence of that piece', () => {
    const said = [
      { words: 'w0', statement: 0, confidence: 0.2 },
      { words: 'w1', statement: 0, by: 'Ada Quell', role: 'captain', confidence: 0.7 },
      { words: 'w2', statement: 0, by: 'Bo Low', confidence: 0.9 },
    ]
    expect(rowsOf('w0 w1 w2', said)[0]?.speaker).toEqual({
      name: 'Ada Quell',
      role: 'captain',
      confidence: 0.7,
    })
  })

  it('names nobody where no piece has a speaker', () => {
    expect(rowsOf('w0', [{ words: 'w0' }])[0]).not.toHaveProperty('speaker')
  })

  it('gives every sentence that a piece reaches into as context, with the white space between', () => {
    const text = 'One. "Two.\n\nThree. Four" he said. Five.'
    const [row] = rowsOf(text, [{ words: '"Two.\n\nThree. Four"' }])
    expect(row?.context).toBe('"Two.\n\nThree. Four" he said.')
  })

  it('marks sentences left out between two pieces', () => {
    const said = [
      { words: 'One', statement: 0 },
      { words: 'Four', statement: 0 },
    ]
    expect(rowsOf('One. Two. Three. Four.', said)[0]?.context).toBe('One. … Four.')
  })

  it('makes nothing of an article without quotes', () => {
    expect(rowsOf('One. Two.', [])).toEqual([])
  })

  it('has no context where the sentence of a quote does not exist', () => {
    const quote: Quote = {
      statement: 0,
      span: { start: 0, end: 3 },
      content: { start: 0, end: 3 },
      kind: 'direct',
      confidence: 0,
      sentence: 0,
    }
    const analysis = { sentences: [], ranking: [], keywords: [], people: [], quotes: [quote] }
    expect(statementRows('One', analysis)).toEqual([
      { number: 0, kind: 'direct', pieces: ['One'], context: '' },
    ])
  })
})
