import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makePlace } from './place.ts'

const dayMs = 86_400_000

/** Articles about one person each, published so many days ago. */
async function filledPlace() {
  const place = await makePlace()
  const write = (name: string, days: number, number: number) =>
    writeFile(
      join(place.articles, `${name}-${days}-${number}.md`),
      `---\ntitle: ${name} Ferrante on hall ${number}\npublisher: Post\npublished: ${new Date(Date.now() - days * dayMs).toISOString()}\n---\n\n` +
        `${name} Ferrante opened hall ${number} at the harbour. “It is long,” said ${name} Ferrante.\n`,
    )
  for (let number = 0; number < 4; number += 1) await write('Marisol', 2, number)
  for (let number = 0; number < 8; number += 1) await write('Tomas', 20, number)
  const files = (await readdir(place.articles)).map((name) => join(place.articles, name))
  await place.crier(['ingest', '--silent', ...files])
  return place
}

describe('the command line', () => {
  it('tells what is alike, what rose, and what was meant', async () => {
    const { crier } = await filledPlace()
    const ask = async (...args: string[]) => {
      const { output, errors, code } = await crier(args)
      expect([errors, code]).toEqual(['', 0])
      return output
    }
    expect(await ask('similar', 'Marisol Ferrante on hall 1', '--count', '2')).toMatch(
      /^Like “Marisol Ferrante on hall 1”\n.*Shares 1 person: Marisol Ferrante/s,
    )
    const alike = JSON.parse(await ask('similar', 'Marisol Ferrante on hall 1', '--count', '2', '--json'))
    expect(alike.rows).toHaveLength(2)
    expect(alike.rows[0].people).toEqual(['Marisol Ferrante'])
    expect(await ask('trending', '--window', '7d')).toContain(
      'Marisol Ferrante ×16 · 4 of 4 articles, 0 of 8 before',
    )
    expect(JSON.parse(await ask('trending', '--window', '7d', '--kind', 'people', '--json'))).toMatchObject({
      articles: 4,
      past: 8,
      trends: [{ kind: 'person', name: 'Marisol Ferrante', articles: 4, past: 0 }],
    })
    expect(await ask('search', 'harbuor speaker:marisol')).toContain('Did you mean harbour speaker:marisol?')
    expect(JSON.parse(await ask('search', 'harbour after:7d', '--json')).total).toBe(4)
  })

  it('names what it cannot find or does not know', async () => {
    const { crier } = await filledPlace()
    const failed = async (...args: string[]) => {
      const { errors, code } = await crier(args)
      return `${code} ${errors}`
    }
    expect(await failed('similar', 'volcano')).toMatch(/^1 crier: I keep no article “volcano”/)
    expect(await failed('similar')).toMatch(/^2 .*missing required argument 'article'/)
    expect(await failed('trending', '--window', '5d')).toMatch(/^2 .*'5d' is invalid.*24h, 7d, 30d/)
    expect(await failed('search', 'ferry publisher:')).toMatch(/^1 crier: publisher: needs a value/)
  })
})
