import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SourceError } from '../../src/errors.ts'
import { hasArticleEnding } from '../../src/sources/article-ending.ts'
import { readArticleFile } from '../../src/sources/article-file.ts'
import { readArticleFileLazily } from '../../src/sources/lazy-article-file.ts'

const binary = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])

describe('readArticleFile', () => {
  it.each(['a.txt', 'sub/a.TXT', 'a.md', 'a.html', 'a.b.htm'])('reads %s', (path) => {
    const bytes = Buffer.from('The first boat left at dawn, and forty people went with it.\r\n')
    expect(readArticleFile(path, bytes)).toMatchObject({
      title: 'The first boat left at dawn, and forty people went with it',
      text: 'The first boat left at dawn, and forty people went with it.',
      language: 'en',
      publisher: '',
    })
  })

  it.each([
    ['a.txt', Buffer.from(''), 'the file is empty'],
    ['a.txt', Buffer.from(' \n\n'), 'it has no article text'],
    ['a.md', Buffer.from('---\ntitle: x\n---\n'), 'it has no article text'],
    ['a.html', Buffer.from('<p></p>'), 'it has no article text'],
    ['a.txt', binary, 'it is not text (binary)'],
    ['a.html', binary, 'it is not text (binary)'],
    ['a.md', Buffer.from('---\na: [\n---\nx'), 'front matter, line 3: '],
    ['a.pdf', Buffer.from('x'), 'its name does not end in .txt, .md, .html or .htm'],
  ])('refuses %s when %#', (path, bytes, reason) => {
    expect(() => readArticleFile(path, bytes)).toThrow(SourceError)
    expect(() => readArticleFile(path, bytes)).toThrow(`Cannot read article ${path}: ${reason}`)
  })

  it('gives a tidy article or a SourceError for any bytes', () => {
    const path = fc.constantFrom('a.txt', 'a.md', 'a.html')
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ maxLength: 200 }).map((text) => Buffer.from(text)),
    )
    fc.assert(
      fc.property(path, bytes, (name, content) => {
        const draft = attempt(name, content)
        if (draft === undefined) return
        expect(draft.title).not.toBe('')
        expect(draft.text).toMatch(/\S$/)
        expect(draft.text).not.toMatch(/\r|^\s|\n\n\n/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('readArticleFileLazily', () => {
  it.each(['a.txt', 'a.TXT', 'a.md', 'a.html'])('reads %s like readArticleFile', async (path) => {
    const bytes = Buffer.from('The first boat left at dawn, and forty people went with it.\r\n')
    expect(await readArticleFileLazily(path, bytes)).toEqual(readArticleFile(path, bytes))
  })

  it('refuses what readArticleFile refuses', async () => {
    await expect(readArticleFileLazily('a.pdf', binary)).rejects.toThrow('its name does not end in')
  })
})

describe('hasArticleEnding', () => {
  it.each([
    ['a.txt', true],
    ['folder.txt/a', false],
    ['txt', false],
    ['feeds.opml', false],
  ])('says whether %s is an article: %s', (path, expected) => {
    expect(hasArticleEnding(path)).toBe(expected)
  })
})

function attempt(path: string, bytes: Uint8Array) {
  try {
    return readArticleFile(path, bytes)
  } catch (error) {
    expect(error).toBeInstanceOf(SourceError)
    return undefined
  }
}
