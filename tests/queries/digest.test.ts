import { describe, expect, it } from 'vitest'
import type { StoredArticle } from '../../src/archive/article-lists.ts'
import { digestOf } from '../../src/queries/digest.ts'

function stored(id: string, text: string, speakers: readonly string[] = []): StoredArticle {
  const span = { start: 0, end: text.length }
  const quotes = speakers.map((name, statement) => ({
    statement,
    span,
    content: span,
    kind: 'direct' as const,
    speaker: { name, as: span },
    confidence: 0.9,
    sentence: 0,
  }))
  return {
    article: { id, title: id, publisher: id, publishedAt: 0, firstSeenAt: 0, text, language: 'en' },
    analysis: { sentences: [span], ranking: [0], keywords: [], people: peopleOf(speakers), quotes },
  }
}

/** Whoever is described only begins with a small letter. */
function peopleOf(speakers: readonly string[]) {
  const names = [...new Set(speakers)].filter((name) => name !== name.toLowerCase())
  return names.map((name) => ({ name, aliases: [name], mentions: 1 }))
}

describe('digestOf', () => {
  it('puts a story on one line, by its fullest article, where its first one came', () => {
    const articles = [
      stored('a', 'Short words.'),
      stored('b', 'Alone.'),
      stored('c', 'Many more words than before.'),
    ]
    const { articles: count, lines } = digestOf(
      articles,
      new Map([
        ['a', 1],
        ['c', 1],
      ]),
    )
    expect(count).toBe(3)
    expect(lines.map(({ head, others }) => [head.id, others.map(({ id }) => id)])).toEqual([
      ['c', ['a']],
      ['b', []],
    ])
    expect(lines[0]?.head.gist).toBe('Many more words than before.')
  })

  it('names who is quoted by name more than once, most first', () => {
    const articles = [
      stored('a', 'Words.', ['Ilse', 'Tomas', 'Once', 'the premier', 'the premier']),
      stored('b', 'Words.', ['Tomas', 'Ilse', 'Tomas']),
    ]
    expect(digestOf(articles, new Map()).people).toEqual([
      { name: 'Tomas', statements: 3 },
      { name: 'Ilse', statements: 2 },
    ])
  })

  it('gives what was withdrawn a line of its own, and leaves out whom it quotes', () => {
    const gone = { id: 'b', title: 'b', publisher: 'b', publishedAt: 0, firstSeenAt: 0, withdrawnAt: 9 }
    const digest = digestOf(
      [stored('a', 'Words.', ['Ilse', 'Ilse']), gone, stored('c', 'More words.')],
      new Map([
        ['a', 1],
        ['c', 1],
      ]),
    )
    expect(digest.articles).toBe(3)
    expect(digest.lines.map(({ head, others }) => [head.id, head.withdrawnAt, others.length])).toEqual([
      ['c', undefined, 1],
      ['b', 9, 0],
    ])
    expect(digest.people).toEqual([{ name: 'Ilse', statements: 2 }])
  })
})
