import { describe, expect, it } from 'vitest'
import type { Carrier, Statement } from '../../src/archive/statements.ts'
import { otherAttributions, otherOutlets } from '../../src/queries/carriers.ts'

function article(publisher: string): Carrier['article'] {
  return { id: publisher, title: 'Pier', publisher, publishedAt: 0, firstSeenAt: 0 }
}

function statement(speaker: Statement['speaker'], ...carriers: readonly Carrier[]): Statement {
  return {
    article: article('Post'),
    number: 0,
    kind: 'direct',
    pieces: [],
    context: '',
    ...(speaker && { speaker }),
    alsoIn: { first: carriers, total: carriers.length },
  }
}

function by(name: string, confidence = 0.9) {
  return { name, confidence }
}

describe('otherOutlets', () => {
  it('are the other publishers, each once', () => {
    const said = statement(
      undefined,
      ...['Post', 'Echo', 'Post', 'Sun', 'Echo'].map((name) => ({ article: article(name) })),
    )
    expect(otherOutlets(said).map(({ publisher }) => publisher)).toEqual(['Echo', 'Sun'])
  })

  it('are none where nobody else carries it', () => {
    const { alsoIn, ...alone } = statement(undefined)
    expect(otherOutlets(alone)).toEqual([])
  })
})

describe('otherAttributions', () => {
  const others = (speaker: Statement['speaker'], ...names: readonly string[]) =>
    otherAttributions(
      statement(speaker, ...names.map((name) => ({ article: article('Echo'), speaker: by(name) }))),
    ).map((carrier) => carrier.speaker.name)

  it('are those that name somebody else', () => {
    expect(others(by('Ada Quell'), 'Bo Low', 'Ada Quell', 'the mayor')).toEqual(['Bo Low', 'the mayor'])
  })

  it.each(['Quell', 'Ada M. Quell', 'ADA QUELL', 'Ada Maria Quell'])(
    'are not those that write %j',
    (name) => {
      expect(others(by('Ada Quell'), name)).toEqual([])
    },
  )

  it('are not those that write in full what stands here as a surname', () => {
    expect(others(by('Quell'), 'Ada Quell')).toEqual([])
    expect(others({ ...by('Quell'), fullName: 'Ada Quell' }, 'Ada M. Quell')).toEqual([])
  })

  it('are none where either side is unsure, or names nobody', () => {
    expect(others(by('Ada Quell', 0.4), 'Bo Low')).toEqual([])
    expect(others(undefined, 'Bo Low')).toEqual([])
    const unsure = { article: article('Echo'), speaker: by('Bo Low', 0.4) }
    expect(otherAttributions(statement(by('Ada Quell'), unsure, { article: article('Sun') }))).toEqual([])
  })
})
