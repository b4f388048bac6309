import type { SourceError } from '../errors.ts'

/** A file's content as it was last met. Equal size and time count as unread and unchanged; the hash tells the rest. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number
  /** Epoch milliseconds. */
  readonly modifiedAt: number
  /** The first 32 hexadecimal characters of the SHA-256 of the bytes; empty for a file that could not be read. */
  readonly hash: string
}

/** What happened in the articles folder. Paths are relative to it, with "/" between names. */
export type FolderChange =
  /**
   * A file is new or has other content. `firstSight`: it was there when a folder was first met. `anotherFolder`: that
   * folder is in the place of one whose files were known and of which it holds none.
   */
  | {
      kind: 'read'
      path: string
      stamp: FileStamp
      bytes: Uint8Array
      firstSight: boolean
      anotherFolder: boolean
    }
  /** A file has another time and the same content. */
  | { kind: 'touched'; path: string; stamp: FileStamp }
  /** A known file has another path and the same content. */
  | { kind: 'moved'; from: string; path: string; stamp: FileStamp }
  /** A known file was removed. */
  | { kind: 'gone'; path: string }
  /**
   * A file, or the folder itself (path "."), cannot be read; what was known stays. The stamp is to be remembered
   * like any other, so that the failure is not told again while the file stays as it is.
   */
  | { kind: 'failed'; path: string; error: SourceError; stamp?: FileStamp }
  /** Everything that was there at the start has been told. Comes once. */
  | { kind: 'ready' }
