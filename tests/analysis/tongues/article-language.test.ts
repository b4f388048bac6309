import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleLanguage } from '../../../src/analysis/tongues/article-language.ts'

const german = 'Der Hafen ist seit dem Morgen für alle Schiffe gesperrt, wie die Behörde mitteilte.'
const english = 'The harbour was closed to all ships in the morning, and it is not known when it will open.'

describe('articleLanguage', () => {
  it.each([
    [english, 'en'],
    [german, 'de'],
    ['Le port est fermé depuis ce matin à tous les bateaux, a annoncé la préfecture.', 'fr'],
    ['El puerto está cerrado desde la mañana para todos los barcos, según la autoridad.', 'es'],
    ['O porto está fechado desde a manhã para todos os navios, e não se sabe até quando.', 'pt'],
    ['Il porto è chiuso da questa mattina per tutte le navi, ma non si sa fino a quando.', 'it'],
    ['De haven is sinds vanochtend dicht voor alle schepen, maar het is niet bekend tot wanneer.', 'nl'],
    ['港は今朝からすべての船に対して閉鎖されている。', 'ja'],
    ['항구는 오늘 아침부터 모든 선박에 대해 폐쇄되었다.', 'ko'],
    ['港口从今天早上起对所有船只关闭。', 'zh'],
    ['Порт закрыт для всех судов с сегодняшнего утра.', 'und'],
    ['Kikötő bezárt reggel óta hajók várnak. '.repeat(20), 'und'],
  ])('tells by the commonest words of %j that it is %s', (text, language) => {
    expect(articleLanguage({ title: '', text })).toBe(language)
  })

  it('believes the words rather than what the source says, which is often a default', () => {
    expect(articleLanguage({ title: '', text: german, language: 'en-US' })).toBe('de')
    expect(articleLanguage({ title: '', text: english, language: 'ja' })).toBe('en')
    expect(articleLanguage({ title: '', text: 'Порт закрыт.', language: 'en' })).toBe('und')
  })

  it('keeps the region that the source gives, and its word where the text tells nothing', () => {
    expect(articleLanguage({ title: '', text: german, language: 'de-AT' })).toBe('de-AT')
    expect(articleLanguage({ title: '', text: 'Порт закрыт.', language: 'ru' })).toBe('ru')
    expect(articleLanguage({ title: '', text: 'Kikötő bezárt. '.repeat(40), language: 'hu' })).toBe('hu')
    expect(articleLanguage({ title: 'Lübbersiel 3, Altrode 2', text: 'Kern (12.)', language: 'de' })).toBe(
      'de',
    )
  })

  it('takes what tells nothing, and says nothing, for English', () => {
    expect(articleLanguage({ title: '', text: '' })).toBe('en')
    expect(articleLanguage({ title: 'Quell, Marlowe, O’Hara', text: '3 – 2' })).toBe('en')
    expect(articleLanguage({ title: '', text: 'Santa Cruz de la Sierra and Los Altos de la Cruz tie' })).toBe(
      'en',
    )
  })

  it('gives a tag for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (title, text) => {
        expect(articleLanguage({ title, text })).toMatch(/^[a-z]{2,3}$/)
      }),
    )
  })
})
