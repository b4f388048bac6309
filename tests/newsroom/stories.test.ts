import { describe, expect, it } from 'vitest'
import { bCubed } from '../eval/stories/b-cubed.ts'
import { groupStories } from '../eval/stories/group-stories.ts'
import { labelledStories } from '../eval/stories/labelled.ts'
import { shareOfCopies } from '../eval/stories/measure.ts'

/** The floor; tests/eval/RESULTS.md says what is reached. */
const leastF1 = 0.9
const leastCopies = 0.95

describe('stories of invented news', () => {
  const labelled = labelledStories()

  it('are sixty articles or more in twenty stories or more', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(60)
    const told = Map.groupBy(labelled, ({ story }) => story)
    expect([...told.values()].filter((articles) => articles.length > 1).length).toBeGreaterThanOrEqual(20)
  })

  it.each([
    ['in the order of publication', labelled],
    ['the last first', labelled.toReversed()],
  ])('are found as their articles arrive %s', async (_, articles) => {
    const found = await groupStories(articles.map(({ draft }) => draft))
    const { f1 } = bCubed(
      found.map(({ story }) => story),
      articles.map(({ story }) => story),
    )
    expect(f1).toBeGreaterThanOrEqual(leastF1)
    expect(shareOfCopies(articles, found)).toBeGreaterThanOrEqual(leastCopies)
  })
})

describe('bCubed', () => {
  it('takes the mean over all elements', () => {
    expect(bCubed(['a', 'a', 'b'], ['x', 'y', 'y'])).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 })
    expect(bCubed(['a', 'b'], ['x', 'y']).f1).toBe(1)
  })
})
