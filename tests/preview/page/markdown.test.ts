import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText, readMarks } from '../../../src/preview/site/markdown.ts'
import type { Marks } from '../../../src/preview/site/wire.ts'

const nameOf = (kind: string, id: string) => (id.endsWith('1') ? `${kind} one` : undefined)
const read = (text: string): Marks => readMarks(text, nameOf)
const id = '10000000000000000'

describe('readMarks', () => {
  it.each([
    ['**b** *i* __u__ ~~s~~', ['strong', 'em', 'underline', 'strike']],
    ['||hidden|| `code`', ['spoiler', 'code']],
    ['# one', ['heading']],
    ['-# small', ['subtext']],
    ['> said', ['quote']],
    ['```js\nlet a\n```', ['codeBlock']],
  ])('knows %s', (text, kinds) => {
    const found = read(text).flatMap((mark) => (typeof mark === 'string' ? [] : [mark.kind]))
    expect(found).toEqual(kinds)
  })

  it('makes lists, also within each other, and leaves code blocks alone', () => {
    expect(read('- a\n- b\n  - c\nafter')).toEqual([
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [['a'], ['b', { kind: 'list', ordered: false, start: 1, items: [['c']] }]],
      },
      'after',
    ])
    expect(read('3. x\n4. y')).toMatchObject([{ ordered: true, start: 3, items: [['x'], ['y']] }])
    expect(read('```\n- a\n```')).toEqual([{ kind: 'codeBlock', text: '- a' }])
  })

  it('knows small words and headings behind a quote', () => {
    expect(read('> said\n-# small\n> more\n## two')).toMatchObject([
      { kind: 'quote' },
      { kind: 'subtext' },
      { kind: 'quote' },
      { kind: 'heading', level: 2 },
    ])
  })

  it('names what mentions stand for, and says what is gone', () => {
    expect(plainText(read(`<@${id}1> <@&${id}1> <#${id}2> </follow add:${id}1>`))).toBe(
      '@user one @role one #deleted-channel /follow add',
    )
  })

  it('reads times', () => {
    expect(read('<t:1700000000:R>')).toEqual([{ kind: 'time', at: 1_700_000_000_000, style: 'R' }])
  })

  it('takes escaped marks as they are', () => {
    expect(plainText(read('\\*a\\* \\[b\\](c) \\<@1>'))).toBe('*a* [b](c) <@1>')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//evil.example', 'file:///etc'])(
    'links to no %s',
    (url) => {
      expect(JSON.stringify(read(`[words](${url})`))).not.toContain('"link"')
    },
  )

  it('loses no word of any text without marks', () => {
    const words = fc.array(fc.stringMatching(/^[a-zA-Zäöüж]{1,8}$/), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(words, (all) => {
        expect(plainText(read(all.join(' ')))).toBe(all.join(' '))
      }),
    )
  })

  it('reads any text whatever', () => {
    const unit = fc.constantFrom('*', '_', '`', '>', '\n', '[', '](', ')', '||', '- ', '<@', '# ', 'a', ' ')
    fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), (text) => void read(text)))
  })
})
