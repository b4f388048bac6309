import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsSecret, showUrl } from '../../../src/sources/http/show-url.ts'

describe('showUrl', () => {
  it.each([
    ['https://news.example/feed', 'https://news.example/feed'],
    ['HTTPS://NEWS.example:443/a/../feed', 'https://news.example/feed'],
    ['http://me:hunter2@news.example:8080/feed?page=2#top', 'http://news.example:8080/feed?page=2'],
    ['https://hunter2@news.example/', 'https://news.example/'],
    [
      'https://news.example/?token=a&page=2&API_KEY=b&access-token=c&q=',
      'https://news.example/?token=…&page=2&API_KEY=…&access-token=…&q=',
    ],
    ['https://news.example/?token', 'https://news.example/?token'],
    ['https://news.example/?a=1&&b', 'https://news.example/?a=1&&b'],
    ['ftp://me:hunter2@news.example/a', 'ftp://news.example/a'],
    ['file:///etc/passwd', 'file:/etc/passwd'],
    ['me:hunter2@news.example/feed', 'me:…@news.example/feed'],
    ['mailto:news.example', 'mailto:news.example'],
    ['news', '"news"'],
    ['http://me:hunter2@a b/', '"…@a b/"'],
    ['//me:p/w@news.example/', '"…@news.example/"'],
    ['\n\u0007', '"\\n\\u0007"'],
  ])('shows %j', (address, shown) => {
    expect(showUrl(address)).toBe(shown)
  })

  it('cuts what is long', () => {
    expect(showUrl(`https://news.example/${'a'.repeat(5000)}`)).toHaveLength(301)
  })

  it('never shows a password, whatever it is made of', () => {
    const password = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
    fc.assert(
      fc.property(password, fc.constantFrom('news.example', 'a b', '[', ''), (secret, host) => {
        expect(showUrl(`https://me:hunter2${secret}@${host}/feed`)).not.toContain('hunter2')
      }),
      { numRuns: 1000 },
    )
  })
})

describe('holdsSecret', () => {
  it.each(['https://me:pw@a.example/', 'https://me@a.example/', 'https://a.example/?page=1&token=x'])(
    'tells an address that opens more than others do: %s',
    (address) => expect(holdsSecret(address)).toBe(true),
  )

  it.each(['https://a.example/feed?page=1', 'https://a.example/?token', 'news'])(
    'from one that does not: %s',
    (address) => expect(holdsSecret(address)).toBe(false),
  )
})
