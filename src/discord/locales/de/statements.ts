import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { counted } = speechOf('de')

/** Around statements, in German. */
export const statements: Catalogue['statements'] = {
  statements: (count) => counted(count, 'Aussage', 'Aussagen'),
  nobodySaidThat: 'Niemand ist zu finden, der das gesagt hätte.',
  nothingIsFound: 'Nichts gefunden.',
  noMore: 'Keine weiteren.',
  whoSaidWhat: 'Wer was gesagt hat',
  said: ({ speaker, words, about }) =>
    [
      speaker === undefined ? 'Wer' : `Was ${speaker}`,
      ...(about === undefined ? [] : [`über ${about}`]),
      speaker === undefined && words === undefined ? 'etwas gesagt hat' : 'gesagt hat',
    ].join(' ') + (words === undefined ? '' : `: „${words}“`),
  bothSaid: ({ first, second, about }) =>
    `Was ${first} und ${second}${about === undefined ? '' : ` über ${about}`} gesagt haben`,
  nearest: (heading) => `Niemand in diesen Worten; am nächsten: ${heading}`,
  underlined: 'Unterstrichen: andere Worte als gefragt.',
  speakerNotNamed: 'Person nicht genannt',
  perhaps: (name) => `vielleicht ${name}`,
  takenToBe: (name) => `wohl ${name}`,
  reported: '(berichtet, nicht zitiert)',
  notSaid: (words) => `Nicht gesagt: ${words}`,
  within: (sentence) => `…in: ${sentence}`,
  alsoIn: (outlets) => `Auch in ${outlets}`,
  givesTo: (outlet, name) => `${outlet} schreibt diese Worte ${name} zu`,
  onDays: (count, days) => `${counted(count, 'Aussage', 'Aussagen')} an ${counted(days, 'Tag', 'Tagen')}`,
  topics: (topics) => `Über ${topics}`,
}
