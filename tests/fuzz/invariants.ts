import { expect } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import type { Draft, Span } from '../../src/article.ts'
import type { Feed } from '../../src/sources/feed.ts'

/** What must be so of every article that was read, and of what is found in it. */
export function checkDraft(draft: Draft): void {
  const { title, publisher, text, publishedAt } = draft
  for (const line of [title, publisher]) expect(line).toBe(line.trim())
  expect(title).not.toMatch(/[\n\r]/)
  expect(text).toBe(text.trim())
  checkNumber(publishedAt)
  const { sentences, ranking, quotes, keywords } = analyse(draft)
  checkOrder(sentences, text)
  expect(new Set(ranking).size).toBe(ranking.length)
  expect(ranking.every((index) => index < sentences.length)).toBe(true)
  for (const { span, content, speaker, confidence } of quotes) {
    checkWithin(span, text)
    checkWithin(content, text)
    if (speaker !== undefined) checkWithin(speaker.as, text)
    expect(confidence >= 0 && confidence <= 1).toBe(true)
  }
  for (const { weight } of keywords) checkNumber(weight)
}

/** What must be so of every feed that was read. */
export function checkFeed({ entries }: Feed): void {
  expect(entries.length).toBeLessThanOrEqual(1_000)
  for (const { title, link, publishedAt, updatedAt } of entries) {
    expect(title).not.toMatch(/[\n\r]/)
    expect(link ?? 'https://').toMatch(/^https?:\/\//)
    checkNumber(publishedAt)
    checkNumber(updatedAt)
  }
}

/** A number is one that can be reckoned with, if there is one. */
export function checkNumber(value: number | undefined): void {
  if (value !== undefined) expect(Number.isFinite(value)).toBe(true)
}

/** Within the text, in order, none reaching into the next, none empty or with white space at its ends. */
function checkOrder(spans: readonly Span[], text: string): void {
  let last = 0
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(last)
    checkWithin(span, text)
    const words = text.slice(span.start, span.end)
    expect(words).toBe(words.trim())
    last = span.end
  }
}

function checkWithin({ start, end }: Span, text: string): void {
  expect(start).toBeGreaterThanOrEqual(0)
  expect(end).toBeGreaterThan(start)
  expect(end).toBeLessThanOrEqual(text.length)
}
