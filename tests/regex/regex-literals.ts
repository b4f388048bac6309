/** A regular expression in the source. */
export interface Literal {
  readonly source: string
  readonly flags: string
  /** Line on which it begins, from 1. */
  readonly line: number
}

const comment = /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)/
const string = /^(?:'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")/
/** A template up to its end or its next hole. */
const template = /^(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(`|\$\{)/
const regex = /^\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([a-z]*)/
/** After these a slash begins an expression; after a name, number or closing bracket it divides. */
const beforeExpression = /(?:^|[(,=:[!&|?{};+\-*/%~^<>]|\b(?:return|typeof|case|in|of))\s*$/

/** The regular expressions that stand in a TypeScript file, in order. Comments, strings and templates are passed over. */
export function regexLiterals(text: string): readonly Literal[] {
  const found: Literal[] = []
  // Open braces of each hole in whose expression we are.
  const holes: number[] = []
  let before = ''
  let at = 0
  while (at < text.length) {
    const { taken, standsFor, literal } = nextPiece(text.slice(at), { before, holes })
    if (literal !== undefined) found.push({ ...literal, line: text.slice(0, at).split('\n').length })
    before = `${before}${standsFor}`.slice(-40)
    at += taken
  }
  return found
}

/** What comes next: how long it is, what it is like for a slash after it, and the expression that it is. */
interface Piece {
  readonly taken: number
  readonly standsFor: string
  readonly literal?: Omit<Literal, 'line'>
}

function nextPiece(rest: string, { before, holes }: { before: string; holes: number[] }): Piece {
  const noted = comment.exec(rest)?.[0]
  if (noted !== undefined) return { taken: noted.length, standsFor: ' ' }
  const quoted = string.exec(rest)?.[0]
  if (quoted !== undefined) return { taken: quoted.length, standsFor: 'x' }
  const [whole, source, flags = ''] = (beforeExpression.test(before) && regex.exec(rest)) || []
  if (whole !== undefined && source !== undefined)
    return { taken: whole.length, standsFor: 'x', literal: { source, flags } }
  return plainPiece(rest, holes)
}

function plainPiece(rest: string, holes: number[]): Piece {
  const character = rest.charAt(0)
  const depth = holes.at(-1)
  if (character === '{' && depth !== undefined) holes[holes.length - 1] = depth + 1
  const closesHole = character === '}' && depth === 0
  if (character === '}' && depth !== undefined && depth > 0) holes[holes.length - 1] = depth - 1
  if (character !== '`' && !closesHole) return { taken: 1, standsFor: character }
  if (closesHole) holes.pop()
  const [text = '', end] = template.exec(rest.slice(1)) ?? []
  if (end === '${') holes.push(0)
  return { taken: 1 + text.length, standsFor: end === '${' ? '(' : 'x' }
}
