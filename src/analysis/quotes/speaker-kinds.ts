import { groupNouns, isPersonNoun } from '../people/person-nouns.ts'
import { wordList } from '../tongues/word-list.ts'
import type { Candidate, Reading } from './reading.ts'

/** Nouns for what is written or shown, lower case: it "says" something, too. */
const documents = wordList(
  `report statement poll survey letter email e-mail ad advertisement filing memo study document complaint lawsuit sign
  banner shirt t-shirt headline article editorial post tweet website page video transcript book column story news`,
)
const pronouns = [['he', 'she'], ['they', 'it'], ['who', 'which'], ['i', 'we'], ['you']]

/** What kind of speaker a mention would be, as a small number: a pronoun, a name, people, a group, a document, a thing. */
export function kindOfSpeaker({ tokens }: Reading, candidate: Candidate): number {
  const head = tokens[candidate.head]
  const noun = head?.lower ?? ''
  if (candidate.kind === 'pronoun') return 1 + pronouns.findIndex((words) => words.includes(noun))
  if (candidate.kind === 'name') return 6
  if (/^NNP?S$/.test(head?.tag ?? '')) return isPersonNoun(noun.replace(/s$/, '')) ? 8 : 9
  if (isPersonNoun(noun)) return 7
  if (groupNouns.has(noun)) return 10
  return documents.has(noun) ? 11 : 12
}

/** Between "according to" and the noun of its source stand at most so many words. */
const mostModifiers = 4

/** Whether a mention is the source behind "according to". */
export function followsAccording({ units }: Reading, { first }: Candidate): boolean {
  for (let at = first - 1; at >= first - mostModifiers; at--) {
    const unit = units[at]
    if (unit?.lower === 'to') return units[at - 1]?.lower === 'according'
    if (unit === undefined || !/^(?:DT|JJ|N|PRP\$|POS)/.test(unit.tag)) return false
  }
  return false
}
