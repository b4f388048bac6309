import { repeatable } from './repeatable.ts'

const surnames = [
  'Ferrante',
  'Ångström',
  'O’Hara',
  'Brandt',
  'Okafor',
  'Lindqvist',
  'Marlowe',
  'Nguyễn',
  'Castell',
  'Petrov',
]
const firstNames = ['Marisol', 'Zoë', 'Ilse', 'Tomas', 'Ada', 'Łukasz', 'Ruth', 'Jonas', 'Priya', 'Emil']
const things = [
  'harbour',
  'budget',
  'ferry',
  'bridge',
  'hospital',
  'school',
  'railway',
  'festival',
  'library',
  'reservoir',
]
const verbs = [
  'opened',
  'delayed',
  'examined',
  'defended',
  'rejected',
  'repaired',
  'presented',
  'cancelled',
  'praised',
  'closed',
]
const places = [
  'Quay Haven',
  'Tarn Haven',
  'Port Ellery',
  'Harrow Quay',
  'Morrow',
  'Saltmarsh',
  'Greywick',
  'Lower Fenn',
]

/** A made-up article; the same number always gives the same one. */
export interface MadeUpArticle {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly text: string
}

/**
 * Makes up an article of about `words` words with names, a date, and a quote in every fourth paragraph: news by its
 * shape, for measuring speed and memory, not quality.
 */
export function madeUpArticle(number: number, words = 500): MadeUpArticle {
  const pick = picker(number)
  const title = `${pick(places)} ${pick(verbs)} its ${pick(things)} in round ${number}`
  const paragraphs: string[] = []
  for (let count = 0, index = 0; count < words; index += 1) {
    const paragraph = index % 4 === 1 ? quoteParagraph(pick) : plainParagraph(pick)
    paragraphs.push(paragraph)
    count += paragraph.split(' ').length
  }
  return {
    id: String(number),
    title,
    publisher: `The ${pick(places)} Courier`,
    text: paragraphs.join('\n\n'),
  }
}

type Pick = <Item>(items: readonly Item[]) => Item

function plainParagraph(pick: Pick): string {
  const sentence = (): string =>
    `The council of ${pick(places)} ${pick(verbs)} the ${pick(things)} on Tuesday after ${pick(firstNames)} ${pick(surnames)} had ${pick(verbs)} the old ${pick(things)} for $4.5 million.`
  return [
    sentence(),
    sentence(),
    `It was ${pick(verbs)} by the U.S. office at 10 a.m. without a word about the ${pick(things)}.`,
  ].join(' ')
}

function quoteParagraph(pick: Pick): string {
  const name = `${pick(firstNames)} ${pick(surnames)}`
  return `“We ${pick(verbs)} the ${pick(things)} before anybody else ${pick(verbs)} it,” said ${name}, who leads the ${pick(things)} of ${pick(places)}. “Nobody will forget this ${pick(things)}.”`
}

function picker(seed: number): Pick {
  const random = repeatable(seed)
  return (items) => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('Expected something to pick from')
    return item
  }
}
