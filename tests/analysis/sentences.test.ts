import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSentences } from '../../src/analysis/sentences.ts'

const split = (text: string) => findSentences(text).map(({ start, end }) => text.slice(start, end))

describe('findSentences', () => {
  it('ends a sentence at its full stop and at the end of the text', () => {
    expect(split('Rates fell. Banks cheered')).toEqual(['Rates fell.', 'Banks cheered'])
  })

  it('never crosses a paragraph break, even without a full stop', () => {
    expect(split('A heading\n\nThe story.\n \nMore')).toEqual(['A heading', 'The story.', 'More'])
  })

  it.each([
    ['The U.S. Senate voted on Monday.'],
    ['Dr. Jane K. Doe met Gov. Lee at St. Mary.'],
    ['The office at No. 10 opened.'],
    ['It cost $4.5m on Jan. 5 at 9.30 p.m. ET in Paris.'],
    ['"Really?" she asked.'],
    ['"Really?" Jane Doe asked.'],
    ['Yahoo! said so.'],
    ['He sold Acme Inc. Chairman Lee said.'],
    ['See www.Example.com/?Id=7 for more.'],
    ['She was born in 1971. [1]'],
    ['4. Discussion'],
    ['It rained all day ... and all night.'],
  ])('keeps %j whole', (text) => {
    expect(split(text)).toEqual([text])
  })

  it.each([
    ['They left the U.S. The rest stayed.', ['They left the U.S.', 'The rest stayed.']],
    ['We met at 9 a.m. Talks went on.', ['We met at 9 a.m.', 'Talks went on.']],
    ['He bought cups, plates, etc. Lunch was late.', ['He bought cups, plates, etc.', 'Lunch was late.']],
    ['"We won!" He wept.', ['"We won!"', 'He wept.']],
    ['"We won." (Nobody had.) Then rain fell.', ['"We won."', '(Nobody had.)', 'Then rain fell.']],
    ['"It is over," he said.The crowd left.', ['"It is over," he said.', 'The crowd left.']],
    ['He was born in 1971. [1] She came later.', ['He was born in 1971. [1]', 'She came later.']],
    ['Rain fell. " Later it snowed.', ['Rain fell. "', 'Later it snowed.']],
    ['The year has days. (picture: Jane Doe)', ['The year has days.', '(picture: Jane Doe)']],
  ])('splits %j', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  it.each([
    ['(CNN)Dogs bark.', ['(CNN)', 'Dogs bark.']],
    ['LIMA, Peru (Reuters) - Dogs bark.', ['LIMA, Peru (Reuters) -', 'Dogs bark.']],
    ['LIMA, Peru -- Dogs bark.', ['LIMA, Peru --', 'Dogs bark.']],
    ['ST. LUCY, Peru (CNN)  -- Dogs bark.', ['ST. LUCY, Peru (CNN)  --', 'Dogs bark.']],
    ['(The Lowmere Post)"Dogs" bark.', ['(The Lowmere Post)', '"Dogs" bark.']],
    ['NEW LIMA, Dec. 22 (UPI) — Dogs bark.', ['NEW LIMA, Dec. 22 (UPI) —', 'Dogs bark.']],
    ['-- Dogs bark.', ['Dogs bark.']],
  ])('takes the dateline off %j', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  it('reads on over line breaks that only wrap a paragraph', () => {
    const text = 'The council voted on Monday to close the old iron bridge to all\nTraffic from the north.'
    expect(split(text)).toEqual([text])
  })

  it('takes a short line as a unit of its own', () => {
    expect(split('Talks resume\nThe envoys met.')).toEqual(['Talks resume', 'The envoys met.'])
  })

  it('finds nothing in white space', () => {
    expect(findSentences(' \n\n\t ')).toEqual([])
  })

  it('gives trimmed spans in order, without overlap, that hold all that is written', () => {
    const piece = fc.constantFrom(
      'A',
      'b.',
      ' ',
      '\n',
      '\n\n',
      '"',
      '”',
      '(',
      ')',
      '[1]',
      '?',
      '!',
      '…',
      '-',
      'U.S.',
      'The ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          let last = 0
          for (const { start, end } of findSentences(text)) {
            expect(text.slice(last, start)).toMatch(/^[\s\-–—]*$/)
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
            expect(start).toBeLessThan(end)
            expect(text.slice(start, end)).not.toContain('\n\n')
            last = end
          }
          expect(text.slice(last).trim()).toBe('')
        },
      ),
    )
  })

  it.each([
    ['no spaces', 1, 'a'.repeat(1_000_000)],
    ['glued sentences', 110_001, 'said.The '.repeat(110_000)],
    ['open brackets', 160_000, 'abc. ('.repeat(160_000)],
    ['abbreviations', 1, 'U.S. '.repeat(200_000)],
    ['single line breaks', 1, 'a\n'.repeat(500_000)],
    ['quotation marks', 1, '"'.repeat(1_000_000)],
  ])('reads a megabyte of %s', (_name, sentences, text) => {
    expect(findSentences(text)).toHaveLength(sentences)
  })
})
