import { setImmediate } from 'node:timers/promises'
import type { Archive } from '../archive/archive.ts'
import type { Head } from '../archive/article-lists.ts'
import type { Follow } from '../archive/follows.ts'
import type { Viewer } from '../archive/viewer.ts'
import { indexTerms } from './index-terms.ts'
import { type ExplainedCheck, explainFollow } from './why.ts'

/** How far back a follow is tried. */
export const previewMs = 7 * 24 * 3_600_000
/** Most articles that are tried: each is read again, which takes about a millisecond. */
const maxTried = 100

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
  for (const head of rows) {
    // Words are cut to their stems: whoever else waits for this thread gets a turn after each article.
    await setImmediate()
    const stored = await archive.article(head.id, viewer)
    if (stored === undefined) continue
    const { article, analysis } = stored
    const checks = explainFollow(follow, { article, analysis, terms: indexTerms(article, analysis) })
    trials.push({ head, checks, posted: checks.every((check) => check.met) })
  }
  return trials
}
