import type { WithdrawnArticle } from '../../archive/article-lists.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { byline } from './article-lines.ts'
import { type Card, noticeCard } from './card.ts'
import { clip } from './text.ts'

/** Longest headline that is shown. */
const maxTitle = 300

/** What is left of an announcement whose article was withdrawn: which one, and since when. Nothing of its text, and no link. */
export function withdrawnCard(withdrawn: WithdrawnArticle, say: Catalogue): Card {
  const title = clip(withdrawn.title, maxTitle) || '…'
  return noticeCard(`### ~~${title}~~\n-# ${byline(withdrawn, say)}`)
}
