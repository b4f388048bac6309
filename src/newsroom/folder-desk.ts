import type { Logger } from 'pino'
import type { Archive, FileRecord } from '../archive/archive.ts'
import type { Clock } from '../clock.ts'
import { SourceError } from '../errors.ts'
import type { FileStamp, FolderChange } from '../sources/folder.ts'
import type { Analyst } from './analyst.ts'
import { articleId, takeArticle } from './take.ts'

/** Set once the first load of the articles folder is over: from then on a new file is news. */
const loadedMark = 'folder-loaded'

/** What the desk works with. */
export interface Desk {
  readonly archive: Archive
  readonly analyst: Analyst
  readonly clock: Clock
  readonly log: Logger
  /** Called after each article that may have caused posts, so that they go out at once. */
  readonly onArticle: () => void
}

/** What the archive knows of the folder's files, as the folder's watcher wants it. */
export async function knownFiles(archive: Archive): Promise<ReadonlyMap<string, FileStamp>> {
  const files = await archive.files()
  return new Map(files.map(({ path, size, modifiedAt, hash }) => [path, { size, modifiedAt, hash }]))
}

/**
 * Brings the changes of the articles folder into the archive, one after the other, until they end. A file that
 * cannot be read is a warning; the others go on.
 * @param onReady called when the folder's first sweep is over.
 */
export async function workFolder(
  desk: Desk,
  changes: AsyncIterable<FolderChange>,
  onReady: () => void,
): Promise<void> {
  for await (const change of changes) {
    try {
      await workChange(desk, change)
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      desk.log.warn({ reason: error.message }, 'article not read')
    }
    if (change.kind === 'ready') onReady()
  }
}

async function workChange(desk: Desk, change: FolderChange): Promise<void> {
  const { archive, clock, log } = desk
  switch (change.kind) {
    case 'read':
      return takeFile(desk, change)
    case 'touched':
      return archive.recordFile(await recordOf(archive, change.path, change.stamp))
    case 'moved':
      return archive.moveFile(change.from, await recordOf(archive, change.from, change.stamp, change.path))
    case 'gone': {
      const withdrawn = await archive.removeFile(change.path, clock.now())
      return log.info({ file: change.path, withdrawn: withdrawn.length }, 'file removed')
    }
    case 'failed':
      if (change.stamp !== undefined) {
        await archive.recordFile(await recordOf(archive, change.path, change.stamp))
      }
      throw change.error
    case 'ready':
      return archive.setMark(loadedMark, 'yes')
  }
}

async function takeFile(desk: Desk, change: FolderChange & { kind: 'read' }): Promise<void> {
  const { archive, analyst, clock, log } = desk
  const { path, stamp } = change
  const reading = await analyst.readFile(path, change.bytes).catch(async (error: unknown) => {
    // Remembered as it is, so that the same bytes are not read and warned of at every start.
    await archive.recordFile(await recordOf(archive, path, stamp))
    throw error
  })
  const id = await idOf(archive, path, stamp)
  const announce = !change.firstSight && (await archive.mark(loadedMark)) !== undefined
  const kept = await takeArticle(
    archive,
    { id, reading, origin: { key: `file:${path}` }, file: { path, ...stamp, articleId: id }, announce },
    clock.now(),
  )
  log.info({ file: path, title: reading.draft.title, kept }, 'article read')
  desk.onArticle()
}

async function recordOf(
  archive: Archive,
  known: string,
  stamp: FileStamp,
  path = known,
): Promise<FileRecord> {
  const articleId = (await archive.file(known))?.articleId
  return { path, ...stamp, ...(articleId !== undefined && { articleId }) }
}

/**
 * A file's article keeps its id for as long as the file is known, wherever it moves. A new file in the old place of
 * a moved one gets an id that also depends on its content.
 */
async function idOf(archive: Archive, path: string, stamp: FileStamp): Promise<string> {
  const known = await archive.file(path)
  if (known?.articleId !== undefined) return known.articleId
  const id = articleId(`file:${path}`)
  const taken = (await archive.article(id, { kind: 'operator' })) !== undefined
  return taken ? articleId(`file:${path} ${stamp.hash}`) : id
}
