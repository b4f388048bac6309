import { z } from 'zod'
import { analysisSchema } from '../archive/analysis-schema.ts'
import type { StoredArticle } from '../archive/article-lists.ts'
import type { Keyed } from '../archive/keyed.ts'

/** What was read on request, for a while: also over a restart. */
export interface PageMemory {
  /** A page that was read, by its article's id. */
  readonly recall: (id: string) => Promise<StoredArticle | undefined>
  /** Why a page could not be read lately, in words for members. */
  readonly recallFailure: (id: string) => Promise<string | undefined>
  /** An article too long to be kept is not. */
  readonly keep: (page: StoredArticle) => Promise<void>
  readonly keepFailure: (id: string, why: string) => Promise<void>
}

/** Characters of text beyond which an article is not kept: no news is so long, and a thousand pages shall fit a disk. */
const longestKept = 200_000

/** What an earlier version kept, or what is damaged, counts as forgotten. */
const keptPage = z.object({
  article: z.object({
    id: z.string(),
    url: z.string().exactOptional(),
    title: z.string(),
    publisher: z.string(),
    author: z.string().exactOptional(),
    publishedAt: z.number(),
    firstSeenAt: z.number(),
    standfirst: z.string().exactOptional(),
    text: z.string(),
    language: z.string(),
  }),
  analysis: analysisSchema,
}) satisfies z.ZodType<StoredArticle>

/** Opens the memory over keyed values. */
export function openPageMemory({ pages, pageFailures }: Pick<Keyed, 'pages' | 'pageFailures'>): PageMemory {
  return {
    recall: async (id) => keptPage.safeParse(await pages.get(id)).data,
    recallFailure: async (id) => z.string().safeParse(await pageFailures.get(id)).data,
    keep: async (page) => {
      if (page.article.text.length <= longestKept) await pages.set(page.article.id, page)
    },
    keepFailure: (id, why) => pageFailures.set(id, why),
  }
}
