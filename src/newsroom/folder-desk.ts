import type { Archive } from '../archive/archive.ts'
import type { FileRecord } from '../archive/entry.ts'
import { SourceError } from '../errors.ts'
import type { FileStamp, FolderChange } from '../sources/folder.ts'
import type { Desk } from './desk.ts'
import { inGroups } from './folder-groups.ts'
import { type FolderMemory, loadedMark } from './folder-memory.ts'
import { gather } from './gather.ts'
import { articleId, takeArticles } from './take.ts'

/** The desk of one folder. */
export interface FolderDesk extends Desk {
  readonly memory: FolderMemory
  /** Ends waiting for an archive that fails. */
  readonly signal: AbortSignal
}

/** File systems stamp with a clock that is up to a tick behind. */
const fileClockLagMs = 20
/** After a long absence a channel is not flooded: so many articles are posted, oldest first; the others are kept silently. */
const maxCatchUp = 50
/** Articles kept in one transaction, in which nothing is answered: some 20 milliseconds. And how long the first waits for others. */
const keptAtOnce = 8
const gatherMs = 20
/** Pause before something is kept again after the archive failed. */
const retryMs = 10_000

type FileRead = FolderChange & { readonly kind: 'read' }

/** How far the folder has been seen in this life of the process. */
interface Sight {
  readonly metAt: number
  loaded: boolean
  /** Whether what was there at the start has been told. */
  swept: boolean
  /** News of the time in which the process was down. */
  caughtUp: number
  /** Whether the files of a folder that was there before have been forgotten. */
  replaced: boolean
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
  const { loaded, metAt } = desk.memory
  const sight: Sight = { metAt, loaded, swept: false, caughtUp: 0, replaced: false }
  for await (const some of gather(changes, { most: keptAtOnce, withinMs: gatherMs })) {
    for (const group of inGroups(some)) {
      await workTogether(desk, group, sight)
      if (group.some(({ kind }) => kind === 'ready')) finishSweep(desk, sight, onReady)
    }
  }
}

function finishSweep({ log }: Desk, sight: Sight, onReady: () => void): void {
  sight.loaded = true
  sight.swept = true
  if (sight.caughtUp > maxCatchUp) {
    log.warn(
      { posted: maxCatchUp, silent: sight.caughtUp - maxCatchUp },
      'too much news at once to post all of it',
    )
  }
  onReady()
}

/** Where something is wrong with one of them, each is tried by itself: it says what. */
async function workTogether(desk: FolderDesk, group: readonly FolderChange[], sight: Sight): Promise<void> {
  const reads = group.filter((change) => change.kind === 'read')
  const { caughtUp } = sight
  try {
    if (reads.length > 1) return await takeFiles(desk, reads, sight)
  } catch {
    sight.caughtUp = caughtUp
  }
  for (const change of group) await workSurely(desk, change, sight)
}

/** What is wrong with an article is told once; what is wrong with the archive (a full disk) is waited for. */
async function workSurely(desk: FolderDesk, change: FolderChange, sight: Sight): Promise<void> {
  while (!desk.signal.aborted) {
    try {
      return await workChange(desk, change, sight)
    } catch (error) {
      if (error instanceof SourceError) return desk.log.warn({ reason: error.message }, 'article not read')
      desk.log.error({ err: error, againInMs: retryMs }, 'article not kept; trying again')
      await desk.clock.wait(retryMs, desk.signal)
    }
  }
}

async function workChange(desk: FolderDesk, change: FolderChange, sight: Sight): Promise<void> {
  const { archive, clock, log } = desk
  switch (change.kind) {
    case 'read':
      return takeFiles(desk, [change], sight)
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

async function takeFiles(desk: FolderDesk, changes: readonly FileRead[], sight: Sight): Promise<void> {
  const { archive, clock, log } = desk
  if (changes.some(({ anotherFolder }) => anotherFolder) && !sight.replaced) {
    // At the next start, what was known would seem to have been removed from this folder.
    await archive.forgetFiles()
    sight.replaced = true
  }
  const arrivals = await Promise.all(changes.map((change) => arrivalOf(desk, change)))
  const announced = arrivals.map((arrival, index) => {
    const change = changes[index]
    return { ...arrival, announce: change !== undefined && isNews(sight, change, clock.now()) }
  })
  const kept = await takeArticles(archive, announced, clock.now())
  for (const [index, { file, reading }] of arrivals.entries())
    log.info({ file: file.path, title: reading.draft.title, kept: kept[index] }, 'article read')
  desk.onArticle()
}

async function arrivalOf(desk: FolderDesk, change: FileRead) {
  const { path, stamp } = change
  const reading = await understandFile(desk, change)
  const id = await idOf(desk.archive, path, stamp)
  return { id, reading, origin: { key: `file:${path}` }, file: { path, ...stamp, articleId: id } }
}

async function understandFile({ archive, analyst }: Desk, { path, bytes, stamp }: FileRead) {
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

/**
 * Until the first load is over, only what was written after it began is news. Later all is that is not another
 * folder's; of what came while the process was down, the first fifty.
 */
function isNews(sight: Sight, { anotherFolder, stamp }: FileRead, now: number): boolean {
  if (!sight.loaded)
    return stamp.modifiedAt > sight.metAt - fileClockLagMs && stamp.modifiedAt <= now + fileClockLagMs
  if (anotherFolder) return false
  if (sight.swept) return true
  sight.caughtUp += 1
  return sight.caughtUp <= maxCatchUp
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
