import type { Draft } from '../article.ts'
import { SourceError } from '../errors.ts'
import { endingOf } from './article-ending.ts'
import { decodePage, decodeText } from './decode.ts'
import { draftOfFile } from './draft-of-file.ts'
import { readMarkdownArticle } from './markdown-article.ts'
import { readPage } from './page.ts'
import { readTextFile } from './text-file.ts'

type ReadFile = (path: string, bytes: Uint8Array) => Draft

const readPageFile: ReadFile = (path, bytes) => draftOfFile(path, bytes, () => readPage(decodePage(bytes)))

/** How each kind of file is read, by the ending of its name in lower case. */
const readers: ReadonlyMap<string, ReadFile> = new Map([
  ['txt', readTextFile],
  ['md', (path, bytes) => draftOfFile(path, bytes, () => readMarkdownArticle(decodeText(bytes)))],
  ['html', readPageFile],
  ['htm', readPageFile],
])

/**
 * Reads an article file by its ending. A file that gives no title gets one of its first sentence.
 * @param path where the file lies, for its ending and for messages
 * @throws SourceError "Cannot read article <path>: <why>" for files that are empty, binary, broken or without text
 */
export function readArticleFile(path: string, bytes: Uint8Array): Draft {
  const read = readers.get(endingOf(path))
  if (read === undefined)
    throw new SourceError(`Cannot read article ${path}: its name does not end in .txt, .md, .html or .htm`)
  return read(path, bytes)
}
