import { marked } from 'marked'
import type { Draft } from '../article.ts'
import { readFrontMatter } from './front-matter.ts'
import { type PageElement, parsePage } from './page/document.ts'
import { elementParagraphs } from './page/paragraphs.ts'
import { joinParagraphs, oneLine, titleOf } from './plain-text.ts'

/**
 * Reads a Markdown article with or without YAML front matter. The body becomes plain paragraphs: markup is
 * dropped down to its words. The title is the front matter's, else the heading that opens the body
 * or the first of level 1, else the first sentence. `text` is empty when there is no body.
 * @throws Error that names the line where the front matter is broken
 */
export function readMarkdownArticle(file: string): Draft {
  const { fields, body } = readFrontMatter(file)
  const page = parsePage(`<html><body>${toHtml(body)}</body></html>`)
  const heading = titleHeading(page.body, fields.title)
  heading?.remove()
  const text = page.body === null ? '' : joinParagraphs(elementParagraphs(page.body))
  const title = fields.title ?? (heading === undefined ? titleOf(text) : oneLine(heading.textContent))
  return { publisher: '', language: 'en', ...fields, title, text }
}

/** Levels of lists and quotations that Markdown may nest, told by their marks; the parser's time grows with their cube. */
const maxMarkdownNesting = 40

function toHtml(body: string): string {
  const tooDeep = body.split('\n').some((line) => {
    const indent = /^(?:[\s>]|[-*+] )*/.exec(line)?.[0] ?? ''
    return indent.length > 2 * maxMarkdownNesting && line.length > indent.length
  })
  if (tooDeep) throw new Error(`its lists or quotations are nested too deep (over ${maxMarkdownNesting})`)
  return marked.parse(body, { async: false, gfm: true })
}

/** The heading that is the article's title: without a `title`, the opening one; with it, the one that repeats it. */
function titleHeading(body: PageElement | null, title: string | undefined): PageElement | undefined {
  const opening = [...(body?.querySelectorAll('*') ?? [])][0]
  const isHeading = opening !== undefined && /^h[1-6]$/.test(opening.localName)
  const candidate = isHeading ? opening : (body?.querySelector('h1') ?? undefined)
  if (title === undefined || candidate === undefined) return candidate
  return oneLine(candidate.textContent) === title ? candidate : undefined
}
