import type { StoredArticle } from '../../archive/article-lists.ts'
import type { Follow } from '../../archive/follows.ts'
import type { Story } from '../../archive/stories.ts'
import { type Summary, summaryOf } from '../../queries/summary.ts'
import { componentId } from '../component-id.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { button, type Card, card, linkButton, row, text } from './card.ts'
import { followLabel } from './follow-words.ts'
import { storyLines } from './story-lines.ts'
import { heading, quotesButton, sentences } from './summary-card.ts'
import { clip } from './text.ts'

/** What an announcement says besides the article. */
export interface Announcement {
  /** Marks the message as this delivery's, so that it is recognised after a crash. */
  readonly key: string
  /** Ids of the roles that the follows mention. */
  readonly roles: readonly string[]
  /** The follows that matched: named where there are several. */
  readonly follows: readonly Follow[]
  /** Who else tells its story, as those who read the channel see it. */
  readonly story?: Story | undefined
  /** The language of the channel. */
  readonly say: Catalogue
}

/** A new article, as it is posted into a channel that follows it. */
export function announcementCard(
  stored: StoredArticle,
  { key, roles, follows, story, say }: Announcement,
): Card {
  const summary = summaryOf(stored, 'short')
  const mentions = roles.map((role) => `<@&${role}>`).join(' ')
  return card(
    text(heading(stored, say)),
    text(sentences(summary, say)),
    ...storyLines({ ...stored.article, story }, say).map(text),
    ...smallPrint(summary, follows, say),
    ...(mentions === '' ? [] : [text(mentions)]),
    row(
      button(say.buttons.summary, componentId('summary', 'open', stored.article.id, key)),
      ...quotesButton(summary, say),
      button(say.buttons.similar, componentId('similar', 'open', stored.article.id)),
      ...linkButton(say.buttons.article, stored.article.url),
      button(say.buttons.why, componentId('follow', 'why', stored.article.id)),
    ),
  )
}

/** Longest name of a person and of a follow, and most that are named. */
const maxName = 50
const maxFollow = 60
const maxNamed = 5

function smallPrint(
  { people }: Summary,
  follows: readonly Follow[],
  say: Catalogue,
): readonly ReturnType<typeof text>[] {
  const names = people.slice(0, maxNamed).map(({ name }) => clip(name, maxName))
  const labels = follows.slice(0, maxNamed).map((follow) => clip(followLabel(follow, say), maxFollow))
  const lines = [
    ...(names.length === 0 ? [] : [`-# ${say.lookups.people(names.join(', '))}`]),
    ...(labels.length < 2 ? [] : [`-# ${say.posts.followedHere(labels.join(' · '))}`]),
  ]
  return lines.length === 0 ? [] : [text(lines.join('\n'))]
}
