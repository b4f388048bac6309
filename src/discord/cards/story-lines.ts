import type { Head } from '../../archive/article-lists.ts'
import type { Story } from '../../archive/stories.ts'
import { storyOutlets } from '../../queries/story-outlets.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { listedUpTo, outletName } from './article-lines.ts'
import { clip, link } from './text.ts'

/** Outlets named and linked on one line, and how long their names may be. */
const maxOutlets = 4
const maxOutletName = 28

/** Who else tells an article's story: those that print the same text, and those that report it themselves. */
export function storyLines(
  told: Pick<Head, 'publisher'> & { readonly story?: Story | undefined },
  say: Catalogue,
): readonly string[] {
  const { sameText, own } = storyOutlets(told)
  return [...line(say.lookups.sameTextIn, sameText, say), ...line(say.lookups.alsoReportedBy, own, say)]
}

function line(
  told: (outlets: string) => string,
  outlets: readonly Head[],
  say: Catalogue,
): readonly string[] {
  if (outlets.length === 0) return []
  const names = outlets.map((head) => link(clip(outletName(head, say), maxOutletName), head.url))
  return [`-# ${told(listedUpTo(maxOutlets, names, say))}`]
}
