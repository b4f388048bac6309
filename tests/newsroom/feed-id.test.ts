import { expect, it } from 'vitest'
import { feedId, openFeedIds } from '../../src/newsroom/feed-id.ts'

it('is the same with http and https, and with marks of tracking', () => {
  expect(feedId('http://quay.test/feed?utm_source=x')).toBe(feedId('https://quay.test/feed'))
})

it('is another one with a user name, a password or a key', () => {
  const addresses = ['quay.test/', 'me@quay.test/', 'me:a@quay.test/', 'me:b@quay.test/', 'quay.test/?key=1']
  expect(new Set(addresses.map((address) => feedId(`https://${address}`))).size).toBe(addresses.length)
})

it('is that of the feed that moved to an address, or was added with it', () => {
  const idOf = openFeedIds([
    { id: feedId('https://old.test/'), url: 'https://new.test/' },
    { id: feedId('https://quay.test/'), url: 'https://elsewhere.test/' },
  ])
  expect(idOf('http://new.test/')).toBe(feedId('https://old.test/'))
  expect(idOf('https://quay.test/')).toBe(feedId('https://quay.test/'))
  expect(idOf('https://me:pw@new.test/')).toBe(feedId('https://me:pw@new.test/'))
})
