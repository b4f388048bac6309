import type { Archive } from './archive.ts'
import type { ArchiveOptions } from './archive-options.ts'

/** Whether a place is a Postgres database, which is always there, and not a file. */
export function isPostgres(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place)
}

/**
 * Opens the archive at a place: the address of a Postgres database, or the path of an SQLite file. Only what is needed for
 * the one is loaded.
 * @throws ConfigError if it cannot be used
 */
export async function openArchive(place: string, options: ArchiveOptions = {}): Promise<Archive> {
  if (isPostgres(place)) {
    const { openPostgresArchive } = await import('./postgres.ts')
    return openPostgresArchive(place, options)
  }
  const { openSqliteArchive } = await import('./sqlite.ts')
  return openSqliteArchive(place, options)
}
