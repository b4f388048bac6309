/** How a process uses the archive. */
export interface ArchiveOptions {
  /**
   * `bot`: it reads, analyses and delivers, and is started again by others when it ends with a failure. A second one on the
   * same file is refused. `beside` (the default): looks things up and makes short changes, also while a bot runs.
   */
  readonly role?: 'bot' | 'beside'
}
