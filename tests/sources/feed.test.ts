import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type FeedOrigin, readFeed } from '../../src/sources/feed.ts'

const read = (text: string, origin?: FeedOrigin) => readFeed(Buffer.from(text), origin)
const first = (text: string, origin?: FeedOrigin) => read(text, origin).entries[0]
const noon = Date.UTC(2026, 9, 12, 12)

/** An RSS feed around one item. */
const rss = (item: string): string =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>Quay</title><link>https://quay.example/</link><item>${item}</item></channel></rss>`

/** An Atom feed around one entry. */
const atom = (entry: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><entry>${entry}</entry></feed>`

describe('readFeed reads the forms of feeds', () => {
  it('RSS 2.0', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel>
        <title>Harbour &amp; Hill</title><link>https://quay.example/</link><description>News of the quay</description>
        <language>en-GB</language><ttl>45</ttl><skipHours><hour>2</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day><day>saturday</day></skipDays>
        <item>
          <title>Eels return</title><link>https://quay.example/eels</link><guid isPermaLink="false">eel-1</guid>
          <pubDate>Mon, 12 Oct 2026 14:00:00 +0200</pubDate><dc:creator>Ada Moor</dc:creator>
          <description>&lt;p&gt;They came &lt;b&gt;back&lt;/b&gt;.&lt;/p&gt;</description>
          <content:encoded><![CDATA[<p>They came back.</p><p>All of them.</p>]]></content:encoded>
          <category>Nature</category><category>Quay</category>
        </item>
      </channel></rss>`
    expect(read(text)).toEqual({
      title: 'Harbour & Hill',
      link: 'https://quay.example/',
      description: 'News of the quay',
      language: 'en-GB',
      hints: { ttlMs: 45 * 60_000, skipHours: [2, 0], skipDays: [0, 6] },
      entries: [
        {
          title: 'Eels return',
          link: 'https://quay.example/eels',
          id: 'eel-1',
          publishedAt: noon,
          author: 'Ada Moor',
          summary: 'They came back.',
          content: 'They came back.\n\nAll of them.',
          categories: ['Nature', 'Quay'],
        },
      ],
    })
  })

  it('RSS 0.91 with a document type and items beside the channel', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
      <rss version="0.91"><channel><title>Old quay</title><link>http://quay.example/</link></channel>
      <item><title>Bell cast</title><link>http://quay.example/bell</link></item></rss>`
    expect(read(text)).toMatchObject({
      title: 'Old quay',
      entries: [{ title: 'Bell cast', link: 'http://quay.example/bell' }],
    })
  })

  it('RSS 1.0 (RDF), also items that its table of contents leaves out', () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
      <channel rdf:about="https://quay.example/rdf"><title>Quay RDF</title><link>https://quay.example/</link>
        <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
        <items><rdf:Seq><rdf:li rdf:resource="https://quay.example/1"/></rdf:Seq></items></channel>
      <item rdf:about="https://quay.example/1"><title>One</title><link>https://quay.example/1</link><dc:date>2026-10-12T12:00Z</dc:date></item>
      <item rdf:about="https://quay.example/2"><title>Two</title><link>https://quay.example/2</link></item>
    </rdf:RDF>`
    expect(read(text)).toMatchObject({
      title: 'Quay RDF',
      hints: { ttlMs: 6 * 3_600_000 },
      entries: [
        { title: 'One', id: 'https://quay.example/1', publishedAt: noon, updatedAt: noon },
        { title: 'Two', link: 'https://quay.example/2' },
      ],
    })
  })

  it('RDF whose items stand in the channel, and RSS 1.1', () => {
    const items =
      '<item><title>One</title><link>https://quay.example/1</link></item><item><title>Two</title></item>'
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Quay</title>${items}</channel></rdf:RDF>`
    const rss11 = `<Channel xmlns="http://purl.org/net/rss1.1#"><title>Quay</title><items>${items}</items></Channel>`
    for (const text of [rdf, rss11]) {
      expect(read(text)).toMatchObject({ title: 'Quay', entries: [{ title: 'One' }, { title: 'Two' }] })
    }
  })

  it('Atom 1.0', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Quay &amp;lt;em&amp;gt;</title>
      <link rel="self" href="https://quay.example/atom"/><link href="https://quay.example/"/><id>urn:quay</id><updated>2026-10-12T12:00:00Z</updated>
      <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Eels <b>return</b></div></title>
        <link rel="enclosure" href="https://quay.example/eels.mp3"/>
        <link rel="alternate" type="application/json" href="https://quay.example/eels.json"/>
        <link rel="alternate" type="text/html" href="https://quay.example/eels"/>
        <id>urn:quay:1</id><published>2026-10-12T12:00:00Z</published><updated>2026-10-12T13:00:00+01:00</updated>
        <author><name>Ada Moor</name></author><author><name>Bo Fen</name></author><category term="nature" label="Nature"/>
        <summary>Short.</summary><content type="html">&lt;p&gt;Long.&lt;/p&gt;&lt;p&gt;Longer.&lt;/p&gt;</content></entry></feed>`
    expect(read(text)).toMatchObject({
      title: 'Quay <em>',
      link: 'https://quay.example/',
      id: 'urn:quay',
      language: 'en',
      entries: [
        {
          title: 'Eels return',
          link: 'https://quay.example/eels',
          id: 'urn:quay:1',
          publishedAt: noon,
          updatedAt: noon,
          author: 'Ada Moor, Bo Fen',
          summary: 'Short.',
          content: 'Long.\n\nLonger.',
          categories: ['Nature'],
        },
      ],
    })
  })

  it('Atom 0.3, also its base64', () => {
    const text = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="base64" type="text/html">UXVheSA8Yj5uZXdzPC9iPg==</title>
      <entry><title mode="escaped">Eels &amp;amp; elvers</title><link rel="alternate" type="text/html" href="https://quay.example/eels"/>
      <id>tag:quay</id><issued>2026-10-12T12:00:00Z</issued><modified>2026-10-12T12:00:00Z</modified></entry></feed>`
    expect(read(text)).toMatchObject({
      title: 'Quay news',
      entries: [
        { title: 'Eels & elvers', link: 'https://quay.example/eels', publishedAt: noon, updatedAt: noon },
      ],
    })
  })

  it('JSON Feed', () => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Quay',
      home_page_url: 'https://quay.example/',
      items: [
        {
          id: 7,
          url: '/eels',
          title: 'Eels',
          content_html: '<p>They came.</p>',
          date_published: '2026-10-12T12:00:00Z',
          authors: [{ name: 'Ada Moor' }],
          tags: ['nature'],
        },
      ],
    })
    expect(read(text, { url: 'https://quay.example/feed.json' })).toMatchObject({
      title: 'Quay',
      entries: [
        {
          title: 'Eels',
          id: '7',
          link: 'https://quay.example/eels',
          content: 'They came.',
          publishedAt: noon,
          author: 'Ada Moor',
          categories: ['nature'],
        },
      ],
    })
  })

  it('a feed in which nothing stands yet', () => {
    expect(read('<rss version="2.0"><channel></channel></rss>')).toEqual({
      title: '',
      hints: {},
      entries: [],
    })
    expect(read('<feed/>').entries).toEqual([])
  })

  it('prefixed roots, and namespaces that nobody knows', () => {
    expect(read('<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Quay</a:title></a:feed>').title).toBe(
      'Quay',
    )
    expect(read('<r:rss xmlns:r="urn:x"><r:channel><r:title>Quay</r:title></r:channel></r:rss>').title).toBe(
      'Quay',
    )
    expect(read('<feed xmlns="urn:x"><title>Quay</title></feed>').title).toBe('Quay')
    expect(read('<RSS><Channel><Title>Quay</Title></Channel></RSS>').title).toBe('Quay')
  })
})

