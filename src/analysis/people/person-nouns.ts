import type { Gender } from './entity-kind.ts'
import { femaleWords, maleWords, titles } from './titles.ts'

/** Singular nouns, lower case, for many who can speak as one. */
export const groupNouns: ReadonlySet<string> = new Set(
  `company group union agency firm newspaper paper magazine website site party bank team club network ministry charity
  department organisation organization campaign committee council commission association coalition think-tank operator
  publisher broadcaster maker airline regulator developer supplier manufacturer retailer utility`.split(
    /\s+/,
  ),
)

/** Endings of nouns for people: "adviser", "economist", "landlady". */
const personEnding = /(?:er|or|ist|man|woman|lady|ant|ent|ian|chief|head|person|ee|ess|boy|girl)$/
/** Nouns for people without such an ending. */
const people = new Set(
  `pilot nurse cook chef guard clerk judge guest host nun monk priest bride groom friend neighbor neighbour witness expert
  scholar volunteer coach champion captain teen teenager parent child son daughter wife husband sister brother cousin
  aide heir thief athlete goalkeeper postmaster landlord bishop scientist academic critic veteran cleric medic
  cyclist villager recruit democrat republican ally novelist poet playwright musician politician official
  advocate associate graduate magistrate laureate diplomat bureaucrat oligarch monarch patriarch matriarch pundit tycoon mogul
  intern czar guru celebrity hopeful native scribe spy hero heroine comic jurist`.split(/\s+/),
)
const notPeople = new Set(
  `center centre number member order matter paper newspaper letter computer power former latter later other another
  manner summer winter quarter offer answer corner border river weather chapter error mirror floor door factor sector
  statement government parliament department movement agreement document moment event comment percent cent investment
  development environment amendment appointment argument management payment treatment element incident restaurant
  plant grant warrant process success access progress business congress press address mess loss water tower dinner
  gender labor rumor color colour harbor harbour humor honor favor effort disaster theater theatre banner poster paper
  committee degree coffee tree fee see knee human header user-friendly silver copper timber fever trailer helicopter
  container transfer remainder dollar talent intent content extent accent patent consent descent segment equipment
  entertainment announcement settlement engagement enforcement employment tournament monument instrument experiment
  supplement apartment basement equivalent accident president-elect wilderness illness fitness darkness happiness
  weakness awareness process dress stress distress less unless guess cross glass class`.split(/\s+/),
)

/** Whether a singular common noun, lower case, means a person: "adviser", "co-owner". */
export function isPersonNoun(noun: string): boolean {
  const last = noun.slice(noun.lastIndexOf('-') + 1)
  if (titles.has(last) || people.has(last) || maleWords.has(last) || femaleWords.has(last)) return true
  return personEnding.test(last) && !notPeople.has(last) && !groupNouns.has(last)
}

/** What a noun tells of who is called so: "landlady", "spokesman". */
export function genderOfNoun(noun: string): Gender {
  if (femaleWords.has(noun) || /(?:woman|lady)$/.test(noun)) return 'female'
  const isMan = maleWords.has(noun) || (/[a-z]man$/.test(noun) && !notMen.has(noun))
  return isMan ? 'male' : 'unknown'
}
const notMen = new Set(['german', 'human', 'roman', 'ottoman', 'talisman', 'superhuman'])
