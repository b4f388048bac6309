import type { Draft } from '../article.ts'
import { SourceError } from '../errors.ts'
import { troubles } from '../troubles.ts'

/**
 * What `read` makes of a file's bytes.
 * @param path where the file lies, for messages
 * @throws SourceError "Cannot read article <path>: <why>" for a file that is empty or without text, and for whatever `read`
 * throws
 */
export function draftOfFile(path: string, bytes: Uint8Array, read: () => Draft): Draft {
  try {
    if (bytes.length === 0) throw new Error('the file is empty')
    const draft = read()
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
