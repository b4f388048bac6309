import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SourceError } from '../../src/errors.ts'
import { readPage } from '../../src/sources/page.ts'

/** Pages of our own, each a folder with source.html and expected.json. */
const folder = join(import.meta.dirname, '../fixtures/pages')

/** Where the pages are said to have been found. */
export const fixtureUrl = 'https://echo.example/news/cable-ferry?utm_source=feed'

/** The names of all pages. */
export function pageFixtures(): readonly string[] {
  return readdirSync(folder)
}

/** What is read of a page, or why it is refused, as it stands in expected.json. */
export function readFixture(name: string): object {
  const html = readFileSync(join(folder, name, 'source.html'), 'utf8')
  try {
    const { text, ...draft } = readPage(html, fixtureUrl)
    return { ...draft, text: text.split('\n\n') }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return { refused: error.message.replace(`Cannot read page ${fixtureUrl}: `, '') }
  }
}

/** What is to be read of it. */
export function expectedOf(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'))
}

// node tests/sources/page-fixtures.ts NAME…: writes expected.json beside a new source.html, for you to check line by line.
if (process.argv[1] === import.meta.filename) {
  for (const name of process.argv.slice(2))
    writeFileSync(join(folder, name, 'expected.json'), `${JSON.stringify(readFixture(name), undefined, 2)}\n`)
}
