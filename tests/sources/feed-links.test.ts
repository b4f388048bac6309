import { describe, expect, it } from 'vitest'
import { findFeedLinks } from '../../src/sources/feed-links.ts'

const page = 'https://quay.example/news/eels.html'
const likely = (html: string, url = page) =>
  findFeedLinks(html, url)
    .filter(({ kind }) => kind !== 'common')
    .map((link) => link.url)

describe('findFeedLinks', () => {
  it('gives declared feeds first, those of comments after the others, then links that look like feeds', () => {
    const html = `<head><base href="/site/">
      <link rel="alternate" type="application/rss+xml" title="Quay » Comments Feed" href="/comments/feed/">
      <LINK REL="Alternate" TYPE="application/atom+xml" HREF="atom.xml">
      <link rel=alternate type="application/feed+json" href="https://quay.example/feed.json">
      <link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" type="text/css" href="/a.css">
      <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
      </head><body><a href="/sport.rss">Sport</a> <a href="/x">RSS feed</a> <a href="/y">feed the eels</a></body>`
    expect(
      findFeedLinks(html, page)
        .slice(0, 6)
        .map(({ url, kind }) => `${kind} ${url}`),
    ).toEqual([
      'declared https://quay.example/site/atom.xml',
      'declared https://quay.example/feed.json',
      'declared https://quay.example/comments/feed/',
      'linked https://quay.example/sport.rss',
      'linked https://quay.example/x',
      'common https://quay.example/feed',
    ])
  })

  it('gives the title that the page gives', () => {
    const html = '<link rel="alternate" type="application/rss+xml" title=" Quay &amp; Hill " href="/f">'
    expect(findFeedLinks(html, page)[0]).toEqual({
      url: 'https://quay.example/f',
      title: 'Quay & Hill',
      kind: 'declared',
    })
  })

  it('names an address once, and none that is no http address', () => {
    const html =
      '<link rel="alternate" type="application/rss+xml" href="/rss"><a href="/rss">RSS</a>' +
      '<a href="javascript:void(0)">RSS</a><a href="mailto:a@quay.example">feed</a><a>feed</a>'
    expect(likely(html)).toEqual(['https://quay.example/rss'])
    expect(findFeedLinks(html, page).filter(({ url }) => url === 'https://quay.example/rss')).toHaveLength(1)
  })

  it('knows the usual places at the top of the site and beside the page', () => {
    const places = findFeedLinks('', 'https://quay.example/blog').map(({ url }) => url)
    expect(places).toEqual(
      expect.arrayContaining([
        'https://quay.example/feed',
        'https://quay.example/rss',
        'https://quay.example/feed.xml',
        'https://quay.example/atom.xml',
        'https://quay.example/index.xml',
        'https://quay.example/blog/feed',
      ]),
    )
  })

  it('stays quick on a page of a million links', () => {
    expect(likely('<a href="/feed'.repeat(100_000)).length).toBeLessThan(21)
    expect(likely('<a href=/a/feed>rss'.repeat(100_000))).toEqual(['https://quay.example/a/feed'])
  })
})
