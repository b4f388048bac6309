import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePage, decodeText } from '../../src/sources/decode.ts'

const sentence = 'Zoë Łukasz said: “It’s €5.”'

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(sentence)],
    ['UTF-8 with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(sentence)])],
    ['UTF-16 LE with a byte order mark', Buffer.from(`\ufeff${sentence}`, 'utf16le')],
    ['UTF-16 BE with a byte order mark', Buffer.from(`\ufeff${sentence}`, 'utf16le').swap16()],
    ['UTF-16 LE without one', Buffer.from(sentence, 'utf16le')],
    ['UTF-16 BE without one', Buffer.from(sentence, 'utf16le').swap16()],
  ])('reads %s', (_name, bytes) => {
    expect(decodeText(bytes)).toBe(sentence)
  })

  it('takes what is not valid UTF-8 for windows-1252', () => {
    const bytes = Buffer.from([0x93, 0x5a, 0x6f, 0xeb, 0x94, 0x20, 0x80, 0x35])
    expect(decodeText(bytes)).toBe('“Zoë” €5')
  })

  it('takes the declared charset where the bytes are not UTF-8', () => {
    expect(decodeText(Buffer.from([0xb3, 0xf3, 0xbf]), 'iso-8859-2')).toBe('łóż')
    expect(decodeText(Buffer.from('łóż'), 'iso-8859-2')).toBe('łóż')
    expect(decodeText(Buffer.from([0xe9]), 'no-such-charset')).toBe('é')
  })

  it('gives every line end as a line feed', () => {
    expect(decodeText(Buffer.from('one\r\ntwo\rthree\nfour\u2028five'))).toBe('one\ntwo\nthree\nfour\nfive')
  })

  it.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]],
    ['text with a NUL', [0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x00]],
    ['many control characters', [1, 2, 3, 4, 0x61, 0x62]],
  ])('refuses %s', (_name, bytes) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow('it is not text (binary)')
  })

  it('drops a stray control character', () => {
    expect(decodeText(Buffer.from(`${'word '.repeat(100)}\u0007end`))).toBe(`${'word '.repeat(100)}end`)
  })

  it('gives any text back that has no control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/\p{Cc}|[\ufeff\u2028\ufffd]/u.test(text))
        expect(decodeText(Buffer.from(text))).toBe(text)
      }),
    )
  })
})

describe('decodePage', () => {
  it.each(['<meta charset="windows-1251">', '<META http-equiv=x content="text/html; charset=windows-1251">'])(
    'takes the charset of %s',
    (meta) => {
      const bytes = Buffer.concat([
        Buffer.from(`<html><head>${meta}</head><body>`),
        Buffer.from([0xc4, 0xe0]),
      ])
      expect(decodePage(bytes)).toMatch(/<body>Да$/)
    },
  )

  it('takes a page that calls itself UTF-8 and is not for windows-1252', () => {
    expect(decodePage(Buffer.from('<meta charset=utf-8>\xe9', 'latin1'))).toBe('<meta charset=utf-8>é')
  })
})
