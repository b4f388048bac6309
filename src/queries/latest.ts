import type { Archive, Head, Page, Viewer, Window } from '../archive/archive.ts'
import { parseExpression } from './expression.ts'

/** What /latest was asked for. */
export interface LatestQuestion {
  readonly viewer: Viewer
  /** Expression as typed. */
  readonly about?: string
  readonly publisher?: string
}

/**
 * The newest articles, newest first.
 * @throws UserError if `about` holds nothing to look for.
 */
export async function latest(
  archive: Archive,
  question: LatestQuestion,
  window: Window,
): Promise<Page<Head>> {
  const { about, ...filter } = question
  return archive.newest(about === undefined ? filter : { ...filter, about: parseExpression(about) }, window)
}
