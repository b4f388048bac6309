import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../src/errors.ts'
import { openWeb } from '../../src/sources/http.ts'
import { failureOf, serve, serveBytes, textOf, webFor, webWith } from './http/hostile-server.ts'

const nobody = { resolve: () => Promise.reject(new Error('no name is to be resolved')) }

/** A resolver that gives the same addresses for every name. */
function resolveTo(...addresses: readonly string[]) {
  return () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
}

describe('an address written as a number', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['2130706433', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['0177.0.0.1', '127.0.0.1'],
    ['0x7f.0.0.1', '127.0.0.1'],
    ['127.1', '127.0.0.1'],
    ['127.0.1', '127.0.0.1'],
    ['127.0.0.1.', '127.0.0.1'],
    ['①②⑦.0.0.1', '127.0.0.1'],
    ['%31%32%37.0.0.1', '127.0.0.1'],
    ['0', '0.0.0.0'],
    ['10.1.2.3', '10.1.2.3'],
    ['172.31.255.255', '172.31.255.255'],
    ['192.168.0.1', '192.168.0.1'],
    ['169.254.169.254', '169.254.169.254'],
    ['100.100.100.200', '100.100.100.200'],
    ['168.63.129.16', '168.63.129.16'],
    ['255.255.255.255', '255.255.255.255'],
    ['224.0.0.1', '224.0.0.1'],
    ['[::1]', '::1'],
    ['[::]', '::'],
    ['[0:0:0:0:0:0:0:1]', '::1'],
    ['[::ffff:127.0.0.1]', '::ffff:7f00:1'],
    ['[::ffff:a9fe:a9fe]', '::ffff:a9fe:a9fe'],
    ['[::127.0.0.1]', '::7f00:1'],
    ['[64:ff9b::127.0.0.1]', '64:ff9b::7f00:1'],
    ['[64:ff9b:1::a00:1]', '64:ff9b:1::a00:1'],
    ['[2002:7f00:1::]', '2002:7f00:1::'],
    ['[2001:0:7f00:1::]', '2001:0:7f00:1::'],
    ['[fe80::1]', 'fe80::1'],
    ['[fd00:ec2::254]', 'fd00:ec2::254'],
    ['[fec0::1]', 'fec0::1'],
    ['[ff02::1]', 'ff02::1'],
    ['[4000::1]', '4000::1'],
  ])('is refused where it is not public: %s', async (host, address) => {
    const error = await failureOf(webWith(nobody).get(`http://${host}/feed`))
    expect(error.reason).toBe('refused-address')
    expect(error.message).toContain(`: ${address} is not on the public Internet (`)
  })

  it('is refused with what it is and what to do', async () => {
    const error = await failureOf(webWith(nobody).get('https://[::1]:8443/feed'))
    expect(error.message).toBe(
      'Cannot read https://[::1]:8443/feed: ::1 is not on the public Internet (this machine itself); ' +
        'if it is meant, add [::1]:8443 to ALLOW_PRIVATE_HOSTS',
    )
  })
})

