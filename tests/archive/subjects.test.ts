import { describe, expect, it } from 'vitest'
import { dayMs, dayOf, subjectsOf } from '../../src/archive/subjects.ts'

const keyword = (term: string, weight = 1) => ({ term, stem: term.toLowerCase(), weight })
const quell = { name: 'Ada M. Quell', aliases: ['Ada M. Quell', 'Quell'], mentions: 4 }

describe('subjectsOf', () => {
  it('gives people and keywords, each by a key that is the same in every article', () => {
    const people = [quell, { name: 'Zoë', aliases: ['Zoë'], mentions: 1 }]
    expect(subjectsOf({ keywords: [keyword('ferry', 0.5)], people })).toEqual([
      { kind: 'person', key: 'ada quell', name: 'Ada M. Quell', weight: 1 },
      { kind: 'person', key: 'zoe', name: 'Zoë', weight: 0.25 },
      { kind: 'topic', key: 'ferry', name: 'ferry', weight: 0.5 },
    ])
  })

  it('leaves out keywords that are a name, part of one, or hold one whole', () => {
    const keywords = ['Quell', 'Ada M Quell opened', 'Quell budget', 'M', 'ferry'].map((term) =>
      keyword(term),
    )
    expect(subjectsOf({ keywords, people: [quell] }).map(({ name }) => name)).toEqual([
      'Ada M. Quell',
      'Quell budget',
      'ferry',
    ])
  })

  it('gives each key once, and none that is empty', () => {
    const people = [
      quell,
      { name: 'Ada Quell', aliases: [], mentions: 1 },
      { name: ' ', aliases: [], mentions: 1 },
    ]
    expect(subjectsOf({ keywords: [], people }).map(({ key }) => key)).toEqual(['ada quell'])
  })
})

describe('dayOf', () => {
  it('numbers UTC days from 1970 on', () => {
    expect([0, dayMs - 1, dayMs, 2.5 * dayMs].map(dayOf)).toEqual([0, 0, 1, 2])
  })
})
