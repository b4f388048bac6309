import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

function filesOf(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root })
    .toSorted()
    .map((file) => readFileSync(join(root, file), 'utf8'))
}

/** What is read, by kind: the articles and pages of the project, and feeds that use every field. */
export const seeds = {
  text: filesOf('articles/*.txt'),
  markdown: filesOf('articles/*.md'),
  page: [...filesOf('articles/*.html'), ...filesOf('tests/fixtures/pages/*/source.html')],
  feed: [
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay</title><link>/</link><ttl>60</ttl><skipHours><hour>3</hour></skipHours><item><title>Eels &amp;amp; elvers</title><link>/eels?utm_source=x</link><guid isPermaLink="false">e1</guid><pubDate>Mon, 12 Oct 2026 08:30:00 +0200</pubDate><dc:creator>Ada Quell</dc:creator><category>News</category><description>&lt;p&gt;They came.&lt;/p&gt;</description><content:encoded><![CDATA[<p>They <b>came</b>.</p><p>All.</p>]]></content:encoded></item></channel></rss>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/"><title type="html">Q &amp;lt;b&amp;gt;</title><link href="x"/><entry><id>tag:1</id><title>Eels</title><updated>2026-10-12T08:30:00Z</updated><author><name>Ada</name></author><link rel="alternate" href="/eels"/><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They came.</p></div></summary></entry></feed>`,
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="a"><title>R</title></channel><item rdf:about="https://quay.example/1"><title>One</title></item></rdf:RDF>`,
    `{"version":"https://jsonfeed.org/version/1.1","title":"Q","home_page_url":"https://quay.example/","items":[{"id":"1","url":"/eels","title":"Eels","content_html":"<p>They came.</p>","date_published":"2026-10-12T08:30:00Z","authors":[{"name":"Ada"}],"tags":["a"]}]}`,
  ],
  list: filesOf('articles/feeds.opml'),
  typed: [
    'ferry OR harbour "sea wall" -gold publisher:"The Daily Post" speaker:Quell after:7d before:2026-01-31',
    '12h',
    '2026-01-31',
    'Sen. Ada M. Quell Jr.',
    'https://quay.example/eels?id=1#:~:text=they,came',
    'Mon, 12 Oct 2026 08:30:00 +0200',
    '12 octobre 2026 à 8h30',
    '22:00-07:00',
    '07:30',
    'latest:page:2:rates%3A',
    '~key',
  ],
  environment: filesOf('.env.example'),
  lines: [
    '{"id":"1","title":"T","text":"“We sail,” said Ada Quell. “Now.”"}\n{"id":2,"text":"Nothing."}\n\nno json\n',
  ],
} as const