describe('readFeed finds links', () => {
  const base = 'https://quay.example/feeds/news.xml'

  it.each([
    [
      'a guid that is an address, where there is no link',
      '<guid>https://quay.example/g</guid>',
      'https://quay.example/g',
    ],
    ['no guid that says it is none', '<guid isPermaLink="false">https://quay.example/g</guid>', undefined],
    ['no guid that is no address', '<guid isPermaLink="true">4711</guid>', undefined],
    [
      'the link before the guid',
      '<link>https://quay.example/l</link><guid>https://quay.example/g</guid>',
      'https://quay.example/l',
    ],
    ['a link in an attribute', '<link href="https://quay.example/l"/>', 'https://quay.example/l'],
    [
      'the page, not the feed itself',
      '<link rel="self" href="/me"/><link>/l</link>',
      'https://quay.example/l',
    ],
    [
      'a relative link against the feed',
      '<link>../l?a=1&amp;copy=2</link>',
      'https://quay.example/l?a=1&copy=2',
    ],
    [
      'a link with bare ampersands',
      '<link>/l?a=1&copy=2&b=3;c</link>',
      'https://quay.example/l?a=1&copy=2&b=3;c',
    ],
    ['nothing that is no address', '<link>javascript:alert(1)</link>', undefined],
  ])('%s', (_name, item, link) => {
    expect(first(rss(item), { url: base })?.link).toBe(link)
  })

  it('resolves against the nearest base, and bases against each other', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/a/">
      <entry xml:base="b/"><link href="c"/></entry><entry><link href="c"/></entry>
      <entry><link xml:base="https://hill.example/" href="c"/></entry></feed>`
    expect(read(text).entries.map(({ link }) => link)).toEqual([
      'https://quay.example/a/b/c',
      'https://quay.example/a/c',
      'https://hill.example/c',
    ])
    const inChannel = rss('<link>c</link>').replace(
      '<channel>',
      '<channel xml:base="https://quay.example/a/">',
    )
    expect(first(inChannel)?.link).toBe('https://quay.example/a/c')
    expect(first(rss('<link>c</link>').replace('<channel>', '<channel xml:base="x">'))?.link).toBe('c')
  })

  it('believes a channel’s Atom link that names a web page before its plain one', () => {
    const atom = '<atom:link rel="alternate" type="text/html" href="https://quay.example/"/>'
    const own = '<atom:link rel="self" type="application/rss+xml" href="https://quay.example/rss"/>'
    const text = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Quay</title>
      <link>http://quay.example/</link>${own}${atom}</channel></rss>`
    expect(read(text).link).toBe('https://quay.example/')
  })

  it('leaves a relative link as written where no base is known', () => {
    expect(first(rss('<link>/eels</link>'))?.link).toBe('/eels')
  })
})

