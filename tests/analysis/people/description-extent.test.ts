import { describe, expect, it } from 'vitest'
import { endOfDescription, endOfWholeDescription } from '../../../src/analysis/people/description-extent.ts'
import { readText } from '../../../src/analysis/quotes/reading.ts'

/** The description that begins a text: short, and with all that belongs to it. */
function extents(text: string): readonly [string, string] {
  const { tokens, candidates } = readText(text)
  const first = candidates[0]
  if (first === undefined) throw new Error(`No description in “${text}”`)
  const upTo = (end: number) => text.slice(tokens[first.start]?.start, tokens[end - 1]?.end)
  return [upTo(endOfDescription(tokens, first)), upTo(endOfWholeDescription(tokens, first))]
}

describe('the end of a description', () => {
  it('lies behind the body that somebody speaks for', () => {
    expect(extents('A spokeswoman for the city declined.')[0]).toBe('A spokeswoman for the city')
  })

  it('lies before the day and the form in which something was said', () => {
    expect(extents('A spokesman on Tuesday said no.')[0]).toBe('A spokesman')
    expect(extents('Her lawyers in a court filing said no.')[0]).toBe('Her lawyers')
  })

  it('lies before what they are saying, and behind joined adjectives', () => {
    expect(extents('Two of the pilots saying so left.')[0]).not.toContain('saying')
    expect(extents('A rally by the city’s old and young pilots had a song.')[0]).toBe(
      'A rally by the city’s old and young pilots',
    )
  })

  it('lies behind the place, if it is not where something was said', () => {
    expect(extents('A woman in the hall at a small event in Lowell left.')[0]).toBe(
      'A woman in the hall at a small event in Lowell',
    )
  })

  it('lies behind those who were asked, and behind when something was made', () => {
    expect(extents('Pilots polled said so.')[0]).toBe('Pilots polled')
    expect(extents('A poll released Monday said so.')[0]).toBe('A poll released Monday')
    expect(extents('Democrats and port workers said so.')[1]).toBe('Democrats and port workers')
  })

  it('takes no verb for a participle that has no agent', () => {
    expect(extents('An official responded by saying no.')[0]).toBe('An official')
  })

  it('lies behind officials who were briefed', () => {
    expect(extents('Several officials briefed on the case said no.')[0]).toBe(
      'Several officials briefed on the case',
    )
  })
})

describe('the end of a whole description', () => {
  it('lies behind a relative clause, before the main verb', () => {
    const [short, whole] = extents('An official who was not allowed to speak publicly said no.')
    expect(short).toBe('An official')
    expect(whole).toBe('An official who was not allowed to speak publicly')
  })

  it('lies at the comma that closes a clause', () => {
    expect(extents('One guest, who spoke on condition of anonymity, said no.')[1]).toBe(
      'One guest, who spoke on condition of anonymity',
    )
  })

  it('leaves out what is set off by commas and does not tell why there is no name', () => {
    expect(extents('One docker, who was eating his lunch, said no.')[1]).toBe('One docker')
  })

  it('holds a second noun for the same person', () => {
    expect(extents('The senator and former mayor said no.')[1]).toBe('The senator and former mayor')
    expect(extents('Their friends and advisers said no.')[1]).toBe('Their friends and advisers')
  })

  it('leaves out another person', () => {
    expect(extents('The senator and a guard said no.')[1]).toBe('The senator')
  })

  it('leaves out clauses that quote', () => {
    expect(extents('A woman who said “I never knew any of it” left.')[1]).toBe('A woman')
  })
})
