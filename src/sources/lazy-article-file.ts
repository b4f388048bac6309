import type { Draft } from '../article.ts'
import { endingOf } from './article-ending.ts'
import { readTextFile } from './text-file.ts'

/**
 * Reads an article file as `readArticleFile` does. What reads pages and Markdown takes 25 MB: it is loaded with the first of
 * them.
 * @throws SourceError as `readArticleFile` does
 */
export async function readArticleFileLazily(path: string, bytes: Uint8Array): Promise<Draft> {
  if (endingOf(path) === 'txt') return readTextFile(path, bytes)
  const { readArticleFile } = await import('./article-file.ts')
  return readArticleFile(path, bytes)
}
