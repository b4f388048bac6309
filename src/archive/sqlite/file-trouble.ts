/** What SQLite's result codes say of a file, and what its owner can do. */
const troubles: Readonly<Record<number, string>> = {
  // SQLITE_BUSY, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB
  5: 'Another process has been writing it for long: look which (fuser), and end it if it hangs.',
  8: 'Check DATA_DIR: a folder this user may write to, on a disk that is not read-only.',
  10: 'Its disk fails, or is full: look at the system’s log, and make room.',
  11: 'The file is damaged: end the bot and put a copy back with crier restore FILE; what is there is kept beside it.',
  13: 'Make room on its disk.',
  14: 'Check DATA_DIR: a folder this user may write to, on a disk that is neither full nor read-only.',
  26: 'The file is damaged, or another program’s: put a copy back with crier restore FILE (what is there is kept beside it), or set another DATA_DIR.',
}
/** The lower byte of an extended result code is the code itself. */
const primaryCode = 0xff
const otherwise = 'Check DATA_DIR: a folder this user may write to.'

/** What an error of the database says, and what to do about it; `other` where its cause is none of SQLite's. */
export function adviseOn(error: unknown, other = otherwise): string {
  const cause = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & primaryCode : undefined
  const advice = (code === undefined ? undefined : troubles[code]) ?? other
  return `${cause.replace(/\.$/, '')}. ${advice}`.trim()
}
