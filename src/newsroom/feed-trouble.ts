import { WebError } from '../sources/http/web-error.ts'
import { troubles } from '../troubles.ts'

/**
 * Why a feed or page could not be read, in words for the members of a server. What an operator needs beyond that
 * (addresses inside the network, system errors) is in the error's own message, for the log alone.
 */
export function troubleOf(error: unknown): string {
  if (!(error instanceof WebError)) return reasonOf(error)
  switch (error.reason) {
    case 'bad-url':
      return troubles.badUrl
    case 'refused-scheme':
      return troubles.scheme
    case 'refused-port':
    case 'refused-address':
      return troubles.privateNetwork
    case 'redirects':
      return troubles.redirects
    case 'too-large':
      return troubles.tooLarge
    case 'bad-encoding':
    case 'bad-response':
      return troubles.badResponse
    case 'gone':
      return `${troubles.gone} (410)`
    case 'retry-later':
      return `${troubles.patience} (${error.status ?? 503})`
    case 'status':
      return statusTrouble(error.status)
    case 'timeout':
      return troubles.timeout
    case 'dns':
      return troubles.unknownHost
    case 'connection':
      return troubles.unreachable
    case 'tls':
      return troubles.certificate
    case 'closed':
      return troubles.stopped
  }
}

function statusTrouble(status: number | undefined): string {
  if (status === 401 || status === 403) return `${troubles.refused} (${status})`
  if (status === 404) return `${troubles.nothingThere} (404)`
  return `${troubles.serverFails} (${status ?? 'no status'})`
}

/** "Cannot read feed https://…: it is no feed" without the address, which may hold a password. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^Cannot (?:read|understand) .*?: (?!\/\/)/, '')
}
