import { plainName } from '../analysis/people/plain-name.ts'
import type { Archive } from '../archive/archive.ts'
import type { Window } from '../archive/article-lists.ts'
import type { Timeline } from '../archive/statements.ts'
import { UserError } from '../errors.ts'
import { saidFilter, type WhoSaidQuestion } from './who-said.ts'

/**
 * What one speaker said, day by day, newest day first. An unsure speaker's statements are left out, as by `whoSaid`.
 * @throws UserError as `whoSaid`; if no speaker is named, or words of a statement are asked for
 */
export async function timeline(
  archive: Archive,
  question: WhoSaidQuestion,
  window: Window & { readonly now: number },
): Promise<Timeline> {
  const { speaker, words } = question
  if (speaker === undefined) throw new UserError({ kind: 'nameSpeakerOfDays' })
  if (words !== undefined) throw new UserError({ kind: 'daysByWords' })
  return archive.timeline({ ...saidFilter(question, window.now), speaker: plainName(speaker) }, window)
}
