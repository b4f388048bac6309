import { expect, it } from 'vitest'
import { readFeedAddress } from '../../src/newsroom/feed-address.ts'

it.each([
  ['https://quay.test/feed', 'https://quay.test/feed'],
  [' <http://quay.test/feed#top> ', 'http://quay.test/feed'],
  ['quay.test', 'https://quay.test/'],
  ['quay.test:8080/feed?a=1', 'https://quay.test:8080/feed?a=1'],
  ['süd.test/feed', 'https://xn--sd-xka.test/feed'],
  ['feed://quay.test/rss', 'http://quay.test/rss'],
  ['feed:https://quay.test/rss', 'https://quay.test/rss'],
  ['https://me:pw@quay.test/', 'https://me:pw@quay.test/'],
])('takes %s for %s', (written, url) => {
  expect(readFeedAddress(written)).toBe(url)
})

it.each([
  '',
  'eels',
  'mailto:me@quay.test',
  'javascript:alert(1)',
  'ftp://quay.test/',
  'me:pw@quay.test',
  'a b.test',
])('refuses %j without repeating it', (written) =>
  expect(() => readFeedAddress(written)).toThrow('I read http and https addresses only.'),
)
