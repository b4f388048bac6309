import { expect, it, onTestFinished } from 'vitest'
import { openPostgresArchive } from '../../src/archive/postgres.ts'
import { ConfigError } from '../../src/errors.ts'
import { entry } from './entries.ts'
import type { PostgresServer } from './postgres-server.ts'

/** How the archive opens its database, and gets over its restart. */
export function describeOpening(server: () => PostgresServer): void {
  it('makes the tables once where several processes start at once', async () => {
    const url = await server().freshUrl()
    const archives = await Promise.all(Array.from({ length: 4 }, () => openPostgresArchive(url)))
    onTestFinished(async () => void (await Promise.all(archives.map((archive) => archive.close()))))
    await Promise.all(archives.map((archive, index) => archive.keep(entry({ id: `a${index}` }))))
    expect((await archives[0]?.size({ kind: 'operator' }))?.articles).toBe(4)
  })

  it('says in one line which database cannot be reached, without its password', async () => {
    const opening = openPostgresArchive('postgres://crier:hunter2@127.0.0.1:1/news')
    await expect(opening).rejects.toThrow(ConfigError)
    await expect(opening).rejects.toThrow(/Cannot open the archive postgres:\/\/127\.0\.0\.1:1\/news: /)
    await expect(opening).rejects.not.toThrow(/hunter2/)
  })

  it('is no fault of a bot’s configuration while its database is away', async () => {
    const opening = openPostgresArchive('postgres://crier:hunter2@127.0.0.1:1/news', { role: 'bot' })
    await expect(opening).rejects.toThrow(
      /Cannot reach the archive postgres:\/\/127\.0\.0\.1:1\/news for now/,
    )
    await expect(opening).rejects.not.toThrow(ConfigError)
  })

  it('goes on after its database was restarted', async () => {
    const archive = await openPostgresArchive(await server().freshUrl())
    onTestFinished(() => archive.close())
    await archive.keep(entry({ id: 'before' }))
    await server().restart()
    await archive.keep(entry({ id: 'after' }))
    expect((await archive.size({ kind: 'operator' })).articles).toBe(2)
  })
}
