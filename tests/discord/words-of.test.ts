import { describe, expect, it } from 'vitest'
import { catalogueFor } from '../../src/discord/locales/catalogues.ts'
import { problemIn, troubleIn, wordsOf } from '../../src/discord/words-of.ts'
import { UserError } from '../../src/errors.ts'
import { givenUpText, readTrouble, troubles } from '../../src/troubles.ts'

const german = catalogueFor('de')

describe('wordsOf', () => {
  it('tells a problem in the language, while the message stays English', () => {
    const error = new UserError({ kind: 'noArticle', asked: 'Ferry' })
    expect(error.message).toMatch(/^I keep no article “Ferry”\./)
    expect(wordsOf(error, german)).toMatch(/^Ich habe keinen Artikel „Ferry“\./)
  })

  it('tells what only the operator meets as it is', () => {
    expect(wordsOf(new UserError('There is no archive here.'), german)).toBe('There is no archive here.')
  })
})

describe('troubleIn', () => {
  it('tells every reason, with what stands behind it in brackets', () => {
    for (const [key, words] of Object.entries(troubles)) {
      expect(readTrouble(words)).toEqual({ key, rest: '' })
      expect(readTrouble(`${words} (410)`)).toEqual({ key, rest: ' (410)' })
    }
    expect(troubleIn('its server fails (500)', german)).toBe('der Server meldet einen Fehler (500)')
    expect(troubleIn('it is an error page (“Oops”)', german)).toBe('das ist eine Fehlerseite (“Oops”)')
  })

  it('tells since when a feed is given up, and leaves other reasons as they are', () => {
    expect(troubleIn(givenUpText('2026-11-24', 'its server fails (500)'), german)).toBe(
      'nicht lesbar seit 2026-11-24: der Server meldet einen Fehler (500)',
    )
    expect(troubleIn('it is JSON, but no JSON Feed: {', german)).toBe('it is JSON, but no JSON Feed: {')
    expect(problemIn({ kind: 'unreadable', what: 'quay.example', why: 'it is too large' }, german)).toBe(
      'Ich kann quay.example nicht lesen: das ist zu groß.',
    )
  })
})
