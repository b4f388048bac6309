const plainReasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ENOENT', 'it does not exist'],
  ['ENOTDIR', 'it is not a folder'],
  ['ELOOP', 'its links lead in a circle'],
  ['EISDIR', 'it is a folder'],
  ['EIO', 'the disk gave an input/output error'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
])

/** The file system's error in words for someone who does not know its codes. */
export function plainReason(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return plainReasons.get(code) ?? message ?? String(error)
}
