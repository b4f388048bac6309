import type { Archive } from './archive.ts'
import type { ArchiveOptions } from './archive-options.ts'
import { archiveMethods } from './sql/archive-methods.ts'
import { endLeases } from './sql/deliveries-table.ts'
import { databaseOver } from './sqlite/connected-database.ts'
import { openDatabase } from './sqlite/open-database.ts'

/**
 * The archive in one SQLite file, made with its folder where missing. ":memory:" keeps it in this process only.
 * @throws ConfigError if the file cannot be used: what it is, why not, and what to do.
 */
export function openSqliteArchive(path: string, options: ArchiveOptions = {}): Archive {
  const { connection, prepare, close } = openDatabase(path, options.role === 'bot')
  const database = databaseOver(connection, path)
  if (options.role === 'bot') prepare(() => endLeases(database))
  return {
    ...archiveMethods(database),
    close: async () => {
      if (connection.isOpen) close()
    },
  }
}
