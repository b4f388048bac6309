import { speechOf } from '../speech.ts'

const { counted } = speechOf('en-GB')

/** What is said around statements. */
export const statements = {
  statements: (count: number): string => counted(count, 'statement', 'statements'),
  nobodySaidThat: 'Nobody is found to have said that.',
  nothingIsFound: 'Nothing is found.',
  noMore: 'No more.',
  whoSaidWhat: 'Who said what',
  said: ({
    speaker,
    words,
    about,
  }: {
    speaker?: string | undefined
    words?: string | undefined
    about?: string | undefined
  }): string =>
    [
      speaker === undefined ? 'Who said' : `What ${speaker} said`,
      ...(words === undefined ? [] : [`“${words}”`]),
      ...(about === undefined ? [] : [`about ${about}`]),
    ].join(' '),
  bothSaid: ({
    first,
    second,
    about,
  }: {
    first: string
    second: string
    about?: string | undefined
  }): string => `What ${first} and ${second} said${about === undefined ? '' : ` about ${about}`}`,
  nearest: (heading: string): string => `Nobody in these words; nearest: ${heading}`,
  underlined: 'Underlined: other words than asked for.',
  speakerNotNamed: 'speaker not named',
  perhaps: (name: string): string => `perhaps ${name}`,
  takenToBe: (name: string): string => `taken to be ${name}`,
  reported: '(reported, not quoted)',
  notSaid: (words: string): string => `Not said: ${words}`,
  within: (sentence: string): string => `…in: ${sentence}`,
  alsoIn: (outlets: string): string => `Also in ${outlets}`,
  givesTo: (outlet: string, name: string): string => `${outlet} gives these words to ${name}`,
  onDays: (count: number, days: number): string =>
    `${counted(count, 'statement', 'statements')} on ${counted(days, 'day', 'days')}`,
  topics: (topics: string): string => `About ${topics}`,
}
