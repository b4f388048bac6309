import { watchFolder } from '../sources/folder.ts'
import { createAnalyst } from './analyst.ts'
import { type Desk, recallFolder, workFolder } from './folder-desk.ts'

/** What the newsroom works with. */
export interface NewsroomParts extends Omit<Desk, 'analyst'> {
  /** Folder of article files. */
  readonly directory: string
  /** Files that are kept back until they are released: the local preview shows a first announcement with one. */
  readonly holdBack?: ReadonlySet<string>
}

/** The loop while it is running: read, analyse, keep, cause posts. */
export interface Newsroom {
  /** Resolves when the folder's first sweep is over. */
  readonly swept: Promise<void>
  /** Lets a file go that was kept back. */
  readonly release: (path: string) => void
  /** Finishes the article under way. */
  readonly close: () => Promise<void>
}

/** Starts to read the articles folder and to keep what is new. */
export async function startNewsroom(parts: NewsroomParts): Promise<Newsroom> {
  const { archive, clock, directory, log, holdBack } = parts
  const stopping = new AbortController()
  const analyst = createAnalyst()
  const memory = await recallFolder(archive, clock.now())
  const { changes, release } = watchFolder(directory, {
    known: memory.known,
    signal: stopping.signal,
    ...(holdBack !== undefined && { holdBack }),
  })
  const swept = Promise.withResolvers<void>()
  const onReady = (): void => {
    log.info({ directory }, 'folder loaded')
    swept.resolve()
  }
  const working = workFolder({ ...parts, analyst, memory, signal: stopping.signal }, changes, onReady)
    .catch((error: unknown) => log.fatal({ err: error, directory }, 'the articles folder is read no longer'))
    .finally(swept.resolve)
  return {
    swept: swept.promise,
    release,
    close: async () => {
      stopping.abort()
      await working
      await analyst.close()
    },
  }
}
