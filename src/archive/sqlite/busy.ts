/** SQLite's result code for a file that another connection has locked. */
const busyCode = 5

/** Whether an error says that another connection has the file locked. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busyCode
}
