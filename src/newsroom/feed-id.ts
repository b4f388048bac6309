import { canonicalUrl } from '../sources/canonical-url.ts'
import { articleId } from './take.ts'

/**
 * The id of a feed, made of its address as it was added: two servers that add one feed share it. http and https are the
 * same; with another user name or password it is another feed, since it may show something else.
 */
export function feedId(url: string): string {
  return articleId(`feed:${feedKey(url)}`)
}

/**
 * Tells the id of an address among known feeds: that of the feed that was added with it or has moved to it; else the one
 * that it would get.
 */
export function openFeedIds(
  known: readonly { readonly id: string; readonly url: string }[],
): (url: string) => string {
  const ids = new Set(known.map(({ id }) => id))
  const byKey = new Map(known.map(({ id, url }) => [feedKey(url), id]))
  return (url) => {
    const id = feedId(url)
    return ids.has(id) ? id : (byKey.get(feedKey(url)) ?? id)
  }
}

function feedKey(url: string): string {
  const { username = '', password = '' } = URL.parse(url) ?? {}
  const login = username === '' && password === '' ? '' : ` of ${username}:${password}`
  return `${canonicalUrl(url) ?? url}${login}`
}
