import { describe, expect, it } from 'vitest'
import { isFit } from '../../src/analysis/fitness.ts'
import { quotationBalance } from '../../src/analysis/quotation-balance.ts'

const fits = (sentence: string, insideQuotation = false): boolean =>
  isFit(sentence, { insideQuotation, balance: quotationBalance(sentence) }, 'en')

describe('isFit', () => {
  it.each([
    'The council voted on Monday to close the bridge.',
    '"We will close the bridge," the mayor said.',
    'U.S. envoys met the workers’ council in Lima (Peru).',
    '80 people saw the ship leave its harbour.',
    'Watching the ship leave were 80 people.',
    'iPhone sales fell by a third in June.',
  ])('takes %j', (sentence) => {
    expect(fits(sentence)).toBe(true)
  })

  it.each([
    'Bridge to close',
    'Not so.',
    'The bridge will close.',
    'The council (which voted on Monday will close the bridge.',
    'Read more: why the bridge will close this summer.',
    'By Jane Doe for the Harbour Post in Lima.',
    'We use cookies to improve your experience on this site.',
    'Subscribe now for unlimited access to every story.',
    'The old bridge (pictured) will close in the summer.',
    'Photo by Jane Doe of the Harbour Post in Lima.',
    'It will close in summer," the mayor said on Monday.',
    'The mayor said on Monday: "The bridge will close.',
    'the bridge will close in the summer, he said.',
    'The council has three reasons to close it:',
    'The council voted on Monday to close the ...',
    `The council voted ${'and voted '.repeat(70)}.`,
  ])('refuses %j', (sentence) => {
    expect(fits(sentence)).toBe(false)
  })

  it('refuses the middle of a quotation', () => {
    expect(fits('The bridge will close in the summer.', true)).toBe(false)
  })
})

describe('quotationBalance', () => {
  it.each([
    ['The "old" bridge', 'whole'],
    ['The ‘old’ bridge of the workers’ party', 'whole'],
    ["''Old'' bridges", 'whole'],
    ['He said: “Bridges', 'open'],
    ['"Bridges', 'open'],
    ['bridges," he said', 'closing'],
    ['bridges.”', 'closing'],
    ['bridges,’ he said', 'closing'],
    ["the workers' bridge in the '90s", 'whole'],
  ] as const)('pairs the marks of %j', (sentence, expected) => {
    expect(quotationBalance(sentence)).toBe(expected)
  })
})
