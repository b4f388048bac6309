import { describe, expect, it } from 'vitest'
import { SourceError } from '../../src/errors.ts'
import { readPage } from '../../src/sources/page.ts'

const paragraphs = [
  'The first boat of the year left Harrow Quay at dawn on Monday, with forty people and a small dog aboard.',
  '“We waited all winter,” said Ilse Brandt, a nurse, who crosses twice a week. “Now, at last, we sail.”',
  'The owner, which bought the line in May, said that tickets would cost $4.50, as they did before the storm.',
]

function page({ head = '', before = '', after = '', attributes = '' } = {}): string {
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  return `<!doctype html><html ${attributes}><head>${head}</head><body>
    <header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
    <main><article><h1>Ferry returns</h1>${before}${body}${after}</article></main>
    <footer><p>© Courier. All rights reserved.</p></footer></body></html>`
}

describe('readPage', () => {
  it('gives the paragraphs of the article and nothing around them', () => {
    expect(readPage(page())).toEqual({
      title: 'Ferry returns',
      publisher: '',
      language: 'en',
      text: paragraphs.join('\n\n'),
    })
  })

  it('reads Open Graph and plain metadata', () => {
    const head = `<title>Ferry returns | Courier</title>
      <meta property="og:title" content="Ferry returns at last | Courier"><meta property="og:site_name" content="Courier">
      <meta name="author" content="By Zoë O’Hara"><meta property="article:published_time" content="2026-10-12T08:30:00Z">
      <meta name="description" content="It sails again."><link rel="canonical" href="/ferry">`
    expect(
      readPage(page({ head, attributes: 'lang="en-GB"' }), 'https://courier.example.com/x?utm=1'),
    ).toMatchObject({
      title: 'Ferry returns at last',
      publisher: 'Courier',
      author: 'Zoë O’Hara',
      publishedAt: Date.UTC(2026, 9, 12, 8, 30),
      standfirst: 'It sails again.',
      url: 'https://courier.example.com/ferry',
      language: 'en-GB',
    })
  })

  it('prefers what JSON-LD says', () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': ['NewsArticle'],
          headline: 'Ferry &amp; crew return',
          datePublished: '2026-10-12',
          author: [{ name: 'Zoë O’Hara' }, { name: 'Nguyễn Văn An' }],
          publisher: { name: 'The Courier' },
        },
      ],
    }
    const head = `<meta name="author" content="Somebody"><script type="application/ld+json">${JSON.stringify(data)}</script>`
    expect(readPage(page({ head }))).toMatchObject({
      title: 'Ferry & crew return',
      author: 'Zoë O’Hara, Nguyễn Văn An',
      publisher: 'The Courier',
      publishedAt: Date.UTC(2026, 9, 12),
    })
  })

  it('leaves out what makes no sense', () => {
    const head = `<meta property="og:site_name" content="https://x.example"><meta name="author" content="@handle">
      <meta property="article:published_time" content="1970-01-01T00:00:00Z"><meta name="description" content="${paragraphs[0]?.slice(0, 60)}…">
      <link rel="canonical" href="https://courier.example.com/"><script type="application/ld+json">{broken</script>`
    expect(readPage(page({ head, attributes: 'lang="??"' }), 'https://courier.example.com/ferry')).toEqual({
      title: 'Ferry returns',
      publisher: '',
      language: 'en',
      url: 'https://courier.example.com/ferry',
      text: paragraphs.join('\n\n'),
    })
  })

  it('leaves out pictures with their captions, and scripts', () => {
    const after =
      '<figure><img src="a.jpg" alt="A boat"><figcaption>Picture: PA</figcaption></figure><script>var a</script>'
    expect(readPage(page({ after })).text).toBe(paragraphs.join('\n\n'))
  })

  it('parts paragraphs at double line breaks', () => {
    const html = `<div>${paragraphs.join('<br><br>')}</div>`
    expect(readPage(html).text).toBe(paragraphs.join('\n\n'))
  })

  it('refuses a page without text', () => {
    expect(() => readPage('<html><body><img src="x"></body></html>', 'https://example.com/x')).toThrow(
      new SourceError('Cannot read page https://example.com/x: it has no article text'),
    )
  })

  it.each([
    ['nested too deep', '<div>'.repeat(50_000), 'its elements are nested too deep (over 200)'],
    ['of too many elements', '<p>a'.repeat(50_000), 'it has too many elements (over 20000)'],
    ['of too many pieces', '&lt;'.repeat(200_000), 'it has too many pieces of text (over 100000)'],
    [
      'with too many attributes',
      `<p ${numbered(1000)}>a`,
      'one of its elements has too many attributes (over 200)',
    ],
    [
      'with many attributes on many elements',
      `<p ${numbered(190)}>a</p>`.repeat(900),
      'its elements have too many attributes (over 60000)',
    ],
    [
      'nested deep in many places',
      `${'<div>'.repeat(190)}a${'</div>'.repeat(190)}`.repeat(100),
      'too many of its elements are nested deep (over 800000 levels in all)',
    ],
    ['too long', 'a'.repeat(5_000_001), 'the page is too long (over 5000000 characters)'],
  ])('refuses a page %s', (_name, html, reason) => {
    expect(() => readPage(html)).toThrow(new SourceError(`Cannot read page: ${reason}`))
  })
})

function numbered(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}=1`).join(' ')
}
