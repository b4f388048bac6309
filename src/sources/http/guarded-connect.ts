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
export function guardedConnect(options: ConnectOptions): buildConnector.connector {
  // A signal never lets go of a socket that fails before it is connected: each gets one of its own.
  const making = new Set<AbortController>()
  options.signal.addEventListener('abort', () => {
    for (const ending of making) ending.abort(options.signal.reason)
  })
  return (wanted, callback) => {
    const { hostname } = wanted
    const check = options.allowed.opensHost(bracketed(hostname), portWanted(wanted)) ? allow : refuse
    // A number is connected to without a lookup.
    const refusal = isIP(hostname) === 0 ? undefined : check(hostname, hostname)
    if (refusal !== undefined) return callback(refusal, null)
    const ending = new AbortController()
    making.add(ending)
    const connect = connectorFor(options, check, ending.signal)
    connect(wanted, (...result) => {
      making.delete(ending)
      callback(...result)
    })
  }
}

/** Says why an address that a host leads to is not connected to, if it is not. */
type Check = (hostname: string, address: string) => WebError | undefined

function connectorFor(
  { resolve = systemResolve, timeoutMs, ca }: ConnectOptions,
  check: Check,
  signal: AbortSignal,
): buildConnector.connector {
  return buildConnector({
    timeout: timeoutMs,
    // HTTP/2 stays off: its limits on headers and frames are others than those tested here.
    allowH2: false,
    autoSelectFamily: true,
    lookup: lookupWith(resolve, check),
    signal,
    ...(ca === undefined ? {} : { ca }),
  })
}

function bracketed(hostname: string): string {
  return isIP(hostname) === 6 ? `[${hostname}]` : hostname
}

function portWanted({ port, protocol }: buildConnector.Options): number {
  return Number(port || (protocol === 'https:' ? 443 : 80))
}

function allow(): undefined {
  return undefined
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

function lookupWith(resolve: Resolve, check: Check): LookupFunction {
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

function problemWith(hostname: string, addresses: readonly LookupAddress[], check: Check): WebError | null {
  if (addresses.length === 0) return new WebError('dns', `the name ${hostname} has no address`)
  for (const { address } of addresses) {
    const refusal = check(hostname, address)
    if (refusal !== undefined) return refusal
  }
  return null
}
