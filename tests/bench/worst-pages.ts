/** Pages made to be slow: the largest that are read, and what lies far beyond the bounds. */
export const worstPages: ReadonlyMap<string, () => string> = new Map([
  [
    'nested 190 deep, 40 times',
    () => `${'<div>'.repeat(190)}A sentence, with words.${'</div>'.repeat(190)}`.repeat(40),
  ],
  [
    '19,000 paragraphs',
    () => `<article>${'<p>A sentence, with words, and more of them than that.</p>'.repeat(19_000)}</article>`,
  ],
  [
    '19,000 paragraphs that are links',
    () => '<p><a href="/x">A headline of another article</a></p>'.repeat(9_500),
  ],
  [
    'a table of 18,000 cells',
    () => `<table>${`<tr>${'<td>A cell, with words</td>'.repeat(18)}</tr>`.repeat(1000)}</table>`,
  ],
  [
    '60 tables within tables',
    () =>
      `${'<table><tr><td>Words, and'.repeat(60)}${' more words.'.repeat(1000)}${'</td></tr></table>'.repeat(60)}`,
  ],
  ['190 attributes each, 300 times', () => `<p ${numbered(190)}>A sentence, with words.</p>`.repeat(300)],
  [
    'a class of 4 million characters',
    () => `<div class="${'share-'.repeat(700_000)}"><p>A sentence, with words.</p></div>`,
  ],
  ['4 million exclamation marks', () => `<article><p>${'!'.repeat(4_000_000)}</p></article>`],
  ['4 million letters', () => `<article><p>${'a'.repeat(4_000_000)}</p></article>`],
  ['90,000 pieces of text', () => `<article><p>${'a &lt; '.repeat(30_000)}</p></article>`],
  ['19,000 line breaks', () => `<div>${'A line, with words.<br>'.repeat(19_000)}</div>`],
  ['9,000 share buttons', () => '<div class="share"><span>Facebook Twitter</span></div>'.repeat(9_000)],
  [
    '9,000 articles',
    () => `<h1>News</h1>${'<article><p>A sentence, with words.</p></article>'.repeat(9_000)}`,
  ],
  [
    'JSON-LD of 4 million characters',
    () =>
      `${linked(`{"@graph":[${'{"@type":"Article","headline":"A"},'.repeat(120_000)}{}]}`)}<p>A sentence, with words.</p>`,
  ],
  [
    'JSON-LD nested 100,000 deep',
    () => `${linked(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)}<p>A sentence, with words.</p>`,
  ],
  [
    'a told text of 90,000 characters',
    () =>
      `${linked(`{"@type":"Article","articleBody":"${'A sentence, with words, and more of them than that. '.repeat(1800)}"}`)}${'<p>A sentence, with words, and more of them than that.</p>'.repeat(2900)}`,
  ],
  [
    '6,000 bylines',
    () => '<div class="byline author-name" rel="author" itemprop="author">By A B</div>'.repeat(6_000),
  ],
  ['elements nested 50,000 deep', () => '<div>'.repeat(50_000)],
  ['10 million characters of tags', () => '<b>'.repeat(3_400_000)],
  ['700,000 closed tags', () => '<i></i>'.repeat(700_000)],
  ['attributes without end', () => `<p ${numbered(400_000)}>`],
])

function linked(json: string): string {
  return `<script type="application/ld+json">${json}</script>`
}

function numbered(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}=1`).join(' ')
}
