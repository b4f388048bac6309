import { readFileSync } from 'node:fs'
import type { Draft } from '../../../src/article.ts'

/** An article and the story to which it belongs by hand. */
export interface Labelled {
  readonly story: string
  /** Who wrote the text: alike for copies of one. */
  readonly original: string
  readonly draft: Draft & { readonly publishedAt: number }
}

const copied = /^@copy (.+) -(\d)$/
const file = new URL('../../fixtures/stories/labelled.txt', import.meta.url)

/**
 * Invented articles of invented events, labelled by hand, in the order in which they arrive. Each begins with "=== story |
 * time | publisher" and its headline; "@copy story/publisher -n" is that publisher's text without its last n paragraphs.
 */
export function labelledStories(): readonly Labelled[] {
  const texts = new Map<string, string>()
  const articles = readFileSync(file, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((block) => readBlock(block, texts))
  return articles.sort((a, b) => a.draft.publishedAt - b.draft.publishedAt)
}

function readBlock(block: string, texts: Map<string, string>): Labelled {
  const [head = '', title = '', ...lines] = block.trimEnd().split('\n')
  const [story = '', at = '', publisher = ''] = head.split(' | ')
  const body = lines.join('\n')
  const text = textOf(body, texts)
  const name = `${story}/${publisher}`
  texts.set(name, text)
  const publishedAt = Date.parse(`${at}Z`)
  if (Number.isNaN(publishedAt) || text === '') throw new Error(`Cannot read the labelled article ${head}`)
  return {
    story,
    original: copied.exec(body)?.[1] ?? name,
    draft: { title, publisher, publishedAt, text, language: 'en' },
  }
}

function textOf(body: string, texts: ReadonlyMap<string, string>): string {
  const copy = copied.exec(body)
  if (!copy) return body
  const paragraphs = texts.get(copy[1] ?? '')?.split('\n\n') ?? []
  return paragraphs.slice(0, paragraphs.length - Number(copy[2])).join('\n\n')
}
