import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { migrateArchive } from '../../src/archive/postgres/migrate-archive.ts'
import { openPostgresArchive } from '../../src/archive/postgres.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { ConfigError, UserError } from '../../src/errors.ts'
import { entry, stems, type Written } from './entries.ts'
import { everything, operator, server as viewerOf } from './fresh.ts'
import type { PostgresServer } from './postgres-server.ts'

const quote = '“We sail on Friday if the tide is high enough,”'
const articles: readonly Written[] = [
  {
    id: 'a',
    title: 'Ferry \0 late',
    text: `The ferry is late. ${quote} said Quell.`,
    said: [{ words: quote, by: 'Quell' }],
  },
  {
    id: 'b',
    title: 'Łódź ferry',
    text: `${quote} said Ada Quell.`,
    said: [{ words: quote, by: 'Ada Quell' }],
  },
  { id: 'c', title: 'Own ferry', origin: { key: 'own', server: '1' }, url: 'https://example.org/c' },
]

/** An embedded archive with something in every part of it. */
async function embedded(): Promise<{ path: string; archive: Archive }> {
  const folder = await mkdtemp(join(tmpdir(), 'crier-migrate-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'crier.db')
  const archive = openSqliteArchive(path)
  await archive.addFollow({ id: 'f', owner: '1', channel: '11', createdBy: '77', createdAt: 0 })
  await archive.addFeed({ id: 'x', url: 'https://example.org/x' }, { server: '1' }, 5)
  await archive.recordItems('x', [{ keys: ['k'], hash: 'h' }], 6)
  await archive.setMark('folder-loaded', 'yes')
  await archive.setKeyValue('settings/1', '{"a":1}')
  for (const written of articles) {
    await archive.keep(entry({ ...written, deliveries: [{ channel: '11', follows: ['f'] }] }))
  }
  return { path, archive }
}

async function contents(archive: Archive) {
  const about = { all: [[['ferry']]], none: [] }
  return {
    search: await archive.search({ viewer: operator, about }, everything),
    own: await archive.newest({ viewer: viewerOf('1') }, everything),
    statements: await archive.statements({ viewer: operator, speaker: 'ada quell' }, everything),
    near: await archive.statements(
      { viewer: operator, words: { stems: stems('sail tide'), match: 'near' } },
      everything,
    ),
    article: await archive.article('a', operator),
    deliveries: await Promise.all(articles.map(({ id }) => archive.deliveriesOf(id))),
    follows: await archive.follows(),
    feeds: [await archive.feeds(), await archive.feedOwners('x'), await archive.feedItems('x', ['k'])],
    kept: [await archive.mark('folder-loaded'), await archive.keyValue('settings/1', 0)],
    typed: [
      await archive.suggestArticles('fer', operator, 5),
      await archive.suggestSpeakers('q', operator, 5),
    ],
    size: await archive.size(operator),
  }
}

/** Stems as the entries of the tests have them. */
const termsOf = ({ article }: { readonly article: { readonly id: string } }) =>
  entry(articles.find(({ id }) => id === article.id) ?? { id: article.id }).terms

/** Moving an embedded archive. */
export function describeMigration(server: () => PostgresServer): void {
  it('gives the same answers after it was moved, and goes on with numbers of its own', async () => {
    const { path, archive } = await embedded()
    const before = await contents(archive)
    await archive.close()
    const to = await server().freshUrl()
    const moved = await migrateArchive({ from: path, to, termsOf })
    expect(moved.get('articles')).toBe(3)
    const after = await openPostgresArchive(to)
    onTestFinished(() => after.close())
    expect(await contents(after)).toEqual(before)
    expect(await after.keep(entry({ id: 'd', title: 'New ferry' }))).toBe('new')
    await expect(migrateArchive({ from: path, to, termsOf })).rejects.toThrow(UserError)
  })

  it('is refused while a bot uses the file', async () => {
    const { path, archive } = await embedded()
    await archive.close()
    const bot = openSqliteArchive(path, { role: 'bot' })
    onTestFinished(() => bot.close())
    const to = await server().freshUrl()
    await expect(migrateArchive({ from: path, to, termsOf })).rejects.toThrow(ConfigError)
  })
}
