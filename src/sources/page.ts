import type { Draft } from '../article.ts'
import { SourceError } from '../errors.ts'
import { showUrl } from './http/show-url.ts'
import { bareWords } from './page/bare-words.ts'
import { withoutBoilerplate } from './page/boilerplate.ts'
import { parsePage } from './page/document.ts'
import { mainText } from './page/main-text.ts'
import { pageMetadata } from './page/metadata.ts'
import { withoutHead } from './page/opening.ts'
import { pageSigns, refusalOf } from './page/refusal.ts'
import { joinParagraphs, titleOf } from './plain-text.ts'

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
  // Reading the text takes the page apart: all else must be read before.
  const { body, isArticle = false, isLocked = false, ...given } = pageMetadata(page, url)
  const signs = pageSigns(page)
  const main = mainText(page, body)
  const found = withoutBoilerplate(withoutHead(main, given), given.author)
  const refusal = refusalOf(signs, { main, found }, { url, isArticle, isLocked })
  if (refusal !== undefined) throw new Error(refusal)
  const text = joinParagraphs(found.map((paragraph) => paragraph.text))
  const { standfirst, ...said } = given
  return {
    publisher: '',
    language: 'en',
    ...said,
    ...(standfirst === undefined || repeats(standfirst, text) ? {} : { standfirst }),
    title: given.title ?? titleOf(text),
    text,
  }
}

/** Characters of the text's beginning that a description may be taken from. */
const beginning = 3000

/** And of a description that must be found there. */
const telling = 50

/** A description that is only the beginning of the article, cut off or with something before it, is no standfirst. */
function repeats(standfirst: string, text: string): boolean {
  const [words, start] = [bareWords(standfirst), bareWords(text.slice(0, beginning))]
  return words.length < telling
    ? start.startsWith(words)
    : [words.slice(0, telling), words.slice(-telling)].some((part) => start.includes(part))
}
