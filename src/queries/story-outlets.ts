import type { Head } from '../archive/article-lists.ts'
import { fold } from '../archive/fold.ts'
import type { Story } from '../archive/stories.ts'

/** Who else tells a story: one article for each publisher, the first to publish first. */
export interface StoryOutlets {
  /** They print the same text, whole or cut. */
  readonly sameText: readonly Head[]
  /** They report it themselves. */
  readonly own: readonly Head[]
}

/** The other publishers of an article's story. One that prints the same text and reports itself too counts as the latter. */
export function storyOutlets({
  publisher,
  story,
}: Pick<Head, 'publisher'> & { readonly story?: Story | undefined }): StoryOutlets {
  const others = (story?.others ?? []).filter(({ article }) => fold(article.publisher) !== fold(publisher))
  const reported = others.filter(({ sameText }) => !sameText).map(({ article }) => article)
  const own = firstOfEach(reported)
  const names = new Set(own.map((article) => fold(article.publisher)))
  const printed = others.filter(({ sameText, article }) => sameText && !names.has(fold(article.publisher)))
  return { sameText: firstOfEach(printed.map(({ article }) => article)), own }
}

function firstOfEach(heads: readonly Head[]): readonly Head[] {
  return [...Map.groupBy(heads, ({ publisher }) => fold(publisher)).values()].flatMap(
    ([first]) => first ?? [],
  )
}
