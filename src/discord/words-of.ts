import type { UserError } from '../errors.ts'
import { type Problem, tellProblem } from '../problems.ts'
import { readGivenUp, readTrouble } from '../troubles.ts'
import type { Catalogue } from './locales/catalogue.ts'

/** What is wrong, in a language. What only the operator meets is in English. */
export function wordsOf({ problem, message }: UserError, say: Catalogue): string {
  return problem === undefined ? message : problemIn(problem, say)
}

/** A problem in a language, its reason included. */
export function problemIn(problem: Problem, say: Catalogue): string {
  const told = 'why' in problem ? { ...problem, why: troubleIn(problem.why, say) } : problem
  return tellProblem(told, say.problems)
}

/** Why a page or feed cannot be read, in a language. What there are no words for stays as it is. */
export function troubleIn(reason: string, say: Catalogue): string {
  const givenUp = readGivenUp(reason)
  if (givenUp !== undefined) return say.feedState.unreadableSince(givenUp.day, troubleIn(givenUp.why, say))
  const known = readTrouble(reason)
  return known === undefined ? reason : say.troubles[known.key] + known.rest
}
