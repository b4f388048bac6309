import type { Viewer } from './viewer.ts'

/** Rows that the operator sees: every article that is not withdrawn. */
export const operatorScope = 'operator'
/** Rows that everybody sees: articles with an origin open to all. */
export const publicScope = 'public'
/** Never written: stands for "no second scope", so that every question can ask for two. */
const emptyScope = 'none'

/** All scopes of servers lie from the first of these on and before the second. */
export const serverScopes = ['server:', 'server;'] as const

/** Rows that one server sees besides the public ones. The prefix keeps any id from meaning another scope. */
export function serverScope(server: string): string {
  return `${serverScopes[0]}${server}`
}

/**
 * The two scopes a viewer sees. No article is in both, so that lists and counts over the two simply add up.
 */
export function scopesOf(viewer: Viewer): readonly [string, string] {
  if (viewer.kind === 'operator') return [operatorScope, emptyScope]
  if (viewer.kind === 'person') return [publicScope, emptyScope]
  return [publicScope, serverScope(viewer.id)]
}

/**
 * The scopes in which an article with these origins is found; empty if there is none. A server's own scope
 * is named only where no origin is open to all.
 */
export function scopesOfOrigins(origins: readonly { readonly server?: string }[]): readonly string[] {
  if (origins.length === 0) return []
  const servers = new Set(origins.map(({ server }) => server))
  if (servers.has(undefined)) return [operatorScope, publicScope]
  return [operatorScope, ...[...servers].map((server) => serverScope(server ?? ''))]
}

/** Of another thing's readers, beside one's own. `wider`: all of one's own are among them. `narrower`: they are some of one's own. */
export type Audience = 'wider' | 'narrower' | 'other'

/** Compares the scopes of another thing with one's own. Where both are the same, the other is `wider`. */
export function compareAudiences(other: readonly string[], own: readonly string[]): Audience {
  if (areWider(other, own)) return 'wider'
  return areWider(own, other) ? 'narrower' : 'other'
}

/** Whether everybody who finds an article in the second scopes also finds what is in the first. */
function areWider(first: readonly string[], second: readonly string[]): boolean {
  return first.includes(publicScope) || second.every((scope) => first.includes(scope))
}
