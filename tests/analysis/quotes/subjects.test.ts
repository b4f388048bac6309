import { describe, expect, it } from 'vitest'
import { readText } from '../../../src/analysis/quotes/reading.ts'
import { subjectOf } from '../../../src/analysis/quotes/subjects.ts'

/** The words of the subject of the last place where a verb stands. */
function subject(text: string, verb: string): string | undefined {
  const reading = readText(text)
  const { units, tokens, candidates } = reading
  const at = units.findLastIndex(({ lower }) => lower === verb)
  const found = candidates[subjectOf(reading, at)]
  return found && text.slice(tokens[found.start]?.start, tokens[found.end - 1]?.end)
}

describe('subjectOf', () => {
  it.each([
    ['stands before the verb', 'Otto Brandt never said that it leaked.', 'said', 'Otto Brandt'],
    ['is the whole phrase', 'A cook at the Grand Pier said it leaked.', 'said', 'A cook'],
    ['comes before an apposition', 'Otto Brandt, a baker in Lowell, said it leaked.', 'said', 'Otto Brandt'],
    ['comes before brackets', 'Sen. Otto Brandt (D-Mass.) said it leaked.', 'said', 'Sen. Otto Brandt'],
    [
      'comes before several insertions',
      'Otto Brandt, 41, of Lowell, who met Ann Quill, said it leaked.',
      'said',
      'Otto Brandt',
    ],
    ['is shared with a verb before', 'Otto Brandt met Ann Quill and said it leaked.', 'said', 'Otto Brandt'],
    [
      'belongs to the participle, too',
      'Otto Brandt thanked Ann Quill, saying it leaked.',
      'saying',
      'Otto Brandt',
    ],
    [
      'is not the one who is spoken of',
      'Otto Brandt said that Ann Quill lied, adding that it leaked.',
      'adding',
      'Otto Brandt',
    ],
    ['issues the statement', 'The port issued a statement saying it leaked.', 'saying', 'The port'],
    [
      'is what stands behind “with”',
      'The port gave in, with Ann Quill saying it leaked.',
      'saying',
      'Ann Quill',
    ],
    ['is who is shown saying it', 'The ad has a film of Ann Quill saying it leaked.', 'saying', 'Ann Quill'],
    [
      'is shared with a gerund before',
      'The port gave in, with Ann Quill writing that it was late and saying it leaked.',
      'saying',
      'Ann Quill',
    ],
    [
      'stands behind “but”',
      'But Otto Brandt, a baker, rose beside Ann Quill, and said it leaked.',
      'said',
      'Otto Brandt',
    ],
    ['is what belongs to somebody', "Ann Quill's brief said it leaked.", 'said', "Ann Quill's brief"],
    ['is like somebody', 'This Quill look-alike said it leaked.', 'said', 'This Quill look-alike'],
    ['is a record', 'It leaked, harbour records show.', 'show', 'harbour records'],
    ['is a name like a verb', 'Will Brandt, the baker, said it leaked.', 'said', 'Will Brandt'],
    ['is what is held up', 'Otto Brandt held a sign saying it leaked.', 'saying', 'a sign'],
    ['stands before a participle', 'Pilots walking through the port said it leaked.', 'said', 'Pilots'],
    ['leads a chain of verbs', 'Otto Brandt went on to claim that it leaked.', 'claim', 'Otto Brandt'],
    ['is no span of time', 'Last week, the port, a firm, said it leaked.', 'said', 'the port'],
    [
      'follows the verb',
      '“It leaks,” said harbour spokesman Otto Brandt.',
      'said',
      'harbour spokesman Otto Brandt',
    ],
  ])('%s', (_, text, verb, expected) => {
    expect(expected.endsWith(subject(text, verb) ?? 'nobody')).toBe(true)
  })

  it('is absent where no mention can be it', () => {
    expect(subject('It is late. To say nothing helps.', 'say')).toBeUndefined()
  })
})
