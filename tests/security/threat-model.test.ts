import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const lines = readFileSync(join(root, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:who|may try|---)/.test(line))

/** Each file that a line names, with the titles behind it up to the next file. */
function testsOf(line: string): readonly { readonly file: string; readonly titles: readonly string[] }[] {
  return [...line.matchAll(/`(tests\/[\w/.-]+)`([^`]*)/g)].map(([, file = '', rest = '']) => ({
    file,
    titles: [...rest.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title),
  }))
}

describe('docs/security.md', () => {
  it('names a test in each line, but for the operator', () => {
    const bare = lines.filter((line) => testsOf(line).length === 0)
    expect(bare).toEqual([expect.stringMatching(/^\| the operator \|/)])
  })

  it('names tests that there are', () => {
    const gone = lines.flatMap(testsOf).flatMap(({ file, titles }) => {
      if (!existsSync(join(root, file))) return [file]
      const text = readFileSync(join(root, file), 'utf8')
      return titles.filter((title) => !text.includes(title)).map((title) => `${file}: ${title}`)
    })
    expect(gone).toEqual([])
  })
})