describe('readFeed names authors', () => {
  it.each([
    ['by name where there is one', '<author>ada@quay.example (Ada Moor)</author>', 'Ada Moor'],
    [
      'by one vocabulary, not by all',
      '<author>ada@quay.example</author><dc:creator>Ada Moor</dc:creator>',
      'Ada Moor',
    ],
    ['by address where there is nothing else', '<author>ada@quay.example</author>', 'ada@quay.example'],
    ['not at all', '<author/>', undefined],
  ])('%s', (_name, item, author) => {
    expect(first(rss(item))?.author).toBe(author)
  })

  it('as the feed does, where an entry of Atom names none', () => {
    const text = atom('<title>x</title>').replace('<entry>', '<author><name>Ada Moor</name></author><entry>')
    expect(first(text)?.author).toBe('Ada Moor')
  })
})

describe('readFeed makes text of markup', () => {
  it.each([
    ['Q&amp;amp;A &amp;#8212; live', 'Q&A — live'],
    ['<![CDATA[Eels &amp; <em>elvers</em>]]>', 'Eels & elvers'],
    ['1 &lt; 2 and List&lt;String&gt;', '1 < 2 and List<String>'],
    ['I <3 eels', 'I <3 eels'],
    ['10&lt;sup&gt;5&lt;/sup&gt; eels', '10 5 eels'],
    ['A&lt;script&gt;alert(1)&lt;/script&gt;B', 'AB'],
    ['  two\n lines ', 'two lines'],
    ['Eels <b>raw</b> here', 'Eels raw here'],
    ['caf&eacute; &nosuch; AT&T', 'café &nosuch; AT&T'],
  ])('of the title %s', (written, title) => {
    expect(first(rss(`<title>${written}</title>`))?.title).toBe(title)
  })

  it('takes no tags out of a title that is plain by its type', () => {
    expect(first(atom('<title type="text">The &lt;b> tag</title>'))?.title).toBe('The <b> tag')
  })

  it('gives paragraphs, without scripts, captions and what a blog software adds', () => {
    const html =
      '<p>One<br>line.</p><script>x()</script><figure><figcaption>Pic</figcaption></figure><ul><li>Two</li></ul>' +
      '<p>The post <a href="x">Eels</a> appeared first on <a href="y">Quay</a>.</p>'
    expect(first(rss(`<description><![CDATA[${html}]]></description>`))?.summary).toBe('One line.\n\nTwo')
  })

  it('of XHTML content, empty elements and all', () => {
    const content =
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One<br/>line.<iframe src="x"/><p>Two &amp; <![CDATA[three]]>.</p></div></content>'
    expect(first(atom(content))?.content).toBe('One line.\n\nTwo & three.')
  })

  it('replaces entities that the document declares', () => {
    const text = `<!DOCTYPE rss [<!ENTITY quay "Harrow &amp; Quay">]>${rss('<title>At &quay;</title>')}`
    expect(first(text)?.title).toBe('At Harrow & Quay')
  })
})

