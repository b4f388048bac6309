import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SourceError } from '../../src/errors.ts'
import { readFeed } from '../../src/sources/feed.ts'

const read = (text: string) => readFeed(Buffer.from(text))
const whole =
  '<rss version="2.0"><channel><title>Quay</title><item><title>One</title><link>https://q.example/1</link><guid>1</guid></item>' +
  '<item><title>Two</title><link>https://q.example/2</link><guid>2</guid></item></channel></rss>'
const titles = (text: string) => read(text).entries.map(({ title }) => title)

describe('readFeed reads in spite of', () => {
  it.each([
    ['white space and a mark before the declaration', `\n \ufeff<?xml version="1.0"?>${whole}`],
    [
      'a warning before the declaration',
      `<br />\n<b>Warning</b>: rand() in /srv/q.php<br />\n<?xml version="1.0"?>${whole}`,
    ],
    ['stray text before and after', `Content-Type: text/xml\n\n${whole}\n<!-- 0.2 s --><script>x()</script>`],
    [
      'a feed in a comment before it',
      `<!-- <rss><channel><item><title>No</title></item></channel></rss> -->${whole}`,
    ],
    ['a comment before it that never ends', `<!-- made today ->${whole}`],
    ['a feed that is cut off', whole.slice(0, whole.indexOf('</item></channel>'))],
    ['an item that is not closed', whole.replace('</item><item>', '<item>')],
    ['titles that are not closed', whole.replaceAll('</title><link>', '<link>')],
    ['closing tags that close nothing', whole.replaceAll('</guid>', '</guid></b></p></title>')],
    ['closing tags in the wrong order', whole.replace('</guid></item>', '</item></guid>')],
    ['attributes without quotes', whole.replace('version="2.0"', 'version=2.0 foo')],
    ['items without a channel', whole.replace(/<\/?channel>/g, '')],
    ['items beside the channel', whole.replace('</channel>', '').replace('<item>', '</channel><item>')],
    [
      'items in the channel and beside it',
      whole.replace('</channel>', '').replace('</item>', '</item></channel>'),
    ],
    ['two channels', whole.replace('</item>', '</item></channel><channel>')],
    ['a channel without its root', whole.replace(/<\/?rss[^>]*>/g, '')],
    ['NULs after the end', `${whole}\0\0`],
    ['quotes and brackets in tags', whole.replace('<item>', `<item a"b c'd e&f="1" g>`)],
    ['control characters', whole.replace('Quay', `Qu\u0007ay ${'eels '.repeat(99)}\u0001`)],
    [
      'markup in a field',
      whole.replace('<guid>1', '<description><p>Raw <br> & <a href=x>html</description><guid>1'),
    ],
    ['entities nobody declared', whole.replace('Quay', 'Quay &hellip; &foo; &')],
  ])('%s', (_name, text) => {
    expect(titles(text)).toEqual(['One', 'Two'])
  })
})

describe('readFeed refuses', () => {
  const deep = `<rss><channel>${'<a>'.repeat(50_000)}`
  const laughs = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>`
  const long = `<!DOCTYPE rss [<!ENTITY a "${'ha'.repeat(900)}">]><rss><channel><title>${'&a;'.repeat(1000)}</title></channel></rss>`

  it.each([
    ['nothing', '', 'it is empty'],
    ['white space', ' \n', 'it is empty'],
    ['a web page', '<!DOCTYPE html><html><body><p>Sign in</p></body></html>', 'it is a web page, not a feed'],
    [
      'a web page that tells of feeds',
      '<html><body><rss><channel/></rss></body></html>',
      'it is a web page, not a feed',
    ],
    ['plain text', 'Not found', 'it is neither XML nor JSON'],
    [
      'XML that is no feed',
      '<?xml version="1.0"?><note><to>Bo</to></note>',
      'its root element is <note>, which is no feed’s',
    ],
    ['JSON that is no feed', '{"error": "not found"}', 'it is JSON, but no JSON Feed'],
    ['what only begins like JSON', '{"version": ', 'it begins like JSON but is none'],
    [
      'what ends in its first tag',
      '<?xml version="1.0"?><rss version="2',
      'it is cut off within its first tag',
    ],
    ['elements nested 50,000 deep', deep, 'its elements are nested too deep (over 256)'],
    [
      'entities made of one another',
      laughs,
      'its entity &b; is made of another (&a;), which may grow without end',
    ],
    ['entities that grow long', long, 'its entities grow too long (over 1000000 characters)'],
  ])('%s', (_name, text, why) => {
    expect(() => readFeed(Buffer.from(text), { url: 'https://q.example/f' })).toThrow(
      new SourceError(`Cannot read feed https://q.example/f: ${why}`),
    )
  })

  it('what is binary', () => {
    expect(() => readFeed(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).toThrow(
      'it is not text (binary)',
    )
  })

  it('what grows without bounds when unpacked', () => {
    expect(() => readFeed(gzipSync(Buffer.alloc(30_000_000, 0x20)))).toThrow('over 20000000 bytes')
  })
})

describe('readFeed', () => {
  it('keeps the newest thousand entries, in their order', () => {
    const item = (day: number) =>
      `<item><title>${day}</title><pubDate>${new Date(Date.UTC(2020, 0, day)).toUTCString()}</pubDate></item>`
    const days = Array.from({ length: 1200 }, (_, index) => index + 1)
    const found = titles(`<rss><channel>${days.map(item).join('')}</channel></rss>`)
    expect([found.length, found[0], found.at(-1)]).toEqual([1000, '201', '1200'])
  })

  it('cuts endless titles, and takes no endless id', () => {
    const long = 'eels '.repeat(20_000)
    const [entry] = read(
      `<rss><item><title>${long}</title><guid>${long}</guid><link>/${long}</link></item></rss>`,
    ).entries
    expect(entry).toEqual({ title: 'eels '.repeat(200).trim(), link: expect.any(String), categories: [] })
  })

  it('takes elements named like parts of objects for unknown', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'length']
    const odd = names.map((name) => `<${name} ${name}="1"><title>No</title></${name}>`).join('')
    expect(titles(whole.replaceAll('<item>', `<item>${odd}`))).toEqual(['One', 'Two'])
    expect(titles(whole.replace('<channel>', `<channel>${odd}`))).toEqual(['One', 'Two'])
  })

  it('throws nothing but SourceError, whatever becomes of a feed', () => {
    const pieces = [
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '&a;',
      '&',
      '<',
      '"',
      '<!--',
      '-->',
      '<link href=',
      'x',
      '\n',
    ]
    const damage = fc.array(
      fc.record({ at: fc.nat(whole.length), with: fc.constantFrom(...pieces), cut: fc.nat(9) }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(damage, (places) => {
        const text = places.reduce(
          (left, { at, with: piece, cut }) => left.slice(0, at) + piece + left.slice(at + cut),
          whole,
        )
        try {
          expect(Array.isArray(read(text).entries)).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError)
        }
      }),
    )
  })
})
