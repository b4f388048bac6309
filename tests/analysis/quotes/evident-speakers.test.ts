import { describe, expect, it } from 'vitest'
import { withEvidentSpeaker } from '../../../src/analysis/quotes/evident-speakers.ts'
import type { Weighed } from '../../../src/analysis/quotes/ranking.ts'
import { readText } from '../../../src/analysis/quotes/reading.ts'

/** Who says what is quoted last in a text if the models take the first that is named for it, its verb given. */
function saidBy(text: string, verb: string): string {
  const reading = readText(text)
  const { units, candidates } = reading
  const cue = units.findIndex(({ lower }) => lower === verb)
  const from = units.findLastIndex(({ region }) => region >= 0)
  const speakers = candidates.map((_, mention): Weighed => {
    const chance = mention === 0 ? 0.8 : 0.2
    return { key: `${mention}`, entity: undefined, mention, shown: mention, chance }
  })
  const [best] = withEvidentSpeaker(reading, speakers, { from, to: from + 1, cue, shape: 2, look: 0 })
  const { start, end } = candidates[best?.mention ?? -1] ?? { start: 0, end: 0 }
  expect(best?.chance).toBe(0.8)
  return text.slice(reading.tokens[start]?.start, reading.tokens[end - 1]?.end)
}

describe('withEvidentSpeaker', () => {
  it.each([
    ['Otto Brandt called it late, and the mayor also wrote it was “very odd.”', 'wrote', 'the mayor'],
    ['Otto Brandt laughed while the protesters were chanting “no ferry.”', 'chanting', 'the protesters'],
    ['Otto Brandt left after the harbour board had said it was “very odd.”', 'said', 'the harbour board'],
    ['Otto Brandt left. A source close to the mayor said it was “very odd.”', 'said', 'A source'],
  ])('puts in front whoever stands right before the verb: %s', (text, verb, expected) => {
    expect(saidBy(text, verb)).toBe(expected)
  })

  it.each([
    ['several', 'Otto Brandt and the mayor said it was “very odd.”', 'said'],
    ['what only belongs to the subject', 'A friend of the mayor said it was “very odd.”', 'said'],
    ['who is told', 'Otto Brandt left the mayor saying it was “very odd.”', 'saying'],
    [
      'a verb that is far',
      'Otto Brandt left. The mayor said at noon on the old pier of Lowell in May “no.”',
      'said',
    ],
  ])('leaves the speakers alone for %s', (_, text, verb) => {
    expect(saidBy(text, verb)).toMatch(/^(?:Otto Brandt|A friend)$/)
  })
})
