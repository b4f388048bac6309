import type { Archive } from '../archive/archive.ts'
import type { StoredArticle } from '../archive/article-lists.ts'
import type { Viewer } from '../archive/viewer.ts'
import { UserError } from '../errors.ts'
import { canonicalUrl } from '../sources/canonical-url.ts'
import { showUrl } from '../sources/http/show-url.ts'
import { articleId } from './take.ts'

/** An address that somebody wants read. */
export interface PageAddress {
  /** As written, to be asked for. */
  readonly url: string
  /** Without what does not tell which article it is: see `canonicalUrl`. */
  readonly canonical: string
  /** The id of its article, however it was linked: the same as if a feed had brought it. */
  readonly id: string
  /** Host and path, as it may stand in an answer: without scheme and secrets, cut. */
  readonly shown: string
}

/** Longest address in an answer: host and enough of the path to tell two links apart. */
const longestShown = 100

/**
 * Reads an address as somebody typed it.
 * @throws UserError if it is no web address, or holds a user name or password: what only that opens would be kept for
 * all who ask
 */
export function readPageAddress(written: string): PageAddress {
  const url = URL.parse(written.trim())
  const canonical = canonicalUrl(written)
  if (url === null || canonical === undefined) throw new UserError({ kind: 'webOnly' })
  if (url.username !== '' || url.password !== '')
    throw new UserError({ kind: 'noPasswords', host: url.hostname })
  const shown = showUrl(url).replace(/^https?:\/\//, '')
  return {
    url: url.href,
    canonical,
    id: articleId(`url:${canonical}`),
    shown: shown.length <= longestShown ? shown : `${shown.slice(0, longestShown)}…`,
  }
}

/** The archive's own article at an address: one from a feed has its id, one from a file the address that is written there. */
export async function articleAt(
  archive: Archive,
  { id, url, canonical }: PageAddress,
  viewer: Viewer,
): Promise<StoredArticle | undefined> {
  return (
    (await archive.article(id, viewer)) ??
    (await archive.articleByUrl(url, viewer)) ??
    (await archive.articleByUrl(canonical, viewer))
  )
}
