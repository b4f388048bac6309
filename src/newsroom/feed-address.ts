import { UserError } from '../errors.ts'
import { absoluteUrl } from '../sources/absolute-url.ts'
import { withoutFeedScheme } from '../sources/feed-scheme.ts'

/** What begins with a host's name, as people type it without a scheme. */
const bareHost = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]|$)/u

/**
 * Reads the address of a feed or page as somebody typed it, without a scheme too. A user name and password stay in it.
 * @throws UserError if it is no web address; the message does not repeat it
 */
export function readFeedAddress(written: string): string {
  const text = withoutFeedScheme(written.trim().replace(/^<(.*)>$/, '$1'))
  const url = absoluteUrl(bareHost.test(text) ? `https://${text}` : text)
  if (url === undefined) throw new UserError({ kind: 'webOnly' })
  return url.split('#', 1)[0] ?? url
}
