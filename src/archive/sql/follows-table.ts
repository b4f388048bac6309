import { followTermsSchema } from '../follow-terms-schema.ts'
import type { Follow, Follows, FollowTerms } from '../follows.ts'
import type { Database } from './database.ts'
import { pauseMethods } from './follow-pauses.ts'
import { followFrom } from './follow-rows.ts'
import { leaveDeliveries } from './leave-deliveries.ts'

/** The follows. */
export function followMethods(database: Database): Follows {
  return {
    addFollow: (follow) => database.write(() => addFollow(database, follow)),
    follows: (owner) => database.read(() => listFollows(database, owner)),
    followsNamed: (ids) => database.read(() => listNamed(database, ids)),
    follow: (id, owner) =>
      database.read(() => {
        const row = database.first('SELECT * FROM follows WHERE id = ? AND owner = ?', id, owner)
        return row && followFrom(row)
      }),
    changeFollow: (id, owner, terms) => database.write(() => changeFollow(database, { id, owner }, terms)),
    removeFollow: (id, owner) => database.write(() => removeFollow(database, id, owner)),
    ...pauseMethods(database),
  }
}

function addFollow(database: Database, follow: Follow): void {
  database.run(
    `INSERT INTO follows
       (id, owner, channel, about, speaker, publisher, exclude, mention, terms, created_by, created_at, paused,
        pause_cause)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    follow.id,
    follow.owner,
    ...termColumns(follow),
    follow.createdBy,
    follow.createdAt,
    follow.paused?.reason,
    follow.paused?.cause,
  )
}

function listNamed(database: Database, ids: readonly string[]): readonly Follow[] {
  const { sql, values } = database.among('id', ids)
  return database
    .all(`SELECT * FROM follows WHERE ${sql} ORDER BY created_at, position`, ...values)
    .map(followFrom)
}

function changeFollow(
  database: Database,
  { id, owner }: Pick<Follow, 'id' | 'owner'>,
  terms: FollowTerms,
): boolean {
  const sql = `UPDATE follows
     SET channel = ?, about = ?, speaker = ?, publisher = ?, exclude = ?, mention = ?, terms = ?
     WHERE id = ? AND owner = ?`
  return database.run(sql, ...termColumns(terms), id, owner).changes > 0
}

function termColumns(terms: FollowTerms) {
  const { channel, about, speaker, publisher, exclude, mention } = terms
  return [
    channel,
    about,
    speaker,
    publisher,
    exclude,
    mention,
    JSON.stringify(followTermsSchema.parse(terms)),
  ]
}

function listFollows(database: Database, owner: string | undefined): readonly Follow[] {
  const rows =
    owner === undefined
      ? database.all('SELECT * FROM follows ORDER BY created_at, position')
      : database.all('SELECT * FROM follows WHERE owner = ? ORDER BY created_at, position', owner)
  return rows.map(followFrom)
}

function removeFollow(database: Database, id: string, owner: string): boolean {
  const { changes } = database.run('DELETE FROM follows WHERE id = ? AND owner = ?', id, owner)
  if (changes === 0) return false
  leaveDeliveries(database, id, 'its follow was removed')
  return true
}
