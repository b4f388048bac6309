/**
 * Says whether a request fits a route pattern such as "POST /channels/:id/messages": a method or `*`, then a
 * path in which `:name` stands for any one part and a final `*` for any rest. Ids may be written out.
 * The request's path comes without /api/v10 and without its query.
 */
export function fitsRoute(pattern: string, method: string, path: string): boolean {
  const [wantedMethod = '', wantedPath = ''] = pattern.split(' ')
  if (wantedMethod !== '*' && wantedMethod !== method) return false
  const wanted = wantedPath.split('/')
  const given = path.split('/')
  if (wanted.at(-1) === '*') wanted.pop()
  else if (wanted.length !== given.length) return false
  return wanted.every(
    (part, index) => given[index] === part || (part.startsWith(':') && given[index] !== undefined),
  )
}