describe('a name', () => {
  it.each([
    [['127.0.0.1']],
    [['::1']],
    [['::ffff:10.0.0.1']],
    [['64:ff9b::c0a8:1']],
    [['93.184.215.14', '10.0.0.1']],
    [['2606:2800:21f::1', '::1']],
    [['fe80::1%lo']],
    [['0x7f.1']],
    [['2130706433']],
  ])('is refused where it leads to what is not public: %s', async (addresses) => {
    const web = webWith({ resolve: resolveTo(...addresses) })
    const error = await failureOf(web.get('http://news.test/feed'))
    expect(error.reason).toBe('refused-address')
    expect(error.message).toContain('news.test leads to ')
    expect(error.message).toContain('add news.test:80 to ALLOW_PRIVATE_HOSTS')
  })

  it('of this machine is refused by its real address', async () => {
    const server = await serve((_, response) => response.end('secret'))
    for (const name of ['localhost', 'LOCALHOST', 'localhost.', 'loc%61lhost']) {
      const error = await failureOf(webWith({}).get(`http://${name}:${server.port}/`))
      expect(error.reason).toBe('refused-address')
    }
    expect(server.requests).toEqual([])
  })

  it('that changes its address after the check gains nothing: it is resolved once, and that is where it goes', async () => {
    const server = await serve((_, response) => response.end('secret'))
    let asked = 0
    // The first answer is public, and assigned to nobody; every later one is the server here.
    const resolve = () => {
      asked += 1
      return asked === 1 ? resolveTo('2000::1')() : resolveTo('127.0.0.1')()
    }
    const limits = { totalMs: 300 }
    await failureOf(webWith({ resolve, limits }).get(`http://rebinding.test:${server.port}/`))
    expect(asked).toBe(1)
    expect(server.requests).toEqual([])
  })

  it('is checked again for each connection', async () => {
    const server = await serve((_, response) => response.end('secret'))
    const web = webWith({ resolve: resolveTo('127.0.0.1') })
    for (let turn = 0; turn < 3; turn += 1) {
      const error = await failureOf(web.get(`http://rebinding.test:${server.port}/`))
      expect(error.reason).toBe('refused-address')
    }
    expect(server.requests).toEqual([])
  })

  it('without addresses, or unknown, is said to be so', async () => {
    expect(await failureOf(webWith({ resolve: resolveTo() }).get('http://news.test/'))).toMatchObject({
      reason: 'dns',
      message: 'Cannot read http://news.test/: the name news.test has no address',
    })
    const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND news.test'), { code: 'ENOTFOUND' })
    const error = await failureOf(
      webWith({ resolve: () => Promise.reject(unknown) }).get('http://news.test/'),
    )
    expect(error).toMatchObject({ reason: 'dns', cause: unknown })
    expect(error.message).toContain('there is no host of this name')
  })
})

describe('a scheme or port', () => {
  it.each([
    'ftp://news.example/a',
    'file:///etc/passwd',
    'data:text/plain,a',
    'javascript:alert(1)',
    'gopher://a/',
  ])('other than http and https is refused: %s', async (address) => {
    expect((await failureOf(webWith(nobody).get(address))).reason).toBe('refused-scheme')
  })

  it.each([0, 1, 22, 25, 53, 81, 110, 143, 465, 587, 993, 1023, 2049, 5060, 6000, 6667, 10080])(
    'of another service is refused: %d',
    async (port) => {
      const error = await failureOf(webWith(nobody).get(`http://news.example:${port}/`))
      expect(error.reason).toBe('refused-port')
      expect(error.message).toContain(`add news.example:${port} to ALLOW_PRIVATE_HOSTS`)
    },
  )

  it.each([
    '',
    'news',
    '//news.example/feed',
    'http://',
    'http://[::1%25lo]/',
    'http://a b/',
    'http://news.example:99999/',
  ])('is missing from what is no address: %j', async (address) => {
    expect((await failureOf(webWith(nobody).get(address))).reason).toBe('bad-url')
  })
})

describe('ALLOW_PRIVATE_HOSTS', () => {
  it('opens a host and port, however its number is spelt', async () => {
    const server = await serve((_, response) => response.end('news'))
    const web = webFor(server)
    for (const host of ['127.0.0.1', '2130706433', '0177.1', '127.0.0.1.']) {
      expect(await textOf(web.get(`http://${host}:${server.port}/`))).toBe('news')
    }
  })

  it('opens neither another port, nor another name, nor another number of the same machine', async () => {
    const [server, other] = [await serve((_, r) => r.end('news')), await serve((_, r) => r.end('secret'))]
    const web = webFor(server, { resolve: resolveTo('127.0.0.1') })
    const closed = [
      other.origin,
      `http://localhost:${server.port}`,
      `http://news.test:${server.port}`,
      `http://127.0.0.2:${server.port}`,
      `http://[::ffff:127.0.0.1]:${server.port}`,
    ]
    for (const address of closed) expect((await failureOf(web.get(address))).reason).toBe('refused-address')
    expect([...server.requests, ...other.requests]).toEqual([])
  })

  it('opens every web port of a host that is named without one, and no other host', async () => {
    const server = await serve((_, response) => response.end('news'))
    const web = webWith({ allowPrivateHosts: ['NAS.Lan.'], resolve: resolveTo('127.0.0.1') })
    expect(await textOf(web.get(`http://nas.lan:${server.port}/`))).toBe('news')
    expect(await textOf(web.get(`http://nas.lan.:${server.port}/`))).toBe('news')
    expect((await failureOf(web.get(`http://evil.nas.lan:${server.port}/`))).reason).toBe('refused-address')
    expect((await failureOf(web.get('http://nas.lan:22/'))).reason).toBe('refused-port')
  })

  it('opens a port of another service that it names', async () => {
    const web = webWith({ allowPrivateHosts: ['news.test:81'], resolve: resolveTo() })
    expect((await failureOf(web.get('http://news.test:81/'))).reason).toBe('dns')
  })

  it.each(['::1', '[::1]:8080', 'nas', 'nas.lan:1', '192.168.1.4', 'bücher.lan:8080'])(
    'takes %s',
    (entry) => {
      expect(() => webWith({ allowPrivateHosts: [entry] })).not.toThrow()
    },
  )

  it.each([
    '',
    ':80',
    'nas:0',
    'nas:65536',
    'http://nas',
    'nas/feed',
    '10.0.0.0/8',
    '*.lan',
    'me@nas',
    '[nas]',
    '1:2:3',
  ])('must name a host: %j', (entry) => {
    expect(() => openWeb({ allowPrivateHosts: [entry] })).toThrow(ConfigError)
    expect(() => openWeb({ allowPrivateHosts: [entry] })).toThrow(JSON.stringify(entry))
  })
})

