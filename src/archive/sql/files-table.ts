import type { Archive } from '../archive.ts'
import { dropAbsent } from '../drop-absent.ts'
import type { FileRecord } from '../entry.ts'
import { number, optionalText, text } from './columns.ts'
import type { Database } from './database.ts'
import type { Row } from './row.ts'
import { leaveOrigin, withdraw } from './withdraw.ts'

type FileMethods = Pick<
  Archive,
  'files' | 'file' | 'recordFile' | 'moveFile' | 'forgetFiles' | 'removeFile' | 'mark' | 'setMark'
>

/** What the archive remembers of files, and its marks. */
export function fileMethods(database: Database): FileMethods {
  return {
    files: () => database.read(() => database.all('SELECT * FROM files ORDER BY path').map(fileFrom)),
    file: (path) =>
      database.read(() => {
        const row = database.first('SELECT * FROM files WHERE path = ?', path)
        return row && fileFrom(row)
      }),
    recordFile: (file) => database.write(() => writeFile(database, file)),
    moveFile: (from, file) => database.write(() => moveFile(database, from, file)),
    forgetFiles: () => database.write(() => void database.run('DELETE FROM files')),
    removeFile: (path, at) => database.write(() => removeFile(database, path, at)),
    mark: (name) =>
      database.read(() => {
        const row = database.first('SELECT value FROM marks WHERE name = ?', name)
        return row && text(row, 'value')
      }),
    setMark: (name, value) =>
      database.write(() => {
        const sql = `INSERT INTO marks (name, value) VALUES (?, ?)
          ON CONFLICT (name) DO UPDATE SET value = excluded.value`
        database.run(sql, name, value)
      }),
  }
}

/** Remembers a file, inside a transaction. */
export function writeFile(database: Database, file: FileRecord): void {
  database.run(
    `INSERT INTO files (path, size, modified_at, hash, article_id) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_at = excluded.modified_at,
       hash = excluded.hash, article_id = excluded.article_id`,
    file.path,
    file.size,
    file.modifiedAt,
    file.hash,
    file.articleId,
  )
}

function moveFile(database: Database, from: string, file: FileRecord): void {
  const articleId = file.articleId ?? articleOf(database, from)
  const overwritten = articleOf(database, file.path)
  if (overwritten !== undefined && overwritten !== articleId) {
    // A file system's times may have fractions of milliseconds, an article's have none.
    const at = Math.floor(file.modifiedAt)
    leaveOrigin(database, { key: originOf(file.path), articleId: overwritten, at })
  }
  renameOrigin(database, originOf(from), originOf(file.path))
  database.run('DELETE FROM files WHERE path = ?', from)
  writeFile(database, dropAbsent({ ...file, articleId }))
}

/** Where an article has both, the moved one stays. */
function renameOrigin(database: Database, from: string, to: string): void {
  if (from === to) return
  const sql = 'DELETE FROM origins WHERE key = ? AND seq IN (SELECT seq FROM origins WHERE key = ?)'
  database.run(sql, to, from)
  database.run('UPDATE origins SET key = ? WHERE key = ?', to, from)
}

function removeFile(database: Database, path: string, at: number): readonly string[] {
  database.run('DELETE FROM files WHERE path = ?', path)
  return withdraw(database, originOf(path), { at, isTold: true })
}

function articleOf(database: Database, path: string): string | undefined {
  const row = database.first('SELECT article_id FROM files WHERE path = ?', path)
  return row && optionalText(row, 'article_id')
}

function originOf(path: string): string {
  return `file:${path}`
}

function fileFrom(row: Row): FileRecord {
  return dropAbsent({
    path: text(row, 'path'),
    size: number(row, 'size'),
    modifiedAt: number(row, 'modified_at'),
    hash: text(row, 'hash'),
    articleId: optionalText(row, 'article_id'),
  })
}
