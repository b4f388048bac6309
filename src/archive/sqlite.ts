import type { Archive } from './archive.ts'
import { articleMethods } from './sqlite/article-lists.ts'
import { databaseOver } from './sqlite/connected-database.ts'
import { deliveryMethods, endLeases } from './sqlite/deliveries-table.ts'
import { editMethods } from './sqlite/edits-table.ts'
import { feedMethods } from './sqlite/feeds-table.ts'
import { fileMethods } from './sqlite/files-table.ts'
import { followMethods } from './sqlite/follows-table.ts'
import { keep } from './sqlite/keep.ts'
import { keyValueMethods } from './sqlite/key-values-table.ts'
import { openDatabase } from './sqlite/open-database.ts'
import { deleteOlder } from './sqlite/retention.ts'
import { statementPage } from './sqlite/statement-lists.ts'
import { storyMethods } from './sqlite/story-lists.ts'
import { suggestionMethods } from './sqlite/suggestions.ts'
import { subjectMethods } from './sqlite/trends.ts'
import { vocabularyMethods } from './sqlite/vocabulary-table.ts'
import { withdraw } from './sqlite/withdraw.ts'

/** How a process uses the archive. */
export interface SqliteOptions {
  /**
   * `bot`: the one process that reads, analyses and delivers; a second one on the same file is refused.
   * `beside` (the default): looks things up and makes short changes, also while a bot runs.
   */
  readonly role?: 'bot' | 'beside'
}

/**
 * The archive in one SQLite file, made with its folder where missing. ":memory:" keeps it in this process only.
 * @throws ConfigError if the file cannot be used: what it is, why not, and what to do.
 */
export function openSqliteArchive(path: string, options: SqliteOptions = {}): Archive {
  const { connection, close } = openDatabase(path, options.role === 'bot')
  const database = databaseOver(connection, path)
  if (options.role === 'bot') endLeases(database)
  return {
    keep: (entry) => database.write(() => keep(database, entry)),
    withdraw: (originKey, at) => database.write(() => withdraw(database, originKey, at)),
    deleteOlder: (before, limit) => database.write(() => deleteOlder(database, before, limit)),
    ...fileMethods(database),
    ...articleMethods(database),
    statements: (filter, window) => database.read(() => statementPage(database, filter, window)),
    ...storyMethods(database),
    ...suggestionMethods(database),
    ...vocabularyMethods(database),
    ...subjectMethods(database),
    ...feedMethods(database),
    ...followMethods(database),
    ...deliveryMethods(database),
    ...editMethods(database),
    ...keyValueMethods(database),
    close: async () => {
      if (connection.isOpen) close()
    },
  }
}
