import { DatabaseSync } from 'node:sqlite'

// What the tests commit need not survive a power cut, as with their Postgres (`fsync=off`): they make tens of thousands of
// commits, and each would wait for the disk. Processes that they start do wait.
const { exec } = DatabaseSync.prototype
DatabaseSync.prototype.exec = function (sql) {
  exec.call(this, sql.replace('PRAGMA synchronous = FULL', 'PRAGMA synchronous = OFF'))
}
