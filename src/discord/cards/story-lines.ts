import type { Head } from '../../archive/article-lists.ts'
import type { Story } from '../../archive/stories.ts'
import { storyOutlets } from '../../queries/story-outlets.ts'
import type { Catalogue } from '../locales/catalogue.ts'
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
  const shown = outlets
    .slice(0, maxOutlets)
    .map(({ publisher, url }) =>
      link(clip(publisher === '' ? say.lookups.withoutPublisher : publisher, maxOutletName), url),
    )
  const more = outlets.length > maxOutlets ? [say.lookups.more(outlets.length - maxOutlets)] : []
  return [`-# ${told(say.listed([...shown, ...more]))}`]
}
