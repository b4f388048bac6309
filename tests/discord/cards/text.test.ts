import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../src/cli/render-text.ts'
import { clip, clipPlain, escapeText, link, moment, safeUrl } from '../../../src/discord/cards/text.ts'

describe('escapeText', () => {
  it('takes the meaning from everything that formats, mentions or links', () => {
    expect(escapeText('*b* _i_ ~s~ `c` |s| <@1> @everyone [x](y) #t http://a')).toBe(
      '\\*b\\* \\_i\\_ \\~s\\~ \\`c\\` \\|s\\| \\<\\@1\\> \\@everyone \\[x\\]\\(y\\) \\#t http\\://a',
    )
  })

  it('keeps a list mark at the start of a line from making a list', () => {
    expect(escapeText('- one')).toBe('\\- one')
    expect(escapeText('1. one')).toBe('1\\. one')
    expect(escapeText('a - b')).toBe('a - b')
  })

  it('makes one line of several and drops what would turn the direction of the card', () => {
    expect(escapeText('a\n\n# b\u202Ec\u2066')).toBe('a \\# bc')
  })

  it('shows in the end what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const flat = text.replace(/\s+/g, ' ').trim()
        return renderMarkdown(escapeText(flat), { colour: false }) === flat
      }),
    )
  })
})

describe('clip', () => {
  it('leaves a text that fits as it is', () => {
    expect(clip('A headline', 10)).toBe('A headline')
  })

  it('cuts at a word and says so', () => {
    expect(clip('A long headline', 8)).toBe('A long…')
  })

  it('cuts within a word that is longer than the rest', () => {
    expect(clip('Donaudampfschifffahrt', 6)).toBe('Donau…')
  })

  it('counts what escaping adds', () => {
    expect(clip('*****', 6)).toBe('\\*\\*…')
  })

  it('never cuts within a character as readers see it, nor gives more than the limit', () => {
    const unit = fc.constantFrom('a', ' ', '👨‍👩‍👧', '🇩🇪', 'e\u0301', '*', 'ש', '\u0000')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), fc.integer({ min: 2, max: 40 }), (text, limit) => {
        const clipped = clip(text, limit)
        expect(clipped.length).toBeLessThanOrEqual(limit)
        expect(clipped.isWellFormed()).toBe(true)
        expect(clipped).not.toMatch(/\u200d…/u)
      }),
    )
  })

  it('finds what is visible behind a flood of what is not', () => {
    expect(clip(`${'\u202e'.repeat(3000)}${' '.repeat(3000)}Harbour\u200b opens`, 20)).toBe('Harbour opens')
  })

  it('takes a text of millions of characters', () => {
    expect(clip('word '.repeat(1_000_000), 20)).toBe('word word word…')
  })
})

describe('clipPlain', () => {
  it('escapes nothing', () => {
    expect(clipPlain('*a* b', 10)).toBe('*a* b')
  })
})

describe('safeUrl', () => {
  it('keeps parentheses from ending the link', () => {
    expect(safeUrl('https://example.org/a_(b)')).toBe('https://example.org/a_%28b%29')
  })

  it.each(['javascript:alert(1)', 'no address', `https://example.org/${'a'.repeat(400)}`])(
    'refuses %s',
    (url) => {
      expect(safeUrl(url)).toBeUndefined()
    },
  )
})

describe('link', () => {
  it('gives the label alone where there is no address to open', () => {
    expect(link('label', undefined)).toBe('label')
    expect(link('label', 'data:,x')).toBe('label')
    expect(link('label', 'https://example.org/')).toBe('[label](https://example.org/)')
  })
})

describe('moment', () => {
  it('gives whole seconds', () => {
    expect(moment(1999, 'R')).toBe('<t:1:R>')
  })
})
