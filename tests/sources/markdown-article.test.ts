import { describe, expect, it } from 'vitest'
import { readMarkdownArticle } from '../../src/sources/markdown-article.ts'

describe('readMarkdownArticle', () => {
  it('reads front matter and body', () => {
    const file = [
      '---',
      'title: "Ferry returns: at last"',
      'publisher: Harrow Quay Courier',
      'url: https://courier.example.com/ferry',
      'author: [Zoë O’Hara, Nguyễn Văn An]',
      'published: 2026-10-12T08:30:00+02:00',
      'standfirst: It sails again.',
      'language: en-GB',
      'tags: [ferry]',
      '---',
      '',
      'The first boat left at dawn.',
    ].join('\n')
    expect(readMarkdownArticle(file)).toEqual({
      title: 'Ferry returns: at last',
      publisher: 'Harrow Quay Courier',
      url: 'https://courier.example.com/ferry',
      author: 'Zoë O’Hara, Nguyễn Văn An',
      publishedAt: Date.UTC(2026, 9, 12, 6, 30),
      standfirst: 'It sails again.',
      language: 'en-GB',
      text: 'The first boat left at dawn.',
    })
  })

  it('takes a date for its midnight in UTC', () => {
    expect(readMarkdownArticle('---\npublished: 2026-10-12\n---\nWords.').publishedAt).toBe(
      Date.UTC(2026, 9, 12),
    )
  })

  it('takes the first heading for the title where front matter has none', () => {
    expect(readMarkdownArticle('# Ferry *returns*\n\nIt left.\n\n## Later\n\nIt came.')).toEqual({
      title: 'Ferry returns',
      publisher: '',
      language: 'en',
      text: 'It left.\n\nLater\n\nIt came.',
    })
  })

  it('does not repeat the title in the text', () => {
    expect(readMarkdownArticle('---\ntitle: Ferry returns\n---\n# Ferry returns\n\nIt left.').text).toBe(
      'It left.',
    )
  })

  it('makes a title of the first sentence where there is no heading', () => {
    expect(readMarkdownArticle('The ferry left at dawn. It was cold.').title).toBe('The ferry left at dawn')
  })

  it('drops markup down to its words', () => {
    const file = [
      'A [link](https://example.com), **strong** and _weak_ words, `code` & an&nbsp;entity.',
      'The same paragraph.',
      '',
      '> “Quoted,” he said.',
      '',
      '* one',
      '* two',
      '',
      '![A boat](boat.jpg)',
      '',
      '<!-- hidden --><span>Plain</span> words',
      '',
      '| a | b |',
      '| - | - |',
      '| c | d |',
    ].join('\n')
    expect(readMarkdownArticle(file).text.split('\n\n')).toEqual([
      'A link, strong and weak words, code & an entity. The same paragraph.',
      '“Quoted,” he said.',
      'one',
      'two',
      'A boat',
      'Plain words',
      'a',
      'b',
      'c',
      'd',
    ])
  })

  it.each([
    ['title: "open', 'front matter, line 3: Missing closing "quote'],
    ['title: Fine\npublished: tomorrow', 'front matter, line 3: published must be a date such as 2026-10-12'],
    [
      'title: Fine\npublished: 2026-02-30',
      'front matter, line 3: published must be a date such as 2026-10-12',
    ],
    ['url: ftp://example.com/x', 'front matter, line 2: url must be an http or https address'],
    ['title: [a, b]', 'front matter, line 2: title must be text'],
    ['language: "no language"', 'front matter, line 2: language must be a language tag'],
    ['- a\n- b', 'front matter, line 2: expected lines "name: value"'],
  ])('names the line of broken front matter: %s', (yaml, message) => {
    expect(() => readMarkdownArticle(`---\n${yaml}\n---\nWords.`)).toThrow(message)
  })

  it('refuses front matter that is never closed', () => {
    expect(() => readMarkdownArticle('---\ntitle: x\n\nWords.')).toThrow('is never closed')
  })

  it('takes a rule at the top of a later paragraph for a rule', () => {
    expect(readMarkdownArticle('Words.\n\n---\n\nMore.').text).toBe('Words.\n\nMore.')
  })

  it.each([
    ['quotations', `${'>'.repeat(5000)} a`],
    ['lists', `${'- '.repeat(5000)}a`],
  ])('refuses deeply nested %s', (_name, body) => {
    expect(() => readMarkdownArticle(body)).toThrow('nested too deep')
  })
})
