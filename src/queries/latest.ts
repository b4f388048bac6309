import type { Archive } from '../archive/archive.ts'
import type { Page, Window } from '../archive/article-lists.ts'
import type { StoryHead } from '../archive/stories.ts'
import type { Viewer } from '../archive/viewer.ts'
import { parseExpression } from './expression.ts'

/** What /latest was asked for. */
export interface LatestQuestion {
  readonly viewer: Viewer
  /** Expression as typed. */
  readonly about?: string
  readonly publisher?: string
}

/** Stories that are looked for at least, so that pages can be counted: as many as /latest may be asked for. */
const leastLooked = 25

/**
 * The newest articles, newest first, each story once by its best article. The total counts up to the end of what is asked
 * for, at least up to 25: how many more there are, nobody needs to know.
 * @throws UserError if `about` holds nothing to look for.
 */
export async function latest(
  archive: Archive,
  question: LatestQuestion,
  { offset, limit }: Window,
): Promise<Page<StoryHead>> {
  const { about, ...rest } = question
  const filter = about === undefined ? rest : { ...rest, about: parseExpression(about) }
  const stories = await archive.newestStories(filter, Math.max(offset + limit, leastLooked))
  return { rows: stories.slice(offset, offset + limit), total: stories.length }
}
