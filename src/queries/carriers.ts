import type { Head } from '../archive/article-lists.ts'
import { nameParts, samePerson, surnameForms } from '../archive/person-names.ts'
import type { Carrier, Statement } from '../archive/statements.ts'
import { sureSpeakerConfidence } from '../article.ts'

/** Articles of other publishers that carry a statement, one for each publisher, the first to carry it first. */
export function otherOutlets({ article, alsoIn }: Statement): readonly Head[] {
  const byPublisher = new Map([[article.publisher, article]])
  for (const carrier of alsoIn?.first ?? []) {
    if (!byPublisher.has(carrier.article.publisher))
      byPublisher.set(carrier.article.publisher, carrier.article)
  }
  return [...byPublisher.values()].slice(1)
}

/** Those who surely give the same words to somebody else. */
export function otherAttributions({ speaker, alsoIn }: Statement): readonly Required<Carrier>[] {
  if (speaker === undefined || speaker.confidence < sureSpeakerConfidence) return []
  const names = [speaker.name, ...(speaker.fullName === undefined ? [] : [speaker.fullName])]
  return (alsoIn?.first ?? []).filter(
    (carrier): carrier is Required<Carrier> =>
      carrier.speaker !== undefined &&
      carrier.speaker.confidence >= sureSpeakerConfidence &&
      !names.some((name) => mayBeSame(name, carrier.speaker?.name ?? '')),
  )
}

/** One name may stand for the other: alike, or one the other's surname. */
function mayBeSame(first: string, second: string): boolean {
  const [one, other] = [first, second].map((name) => nameParts(name).join(' '))
  return (
    one === other ||
    samePerson(first, second) ||
    surnameForms(first).includes(other ?? '') ||
    surnameForms(second).includes(one ?? '')
  )
}
