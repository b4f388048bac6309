import type { StoredArticle } from '../../archive/archive.ts'
import type { Story } from '../../archive/stories.ts'
import { summaryOf } from '../../queries/summary.ts'
import { componentId } from '../component-id.ts'
import { button, type Card, card, linkButton, row, text } from './card.ts'
import { storyLines } from './story-lines.ts'
import { heading, quotesButton, sentences } from './summary-card.ts'

/** What an announcement says besides the article. */
export interface Announcement {
  /** Marks the message as this delivery's, so that it is recognised after a crash. */
  readonly key: string
  /** Ids of the roles that the follows mention. */
  readonly roles: readonly string[]
  /** Who else tells the story. */
  readonly story?: Story | undefined
}

/** A new article, as it is posted into a channel that follows it. */
export function announcementCard(stored: StoredArticle, { key, roles, story }: Announcement): Card {
  const summary = summaryOf(stored, 'short')
  const mentions = roles.map((role) => `<@&${role}>`).join(' ')
  return card(
    text(heading(stored)),
    text(sentences(summary)),
    ...storyLines({ ...stored.article, story }).map(text),
    ...(mentions === '' ? [] : [text(mentions)]),
    row(
      button('Summary', componentId('summary', 'open', stored.article.id, key)),
      ...quotesButton(summary),
      ...linkButton('Article', stored.article.url),
    ),
  )
}
