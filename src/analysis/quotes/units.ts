import type { Span } from '../../article.ts'
import { endClass } from './end-class.ts'
import { hashOf } from './features.ts'
import type { Region } from './regions.ts'
import { type ReportingForm, reportingForm } from './reporting-verbs.ts'
import type { Token } from './tokens.ts'

/**
 * The text around quotes as a row: a token outside quotation marks, or a whole region as one. What is said in a
 * quote thus never takes part in finding who said it.
 */
export interface Unit extends Span {
  /** First token. */
  readonly token: number
  /** Index of the region it is; -1 for a token. */
  readonly region: number
  readonly paragraph: number
  /** Number of the sentence around the quotes, counted through the text. */
  readonly sentence: number
  readonly tag: string
  readonly lower: string
  readonly wordHash: number
  readonly tagHash: number
  /** Hash of the reporting verb's base form, of the word where it is none. */
  readonly lemmaHash: number
  /** The reporting verb it is a form of, or "according" before "to". */
  readonly cue: ReportingForm | undefined
}

const regionTag = '“”'
const according: ReportingForm = { lemma: 'according to', group: 'according', form: 'gerund' }

/** Builds the row. Sentences end at full stops outside quotes, and after quotes that end one. */
export function findUnits(
  text: string,
  tokens: readonly Token[],
  regions: readonly Region[],
): readonly Unit[] {
  const units: Unit[] = []
  let sentence = 0
  let endsAt = false
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) break
    const before = units.at(-1)
    if (before !== undefined && before.region >= 0 && before.region === token.region) continue
    if (before !== undefined && (before.paragraph !== token.paragraph || endsAt)) sentence++
    const region = regions[token.region]
    units.push(
      region === undefined
        ? unitOfToken(tokens, index, sentence)
        : unitOfRegion(region, token, { index, sentence, look: lookOfRegion(text, region) }),
    )
    endsAt = region === undefined ? isStop(tokens, index) : endsSentence(text, region)
  }
  return units
}

function unitOfToken(tokens: readonly Token[], index: number, sentence: number): Unit {
  const token = tokens[index] as Token
  const { start, end, paragraph, lower, tag } = token
  const cue = lower === 'according' && tokens[index + 1]?.lower === 'to' ? according : reportingForm(lower)
  const ownHash = hashOf(lower)
  return {
    start,
    end,
    token: index,
    region: -1,
    paragraph,
    sentence,
    tag,
    lower,
    lemmaHash: cue === undefined ? ownHash : hashOf(cue.lemma),
    wordHash: token.capital && tag === 'NNP' ? nameHash : ownHash,
    tagHash: hashOfTag(tag),
    cue,
  }
}

/** Tags are few. */
const tagHashes = new Map<string, number>()

function hashOfTag(tag: string): number {
  const known = tagHashes.get(tag)
  if (known !== undefined) return known
  const hash = hashOf(tag)
  tagHashes.set(tag, hash)
  return hash
}

/** All names look alike to the models: they are to learn grammar, not politics. */
const nameHash = hashOf('<name>')
const regionHash = hashOf(regionTag)

function unitOfRegion(region: Region, first: Token, at: RegionPlace): Unit {
  const { start, end } = region
  const hashes = {
    wordHash: hashOf(`${regionTag}${at.look}`),
    tagHash: regionHash,
    lemmaHash: regionHash,
  }
  const common = {
    paragraph: first.paragraph,
    sentence: at.sentence,
    tag: regionTag,
    lower: regionTag,
    cue: undefined,
  }
  return { start, end, token: at.index, region: first.region, ...common, ...hashes }
}

interface RegionPlace {
  readonly index: number
  readonly sentence: number
  readonly look: string
}

/** How a region begins and ends, which tells where the clause around it may. */
function lookOfRegion(text: string, region: Region): string {
  const first = text.charAt(region.content.start)
  const size = region.words < 3 ? 's' : 'l'
  return `${size}${first === first.toLowerCase() ? 'a' : 'A'}${endClass(text, region.content.end, region.end)}`
}

function isStop(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (token?.tag !== '.') return false
  return next === undefined || next.capital || !/^\p{L}/u.test(next.text)
}

/** A quote that ends in a full stop ends its sentence, unless a small letter goes on: "Why?" she asked. */
function endsSentence(text: string, region: Region): boolean {
  const last = text.charAt(region.content.end - 1)
  const inner = /['’‘]/.test(last) ? text.charAt(region.content.end - 2) : last
  const after = text.slice(region.end, region.end + 4).trimStart()
  if (!'.?!…'.includes(inner)) return false
  if (inner !== '.' && /^\p{Lu}/u.test(after))
    return !/^\s*(?:\p{Lu}[^\s.,]*\s+){1,3}(?:said|asked|says|asks|wrote|cried|added|replied|tweeted)\b/u.test(
      text.slice(region.end, region.end + 60),
    )
  return after === '' || !/^[\p{Ll},;:)—–-]/u.test(after)
}
