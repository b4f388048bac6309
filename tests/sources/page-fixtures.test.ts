import { describe, expect, it } from 'vitest'
import { expectedOf, pageFixtures, readFixture } from './page-fixtures.ts'

describe('readPage', () => {
  it.each(pageFixtures())('reads or refuses the page of tests/fixtures/pages/%s as expected', (name) => {
    expect(readFixture(name)).toEqual(expectedOf(name))
  })
})
