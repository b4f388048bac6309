import type { Head, StoredArticle } from '../archive/article-lists.ts'
import { dropAbsent } from '../archive/drop-absent.ts'

/** What a list says of an article at hand. */
export function headOf({ article, correctedAt }: StoredArticle): Head {
  const { id, title, publisher, publishedAt, firstSeenAt, url, author } = article
  return dropAbsent({ id, title, publisher, publishedAt, firstSeenAt, url, author, correctedAt })
}
