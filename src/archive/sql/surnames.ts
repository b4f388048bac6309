import type { Analysis } from '../../article.ts'
import { foldedWords } from '../fold.ts'
import { nameParts, samePerson, surnameForms } from '../person-names.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import type { KeptEntry } from './placed.ts'
import { namesHeard } from './speaker-names.ts'

/** More bearers of one name than this are more than one person in any case. */
const maxBearers = 50
/** So many people who are called as asked are looked up by their surnames too; "John" alone calls thousands. */
const maxCalled = 200

/** Writes by which surnames the people of articles may be called, and by which the articles themselves call them. */
export function writeSurnames(database: Database, articles: readonly KeptEntry[]): void {
  database.runEach(
    'INSERT INTO surnames (seq, form, name, used) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    articles.flatMap(({ seq, entry }) => surnamesOf(entry.analysis).map((one) => [seq, ...one])),
  )
}

function surnamesOf({ people }: Analysis): readonly (readonly [form: string, name: string, used: number])[] {
  return people.flatMap(({ name, aliases }) => {
    const used = new Set(aliases.map((alias) => nameParts(alias).join(' ')))
    return surnameForms(name).map((form) => [form, name, used.has(form) ? 1 : 0] as const)
  })
}

/**
 * The full name of the one person whom a surname that stands alone can mean: the only bearer of it in all that is seen in
 * these scopes, called by it in some article. Undefined where there is none, or more than one.
 */
export function bearerOf(
  database: Database,
  surname: string,
  scopes: readonly [string, string],
): string | undefined {
  const rows = database.all(
    `SELECT name, SUM(used) AS used FROM surname_tallies WHERE scope IN (?, ?) AND form = ?
     GROUP BY name ORDER BY SUM(articles) DESC, name LIMIT ?`,
    ...scopes,
    nameParts(surname).join(' '),
    maxBearers,
  )
  const names = rows.map((row) => text(row, 'name'))
  const isOne = names.every((name, index) => names.slice(0, index).every((other) => samePerson(name, other)))
  return isOne && rows.some((row) => number(row, 'used') > 0) ? names[0] : undefined
}

/**
 * Speakers of whom an article gives only the surname, and who can be nobody but somebody who is called as asked.
 * @param words folded words of the name that was asked for, each of which must begin a word of the full name
 */
export function speakersBySurname(
  database: Database,
  words: readonly string[],
  scopes: readonly [string, string],
): readonly number[] {
  const heard = namesHeard(database, words, { scopes, limit: maxCalled + 1 })
  const asked = [words.join(' '), ...(heard.length > maxCalled ? [] : heard)]
  const bearers = bearersOf(database, asked.flatMap(surnameForms), scopes).filter((bearer) =>
    words.every((word) => foldedWords(bearer).some((own) => own.startsWith(word))),
  )
  return [...new Set(bearers.flatMap(surnameForms))]
    .filter((form) => bearers.includes(bearerOf(database, form, scopes) ?? ''))
    .flatMap((form) => speakersNamed(database, form))
}

function bearersOf(
  database: Database,
  forms: readonly string[],
  scopes: readonly [string, string],
): readonly string[] {
  const bearers = new Set(forms).values().map((form) => bearerOf(database, form, scopes))
  return [...new Set(bearers)].filter((bearer) => bearer !== undefined)
}

/** Ids of the speakers whose whole name this is. */
function speakersNamed(database: Database, form: string): readonly number[] {
  const { sql, values } = database.words.fit('speaker_words', 'id', { beginnings: form.split(' ') })
  return database
    .all(`SELECT id, name FROM speakers WHERE ${sql}`, ...values)
    .filter((row) => nameParts(text(row, 'name')).join(' ') === form)
    .map((row) => number(row, 'id'))
}
