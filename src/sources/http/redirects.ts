import type { AllowedHosts } from './allowed-hosts.ts'
import type { Reply } from './exchange.ts'
import { headerText } from './response-headers.ts'
import { showUrl } from './show-url.ts'
import { readTarget, type Target } from './target.ts'
import { WebError } from './web-error.ts'

const permanentStatuses: ReadonlySet<number> = new Set([301, 308])
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** The way from the address that was asked to the one that answers. */
export interface Journey {
  /** The address to be asked now. */
  readonly target: Target
  /** All addresses so far, `target`'s included. */
  readonly visited: readonly string[]
  /** Where permanent redirects alone have led, if anywhere. */
  readonly permanentUrl?: string
  /** Whether each redirect so far was permanent. */
  readonly isPermanent: boolean
}

/** Before the first question. */
export function startJourney(target: Target): Journey {
  return { target, visited: [target.url.href], isPermanent: true }
}

/** Whether a reply sends the reader elsewhere. */
export function isRedirect({ status, headers }: Reply): boolean {
  return redirectStatuses.has(status) && headerText(headers, 'location') !== ''
}

/**
 * Follows a redirect. A user name and password go along within the same scheme, host and port alone, and those that a
 * server writes into its redirect are dropped. From https to http is followed, as browsers do, but is no permanent
 * move, and neither is that of an address with a password: what is kept must stay as private as it was.
 * @throws WebError redirects (more than the limit, or in a circle), bad-url, refused-scheme, refused-port
 */
export function followRedirect(
  journey: Journey,
  reply: Reply,
  rules: { readonly maxRedirects: number; readonly allowed: AllowedHosts },
): Journey {
  const from = journey.target
  const location = headerText(reply.headers, 'location')
  const { url } = targetOf(location, from.url, rules.allowed)
  checkWay(journey, url, rules.maxRedirects)
  const sameOrigin = url.origin === from.url.origin
  const secret = from.authorization === undefined || !sameOrigin ? {} : { authorization: from.authorization }
  return {
    target: { url, ...secret },
    visited: [...journey.visited, url.href],
    ...permanence(journey, url, reply.status),
  }
}

function targetOf(location: string, base: URL, allowed: AllowedHosts): Target {
  try {
    return readTarget(location, allowed, base)
  } catch (error) {
    if (!(error instanceof WebError)) throw error
    throw new WebError(
      error.reason,
      `it redirects to ${showUrl(URL.parse(location, base) ?? location)}: ${error.message}`,
    )
  }
}

function checkWay({ visited }: Journey, url: URL, maxRedirects: number): void {
  if (visited.includes(url.href)) {
    throw new WebError(
      'redirects',
      `it redirects in a circle, back to ${showUrl(url)} (does it want cookies? None are kept)`,
    )
  }
  if (visited.length > maxRedirects) {
    throw new WebError(
      'redirects',
      `more than ${maxRedirects} redirects; the last one leads to ${showUrl(url)}`,
    )
  }
}

function permanence(
  { target, isPermanent, permanentUrl }: Journey,
  url: URL,
  status: number,
): Pick<Journey, 'isPermanent' | 'permanentUrl'> {
  const downgraded = target.url.protocol === 'https:' && url.protocol === 'http:'
  const goesOn =
    isPermanent && permanentStatuses.has(status) && !downgraded && target.authorization === undefined
  const known = goesOn ? url.href : permanentUrl
  return { isPermanent: goesOn, ...(known === undefined ? {} : { permanentUrl: known }) }
}
