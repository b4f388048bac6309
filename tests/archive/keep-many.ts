import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { entry } from './entries.ts'

/**
 * A process to be killed: as the bot on the file of its first argument, it keeps articles that each cause a
 * delivery and come from a file, and prints each id once it is kept.
 */
const archive = openSqliteArchive(process.argv[2] ?? '', { role: 'bot' })
const follow = { id: 'f', owner: '1', channel: '11', createdBy: '77', createdAt: 0 }
await archive.addFollow(follow)
for (let n = 0; ; n++) {
  const id = `n${n}`
  const path = `${id}.txt`
  await archive.keep({
    ...entry({
      id,
      title: `Ferry ${id}`,
      text: 'The "late" ferry.',
      said: [{ words: '"late"', by: 'Ada Quell' }],
      origin: { key: `file:${path}` },
      deliveries: [{ channel: '11', follows: ['f'] }],
    }),
    file: { path, size: 1, modifiedAt: n, hash: id, articleId: id },
  })
  process.stdout.write(`${id}\n`)
}
