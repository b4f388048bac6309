import type { Logger } from 'pino'
import type { Archive, FileRecord } from '../archive/archive.ts'
import type { Clock } from '../clock.ts'
import { SourceError } from '../errors.ts'
import type { FileStamp, FolderChange } from '../sources/folder.ts'
import type { Analyst } from './analyst.ts'
import { articleId, takeArticle } from './take.ts'

/** When the articles folder was met first, in epoch milliseconds: what was there already is no news. */
const metMark = 'folder-met'
/** Set once all that was there at the first sight is kept: from then on a file that is not known is news. */
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

/** The desk of one folder. */
export interface FolderDesk extends Desk {
  readonly memory: FolderMemory
  /** Ends waiting for an archive that fails. */
  readonly signal: AbortSignal
}

/** File systems stamp with a clock that is up to a tick behind. */
const fileClockLagMs = 20
/** Pause before something is kept again after the archive failed. */
const retryMs = 10_000

/** What is known of the articles folder before it is looked at. */
export interface FolderMemory {
  /** By path, as the folder's watcher wants it. */
  readonly known: ReadonlyMap<string, FileStamp>
  /** Epoch milliseconds of the first sight. */
  readonly metAt: number
  /** Whether all that was there then has been kept. */
  readonly loaded: boolean
}

/** Remembers the folder, or notes that it is met for the first time. To be called before it is looked at. */
export async function recallFolder(archive: Archive, now: number): Promise<FolderMemory> {
  const files = await archive.files()
  const met = await archive.mark(metMark)
  if (met === undefined) await archive.setMark(metMark, String(now))
  return {
    known: new Map(files.map(({ path, size, modifiedAt, hash }) => [path, { size, modifiedAt, hash }])),
    metAt: met === undefined ? now : Number(met),
    loaded: (await archive.mark(loadedMark)) !== undefined,
  }
}

/**
 * Brings the changes of the articles folder into the archive, one after the other, until they end. A file that
 * cannot be read is a warning; the others go on.
 * @param onReady called when the folder's first sweep is over.
 */
export async function workFolder(
  desk: FolderDesk,
  changes: AsyncIterable<FolderChange>,
  onReady: () => void,
): Promise<void> {
  let { loaded, replaced } = { ...desk.memory, replaced: false }
  for await (const change of changes) {
    if (!replaced && isOfAnotherFolder({ ...desk.memory, loaded }, change)) {
      // At the next start, what was known would seem to have been removed from this folder.
      await desk.archive.forgetFiles()
      replaced = true
    }
    await workSurely({ ...desk, memory: { ...desk.memory, loaded } }, change)
    if (change.kind !== 'ready') continue
    loaded = true
    onReady()
  }
}

/** What is wrong with an article is told once; what is wrong with the archive (a full disk) is waited for. */
async function workSurely(desk: FolderDesk, change: FolderChange): Promise<void> {
  while (!desk.signal.aborted) {
    try {
      return await workChange(desk, change)
    } catch (error) {
      if (error instanceof SourceError) return desk.log.warn({ reason: error.message }, 'article not read')
      desk.log.error({ err: error, againInMs: retryMs }, 'article not kept; trying again')
      await desk.clock.wait(retryMs, desk.signal)
    }
  }
}

async function workChange(desk: FolderDesk, change: FolderChange): Promise<void> {
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

async function takeFile(desk: FolderDesk, change: FolderChange & { kind: 'read' }): Promise<void> {
  const { archive, clock, log } = desk
  const { path, stamp } = change
  const reading = await understandFile(desk, change)
  const id = await idOf(archive, path, stamp)
  const announce = isNews(desk.memory, change)
  const kept = await takeArticle(
    archive,
    { id, reading, origin: { key: `file:${path}` }, file: { path, ...stamp, articleId: id }, announce },
    clock.now(),
  )
  log.info({ file: path, title: reading.draft.title, kept }, 'article read')
  desk.onArticle()
}

async function understandFile(
  { archive, analyst }: Desk,
  { path, bytes, stamp }: FolderChange & { kind: 'read' },
) {
  try {
    return await analyst.readFile(path, bytes)
  } catch (error) {
    // A fault of ours is no fault of the file: it is read again at the next start.
    if (!(error instanceof SourceError))
      throw new SourceError(`Cannot understand article ${path}: ${error}`, { cause: error })
    // Remembered as it is, so that the same bytes are not read and warned of at every start.
    await archive.recordFile(await recordOf(archive, path, stamp))
    throw error
  }
}

/** Until the first load is over, only what was written after it began is news; later all that is not another folder's. */
function isNews(memory: FolderMemory, change: FolderChange & { kind: 'read' }): boolean {
  return memory.loaded
    ? !isOfAnotherFolder(memory, change)
    : change.stamp.modifiedAt > memory.metAt - fileClockLagMs
}

/** Nothing that was known is there any more, but other files are. */
function isOfAnotherFolder({ known, loaded }: FolderMemory, change: FolderChange): boolean {
  return loaded && known.size > 0 && change.kind === 'read' && change.firstSight
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
  return (await hasMoved(archive, id)) ? articleId(`file:${path} ${stamp.hash}`) : id
}

/** Whether an article is another file's by now. */
async function hasMoved(archive: Archive, id: string): Promise<boolean> {
  if ((await archive.article(id, { kind: 'operator' })) === undefined) return false
  return (await archive.files()).some((file) => file.articleId === id)
}
