import { describe, expect, it } from 'vitest'
import { renderMarkdown, renderText } from '../../src/cli/render-text.ts'
import { button, card, divider, linkButton, menu, row, text } from '../../src/discord/cards/card.ts'

describe('renderMarkdown', () => {
  it.each([
    ['**bold** and *slanted*', 'bold and slanted'],
    ['[A \\[b\\]](https://example.org/a)', 'A [b] (https://example.org/a)'],
    ['said so [↗](https://example.org/a#:~:text=so)', 'said so '],
    ['> [“so”](https://example.org/a#:~:text=so)', '> “so”'],
    ['at <t:1767225600:R>', 'at 2026-01-01 00:00 UTC'],
    ['in <#123>, for <@&45>', 'in #123, for @45'],
    ['\\*not bold\\*', '*not bold*'],
    ['### Head\n-# small', 'Head\nsmall'],
  ])('writes %s plainly', (markdown, expected) => {
    expect(renderMarkdown(markdown, { colour: false })).toBe(expected)
  })

  it('calls channels and roles by the names it is given', () => {
    const nameOf = (id: string) => (id === '123' ? 'news' : undefined)
    expect(renderMarkdown('in <#123>, for <@&45>', { colour: false, nameOf })).toBe('in #news, for @45')
  })

  it('shows headings bold and small lines dim where the terminal can', () => {
    expect(renderMarkdown('### Head\n-# small', { colour: true })).toBe(
      '\x1b[1mHead\x1b[22m\n\x1b[2msmall\x1b[22m',
    )
  })
})

describe('renderText', () => {
  it('writes a whole card from top to bottom, without what cannot be pressed', () => {
    const { components } = card(
      text('### News'),
      divider(),
      text('**One**'),
      menu('id', 'Read…', [{ label: 'One', value: '1' }]),
      row(
        button('‹ Back', 'back', { disabled: true }),
        button('Next ›', 'next'),
        ...linkButton('Article', 'https://example.org/'),
      ),
    )
    expect(renderText(components)).toBe('News\n\nOne\n[Next ›]  [Article] https://example.org/')
  })

  it('passes over what it does not know', () => {
    expect(renderText([{ type: 99 }, { type: 10, content: 'x' }])).toBe('x')
  })
})
