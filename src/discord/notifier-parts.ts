import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { Clock } from '../clock.ts'
import type { Poster } from './poster.ts'

/** What the notifier works with. */
export interface NotifierParts {
  readonly archive: Archive
  readonly poster: Poster
  readonly clock: Clock
  readonly log: Logger
}
