import type { Archive } from '../archive.ts'
import { articleMethods } from './article-lists.ts'
import type { Database } from './database.ts'
import { deliveryMethods } from './deliveries-table.ts'
import { editMethods } from './edits-table.ts'
import { feedMethods } from './feeds-table.ts'
import { fileMethods } from './files-table.ts'
import { followMethods } from './follows-table.ts'
import { keepAll } from './keep.ts'
import { keyValueMethods } from './key-values-table.ts'
import { publicationMethods } from './publications-table.ts'
import { deleteOlder } from './retention.ts'
import { statementPage } from './statement-lists.ts'
import { storyMethods } from './story-lists.ts'
import { suggestionMethods } from './suggestions.ts'
import { timelinePage } from './timeline.ts'
import { subjectMethods } from './trends.ts'
import { vocabularyMethods } from './vocabulary-table.ts'
import { withdraw } from './withdraw.ts'

/** All that an archive does, over its database. */
export function archiveMethods(database: Database): Omit<Archive, 'close'> {
  return {
    keep: async (entry) => {
      const [kept = 'unchanged'] = await database.write(() => keepAll(database, [entry]))
      return kept
    },
    keepAll: (entries) => database.write(() => keepAll(database, entries)),
    withdraw: (originKey, at) => database.write(() => withdraw(database, originKey, { at, isTold: true })),
    deleteOlder: (before, limit) => database.write(() => deleteOlder(database, before, limit)),
    ...fileMethods(database),
    ...articleMethods(database),
    statements: (filter, window) => database.read(() => statementPage(database, filter, window)),
    timeline: (filter, window) => database.read(() => timelinePage(database, filter, window)),
    ...storyMethods(database),
    ...suggestionMethods(database),
    ...vocabularyMethods(database),
    ...subjectMethods(database),
    ...feedMethods(database),
    ...followMethods(database),
    ...deliveryMethods(database),
    ...editMethods(database),
    ...publicationMethods(database),
    ...keyValueMethods(database),
  }
}
