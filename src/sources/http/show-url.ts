/** Longer addresses are cut in messages: they are tracking parameters, or an attempt to fill the log. */
const maxShownLength = 300

/** Query parameters whose name holds one of these words carry a secret (private feeds have them). */
const secretName = /token|key|secret|auth|pass|pwd|sig|session|credential/i

/** Where there is no host to tell it from, all up to an "@" may be a name and a password ("me:password@news.example"). */
const loginBeforeAt = /^.*@/s

/**
 * An address as it may stand in a message, a log or a chat: without user name, password and fragment, with the values
 * of secret-looking query parameters left out, and cut after 300 characters. What is no address is quoted.
 * @example showUrl('https://me:pw@news.example/feed?token=1&page=2') // => 'https://news.example/feed?token=…&page=2'
 */
export function showUrl(address: string | URL): string {
  const url = typeof address === 'string' ? URL.parse(address) : address
  if (url === null) return clipped(JSON.stringify(withoutLogin(String(address))))
  // Without a host (mailto:, data:, a forgotten "https://") the path may be anything.
  const place = url.host === '' ? withoutLogin(url.pathname) : `//${url.host}${url.pathname}`
  return clipped(`${url.protocol}${place}${shownQuery(url.search)}`)
}

/** Whether an address carries what `showUrl` leaves out: who reads it sees what others may not. */
export function holdsSecret(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  return url.username !== '' || url.password !== '' || url.search !== shownQuery(url.search)
}

function withoutLogin(text: string): string {
  return text.replace(loginBeforeAt, '…@')
}

function shownQuery(search: string): string {
  const pairs = search.slice(1).split('&')
  const shown = pairs.map((pair) => {
    const name = pair.split('=', 1)[0] ?? ''
    return secretName.test(name) && name !== pair ? `${name}=…` : pair
  })
  return search === '' ? '' : `?${shown.join('&')}`
}

function clipped(text: string): string {
  return text.length <= maxShownLength ? text : `${text.slice(0, maxShownLength)}…`
}
