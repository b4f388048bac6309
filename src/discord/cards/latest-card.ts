import type { Head } from '../../archive/article-lists.ts'
import type { StoryHead } from '../../archive/stories.ts'
import { componentId } from '../component-id.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { byline, headline } from './article-lines.ts'
import { type Card, card, divider, menu, text } from './card.ts'
import { type PageView, pager } from './pager.ts'
import { storyLines } from './story-lines.ts'
import { clip } from './text.ts'

/** Longest sentence in the list. */
const maxGist = 240

/** A page of newest articles: title, publisher, age, the best sentence, who else tells it; a menu opens a summary. */
export function latestCard(heads: readonly StoryHead[], heading: string, view: PageView): Card {
  if (heads.length === 0) return card(text(`### ${heading}`), text(view.say.lookups.noArticleFits))
  return card(
    text(`### ${heading}`),
    text(heads.map((head) => entry(head, view.say)).join('\n\n')),
    divider(),
    summaryMenu(heads, view.say),
    ...pager(view),
  )
}

/** The menu that opens the summary of one of these articles. */
export function summaryMenu(heads: readonly Head[], say: Catalogue): ReturnType<typeof menu> {
  return menu(
    componentId('summary', 'open'),
    say.menus.readSummaryOf,
    heads.map(({ id, title, publisher }) => ({ value: id, label: title, description: publisher })),
  )
}

function entry(head: StoryHead, say: Catalogue): string {
  const gist = head.gist === undefined ? [] : [clip(head.gist, maxGist)]
  return [headline(head), ...gist, `-# ${byline(head, say)}`, ...storyLines(head, say)].join('\n')
}
