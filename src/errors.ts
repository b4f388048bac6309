import { type Problem, problems, tellProblem } from './problems.ts'

/** The environment or the command line is wrong: stop at the start. The message names variable, value and cause. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** A file, feed or page cannot be read: warn and go on with the next. The message names what, where and cause. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
}

/**
 * The asker can mend it. The message says so in English, for terminals and logs; members are told of the problem in their
 * own language. What only the operator meets is a message alone.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly problem: Problem | undefined

  constructor(what: Problem | string, options?: ErrorOptions) {
    super(typeof what === 'string' ? what : tellProblem(what, problems), options)
    this.problem = typeof what === 'string' ? undefined : what
  }
}
