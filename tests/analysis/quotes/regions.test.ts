import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findParagraphs } from '../../../src/analysis/quotes/paragraphs.ts'
import { findRegions } from '../../../src/analysis/quotes/regions.ts'

const contents = (text: string) =>
  findRegions(text, findParagraphs(text)).map(({ content }) => text.slice(content.start, content.end))

describe('findRegions', () => {
  it.each([
    ['curly', '“We sailed at dawn,” she said.'],
    ['straight', '"We sailed at dawn," she said.'],
    ['two apostrophes', "''We sailed at dawn,'' she said."],
    ['TeX', "``We sailed at dawn,'' she said."],
    ['single curly', '‘We sailed at dawn,’ she said.'],
    ['single straight', "'We sailed at dawn,' she said."],
    ['guillemets', '«We sailed at dawn,» she said.'],
    ['German guillemets', '»We sailed at dawn,« she said.'],
    ['German', '„We sailed at dawn,“ she said.'],
  ])('reads %s marks', (_, text) => {
    expect(contents(text)).toEqual(['We sailed at dawn,'])
  })

  it('takes apostrophes, feet and inches for no marks', () => {
    expect(
      contents("The sailors' boat isn't Ann's; it's 6'2\" wide and from the '90s, rock 'n' roll."),
    ).toEqual([])
  })

  it('keeps apostrophes inside single-quoted speech', () => {
    expect(contents("'The crew's mood isn't good, the sailors' pay is late,' he said.")).toEqual([
      "The crew's mood isn't good, the sailors' pay is late,",
    ])
  })

  it('gives only the outer one of nested quotes', () => {
    expect(contents('“He told me ‘never again’ and left,” she said.')).toEqual([
      'He told me ‘never again’ and left,',
    ])
    expect(contents('"He told me \'never again\' and left," she said.')).toEqual([
      "He told me 'never again' and left,",
    ])
    expect(contents("''He told me 'never again,''' she said.")).toEqual(["He told me 'never again,'"])
  })

  it('lets a stray mark harm only its own paragraph', () => {
    expect(contents('The 12" board broke.\n\n"We will fix it," he said.')).toEqual(['We will fix it,'])
    expect(contents('It was a stray " mark.\n\nLater: "We will fix it," he said. "Soon."')).toEqual([
      'We will fix it,',
      'Soon.',
    ])
  })

  it('reads a nickname as a region of its own', () => {
    expect(contents('Tom "Red" Doe said: "We sail at dawn."')).toEqual(['Red', 'We sail at dawn.'])
  })

  it('marks a quote that stays open at the end of its paragraph', () => {
    const text = '“We sail at dawn.\n\n“The wind is fair,” she said.'
    expect(findRegions(text, findParagraphs(text)).map(({ open }) => open)).toEqual([true, false])
  })

  it('gives ordered regions that slice back, whatever the text', () => {
    const piece = fc.constantFrom(
      '"',
      '“',
      '”',
      "'",
      "''",
      '‘',
      '’',
      '«',
      '»',
      '„',
      ' ',
      '. ',
      '\n\n',
      'word',
      'A',
      ',',
      '5',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const region of findRegions(text, findParagraphs(text))) {
          expect(region.start).toBeGreaterThanOrEqual(end)
          expect(region.content.start).toBeGreaterThan(region.start)
          expect(region.content.end).toBeLessThanOrEqual(region.end)
          expect(text.slice(region.content.start, region.content.end).trim()).not.toBe('')
          end = region.end
        }
      }),
    )
  })
})