describe('readFeed decodes', () => {
  const encoded = (declaration: string, letters: readonly number[]) =>
    Buffer.concat([
      Buffer.from(`${declaration}<rss><channel><title>`),
      Buffer.from(letters),
      Buffer.from('</title></channel></rss>'),
    ])

  it.each([
    [
      'UTF-8 whatever is declared',
      encoded('<?xml version="1.0" encoding="iso-8859-1"?>', [0xc3, 0xa9]),
      undefined,
      'é',
    ],
    [
      'the charset of the declaration',
      encoded('<?xml version="1.0" encoding="windows-1251"?>', [0xc6]),
      undefined,
      'Ж',
    ],
    [
      'the charset of the header before it',
      encoded('<?xml version="1.0" encoding="iso-8859-1"?>', [0xc6]),
      'windows-1251',
      'Ж',
    ],
    ['windows-1252 where nothing is declared', encoded('', [0x93, 0xe9, 0x94]), undefined, '“é”'],
    [
      'windows-1252 where nonsense is declared',
      encoded('<?xml version="1.0" encoding="bogus"?>', [0xe9]),
      'nonsense',
      'é',
    ],
    [
      'UTF-8 with a stray byte',
      encoded('', [...Buffer.from('ééééééééé'), 0xff]),
      undefined,
      'ééééééééé\ufffd',
    ],
    [
      'ISO-2022-JP',
      encoded(
        '<?xml version="1.0" encoding="iso-2022-jp"?>',
        [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42],
      ),
      undefined,
      '日',
    ],
    [
      'UTF-16',
      Buffer.from('\ufeff<rss><channel><title>é</title></channel></rss>', 'utf16le'),
      undefined,
      'é',
    ],
    ['UTF-32', utf32('<rss><channel><title>é</title></channel></rss>'), undefined, 'é'],
    [
      'what was stored compressed',
      gzipSync('<rss><channel><title>é</title></channel></rss>'),
      undefined,
      'é',
    ],
  ])('%s', (_name, bytes, charset, title) => {
    expect(readFeed(bytes, charset === undefined ? {} : { charset }).title).toBe(title)
  })
})

function utf32(text: string): Uint8Array {
  const bytes = Buffer.alloc(4 * text.length)
  for (const [index, letter] of [...text].entries())
    bytes.writeUInt32BE(letter.codePointAt(0) ?? 0, 4 * index)
  return bytes
}
