import { portOf } from './target.ts'
import { WebError, type WebFailure } from './web-error.ts'

/** What Node, OpenSSL and undici call failures, and what they mean to someone who does not know their codes. */
const meanings: ReadonlyMap<string, readonly [WebFailure, string]> = new Map([
  ['ENOTFOUND', ['dns', 'there is no host of this name']],
  ['EAI_AGAIN', ['dns', 'the name server does not answer']],
  ['EAI_FAIL', ['dns', 'the name server failed']],
  ['ECONNREFUSED', ['connection', 'nothing listens there']],
  ['ECONNRESET', ['connection', 'the connection was cut']],
  ['EPIPE', ['connection', 'the connection was cut']],
  ['EHOSTUNREACH', ['connection', 'no way leads to it']],
  ['ENETUNREACH', ['connection', 'no way leads to its network']],
  ['EADDRNOTAVAIL', ['connection', 'no way leads to it']],
  ['ETIMEDOUT', ['timeout', 'no connection came about']],
  ['UND_ERR_CONNECT_TIMEOUT', ['timeout', 'no connection came about']],
  ['UND_ERR_SOCKET', ['connection', 'the server closed the connection']],
  ['UND_ERR_HEADERS_OVERFLOW', ['too-large', 'its headers are too large']],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', ['bad-response', 'the body is not as long as its header says']],
  ['CERT_HAS_EXPIRED', ['tls', 'its certificate has expired']],
  ['CERT_NOT_YET_VALID', ['tls', 'its certificate is not valid yet (is this machine’s clock right?)']],
  ['CERT_REVOKED', ['tls', 'its certificate was revoked']],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', ['tls', 'its certificate is self-signed']],
  ['SELF_SIGNED_CERT_IN_CHAIN', ['tls', 'its certificate comes from an authority that is not trusted here']],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', ['tls', 'the authority of its certificate is not known here']],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', ['tls', 'its certificate chain is incomplete']],
  ['ERR_TLS_CERT_ALTNAME_INVALID', ['tls', 'its certificate is for another host']],
  ['EPROTO', ['tls', 'it does not speak TLS as expected; is it https at all?']],
])

/** How much of a library's own message is repeated: some carry what the server sent. */
const maxCauseLength = 200

/**
 * What went wrong on the way to an address, in words. Failures that have words already keep them.
 * @param received bytes of the body that had come; undefined before the headers
 */
export function explain(error: unknown, url: URL, received: number | undefined): WebError {
  if (error instanceof WebError) return error.reason === 'refused-address' ? withWayOut(error, url) : error
  const [code, message] = error instanceof Error ? [codeOf(error), error.message] : ['', String(error)]
  const [reason, meaning] = meanings.get(code) ?? byFamily(code)
  const cut = reason === 'connection' && received !== undefined
  const where = cut ? ` after ${received} bytes of the body, before its end` : ''
  const what = `${meaning}${where} (${url.hostname}:${portOf(url)}: ${message.slice(0, maxCauseLength) || code})`
  return new WebError(reason, what, { cause: error })
}

/** Whoever resolves a name does not know the port it is for. */
function withWayOut({ reason, message }: WebError, url: URL): WebError {
  const entry = `${url.hostname}:${portOf(url)}`
  return new WebError(reason, `${message}; if it is meant, add ${entry} to ALLOW_PRIVATE_HOSTS`)
}

function byFamily(code: string): readonly [WebFailure, string] {
  if (code.startsWith('HPE_')) return ['bad-response', 'what it answers is not HTTP']
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) return ['tls', 'TLS failed']
  if (/CERT|ISSUER|SIGNATURE|CRL|CA_|PURPOSE/.test(code)) return ['tls', 'its certificate is not valid']
  return ['connection', 'the request failed']
}

/** Where several addresses were tried, the last one tells as much as all. */
function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code
  // undici's parser leaves the code away where the first bytes are wrong.
  if (error.name === 'HTTPParserError') return 'HPE_'
  const last: unknown = error instanceof AggregateError ? error.errors.at(-1) : error.cause
  return last instanceof Error ? codeOf(last) : ''
}
