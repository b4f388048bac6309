import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl } from '../../src/sources/canonical-url.ts'

describe('canonicalUrl', () => {
  it.each([
    ['http://Quay.example/Eels', 'https://quay.example/Eels'],
    ['https://quay.example', 'https://quay.example/'],
    ['http://quay.example:80/a', 'https://quay.example/a'],
    ['https://quay.example:8443/a', 'https://quay.example:8443/a'],
    ['https://quay.example/a?utm_source=rss&utm_medium=feed', 'https://quay.example/a'],
    [
      'https://quay.example/a?UTM_Source=x&id=7&fbclid=y&gclid=z&mc_cid=1&b=2',
      'https://quay.example/a?id=7&b=2',
    ],
    ['https://quay.example/a?id=a%20b+c&utm_term=x', 'https://quay.example/a?id=a%20b+c'],
    ['https://quay.example/a?ref=rss&source=quay', 'https://quay.example/a?source=quay'],
    ['https://quay.example/a#comments', 'https://quay.example/a'],
    ['https://quay.example/#!/a', 'https://quay.example/#!/a'],
    ['https://quay.example/a?', 'https://quay.example/a'],
    ['  https://quay.example/a\n', 'https://quay.example/a'],
    ['https://quay.example/a/', 'https://quay.example/a/'],
  ])('makes %s %s', (written, canonical) => {
    expect(canonicalUrl(written)).toBe(canonical)
  })

  it.each(['', '/a', 'tag:quay', 'javascript:x', 'mailto:a@quay.example'])(
    'knows no address in %j',
    (written) => {
      expect(canonicalUrl(written)).toBeUndefined()
    },
  )

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url) ?? ''
        expect(canonicalUrl(once)).toBe(once)
      }),
    )
  })
})
