import fc from 'fast-check'
import { tries } from '../tries.ts'

/** What breaks readers: ends and beginnings of what is in marks, numbers without end, what has no shape, halves of letters. */
const tokens: readonly string[] = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE a [<!ENTITY b "b">]>',
  ],
  ...[
    '&#x0;',
    '&#xD800;',
    '&amp',
    '&b;',
    '<?xml encoding="x"?>',
    '<title>',
    '<item>',
    '<p>',
    '<script>',
    '</html>',
  ],
  ...[
    '\0',
    '\n',
    '\n\n',
    '\r',
    '\t',
    '\u2028',
    '\u202e',
    '\ufeff',
    '\ud800',
    '\u0301'.repeat(30),
    'é',
    '漢',
    '👩‍👩‍👧',
  ],
  ...[
    '---\n',
    ': ',
    '- ',
    '&a [',
    '*a',
    '!!js/function',
    '{',
    '}',
    '[',
    ']',
    ',',
    '\\u0000',
    '\\',
    '__proto__',
  ],
  ...[
    '“',
    '”',
    '‘',
    '’',
    '„',
    '«',
    '(',
    ')',
    '. ',
    '? ',
    ' said ',
    ' “I',
    'OR',
    '-',
    '—',
    '%',
    '%3A',
    '~',
    'Mr. ',
  ],
  ...[
    'publisher:',
    'after:',
    'before:',
    '-1',
    '0',
    '1e999',
    'NaN',
    '9'.repeat(40),
    'a'.repeat(300),
    ' '.repeat(300),
  ],
  ...[
    'http://',
    'https://127.0.0.1/',
    '//',
    '@',
    '?token=x',
    '#',
    '<@1>',
    '@everyone',
    '2026-02-30',
    '25:61',
    '24h',
  ],
]

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...tokens) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)
const cut = fc.record({ at: fc.nat(), gone: fc.nat(60), piece })

/** Seeds that were changed in a few places, or text of nothing but such pieces. */
export function mutants(seeds: readonly string[]): fc.Arbitrary<string> {
  const changed = fc
    .tuple(fc.constantFrom(...seeds), fc.array(cut, { maxLength: 5 }))
    .map(([seed, cuts]) => cuts.reduce((text, one) => changedAt(text, one), seed))
  const made = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  return fc.oneof({ weight: 4, arbitrary: changed }, { weight: 1, arbitrary: made })
}

function changedAt(text: string, { at, gone, piece }: { at: number; gone: number; piece: string }): string {
  const place = at % (text.length + 1)
  return `${text.slice(0, place)}${piece}${text.slice(place + gone)}`
}

/** The same tries at each run; more of them with CRIER_TRIES, and others with CRIER_SEED. */
export function triesOf(runs: number): fc.Parameters<unknown> {
  return { numRuns: tries(runs), seed: Number(process.env.CRIER_SEED ?? 1) }
}
