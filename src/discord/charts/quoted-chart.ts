import type { Digest } from '../../queries/digest.ts'
import { clipPlain } from '../cards/text.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { colours, frame, margin, width, write } from './frame.ts'
import { element } from './svg.ts'

const headHeight = 62
const rowHeight = 40
const footHeight = 16
const barsLeft = 240
const barsWidth = 320
const barHeight = 20
/** Longest name that fits beside the bars. */
const maxName = 21

/** Less is said as well by the line of names: so many people, and so many statements of the one quoted most. */
const leastPeople = 3
const leastStatements = 4

/** Whether a picture of who is quoted says more than their names do. */
export function isWorthDrawing({ people }: Pick<Digest, 'people'>): boolean {
  return people.length >= leastPeople && (people[0]?.statements ?? 0) >= leastStatements
}

/** Who is quoted how often in a digest, as an SVG: a bar for each person, most statements first. */
export function quotedChart({ people }: Pick<Digest, 'people'>, say: Catalogue): string {
  const most = Math.max(...people.map(({ statements }) => statements))
  return frame(
    headHeight + people.length * rowHeight + footHeight,
    write(say.posts.quotedMostHeading, { x: margin, y: 40, size: 20, fill: colours.title, weight: 600 }),
    ...people.flatMap((person, index) => rowAt(person, most, headHeight + index * rowHeight)),
  )
}

function rowAt({ name, statements }: Digest['people'][number], most: number, top: number): readonly string[] {
  const length = (barsWidth * statements) / most
  return [
    write(clipPlain(name, maxName), { x: margin, y: top + 21, size: 16, fill: colours.name, weight: 600 }),
    element('rect', {
      ...{ x: barsLeft, y: top + 5, width: Math.round(length), height: barHeight, rx: 3 },
      fill: colours.now,
    }),
    write(String(statements), {
      ...{ x: width - margin, y: top + 21, size: 16, fill: colours.now, weight: 600, anchor: 'end' },
    }),
  ]
}
