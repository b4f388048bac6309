import { isIPv6 } from 'node:net'
import { ConfigError } from '../../errors.ts'

const highestPort = 65_535

/** What ALLOW_PRIVATE_HOSTS opens. */
export interface AllowedHosts {
  /** Whether a host is named with no port or with this one: its addresses may be private. */
  readonly opensHost: (hostname: string, port: number) => boolean
  /** Whether host and port are named together: the port may be any. */
  readonly opensPort: (hostname: string, port: number) => boolean
}

/**
 * Reads ALLOW_PRIVATE_HOSTS. An entry opens the host as it stands in addresses: `nas.lan` opens neither the number
 * it resolves to nor any other name that resolves to the same number. Without a port it opens the host's web ports
 * (see `isWebPort`), with one that port alone, whatever it is. IPv6 numbers stand in brackets if a port follows.
 * @throws ConfigError if an entry is no host or host:port.
 */
export function readAllowedHosts(entries: readonly string[]): AllowedHosts {
  const named = new Set(entries.map(normalized))
  return {
    opensHost: (hostname, port) => named.has(hostname) || named.has(`${hostname}:${port}`),
    opensPort: (hostname, port) => named.has(`${hostname}:${port}`),
  }
}

/**
 * A host as it is compared: as addresses have it after parsing (small letters, punycode, numbers in one spelling),
 * without the point at the end that says "from the root".
 */
export function plainHost(hostname: string): string {
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname
}

function normalized(entry: string): string {
  const bare = isIPv6(entry) ? `[${entry}]` : entry
  const [, host = '', port] = /^(\[[^[\]]+\]|[^:[\]/?#@\\\s*]+)(?::(\d{1,5}))?$/.exec(bare) ?? []
  const hostname = URL.parse(`http://${host}`)?.hostname ?? ''
  if (hostname === '' || Number(port ?? 1) < 1 || Number(port ?? 1) > highestPort) {
    throw new ConfigError(
      `ALLOW_PRIVATE_HOSTS has ${JSON.stringify(entry)}: Expected host or host:port, such as nas.lan or 192.168.1.4:8080`,
    )
  }
  return port === undefined ? plainHost(hostname) : `${plainHost(hostname)}:${Number(port)}`
}
