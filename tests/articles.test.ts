import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasArticleEnding } from '../src/sources/article-ending.ts'
import { readArticleFile } from '../src/sources/article-file.ts'

const folder = new URL('../articles/', import.meta.url)
const labels = new URL('fixtures/quotes/', import.meta.url)
const names = readdirSync(folder).filter((name) => hasArticleEnding(name) && name !== 'README.md')

/** A quote found by hand: with its marks as in the text; `indirect` ones are the reported words without "that". */
interface Label {
  readonly quote: string
  readonly speaker: string | null
  readonly kind: string
}

const draftOf = (name: string) => readArticleFile(name, readFileSync(new URL(name, folder)))

describe.each(names)('articles/%s', (name) => {
  const draft = draftOf(name)

  it('has a title, a publisher and at least 100 words', () => {
    expect(draft.title).toMatch(/\S/)
    expect(draft.publisher).toMatch(/\S/)
    expect(draft.text.split(/\s+/).length).toBeGreaterThanOrEqual(100)
  })

  it('has a date and an address unless it is plain text', () => {
    if (name.endsWith('.txt')) return
    expect(new Date(draft.publishedAt ?? Number.NaN).toISOString()).toMatch(/^2026-1[01]-/)
    expect(draft.url).toMatch(/^https:\/\/[a-z]+\.example\.(?:com|org|net)\/\S+$/)
  })

  it('keeps headline, standfirst and page furniture out of the text', () => {
    expect(draft.text).not.toContain(draft.title)
    expect(draft.text).not.toMatch(/^(?:Similar Articles|News|By \p{Lu})|is a fictional broadcaster/mu)
    if (draft.standfirst !== undefined) expect(draft.text).not.toContain(draft.standfirst)
  })
})

/** Quotes are found in English texts only. */
const english = names.filter((name) => draftOf(name).language.startsWith('en'))

describe.each(english)('quotes of articles/%s', (name) => {
  const draft = draftOf(name)

  it('were labelled as the article has them', () => {
    const labelled: Label[] = JSON.parse(readFileSync(new URL(`${name}.json`, labels), 'utf8'))
    expect(labelled.length).toBeGreaterThan(0)
    for (const { quote, speaker, kind } of labelled) {
      expect(draft.text).toContain(quote)
      expect(['direct', 'mixed', 'indirect']).toContain(kind)
      // Canonical names are those of the article: one that it does not write is a slip of the labeller.
      if (speaker !== null) expect(draft.text.toLowerCase()).toContain(speaker.toLowerCase())
    }
  })

  it('are all stretches in quotation marks but those that are known to be no statement', () => {
    const labelled: Label[] = JSON.parse(readFileSync(new URL(`${name}.json`, labels), 'utf8'))
    const known = [...labelled.map(({ quote }) => quote), ...noStatements].join('\n')
    const marked = draft.text.match(/“[^“”\n]*(?:”|$)|"[^"\n]*(?:"|$)/gmu) ?? []
    expect(marked.filter((quote) => !known.includes(quote.trim()))).toEqual([])
  })
})

/** Titles of works, nicknames, names and scare quotes. */
const noStatements = [
  '"Tiger"',
  '"Salt in the Wound"',
  '“dead”',
  '“difficult”',
  '“The Salt Clock”',
  '“Eleven Grey Rooms”',
  '“Keep the Light”',
]
