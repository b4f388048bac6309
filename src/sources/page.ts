import { Readability } from '@mozilla/readability'
import type { Draft } from '../article.ts'
import { SourceError } from '../errors.ts'
import { showUrl } from './http/show-url.ts'
import { type PageDocument, type PageElement, parsePage } from './page-document.ts'
import { nameOnly, pageMetadata } from './page-metadata.ts'
import { elementParagraphs } from './page-text.ts'
import { joinParagraphs, oneLine, titleOf } from './plain-text.ts'

/** Furniture that Readability may leave within the text. Captions and credits belong to pictures that are not shown. */
const furniture = 'figure, figcaption, picture, img, aside, nav, footer, [role="complementary"]'

/**
 * Reads the article out of a web page: its text as plain paragraphs, and what its metadata says of it.
 * @param url where the page was found; relative links are resolved against it
 * @throws SourceError for a page without article text, and for one too large or nested too deep to read
 */
export function readPage(html: string, url?: string): Draft {
  try {
    return draftOf(html, url)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SourceError(`Cannot read page${url === undefined ? '' : ` ${showUrl(url)}`}: ${reason}`, {
      cause: error,
    })
  }
}

function draftOf(html: string, url: string | undefined): Draft {
  const page = parsePage(html)
  // Readability takes the page apart: what the metadata says must be read before.
  const metadata = pageMetadata(page, url)
  const { title, author, content } = readable(page)
  const given: Partial<Draft> = title === undefined ? metadata : { title, ...metadata }
  const paragraphs = content === undefined ? [] : bodyOf(content, given)
  const text = joinParagraphs(paragraphs)
  if (text === '') throw new Error('it has no article text')
  const { standfirst, ...said } = given
  return {
    publisher: '',
    language: 'en',
    ...(author === undefined ? {} : { author }),
    ...said,
    ...(standfirst === undefined || repeats(standfirst, text) ? {} : { standfirst }),
    title: given.title ?? titleOf(text),
    text,
  }
}

interface Readable {
  readonly title: string | undefined
  readonly author: string | undefined
  readonly content: PageElement | undefined
}

function readable(page: PageDocument): Readable {
  const reader = new Readability<unknown>(page as never, { serializer: (node) => node, charThreshold: 250 })
  const found = reader.parse()
  const author = nameOnly(oneLine(found?.byline ?? '')) ?? ''
  return {
    title: oneLine(found?.title ?? '') || undefined,
    author: author !== '' && author.length <= 80 ? author : undefined,
    content: (found?.content ?? undefined) as PageElement | undefined,
  }
}

/** The paragraphs of the article without furniture, and without the headline, byline, publisher and date above it. */
function bodyOf(content: PageElement, metadata: Partial<Draft>): readonly string[] {
  for (const element of [...content.querySelectorAll(furniture)]) element.remove()
  const paragraphs = elementParagraphs(content)
  const times = [...content.querySelectorAll('time')].map((time) => oneLine(time.textContent))
  const { title, publisher, author } = metadata
  const head = new Set([title, publisher, author, author && `By ${author}`, ...times])
  const first = paragraphs.findIndex((paragraph) => !head.has(paragraph))
  return first < 0 ? [] : paragraphs.slice(first)
}

/** A description that is only the beginning of the article is no standfirst. */
function repeats(standfirst: string, text: string): boolean {
  const start = standfirst.replace(/[\s.…]+$/, '')
  return text.replaceAll('\n\n', ' ').startsWith(start)
}
