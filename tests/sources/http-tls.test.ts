import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WebOptions } from '../../src/sources/http.ts'
import { failureOf, listen, serve, textOf, webWith } from './http/hostile-server.ts'

function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '../fixtures/tls', name), 'utf8')
}

/** A server with a certificate for feeds.test, and a reader for which every name is that server. */
async function serveTls(certificate: 'valid.pem' | 'expired.pem', options: WebOptions = {}) {
  const tls = { key: fixture('key.pem'), cert: fixture(certificate) }
  const server = createServer(tls, (_, response) => response.end('news'))
  const { port } = await listen(server, new Set())
  const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
  const allowPrivateHosts = ['feeds.test', 'other.test', '127.0.0.1']
  return { port, web: webWith({ allowPrivateHosts, resolve, ...options }) }
}

describe('a certificate', () => {
  it('that is trusted, in time and for the host is good, with a point after the host too', async () => {
    const { web, port } = await serveTls('valid.pem', { ca: fixture('valid.pem') })
    expect(await textOf(web.get(`https://feeds.test:${port}/`))).toBe('news')
    expect(await textOf(web.get(`https://feeds.test.:${port}/`))).toBe('news')
  })

  it('that is self-signed is refused', async () => {
    const { web, port } = await serveTls('valid.pem')
    const error = await failureOf(web.get(`https://feeds.test:${port}/`))
    expect(error.reason).toBe('tls')
    expect(error.message).toContain(`Cannot read https://feeds.test:${port}/: its certificate is self-signed`)
  })

  it('that has expired is refused', async () => {
    const { web, port } = await serveTls('expired.pem', { ca: fixture('expired.pem') })
    const error = await failureOf(web.get(`https://feeds.test:${port}/`))
    expect(error.reason).toBe('tls')
    expect(error.message).toContain('its certificate has expired')
  })

  it.each(['other.test', '127.0.0.1'])('for another host is refused: %s', async (host) => {
    const { web, port } = await serveTls('valid.pem', { ca: fixture('valid.pem') })
    const error = await failureOf(web.get(`https://${host}:${port}/`))
    expect(error.reason).toBe('tls')
    expect(error.message).toContain('its certificate is for another host')
    expect(error.message).toContain("does not match certificate's altnames")
  })

  it('is missing where https meets a server of http', async () => {
    const server = await serve((_, response) => response.end('news'))
    const web = webWith({ allowPrivateHosts: ['127.0.0.1'] })
    const error = await failureOf(web.get(`https://127.0.0.1:${server.port}/`))
    expect(error.reason).toBe('tls')
  })
})

describe('http', () => {
  it('at a port of https is a failure that says so', async () => {
    const { web, port } = await serveTls('valid.pem')
    expect(['connection', 'bad-response']).toContain(
      (await failureOf(web.get(`http://127.0.0.1:${port}/`))).reason,
    )
  })

  it('is gone back to where https redirects there, but not for good', async () => {
    const plain = await serve((_, response) => response.end('news'))
    const tls = { key: fixture('key.pem'), cert: fixture('valid.pem') }
    const server = createServer(tls, (_, response) =>
      response.writeHead(301, { location: plain.origin }).end(),
    )
    const { port } = await listen(server, new Set())
    const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    const web = webWith({ allowPrivateHosts: ['feeds.test', '127.0.0.1'], resolve, ca: fixture('valid.pem') })
    const answer = await web.get(`https://feeds.test:${port}/`)
    expect(answer).toMatchObject({ kind: 'read', url: `${plain.origin}/` })
    expect(answer.permanentUrl).toBeUndefined()
  })
})
