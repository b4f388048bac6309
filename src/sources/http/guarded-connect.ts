import { promises as dns, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { privateKind } from './address-kind.ts'
import type { AllowedHosts } from './allowed-hosts.ts'
import { WebError } from './web-error.ts'

/** Gives all addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>

/** How connections are made. */
export interface ConnectOptions {
  readonly allowed: AllowedHosts
  /** Default: the operating system's, /etc/hosts included. */
  readonly resolve?: Resolve | undefined
  /** Milliseconds until there must be a connection, TLS included. */
  readonly timeoutMs: number
  /** Root certificates in PEM, in place of Node's own. */
  readonly ca?: string | undefined
  /** Ends every connection, also one that is still being made: undici itself would wait for that. */
  readonly signal: AbortSignal
}

/**
 * Makes every connection of the reader, and none to an address that is not public, unless its host is allowed.
 * The addresses that were checked are the ones connected to: a name is resolved once for each connection, by the
 * lookup that checks it. One private address among several is enough to refuse.
 */
export function guardedConnect({ allowed, resolve = systemResolve, timeoutMs, ca, signal }: ConnectOptions) {
  // HTTP/2 stays off: its limits on headers and frames are others than those tested here.
  const options = {
    timeout: timeoutMs,
    allowH2: false,
    signal,
    autoSelectFamily: true,
    ...(ca === undefined ? {} : { ca }),
  }
  const open = buildConnector({ ...options, lookup: lookupWith(resolve, () => undefined) })
  const guarded = buildConnector({ ...options, lookup: lookupWith(resolve, refuse) })
  const connect: buildConnector.connector = (wanted, callback) => {
    const { hostname, protocol } = wanted
    const port = Number(wanted.port || (protocol === 'https:' ? 443 : 80))
    if (allowed.opensHost(isIP(hostname) === 6 ? `[${hostname}]` : hostname, port))
      return open(wanted, callback)
    // A number is connected to without a lookup.
    const refusal = isIP(hostname) === 0 ? undefined : refuse(hostname, hostname)
    if (refusal === undefined) guarded(wanted, callback)
    else callback(refusal, null)
  }
  return connect
}

function systemResolve(hostname: string): Promise<readonly LookupAddress[]> {
  return dns.lookup(hostname, { all: true })
}

function refuse(hostname: string, address: string): WebError | undefined {
  const kind = privateKind(address)
  if (kind === undefined) return undefined
  const leads = hostname === address ? `${address} is` : `${hostname} leads to ${address}, which is`
  return new WebError('refused-address', `${leads} not on the public Internet (${kind})`)
}

function lookupWith(
  resolve: Resolve,
  check: (hostname: string, address: string) => WebError | undefined,
): LookupFunction {
  return (hostname, { all }, callback) => {
    const answer = (error: Error | null, addresses: readonly LookupAddress[]): void => {
      const [first] = addresses
      if (all === true) callback(error, [...addresses])
      else callback(error, first?.address ?? '', first?.family)
    }
    resolve(hostname).then(
      (addresses) => answer(problemWith(hostname, addresses, check), addresses),
      (error: Error) => answer(error, []),
    )
  }
}

function problemWith(
  hostname: string,
  addresses: readonly LookupAddress[],
  check: (hostname: string, address: string) => WebError | undefined,
): WebError | null {
  if (addresses.length === 0) return new WebError('dns', `the name ${hostname} has no address`)
  for (const { address } of addresses) {
    const refusal = check(hostname, address)
    if (refusal !== undefined) return refusal
  }
  return null
}
