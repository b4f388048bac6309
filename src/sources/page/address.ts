/** Names of hosts that show the same pages as the one without them. */
const variants = /^(?:www\d?|m|mobile|amp|edition|touch)\./

/** Paths of front pages. */
const frontPage = /^\/(?:(?:index|home|default)(?:\.\w+)?\/?|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i

/** Whether an address is that of a site's front page, or of the front page of one of its languages. */
export function isFrontPage(url: string): boolean {
  const { pathname = '', search = '' } = URL.parse(url) ?? {}
  return pathname !== '' && frontPage.test(pathname) && search === ''
}

/**
 * The canonical address of a page: the first of those it gives that is an http(s) address of the same site and no front page,
 * else where it was found.
 * @param found where the page was found, where that is known: then an address elsewhere is not believed
 */
export function canonicalAddress(
  written: readonly (string | undefined)[],
  found: string | undefined,
): string | undefined {
  const here = webAddress(found, undefined)
  const makesSense = (address: URL): boolean =>
    (!frontPage.test(address.pathname) ||
      address.search !== '' ||
      (here !== undefined && frontPage.test(here.pathname))) &&
    (here === undefined || isSameSite(address, here))
  const addresses = written
    .map((address) => webAddress(address, found))
    .filter((address) => address !== undefined)
  return (addresses.find(makesSense) ?? here)?.href
}

function isSameSite(one: URL, other: URL): boolean {
  const [a, b] = [one.hostname.replace(variants, ''), other.hostname.replace(variants, '')]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

function webAddress(address: string | undefined, base: string | undefined): URL | undefined {
  const parsed = address === undefined || address.trim() === '' ? null : URL.parse(address.trim(), base)
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed : undefined
}
