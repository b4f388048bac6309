import { type AllowedHosts, plainHost } from './allowed-hosts.ts'
import { WebError } from './web-error.ts'
import { isWebPort } from './web-ports.ts'

const defaultPorts: ReadonlyMap<string, number> = new Map([
  ['http:', 80],
  ['https:', 443],
])

/** An address that may be asked, as far as that can be told before its name is resolved. */
export interface Target {
  /** Without user name, password and fragment. */
  readonly url: URL
  /** The Authorization header that the address' user name and password make. */
  readonly authorization?: string
}

/**
 * Checks scheme and port of an address.
 * @param base the address that a relative one belongs to
 * @throws WebError bad-url, refused-scheme, refused-port
 */
export function readTarget(address: string, allowed: AllowedHosts, base?: URL): Target {
  const url = URL.parse(address, base)
  // What URL itself throws carries the whole input, password included.
  if (url === null) throw new WebError('bad-url', 'it is not an address such as https://news.example/feed')
  if (!defaultPorts.has(url.protocol)) {
    throw new WebError('refused-scheme', `"${url.protocol}" is not read, only http: and https: are`)
  }
  url.hostname = plainHost(url.hostname)
  checkPort(url, allowed)
  return withoutLogin(url)
}

/** The port an address leads to, the scheme's own where it names none. */
export function portOf(url: URL): number {
  return url.port === '' ? (defaultPorts.get(url.protocol) ?? 0) : Number(url.port)
}

function checkPort(url: URL, allowed: AllowedHosts): void {
  const port = portOf(url)
  if (isWebPort(port) || allowed.opensPort(url.hostname, port)) return
  throw new WebError(
    'refused-port',
    `port ${port} belongs to another service than the web; if it is meant, add ${url.hostname}:${port} to ALLOW_PRIVATE_HOSTS`,
  )
}

function withoutLogin(url: URL): Target {
  const { username, password } = url
  url.username = ''
  url.password = ''
  url.hash = ''
  if (username === '' && password === '') return { url }
  const login = Buffer.from(`${percentDecoded(username)}:${percentDecoded(password)}`)
  return { url, authorization: `Basic ${login.toString('base64')}` }
}

/** A stray percent sign is one: passwords are pasted unescaped. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
