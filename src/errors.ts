/** The environment or the command line is wrong: stop at the start. The message names variable, value and cause. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** A file, feed or page cannot be read: warn and go on with the next. The message names what, where and cause. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
}

/** The asker can mend it: the message is shown to that person as it stands. */
export class UserError extends Error {
  override readonly name = 'UserError'
}
