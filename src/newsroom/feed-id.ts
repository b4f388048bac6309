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
 * The id under which an address is read already: that of the feed that was added with it or has moved to it; else the one
 * that it would get.
 */
export function idOfFeed(
  known: readonly { readonly id: string; readonly url: string }[],
  url: string,
): string {
  const [id, key] = [feedId(url), feedKey(url)]
  const found = known.find((feed) => feed.id === id) ?? known.find((feed) => feedKey(feed.url) === key)
  return found?.id ?? id
}

function feedKey(url: string): string {
  const { username = '', password = '' } = URL.parse(url) ?? {}
  const login = username === '' && password === '' ? '' : ` of ${username}:${password}`
  return `${canonicalUrl(url) ?? url}${login}`
}
