import { analyse } from 'scslre'
import { describe, expect, it } from 'vitest'
import { allExpressions } from './all-expressions.ts'
import { building } from './expressions.ts'
import { regexLiterals } from './regex-literals.ts'

const expressions = allExpressions()

describe('the regular expressions', () => {
  it('are found: those that are written and those that are built', () => {
    expect(expressions.length).toBeGreaterThan(400)
    const places = new Set(expressions.map(({ place }) => place))
    expect(building().filter((file) => !places.has(file))).toEqual([])
  })

  it('take time linear in what they read, whatever it is', () => {
    const slow = expressions.flatMap(({ place, source, flags }) =>
      analyse({ source, flags }).reports.map(({ type }) => `${place} ${type}: /${source}/${flags}`),
    )
    expect(slow).toEqual([])
  })

  it.each(['/a+a+$/', '/(?:a|a)*b/', '/ +$/', '/^(?:a+)+$/'])(
    'would be found out if they did not: %s',
    (text) => {
      const [literal] = regexLiterals(`x = ${text}`)
      expect(analyse(literal ?? { source: '', flags: '' }).reports).not.toEqual([])
    },
  )
})

describe('regexLiterals', () => {
  it('tells expressions from divisions, strings, comments and templates', () => {
    const text = [
      'const a = b / c / d // /no/',
      "const e = '/no/' + `/no/ \u0024{f.replace(/yes1/g, `\u0024{'}'} /no/`)} /no/` /* /no/ */",
      'return /yes2[/]\\/x/u.test(g) ? h[0] / 2 : (i) / /yes3/',
    ].join('\n')
    expect(regexLiterals(text)).toEqual([
      { source: 'yes1', flags: 'g', line: 2 },
      { source: 'yes2[/]\\/x', flags: 'u', line: 3 },
      { source: 'yes3', flags: '', line: 3 },
    ])
  })
})
