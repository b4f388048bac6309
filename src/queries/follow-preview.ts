import { setImmediate } from 'node:timers/promises'
import type { Archive } from '../archive/archive.ts'
import type { Head, StoredArticle } from '../archive/article-lists.ts'
import type { Follow } from '../archive/follows.ts'
import type { Viewer } from '../archive/viewer.ts'
import { headOf } from './head-of.ts'
import { indexTerms } from './index-terms.ts'
import { type ExplainedCheck, explainFollow } from './why.ts'

/** How far back a follow is tried. */
export const previewMs = 7 * 24 * 3_600_000
/** Most articles that are tried, and how many are read at once: whoever else waits for this thread gets a turn after these. */
const maxTried = 100
const readAtOnce = 10

/** A recent article held against a follow. */
export interface Trial {
  readonly head: Head
  readonly checks: readonly ExplainedCheck[]
  /** Whether the follow would have posted it. */
  readonly posted: boolean
}

/** What a follow would have made of the newest articles of the last week, newest first; at most 100 are tried. */
export async function previewFollow(
  archive: Archive,
  follow: Follow,
  { viewer, now }: { readonly viewer: Viewer; readonly now: number },
): Promise<readonly Trial[]> {
  const { rows } = await archive.newest({ viewer, since: now - previewMs }, { offset: 0, limit: maxTried })
  const trials: Trial[] = []
  for (let from = 0; from < rows.length; from += readAtOnce) {
    const ids = rows.slice(from, from + readAtOnce).map(({ id }) => id)
    for (const stored of await archive.articles(ids, viewer)) {
      // Words are cut to their stems, which takes about a millisecond for each.
      await setImmediate()
      trials.push(tryOn(follow, stored))
    }
  }
  return trials
}

function tryOn(follow: Follow, stored: StoredArticle): Trial {
  const { article, analysis } = stored
  const checks = explainFollow(follow, { article, analysis, terms: indexTerms(article, analysis) })
  return { head: headOf(stored), checks, posted: checks.every((check) => check.met) }
}
