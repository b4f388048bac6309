import { describe, expect, it } from 'vitest'
import type { Follow } from '../../src/archive/follows.ts'
import type { Quote } from '../../src/article.ts'
import { indexTerms } from '../../src/queries/index-terms.ts'
import { checkFollow, isNamed, matchesFollow } from '../../src/queries/match-follow.ts'

const text = 'The harbour opens on Friday. “We are ready,” said Ilse Brandt of the port office.'

function candidate(confidence = 0.9) {
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const quote: Quote = {
    statement: 0,
    span: at('“We are ready,”'),
    content: at('We are ready,'),
    kind: 'direct',
    speaker: { name: 'Ilse Brandt', as: at('Ilse Brandt') },
    confidence,
    sentence: 1,
  }
  const article = {
    id: 'a',
    title: 'Harbour opens',
    publisher: 'The Łódź Herald',
    publishedAt: 0,
    firstSeenAt: 0,
    text,
    language: 'en',
  }
  const analysis = { sentences: [], ranking: [], keywords: [], people: [], quotes: [quote] }
  return { article, analysis, terms: indexTerms(article, analysis) }
}

function follow(conditions: Partial<Follow>): Follow {
  return { id: 'f', owner: 's', channel: 'c', createdBy: 'u', createdAt: 0, ...conditions }
}

describe('matchesFollow', () => {
  it.each<[string, Partial<Follow>, boolean]>([
    ['nothing asked', {}, true],
    ['words of title and text, by their stems', { about: 'harbours opening Friday' }, true],
    ['a word that is not there', { about: 'bridge' }, false],
    ['a speaker by a part of the name', { speaker: 'brandt' }, true],
    ['somebody who is named but says nothing', { speaker: 'friday' }, false],
    ['a publisher without case and diacritics', { publisher: 'the lodz herald' }, true],
    ['a part of the publisher’s name', { publisher: 'herald' }, false],
    ['one excluded word of several', { exclude: 'bridge friday' }, false],
    ['an excluded phrase that does not stand together', { exclude: '"friday harbour"' }, true],
    [
      'all conditions at once',
      { about: 'harbour', speaker: 'Ilse', publisher: 'The Łódź Herald', exclude: 'ice' },
      true,
    ],
  ])('for %s', (_, conditions, expected) => {
    expect(matchesFollow(follow(conditions), candidate())).toBe(expected)
  })

  it('passes over a speaker who is unsure', () => {
    expect(matchesFollow(follow({ speaker: 'Brandt' }), candidate(0.4))).toBe(false)
  })
})

describe('checkFollow', () => {
  it('says of each condition whether it is met', () => {
    expect(checkFollow(follow({ about: 'bridge', speaker: 'brandt' }), candidate())).toEqual([
      { condition: 'about', asked: 'bridge', met: false },
      { condition: 'speaker', asked: 'brandt', met: true },
    ])
  })
})

describe('isNamed', () => {
  it.each([
    ['Marco Rubio', 'rubio', true],
    ['Marco Rubio', 'rub mar', true],
    ['Zoë Ångström', 'angstrom zoe', true],
    ['Marco Rubio', 'ubio', false],
    ['Marco Rubio', 'Marco Polo', false],
  ])('%s as %s: %s', (name, asked, expected) => {
    expect(isNamed(name, asked)).toBe(expected)
  })
})
