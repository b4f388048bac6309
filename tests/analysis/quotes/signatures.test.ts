import { expect, it } from 'vitest'
import { readText } from '../../../src/analysis/quotes/reading.ts'
import { signerOf } from '../../../src/analysis/quotes/signatures.ts'

/** Who signs the first quote of a text. */
function signer(text: string): string | undefined {
  const reading = readText(text)
  const { units, tokens, candidates } = reading
  const from = units.findIndex(({ region }) => region >= 0)
  const found = candidates[signerOf(reading, { from, to: from + 1, cue: -1, shape: 0, look: 0 })]
  return found && text.slice(tokens[found.start]?.start, tokens[found.end - 1]?.end)
}

it.each([
  ['“Lock the bridge up for good!” — Otto Brandt', 'Otto Brandt'],
  ['“Lock the bridge up for good!”\n\n– Otto Brandt, a pilot in Lowell.\n\nIt was late.', 'Otto Brandt'],
  ['“Lock the bridge up for good!”\n\n- Otto Brandt (D-Mass.)', 'Otto Brandt'],
])('finds who signs: %s', (text, expected) => {
  expect(signer(text)).toBe(expected)
})

it.each([
  '“Lock the bridge up for good!” – Brandt supporters shouted in the town hall.',
  '“Lock the bridge up for good!” — Otto Brandt said so.',
  '“Lock the bridge up for good!” — Otto Brandt, the pilot, was not there.',
  '“Lock the bridge up for good!”\n\nOtto Brandt, a pilot.',
  'It was said: “Lock the bridge up for good!” — Otto Brandt',
])('takes nothing else for a signature: %s', (text) => {
  expect(signer(text)).toBeUndefined()
})
