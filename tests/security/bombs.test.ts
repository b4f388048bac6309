import { describe, expect, it } from 'vitest'
import { SourceError } from '../../src/errors.ts'
import { readArticleFile } from '../../src/sources/article-file.ts'
import { readFeed } from '../../src/sources/feed.ts'
import { readPage } from '../../src/sources/page.ts'

const deep = 20_000
const nested = `${'['.repeat(deep)}${']'.repeat(deep)}`
const paragraphs =
  '<p>The first boat of the year left Harrow Quay at dawn on Monday, with forty people.</p>'.repeat(9)

/** Each name stands for ten of the one before: ten thousand million words from a few lines. */
const aliases = Array.from({ length: 10 }, (_, n) =>
  n === 0 ? 'x0: &x0 [ha]' : `x${n}: &x${n} [${Array.from({ length: 10 }, () => `*x${n - 1}`).join(', ')}]`,
).join('\n')

describe('what grows as it is read', () => {
  it.each([
    ['front matter whose names stand for one another', `---\n${aliases}\ntitle: *x9\n---\n\nText.`],
    ['front matter nested deep', `---\ntitle: ${nested}\n---\n\nText.`],
  ])('is refused: %s', (_, file) => {
    expect(() => readArticleFile('a.md', Buffer.from(file))).toThrow(SourceError)
  })

  it('is passed over: entries of a JSON feed nested deep', () => {
    const feed = `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":${nested}}`
    expect(readFeed(Buffer.from(feed)).entries).toEqual([])
  })

  it('is passed over: linked data nested deep', () => {
    const data = `<script type="application/ld+json">{"@graph":${nested},"headline":"Ferry returns"}</script>`
    expect(readPage(`<title>Ferry returns</title>${data}<article>${paragraphs}</article>`).title).toBe(
      'Ferry returns',
    )
  })
})
