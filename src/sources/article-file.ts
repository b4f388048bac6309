import type { Draft } from '../article.ts'
import { SourceError } from '../errors.ts'
import { troubles } from '../troubles.ts'
import { endingOf } from './article-ending.ts'
import { decodePage, decodeText } from './decode.ts'
import { readMarkdownArticle } from './markdown-article.ts'
import { readPage } from './page.ts'
import { readTextArticle } from './text-article.ts'

/** How each kind of file is read, by the ending of its name in lower case. */
const readers: ReadonlyMap<string, (bytes: Uint8Array) => Draft> = new Map([
  ['txt', (bytes: Uint8Array): Draft => ({ language: 'en', ...readTextArticle(decodeText(bytes)) })],
  ['md', (bytes: Uint8Array): Draft => readMarkdownArticle(decodeText(bytes))],
  ['html', (bytes: Uint8Array): Draft => readPage(decodePage(bytes))],
  ['htm', (bytes: Uint8Array): Draft => readPage(decodePage(bytes))],
])

/**
 * Reads an article file by its ending. A file that gives no title gets one of its first sentence.
 * @param path where the file lies, for its ending and for messages
 * @throws SourceError "Cannot read article <path>: <why>" for files that are empty, binary, broken or without text
 */
export function readArticleFile(path: string, bytes: Uint8Array): Draft {
  try {
    const read = readers.get(endingOf(path))
    if (read === undefined) throw new Error('its name does not end in .txt, .md, .html or .htm')
    if (bytes.length === 0) throw new Error('the file is empty')
    const draft = read(bytes)
    if (draft.text === '') throw new Error(troubles.noText)
    return draft
  } catch (error) {
    throw new SourceError(`Cannot read article ${path}: ${reasonOf(error)}`, { cause: error })
  }
}

/** The page reader names the page in its own message; here the file is named, and only its reason is wanted. */
function reasonOf(error: unknown): string {
  const inner = error instanceof SourceError ? error.cause : error
  return inner instanceof Error ? inner.message : String(inner)
}
