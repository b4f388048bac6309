import { describe, expect, it, onTestFinished } from 'vitest'
import { SourceError } from '../../src/errors.ts'
import { type AnalystOptions, createAnalyst } from '../../src/newsroom/analyst.ts'

function analyst(options: AnalystOptions = {}) {
  const created = createAnalyst(options)
  onTestFinished(created.close)
  return created
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the analyst', () => {
  it('reads and understands a file in its thread', async () => {
    const { draft, analysis, terms } = await analyst().readFile(
      'a.txt',
      bytes('Ferry sails\n\nThe ferry sails on Friday.'),
    )
    expect(draft).toMatchObject({ title: 'Ferry sails', text: 'The ferry sails on Friday.' })
    expect(analysis.sentences).toEqual([{ start: 0, end: 26 }])
    expect(terms.title).toEqual(['ferri', 'sail'])
  })

  it('gives each of many jobs its own answer', async () => {
    const { readFile } = analyst()
    const names = ['one', 'two', 'three', 'four']
    const readings = await Promise.all(
      names.map((name) => readFile(`${name}.txt`, bytes(`Title ${name}\n\nText of ${name}.`))),
    )
    expect(readings.map(({ draft }) => draft.title)).toEqual(names.map((name) => `Title ${name}`))
  })

  it('refuses what is no article with the reader’s words, and goes on', async () => {
    const { readFile } = analyst()
    await expect(readFile('empty.txt', bytes(''))).rejects.toThrow(
      new SourceError('Cannot read article empty.txt: the file is empty'),
    )
    expect((await readFile('a.txt', bytes('A title\n\nSome text.'))).draft.title).toBe('A title')
  })

  it('gives up on what takes too long, says so, and reads the next with a new thread', async () => {
    const { readFile } = analyst({ deadlineMs: 1 })
    await expect(readFile('slow.txt', bytes('A title\n\nSome text.'))).rejects.toThrow(
      'Cannot read slow.txt: it takes longer than 1 ms',
    )
    await expect(readFile('next.txt', bytes('A title\n\nSome text.'))).rejects.toThrow('Cannot read next.txt')
  })

  it('starts again after its thread ended for want of work', async () => {
    const { readFile } = analyst({ idleMs: 1 })
    await readFile('a.txt', bytes('A title\n\nSome text.'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await readFile('b.txt', bytes('B title\n\nSome text.'))).draft.title).toBe('B title')
  })

  it('rejects what is under way when it is closed', async () => {
    const created = createAnalyst()
    const reading = created.readFile('a.txt', bytes('A title\n\nSome text.'))
    await Promise.resolve()
    const settled = expect(reading).rejects.toThrow('Cannot read a.txt: the reader was closed')
    await created.close()
    await settled
  })
})
