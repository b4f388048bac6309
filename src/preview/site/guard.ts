import { timingSafeEqual } from 'node:crypto'

/** What a request tells of where it comes from. */
export interface Caller {
  readonly host: string | undefined
  readonly origin: string | undefined
  /** What it gives as the page's secret. */
  readonly secret: string | undefined
}

/** Lets in the page that was served here, and nobody else. */
export interface Guard {
  /** New at each start; the page gets it with its first answer, and other sites cannot read that. */
  readonly secret: string
  /** Whether the request names this machine: a name that somebody lets point here is another host. */
  readonly isOwnHost: (caller: Pick<Caller, 'host'>) => boolean
  /** Whether the page itself asks: own host, own origin where one is told, and the secret. */
  readonly isPage: (caller: Caller) => boolean
}

/** A guard for a port on loopback. */
export function createGuard(secret: string, port: number): Guard {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const isOwnHost = ({ host }: Pick<Caller, 'host'>) => host !== undefined && hosts.includes(host)
  return {
    secret,
    isOwnHost,
    isPage: (caller) =>
      isOwnHost(caller) &&
      (caller.origin === undefined || caller.origin === `http://${caller.host}`) &&
      isSame(caller.secret ?? '', secret),
  }
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
