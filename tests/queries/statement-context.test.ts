import { describe, expect, it } from 'vitest'
import { statementContext } from '../../src/queries/statement-context.ts'
import { entry, type Written } from '../archive/entries.ts'

function stored(written: Partial<Written>) {
  const { article, analysis } = entry({ id: 'a', ...written })
  return { article, analysis }
}

const text = [
  'It rained.',
  '"We stay," said Ada Quell. "All of us.',
  '"And nobody leaves," she said.',
  'Then it was dark.',
].join('\n\n')
const pieces = ['"We stay,"', '"All of us.', '"And nobody leaves,"'].map((words) => ({
  words,
  by: 'Ada Quell',
  statement: 0,
}))

describe('statementContext', () => {
  it('gives the paragraphs of a statement with its words marked, and those around', () => {
    const context = statementContext(stored({ text, said: pieces }), 0)
    expect(context).toMatchObject({ before: 'It rained.', after: 'Then it was dark.' })
    const marked = context.paragraphs.map(({ text: words, marks }) =>
      marks.map(({ start, end }) => words.slice(start, end)),
    )
    expect(marked).toEqual([['"We stay,"', '"All of us.'], ['"And nobody leaves,"']])
  })

  it('has nothing before the first and after the last paragraph', () => {
    const said = [{ words: '"We stay,"', by: 'Ada Quell' }]
    const context = statementContext(stored({ text: '"We stay," said Ada Quell.', said }), 0)
    expect('before' in context || 'after' in context).toBe(false)
    expect(context.paragraphs).toEqual([
      { text: '"We stay," said Ada Quell.', marks: [{ start: 0, end: 10 }] },
    ])
  })

  it('marks each part of a quote that goes over paragraphs', () => {
    const said = [{ words: 'One.\n\nTwo.', by: 'Ada Quell' }]
    const { paragraphs } = statementContext(stored({ text: 'So: One.\n\nTwo. End.', said }), 0)
    expect(
      paragraphs.map(({ text: words, marks }) => marks.map(({ start, end }) => words.slice(start, end))),
    ).toEqual([['One.'], ['Two.']])
  })

  it('refuses a number that the article no longer has', () => {
    expect(() => statementContext(stored({ text, said: pieces }), 7)).toThrow(
      'the statement is no longer in it',
    )
    expect(() => statementContext(stored({ text, said: pieces }), Number.NaN)).toThrow('no longer')
  })
})
