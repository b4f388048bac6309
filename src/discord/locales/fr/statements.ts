import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { counted } = speechOf('fr')

/** Around statements, in French. */
export const statements: Catalogue['statements'] = {
  statements: (count) => counted(count, 'déclaration', 'déclarations'),
  nobodySaidThat: 'Je ne trouve personne qui ait dit cela.',
  nothingIsFound: 'Rien n’a été trouvé.',
  noMore: 'Rien de plus.',
  whoSaidWhat: 'Qui a dit quoi',
  said: ({ speaker, words, about }) =>
    [
      speaker === undefined ? 'Qui a dit' : `Ce qu’a dit ${speaker}`,
      ...(words === undefined ? [] : [`« ${words} »`]),
      ...(about === undefined ? [] : [`sur ${about}`]),
    ].join(' '),
  bothSaid: ({ first, second, about }) =>
    `Ce qu’ont dit ${first} et ${second}${about === undefined ? '' : ` sur ${about}`}`,
  nearest: (heading) => `Personne en ces termes ; au plus près : ${heading}`,
  underlined: 'Souligné : d’autres mots que ceux demandés.',
  speakerNotNamed: 'personne non nommée',
  perhaps: (name) => `peut-être ${name}`,
  takenToBe: (name) => `sans doute ${name}`,
  reported: '(rapporté, non cité)',
  notSaid: (words) => `Non dit : ${words}`,
  within: (sentence) => `…dans : ${sentence}`,
  alsoIn: (outlets) => `Aussi dans ${outlets}`,
  givesTo: (outlet, name) => `${outlet} attribue ces mots à ${name}`,
  onDays: (count, days) =>
    `${counted(count, 'déclaration', 'déclarations')} sur ${counted(days, 'jour', 'jours')}`,
  topics: (topics) => `Sujets : ${topics}`,
}
