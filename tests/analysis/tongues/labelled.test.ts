import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../../src/analysis/analyse.ts'
import { pointsBack } from '../../../src/analysis/dangling.ts'
import { summarise } from '../../../src/analysis/summarise.ts'
import { articleLanguage } from '../../../src/analysis/tongues/article-language.ts'
import { tongueOf } from '../../../src/analysis/tongues/tongue.ts'

/*
 * Invented articles: the headline, what the article is about, and its text with each sentence on a line of its own.
 */

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'tongues')

/** Of the subjects that a reader names, so many are among the keywords; of the keywords, so many are named. */
const leastRecall = 0.7
const leastPrecision = 0.65

interface Labelled {
  readonly title: string
  readonly subjects: readonly string[]
  readonly sentences: readonly string[]
  readonly text: string
}

function read(file: string): Labelled {
  const [title = '', subjects = '', , ...lines] = readFileSync(join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
  const text = lines
    .join('\n')
    .split('\n\n')
    .join('\u2029')
    .replaceAll('\n', ' ')
    .replaceAll('\u2029', '\n\n')
  return { title, subjects: subjects.toLowerCase().split(', '), sentences: lines.filter(Boolean), text }
}

const files = readdirSync(folder)

describe.each(files)('%s', (file) => {
  const { title, sentences, text } = read(file)
  const analysis = analyse({ title, text })
  const written = analysis.sentences.map(({ start, end }) => text.slice(start, end))

  it('is taken for what it is', () => {
    expect(articleLanguage({ title, text, language: 'en' })).toBe(file.slice(0, 2))
  })

  it('falls into its sentences', () => {
    expect(written).toEqual(sentences)
  })

  it('is summed up without a sentence that points back to one that is not there', () => {
    for (const length of [1, 2, 3, 6]) {
      const chosen = summarise(analysis, length)
      expect(chosen).toHaveLength(length)
      for (const index of chosen)
        if (pointsBack(written[index] ?? '', tongueOf(file.slice(0, 2)))) expect(chosen).toContain(index - 1)
    }
  })

  it('is given neither quotes nor people, which English rules would find wrong', () => {
    expect(analysis).toMatchObject({ quotes: [], people: [] })
  })
})

describe.each(['de', 'fr', 'es'])('keywords in %s', (language) => {
  it('are what a reader would name', () => {
    const articles = files.filter((file) => file.startsWith(language)).map(read)
    const found = articles.map((article) => ({
      ...article,
      keywords: analyse(article).keywords.map(({ term }) => term.toLowerCase()),
    }))
    const named = found.flatMap(({ subjects, keywords }) =>
      subjects.map((subject) => keywords.some((keyword) => agree(keyword, subject))),
    )
    const right = found.flatMap(({ subjects, keywords }) =>
      keywords.map((keyword) => subjects.some((subject) => agree(keyword, subject))),
    )
    expect(shareOf(named)).toBeGreaterThanOrEqual(leastRecall)
    expect(shareOf(right)).toBeGreaterThanOrEqual(leastPrecision)
  })
})

/** "tren nocturno" names what "tren" names. */
function agree(keyword: string, subject: string): boolean {
  return keyword.includes(subject) || subject.includes(keyword)
}

function shareOf(found: readonly boolean[]): number {
  return found.filter(Boolean).length / found.length
}
