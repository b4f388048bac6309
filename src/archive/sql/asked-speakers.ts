import { foldedWords } from '../fold.ts'
import { nameParts } from '../person-names.ts'
import { scopesOf } from '../scopes.ts'
import type { Viewer } from '../viewer.ts'
import type { Database } from './database.ts'
import { speakersCalled } from './speaker-names.ts'
import { speakersBySurname } from './surnames.ts'

/** Ids of the speakers who are called as asked, by their names or by a surname that can mean nobody else. */
export function speakersAsked(database: Database, speaker: string, viewer: Viewer): readonly number[] {
  const words = askedWords(speaker)
  if (words.length === 0) return []
  const called = speakersCalled(database, words)
  return [...new Set([...called, ...speakersBySurname(database, words, scopesOf(viewer))])]
}

/** Initials count only where there is nothing else. */
function askedWords(speaker: string): readonly string[] {
  const parts = nameParts(speaker)
  return parts.length > 0 ? parts : foldedWords(speaker)
}
