import type { UserError } from '../errors.ts'
import { tellProblem } from '../problems.ts'
import type { Catalogue } from './locales/catalogue.ts'

/** What is wrong, in a language. What only the operator meets is in English. */
export function wordsOf({ problem, message }: UserError, { problems }: Catalogue): string {
  return problem === undefined ? message : tellProblem(problem, problems)
}
