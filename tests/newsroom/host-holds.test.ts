import { expect, it } from 'vitest'
import { openHostHolds } from '../../src/newsroom/host-holds.ts'
import { WebError } from '../../src/sources/http/web-error.ts'
import { manualClock } from './manual-clock.ts'

const hour = 3_600_000
const later = (retryAfterMs: number) => new WebError('retry-later', 'later', { status: 429, retryAfterMs })

it('holds everything of a host, for as long as it asked, a day at most', () => {
  const clock = manualClock(1000)
  const holds = openHostHolds(clock)
  holds.note('https://quay.test/feed', later(2 * hour))
  holds.note('https://fen.test/feed', later(900 * hour))
  expect(holds.until('https://quay.test/eels?a=1')).toBe(1000 + 2 * hour)
  expect(holds.until('https://quay.test:8080/')).toBeUndefined()
  expect(holds.until('https://fen.test/')).toBe(1000 + 24 * hour)
  clock.advance(2 * hour)
  expect(holds.until('https://quay.test/')).toBeUndefined()
})

it('takes nothing but Retry-After for a wish to be left alone', () => {
  const holds = openHostHolds(manualClock(1000))
  holds.note('https://quay.test/', new WebError('retry-later', 'later', { status: 503 }))
  holds.note('https://quay.test/', new WebError('status', 'fails', { status: 500, retryAfterMs: hour }))
  holds.note('https://quay.test/', new Error('no disk'))
  expect(holds.until('https://quay.test/')).toBeUndefined()
})
