/**
 * An address without the scheme "feed:", which some sites and lists put before it or in place of "http:".
 * @example withoutFeedScheme('feed:https://quay.example/rss')  // => 'https://quay.example/rss'
 */
export function withoutFeedScheme(written: string): string {
  return written
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://')
}
