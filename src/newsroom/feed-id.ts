import { canonicalUrl } from '../sources/canonical-url.ts'
import { articleId } from './take.ts'

/** The id of a feed, made of its address as it was added: two servers that add one feed share it. http and https are the same. */
export function feedId(url: string): string {
  return articleId(`feed:${canonicalUrl(url) ?? url}`)
}