describe('a user name and password', () => {
  it('are sent as the address has them', async () => {
    const server = await serve((request, response) => response.end(request.headers.authorization))
    const web = webFor(server)
    const login = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
    const at = (user: string) => web.get(`http://${user}@127.0.0.1:${server.port}/`)
    expect(await textOf(at('me:p%40ss'))).toBe(login('me:p@ss'))
    expect(await textOf(at('me:100%'))).toBe(login('me:100%'))
    expect(await textOf(at('token'))).toBe(login('token:'))
  })

  it('are in neither the result nor a message', async () => {
    const server = await serve((_, response) => response.end('news'))
    const answer = await webFor(server).get(`http://me:hunter2@127.0.0.1:${server.port}/feed#top`)
    expect(answer.url).toBe(`${server.origin}/feed`)
    const failing = ['http://me:hunter2@[::1]/', 'ftp://me:hunter2@news.example/', 'http://me:hunter2@a b/']
    for (const address of [...failing, 'http://me:hunter2@news.example:25/', '//me:hunter2@news.example/']) {
      const error = await failureOf(webWith(nobody).get(address))
      expect(error.message).not.toContain('hunter2')
      expect(JSON.stringify(error.cause) ?? '').not.toContain('hunter2')
    }
  })
})

describe('any text for an address', () => {
  it('is read or refused with a WebError that names it in one line', async () => {
    const web = webWith({ resolve: resolveTo('127.0.0.1') })
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl()), async (address) => {
        const error = await failureOf(web.get(address))
        expect(error.message).toMatch(/^Cannot read /)
        expect(error.message).not.toMatch(/\p{Cc}/u)
      }),
      { numRuns: 200 },
    )
  })
})

describe('nothing but what was asked', () => {
  it('is sent: an honest name, no cookies, no referrer', async () => {
    const server = await serve((request, response) => {
      response.setHeader('set-cookie', 'id=1; Path=/')
      response.end(JSON.stringify(request.headers))
    })
    const web = webFor(server, { contactUrl: 'https://news.example/über-uns' })
    await web.get(server.origin)
    expect(JSON.parse(await textOf(web.get(server.origin)))).toEqual({
      host: `127.0.0.1:${server.port}`,
      connection: 'keep-alive',
      'user-agent': expect.stringMatching(
        /^Crier\/\d+\.\d+\.\d+ \(\+https:\/\/news\.example\/%C3%BCber-uns\)$/,
      ),
      accept: '*/*',
      'accept-encoding': 'gzip, deflate, br, zstd',
    })
  })

  it('is opened: a server of another protocol is told apart', async () => {
    const server = await serveBytes('220 mail.example ESMTP ready\r\n')
    const error = await failureOf(webFor(server).get(server.origin))
    expect(error.reason).toBe('bad-response')
    expect(error.message).toContain('what it answers is not HTTP')
  })
})
