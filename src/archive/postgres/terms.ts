import { ftsToken } from '../sql/fts-query.ts'

/** Longer terms are found by so many of their first characters, and then compared: Postgres' index holds no long ones. */
const longestKey = 200

/** A term as it stands in the tables: the database holds no lone surrogates. */
export function tokenOf(term: string): string {
  return ftsToken(term).toWellFormed()
}

/** By what a term is found. */
export function keyOf(token: string): string {
  return token.length <= longestKey ? token : Array.from(token).slice(0, longestKey).join('')
}

/** Each term between spaces of its own, so that a run of terms is found as a piece of text. */
export function written(tokens: readonly string[]): string {
  return tokens.map((token) => ` ${token} `).join('')
}
