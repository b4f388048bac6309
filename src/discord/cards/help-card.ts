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
export function helpCard({ articles, statements, speaker, topic, publisher }: HelpExamples): Card {
  const example = (value: string | undefined, otherwise: string): string =>
    clip(value ?? otherwise, maxExample)
  return card(
    text(
      [
        '### Crier reads the news and answers in its own words: the articles’ words',
        'Every sentence is verbatim and linked to where it stands. Nothing is paraphrased.',
      ].join('\n'),
    ),
    text(
      [
        `**/latest** what is new · try \`/latest publisher:${example(publisher, 'a publisher')}\``,
        '**/summary** what an article says, also one on the web · try `/summary length:short`',
        `**/whosaid** who said what · try \`/whosaid speaker:${example(speaker, 'a name')}\``,
        `**/search** find a passage · try \`/search query:${example(topic, 'a word')}\``,
        '**/similar** the articles most like one, and why',
        '**/trending** who and what came up more than before · try `/trending window:7d`',
        '**Summarize** what the links in a message say: in the message’s menu, under Apps',
        '**/follow** post new articles in a channel (for those who manage the server)',
        '**/alerts** new articles that fit, as a direct message to you',
        '**/settings** time zone, notices and privacy of a server (for those who manage it)',
        '**/feeds** add a site’s feed, see how each feed is (for those who manage the server)',
      ].join('\n'),
    ),
    text(`-# I keep ${articles} articles with ${statements} statements.`),
  )
}
