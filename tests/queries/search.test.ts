import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import type { Archive } from '../../src/archive/archive.ts'
import type { Origin } from '../../src/archive/entry.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { indexTerms } from '../../src/queries/index-terms.ts'
import { search } from '../../src/queries/search.ts'

const now = Date.UTC(2026, 10, 21, 12)
const server = (id: string) => ({ kind: 'server', id }) as const

async function keep(
  archive: Archive,
  id: string,
  text: string,
  origin: Origin = { key: 'ingest' },
): Promise<void> {
  const at = now - 86_400_000
  const article = {
    id,
    title: `Title of ${id}`,
    publisher: 'The Quay Courier',
    publishedAt: at,
    firstSeenAt: at,
    text,
    language: 'en',
  }
  const analysis = analyse(article)
  await archive.keep({ article, analysis, terms: indexTerms(article, analysis), origin, deliveries: [], at })
}

const harbour =
  '“The harbours are closed until further notice,” said Ann Marlowe, the harbour master of the town.'
const secret = 'The commissionaires of the lodge met in secret behind the harbourmaster’s office last night.'

async function asked(query: string, viewer: { kind: 'server'; id: string } = server('2')) {
  const archive = openSqliteArchive(':memory:')
  await keep(archive, 'open', harbour)
  await keep(archive, 'own', secret, { key: 'feed:own', server: '1' })
  const found = await search(archive, { viewer, query }, { offset: 0, limit: 5, now }).finally(archive.close)
  return { ids: found.rows.map(({ head }) => head.id), didYouMean: found.didYouMean }
}

describe('search', () => {
  it('keeps to the fields of the query, also where there is nothing else', async () => {
    expect(await asked('harbour speaker:marlowe after:2d publisher:"the quay courier"')).toMatchObject({
      ids: ['open'],
    })
    expect(await asked('harbour before:2d')).toMatchObject({ ids: [] })
    expect(await asked('speaker:marlowe')).toMatchObject({ ids: ['open'] })
    expect(await asked('speaker:marlowe -harbour')).toMatchObject({ ids: [] })
  })

  it('asks whether another word was meant, and keeps the rest of the query', async () => {
    expect(await asked('hrabours clsoed speaker:marlowe')).toEqual({
      ids: [],
      didYouMean: 'harbours closed speaker:marlowe',
    })
    expect(await asked('"further notise" -lodge')).toMatchObject({ didYouMean: '"further notice" -lodge' })
  })

  it('suggests nothing that would find nothing, nor where every word is known', async () => {
    expect(await asked('hrabours speaker:nobody')).toEqual({ ids: [], didYouMean: undefined })
    expect(await asked('closed "master closed"')).toEqual({ ids: [], didYouMean: undefined })
    expect(await asked('xylophone')).toEqual({ ids: [], didYouMean: undefined })
  })

  it('suggests no word that only articles of another server hold, nor a form of it', async () => {
    expect(await asked('comissionaires', server('1'))).toMatchObject({ didYouMean: 'commissionaires' })
    expect(await asked('comissionaires')).toEqual({ ids: [], didYouMean: undefined })
  })

  it('says which field is also given as an option', async () => {
    const archive = openSqliteArchive(':memory:')
    const window = { offset: 0, limit: 5, now }
    const question = { viewer: server('1'), query: 'x publisher:y after:1d' }
    await expect(search(archive, { ...question, publisher: 'z' }, window)).rejects.toThrow(
      'Both publisher: and the option publisher are given',
    )
    await expect(search(archive, { ...question, since: '1d' }, window)).rejects.toThrow(
      'Both after: and the option since are given',
    )
    await archive.close()
  })
})
