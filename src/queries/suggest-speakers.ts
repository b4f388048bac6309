import { plainName } from '../analysis/people/plain-name.ts'
import type { Archive } from '../archive/archive.ts'
import type { Viewer } from '../archive/viewer.ts'

/** For autocomplete: sure speakers with most statements first, each person once. What is typed may begin with a title. */
export function suggestSpeakers(
  archive: Archive,
  typed: string,
  { viewer, limit }: { readonly viewer: Viewer; readonly limit: number },
): Promise<readonly string[]> {
  return archive.suggestSpeakers(plainName(typed), viewer, limit)
}
