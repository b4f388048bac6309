import type { Draft } from '../article.ts'
import { decodeText } from './decode.ts'
import { draftOfFile } from './draft-of-file.ts'
import { readTextArticle } from './text-article.ts'

/** As `readArticleFile` for a file of plain text, whatever its name ends in. */
export function readTextFile(path: string, bytes: Uint8Array): Draft {
  return draftOfFile(path, bytes, () => ({ language: 'en', ...readTextArticle(decodeText(bytes)) }))
}
