import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { counted } = speechOf('es')

/** Around statements, in Spanish. */
export const statements: Catalogue['statements'] = {
  statements: (count) => counted(count, 'declaración', 'declaraciones'),
  nobodySaidThat: 'No encuentro a nadie que haya dicho eso.',
  nothingIsFound: 'No se encuentra nada.',
  noMore: 'No hay más.',
  whoSaidWhat: 'Quién dijo qué',
  said: ({ speaker, words, about }) =>
    [
      speaker === undefined ? 'Quién dijo' : `Lo que dijo ${speaker}`,
      ...(words === undefined ? [] : [`«${words}»`]),
      ...(about === undefined ? [] : [`sobre ${about}`]),
    ].join(' '),
  bothSaid: ({ first, second, about }) =>
    `Lo que dijeron ${first} y ${second}${about === undefined ? '' : ` sobre ${about}`}`,
  nearest: (heading) => `Nadie con esas palabras; lo más cercano: ${heading}`,
  underlined: 'Subrayado: palabras distintas de las pedidas.',
  speakerNotNamed: 'persona no indicada',
  perhaps: (name) => `quizá ${name}`,
  takenToBe: (name) => `se supone que ${name}`,
  reported: '(referido, no citado)',
  notSaid: (words) => `No se dijo: ${words}`,
  within: (sentence) => `…en: ${sentence}`,
  alsoIn: (outlets) => `También en ${outlets}`,
  givesTo: (outlet, name) => `${outlet} atribuye estas palabras a ${name}`,
  onDays: (count, days) =>
    `${counted(count, 'declaración', 'declaraciones')} en ${counted(days, 'día', 'días')}`,
  topics: (topics) => `Sobre ${topics}`,
}
