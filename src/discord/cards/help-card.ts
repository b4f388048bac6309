import type { Catalogue } from '../locales/catalogue.ts'
import { type Card, card, text } from './card.ts'
import { clip } from './text.ts'

/** What the examples are made of: things that the archive holds. */
export interface HelpExamples {
  readonly articles: number
  readonly statements: number
  readonly speaker?: string
  readonly topic?: string
  readonly publisher?: string
}

const maxExample = 60

/** What the bot can do, with examples that work on its own archive. */
export function helpCard(
  { articles, statements, speaker, topic, publisher }: HelpExamples,
  { help }: Catalogue,
): Card {
  const example = (value: string | undefined, otherwise: string): string =>
    clip(value ?? otherwise, maxExample)
  const lines = help.lines({
    publisher: example(publisher, help.aPublisher),
    speaker: example(speaker, help.aName),
    topic: example(topic, help.aWord),
  })
  return card(
    text(`### ${help.heading}\n${help.verbatim}`),
    text(lines.join('\n')),
    text(`-# ${help.kept(articles, statements)}`),
  )
}
