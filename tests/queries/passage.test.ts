import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { parseExpression } from '../../src/queries/expression.ts'
import { bestPassage } from '../../src/queries/passage.ts'

function passageFor(query: string, ...paragraphs: readonly string[]) {
  const text = paragraphs.join('\n\n')
  const article = {
    id: 'a',
    title: 'A title',
    publisher: 'Post',
    url: 'https://post.test/1',
    publishedAt: 1,
    firstSeenAt: 1,
    text,
    language: 'en',
  }
  const passage = bestPassage({ article, analysis: analyse(article) }, parseExpression(query))
  return (
    passage && { ...passage, marked: passage.marks.map(({ start, end }) => passage.text.slice(start, end)) }
  )
}

const wall = 'The wall of the old mill fell into the sea on Monday.'
const seaWall = 'Nobody had looked at the sea wall since last spring.'
const council = 'The council of the town met again on the very same day.'

describe('bestPassage', () => {
  it('takes the sentence with most of what was asked for, and marks it there', () => {
    expect(passageFor('council met town spring', wall, council, seaWall)).toMatchObject({
      text: council,
      marked: ['council', 'town', 'met'],
    })
    expect(
      passageFor('mill councils', wall, `${council} The council bought the mill for a crown.`),
    ).toMatchObject({
      text: 'The council bought the mill for a crown.',
      marked: ['council', 'mill'],
    })
  })

  it('prefers words that follow each other as asked', () => {
    expect(passageFor('sea wall', wall, seaWall)).toMatchObject({ text: seaWall, marked: ['sea', 'wall'] })
    expect(passageFor('wall sea', wall, seaWall)?.text).toBe(wall)
  })

  it('marks a phrase where it stands whole alone', () => {
    expect(passageFor('"sea wall"', 'The sea took a sea wall and a wall.')).toMatchObject({
      marked: ['sea wall'],
    })
    expect(passageFor('"wall sea"', seaWall)).toBeUndefined()
  })

  it('lets a rare word count for more than common ones', () => {
    expect(passageFor('the basalt and of', council, 'Basalt is dear.')?.text).toBe('Basalt is dear.')
  })

  it('takes the best of alternatives, the first of equal sentences, and links to it', () => {
    expect(passageFor('gold OR mill', council, wall)?.text).toBe(wall)
    expect(passageFor('wall', wall, seaWall)?.text).toBe(wall)
    expect(passageFor('spring', wall, seaWall)?.link).toContain('#:~:text=Nobody')
    expect(passageFor('gold', wall, seaWall)).toBeUndefined()
  })
})
