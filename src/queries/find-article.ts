import type { Archive } from '../archive/archive.ts'
import type { StoredArticle } from '../archive/article-lists.ts'
import type { Viewer } from '../archive/viewer.ts'
import { UserError } from '../errors.ts'
import type { Asker, Pages } from './pages.ts'

/** Where articles are looked for. */
export interface Library {
  readonly archive: Archive
  readonly pages: Pages
}

/** What is an address, of whatever kind. Discord's own way of writing one (`<https://…>`) is taken as well. */
const address = /^<?([a-z][a-z\d+.-]*:\/\/[^\s<>]+)>?$/i

/**
 * The article that a person means: by id, by address (read now if the archive has none), by words of its title (the
 * newest of several), or the newest.
 * @throws UserError naming what was asked for if there is none.
 */
export async function findArticle(
  { archive, pages }: Library,
  asked: string | undefined,
  asker: Asker,
): Promise<StoredArticle> {
  const { viewer } = asker
  if (asked === undefined) return newestArticle(archive, viewer)
  const url = address.exec(asked.trim())?.[1]
  if (url !== undefined) return pages.read(url, asker)
  const found =
    (await archive.article(asked, viewer)) ??
    (await pages.recall(asked)) ??
    (await articleByTitle(archive, asked, viewer))
  if (found === undefined) throw new UserError({ kind: 'noArticle', asked })
  return found
}

/**
 * The article that a button or menu belongs to.
 * @throws UserError if it is gone: withdrawn, or a page that was read too long ago
 */
export async function articleById(
  { archive, pages }: Library,
  id: string,
  viewer: Viewer,
): Promise<StoredArticle> {
  const found = (await archive.article(id, viewer)) ?? (await pages.recall(id))
  if (found === undefined) throw new UserError({ kind: 'articleGone' })
  return found
}

async function newestArticle(archive: Archive, viewer: Viewer): Promise<StoredArticle> {
  const { rows } = await archive.newest({ viewer }, { offset: 0, limit: 1 })
  const newest = rows[0] && (await archive.article(rows[0].id, viewer))
  if (newest === undefined) throw new UserError({ kind: 'noArticles' })
  return newest
}

async function articleByTitle(
  archive: Archive,
  title: string,
  viewer: Viewer,
): Promise<StoredArticle | undefined> {
  if (!/[\p{L}\p{N}]/u.test(title)) return undefined
  const [head] = await archive.suggestArticles(title, viewer, 1)
  return head && archive.article(head.id, viewer)
}
