import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import { parseComponentId } from '../../src/discord/component-id.ts'
import { SourceError } from '../../src/errors.ts'
import { readFeed } from '../../src/sources/feed.ts'
import { readMarkdownArticle } from '../../src/sources/markdown-article.ts'
import { readOpml } from '../../src/sources/opml.ts'
import { readPage } from '../../src/sources/page.ts'

const json = '{"polluted":"yes"}'
const keys = ['__proto__', 'constructor', 'prototype']

/** Readers of what comes from outside, each with a text that names JavaScript's own keys wherever there are names. */
const readers: readonly (readonly [string, (key: string) => unknown])[] = [
  [
    'JSON feed',
    (key) =>
      readFeed(
        Buffer.from(
          `{"version":"https://jsonfeed.org/version/1.1","title":"T","${key}":${json},"items":[{"id":"1","${key}":${json},"content_text":"a"}]}`,
        ),
      ),
  ],
  [
    'RSS feed',
    (key) =>
      readFeed(
        Buffer.from(
          `<rss version="2.0"><channel><title>T</title><${key}><polluted>yes</polluted></${key}><item ${key}="x"><title>a</title><${key}:polluted>yes</${key}:polluted></item></channel></rss>`,
        ),
      ),
  ],
  [
    'feed list',
    (key) =>
      readOpml(
        Buffer.from(`<opml><body><outline ${key}="x" text="${key}" xmlUrl="https://a.test/"/></body></opml>`),
      ),
  ],
  [
    'front matter',
    (key) => readMarkdownArticle(`---\n${key}:\n  polluted: "yes"\ntitle: T\n---\n\nSome text.`),
  ],
  [
    'page',
    (key) =>
      readPage(
        `<title>T</title><script type="application/ld+json">{"@type":"NewsArticle","${key}":${json},"headline":"T"}</script>` +
          `<meta property="${key}" content="x"><article><h1>T</h1>${`<p ${key}="x">${'It sails today, with all aboard. '.repeat(9)}</p>`.repeat(3)}</article>`,
      ),
  ],
  ['custom_id', (key) => parseComponentId(`${key}:${key}:${key}`)],
  ['environment', (key) => parseConfig({ [key]: 'yes' })],
]

describe('JavaScript’s own keys', () => {
  it.each(readers.flatMap(([name, read]) => keys.map((key) => [key, name, read] as const)))(
    'change no object: %s in a %s',
    (key, _, read) => {
      try {
        read(key)
      } catch (error) {
        expect(error).toBeInstanceOf(SourceError)
      }
      expect('polluted' in {}).toBe(false)
      expect(Reflect.get(Object, 'polluted')).toBeUndefined()
    },
  )
})
