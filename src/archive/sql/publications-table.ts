import type { Publication, Publications } from '../deliveries.ts'
import { type Chore, claimMessages } from './claim-messages.ts'
import type { Database } from './database.ts'

/** Tries for one message; then it stays where it was posted. */
const mostTries = 20
const publishing: Chore<Publication> = {
  dueAt: 'publish_due_at',
  tries: 'publish_tries',
  tell: (_, message) => message,
}

/** Messages that are to be published. */
export function publicationMethods(database: Database): Publications {
  return {
    claimPublications: (claim) => claimMessages(database, publishing, claim),
    settlePublication: (id) => database.change(() => setDue(database, id, undefined)),
    putOffPublication: (id, dueAt) =>
      database.change(() => {
        setDue(database, id, dueAt)
        const giveUp = `UPDATE deliveries SET publish_due_at = NULL WHERE id = ? AND publish_tries >= ${mostTries}`
        database.run(giveUp, id)
      }),
    postponePublication: (id, dueAt) =>
      database.change(() => {
        setDue(database, id, dueAt)
        database.run('UPDATE deliveries SET publish_tries = publish_tries - 1 WHERE id = ?', id)
      }),
  }
}

function setDue(database: Database, id: number, dueAt: number | undefined): void {
  database.run('UPDATE deliveries SET lease_until = NULL, publish_due_at = ? WHERE id = ?', dueAt, id)
}
