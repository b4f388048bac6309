import type { Archive } from '../../../src/archive/archive.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite.ts'
import type { Draft } from '../../../src/article.ts'
import { understand } from '../../../src/newsroom/reading.ts'
import { takeArticle } from '../../../src/newsroom/take.ts'

/** An article and where the archive put it. */
export interface Grouped {
  /** Alike for articles of one story; an article that is told alone has its own. */
  readonly story: string
  /** Indexes of the others that are the same text. */
  readonly sameTexts: readonly number[]
}

/** Lets articles arrive one after the other in an archive of their own, as a feed brings them; in the order given. */
export async function groupStories(
  drafts: readonly (Draft & { publishedAt: number })[],
): Promise<readonly Grouped[]> {
  const archive = openSqliteArchive(':memory:')
  try {
    for (const [index, draft] of drafts.entries()) {
      const arrival = {
        id: `a${index}`,
        reading: understand(draft),
        origin: { key: `eval:${index}` },
        announce: false,
      }
      await takeArticle(archive, arrival, draft.publishedAt)
    }
    return await Promise.all(drafts.map((_, index) => groupOf(archive, `a${index}`)))
  } finally {
    await archive.close()
  }
}

async function groupOf(archive: Archive, id: string): Promise<Grouped> {
  const story = await archive.storyOf(id, { kind: 'operator' })
  const same = (story?.others ?? []).filter(({ sameText }) => sameText)
  return {
    story: story === undefined ? id : String(story.id),
    sameTexts: same.map(({ article }) => Number(article.id.slice(1))),
  }
}
