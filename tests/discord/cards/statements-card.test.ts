import { describe, expect, it } from 'vitest'
import type { Statement } from '../../../src/archive/statements.ts'
import { statementText } from '../../../src/discord/cards/statements-card.ts'
import { english } from '../../../src/discord/locales/en.ts'

const head = { id: 'a', title: 'Pier', publishedAt: 0, firstSeenAt: 0 }
const speaker = { name: 'Quell', confidence: 0.9 }
const said: Statement = {
  article: { ...head, publisher: 'Post' },
  number: 0,
  kind: 'direct',
  pieces: ['“We stay.”'],
  context: '“We stay.”',
  speaker,
}

describe('statementText', () => {
  it('says whom a lone surname is taken for', () => {
    const text = statementText({ ...said, speaker: { ...speaker, fullName: 'Ada Quell' } }, english)
    expect(text.split('\n')[0]).toBe('**Quell**, taken to be Ada Quell')
  })

  it('names the other outlets, linked, and counts those beyond three', () => {
    const others = ['Echo', 'Sun', '', 'Mail', 'Star'].map((publisher) => ({
      article: { ...head, publisher, url: 'https://example.org/a' },
    }))
    const text = statementText({ ...said, alsoIn: { first: others, total: 5 } }, english)
    expect(text.split('\n').at(-1)).toBe(
      '-# Also in [Echo](https://example.org/a), [Sun](https://example.org/a), ' +
        '[an article without…](https://example.org/a) and 2 more',
    )
  })

  it('says who gives the words to somebody else', () => {
    const other = { article: { ...head, publisher: 'Echo' }, speaker: { name: 'Bo *Low*', confidence: 0.8 } }
    const lines = statementText({ ...said, alsoIn: { first: [other], total: 1 } }, english).split('\n')
    expect(lines.slice(-2)).toEqual(['-# Also in Echo', '-# ⚠ Echo gives these words to Bo \\*Low\\*'])
  })

  it('says nothing of others where there are none', () => {
    expect(statementText(said, english)).toBe('**Quell**\n> “We stay.”\n-# Pier · Post · <t:0:R>')
  })
})
