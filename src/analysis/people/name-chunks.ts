import { can, lookUp } from '../quotes/lexicon.ts'
import { reportingForm } from '../quotes/reporting-verbs.ts'
import type { Token } from '../quotes/tokens.ts'
import { bare } from './bare.ts'
import { femaleNames, maleNames } from './first-names.ts'
import type { NameChunk } from './name-chunk.ts'
import { splitRun } from './name-titles.ts'
import { namesWithOf } from './organisations.ts'
import { numberWords } from './peoples.ts'
import { notNames } from './places.ts'
import { titles } from './titles.ts'

/** Small words within names: "Ursula von der Leyen". */
export const joiners: ReadonlySet<string> = new Set(
  'de la le van von der den del della bin ibn al el di da du dos das ben abu ter zu'.split(' '),
)
const openings = /^["“„«'‘`([—–:-]/
/** Names have at most this many words; longer runs are headlines. */
const longestName = 8

/** Finds all runs of capitalised words that can be names, in reading order. */
export function findNameChunks(tokens: readonly Token[]): readonly NameChunk[] {
  const midSentence = capitalsWithinSentences(tokens)
  const chunks: NameChunk[] = []
  let index = 0
  while (index < tokens.length) {
    const end = canBegin(tokens, index, midSentence) ? endOfRun(tokens, index) : index
    for (const chunk of splitRun(tokens, index, end)) chunks.push(chunk)
    index = Math.max(end, index + 1)
  }
  return chunks
}

/** Words that the text writes with a capital where no sentence begins: surely names. */
function capitalsWithinSentences(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>()
  tokens.forEach((token, index) => {
    if (token.capital && !beginsSentence(tokens, index)) found.add(token.text)
  })
  return found
}

function beginsSentence(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  const token = tokens[index]
  if (before === undefined || before.paragraph !== token?.paragraph) return true
  return before.tag === '.' || openings.test(before.text)
}

function isNameWord(token: Token | undefined): boolean {
  if (token === undefined || !token.capital) return false
  if (token.tag === 'PRP' || token.lower === 'i') return false
  if (/^(?:r|d|i|l)-\p{L}/u.test(token.lower)) return false
  return !notNames.has(token.lower) || (token.lower === 'may' && token.tag === 'NNP')
}

const neverBegin = new Set([
  'DT',
  'IN',
  'CC',
  'PRP',
  'PRP$',
  'WP',
  'WRB',
  'WDT',
  'MD',
  'TO',
  'UH',
  'EX',
  'WP$',
  'RB',
  'VBG',
  'VBN',
  'VBD',
  'VBZ',
  'CD',
  'VBP',
])

function canBegin(tokens: readonly Token[], index: number, midSentence: ReadonlySet<string>): boolean {
  const token = tokens[index]
  if (token === undefined || !isNameWord(token)) return false
  const known = lookUp(token.lower)
  // "Will urged": by its place the tagger has told that it is no verb.
  if (known?.tag === 'MD' && token.tag === 'NNP') return midSentence.has(token.text)
  if (beginsSentence(tokens, index) ? startsCommonNoun(tokens, index) : breaksName(token)) return false
  if (!beginsSentence(tokens, index))
    return !isFunctionWord(known?.tag) || token.lower.length < 3 || known === undefined
  if (known === undefined || known.tag === 'NNP') return true
  if (isFunctionWord(known.tag)) return false
  const next = tokens[index + 1]
  if (quantifiers.has(token.lower) || numberWords.has(token.lower.replace(/-.*/, ''))) return false
  const nextIsName = next?.paragraph === token.paragraph && isNameWord(next)
  if (neverBegin.has(known.tag)) return nextIsName && midSentence.has(token.text)
  return nextIsName || midSentence.has(token.text) || titles.has(bare(token.lower))
}

/** "Officers said", "Protesters marched": a plural common noun that begins a sentence before no other capital. */
function startsCommonNoun(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  if (token?.tag !== 'NNS' || lookUp(token.text)?.tag === 'NNPS') return false
  return lookUp(token.lower)?.tag === 'NNS' && !isNameWord(tokens[index + 1])
}

/** Begin sentences before a name without being part of it: "Many Norwegians". */
const quantifiers = new Set(
  'both many some most other others several few all such any each every no last next first more less only even just like late early former'.split(
    ' ',
  ),
)

function isFunctionWord(tag: string | undefined): boolean {
  return (
    tag !== undefined &&
    ['DT', 'PDT', 'IN', 'CC', 'PRP', 'PRP$', 'WP', 'WRB', 'WDT', 'MD', 'TO', 'EX', 'WP$'].includes(tag)
  )
}

function endOfRun(tokens: readonly Token[], start: number): number {
  const first = tokens[start]
  let end = start + 1
  while (end - start < longestName) {
    const token = tokens[end]
    if (token === undefined || token.paragraph !== first?.paragraph || token.region !== first.region) break
    if (isNameWord(token) && !breaksName(token) && !followsFullName(tokens, start, end)) end++
    else if (arabicArticle.test(token.text)) end++
    else if (continuesName(tokens, end)) end += 2
    else break
  }
  return end
}

/** "Anwar al-Awlaki" */
const arabicArticle = /^(?:al|el|ad|an|as|ash|az|ul)-\p{Lu}/u

/** "Ann Roe Smiles": after given name and surname a word that can be a verb is one. */
function followsFullName(tokens: readonly Token[], start: number, end: number): boolean {
  const given = tokens[end - 2]?.lower ?? ''
  if (
    end - start < 2 ||
    tokens[end - 1]?.text.endsWith('.') ||
    !(maleNames.has(given) || femaleNames.has(given))
  )
    return false
  const known = lookUp(tokens[end]?.lower ?? '')
  if (known === undefined) return false
  // "Ann Roe Reportedly Caught": headlines write all words with capitals.
  return (known.bits & can.present) !== 0 || /^(?:RB|VBN|VBD|VBG)$/.test(known.tag)
}

/** Words that stand with a capital in headlines, but in no name: "Roe Says Doe Won". */
function breaksName(token: Token): boolean {
  if (maleNames.has(token.lower) || femaleNames.has(token.lower)) return false
  if (shortBreaks.has(token.lower)) return true
  const known = lookUp(token.lower)
  if (isFunctionWord(known?.tag) && token.text.length > 3) return true
  const reports = reportingForm(token.lower)
  if (reports?.form === 'third' || (reports !== undefined && token.lower.endsWith('ed'))) return true
  return verbTags.has(known?.tag ?? '')
}
/** Longer words of these kinds are known by their tags; "An" and "Will" are names, too. */
const shortBreaks = new Set(
  'at on by is to in for and the of as but or nor so if than vs via per its his her'.split(' '),
)
const verbTags = new Set(['VBZ', 'VBD', 'VBP'])

/** A small word within a name: "Ursula von der Leyen", "Department of Justice", "Johnson & Johnson". */
function continuesName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (token === undefined || next === undefined || next.paragraph !== token.paragraph) return false
  if (token.text === '&') return isNameWord(next)
  if (joiners.has(token.lower)) return isNameWord(next) || joiners.has(next.lower)
  const head = bare(tokens[index - 1]?.lower ?? '')
  if (token.lower === 'of' && officesOf.has(head)) return isNameWord(next)
  if (token.lower === 'on' && namesWithOn.has(head)) return isNameWord(next)
  return (token.lower === 'of' || token.lower === 'for') && namesWithOf.has(head) && isNameWord(next)
}

/** "Committee on Foreign Relations". */
const namesWithOn = new Set(['commission', 'committee', 'council', 'conference'])

/** Titles that name their place: "Archbishop of Canterbury Ann Roe". */
const officesOf = new Set(
  'archbishop bishop duke duchess earl prince princess minister secretary president mayor sultan emir'.split(
    ' ',
  ),
)
