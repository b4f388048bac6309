import type { Head } from '../../archive/article-lists.ts'
import type { Story } from '../../archive/stories.ts'
import { storyOutlets } from '../../queries/story-outlets.ts'
import { clip, link } from './text.ts'

/** Outlets named and linked on one line, and how long their names may be. */
const maxOutlets = 4
const maxOutletName = 28

/** Who else tells an article's story: those that print the same text, and those that report it themselves. */
export function storyLines(
  told: Pick<Head, 'publisher'> & { readonly story?: Story | undefined },
): readonly string[] {
  const { sameText, own } = storyOutlets(told)
  return [...line('Same text in', sameText), ...line('Also reported by', own)]
}

function line(label: string, outlets: readonly Head[]): readonly string[] {
  if (outlets.length === 0) return []
  const shown = outlets
    .slice(0, maxOutlets)
    .map(({ publisher, url }) =>
      link(clip(publisher === '' ? 'an article without publisher' : publisher, maxOutletName), url),
    )
  const more = outlets.length > maxOutlets ? [`${outlets.length - maxOutlets} more`] : []
  return [`-# ${label} ${new Intl.ListFormat('en').format([...shown, ...more])}`]
}
