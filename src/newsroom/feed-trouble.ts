import { WebError } from '../sources/http/web-error.ts'

/**
 * Why a feed or page could not be read, in words for the members of a server. What an operator needs beyond that
 * (addresses inside the network, system errors) is in the error's own message, for the log alone.
 */
export function troubleOf(error: unknown): string {
  if (!(error instanceof WebError)) return reasonOf(error)
  switch (error.reason) {
    case 'bad-url':
      return 'that is no web address'
    case 'refused-scheme':
      return 'only http and https addresses are read'
    case 'refused-port':
    case 'refused-address':
      return 'addresses inside private networks are not read'
    case 'redirects':
      return 'it redirects in a circle or too often'
    case 'too-large':
      return 'it is too large'
    case 'bad-encoding':
    case 'bad-response':
      return 'its server sends something that cannot be read'
    case 'gone':
      return 'its publisher has taken it down (410)'
    case 'retry-later':
      return `its server asks for patience (${error.status ?? 503})`
    case 'status':
      return statusTrouble(error.status)
    case 'timeout':
      return 'its server does not answer in time'
    case 'dns':
      return 'its server is not known (is the address right?)'
    case 'connection':
      return 'its server cannot be reached'
    case 'tls':
      return 'its server has no valid certificate'
    case 'closed':
      return 'reading was stopped'
  }
}

function statusTrouble(status: number | undefined): string {
  if (status === 401 || status === 403) return `its server refuses to show it (${status})`
  if (status === 404) return 'there is nothing at that address (404)'
  return `its server fails (${status ?? 'no status'})`
}

/** "Cannot read feed https://…: it is no feed" without the address, which may hold a password. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^Cannot (?:read|understand) .*?: (?!\/\/)/, '')
}
