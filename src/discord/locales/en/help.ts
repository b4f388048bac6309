import { speechOf } from '../speech.ts'

const { counted } = speechOf('en-GB')

/** What /help tells. Examples are complete commands. */
export const help = {
  heading: 'Crier reads the news and answers in its own words: the articles’ words',
  verbatim: 'Every sentence is verbatim and linked to where it stands. Nothing is paraphrased.',
  aPublisher: 'a publisher',
  aName: 'a name',
  aWord: 'a word',
  lines: ({
    publisher,
    speaker,
    topic,
  }: {
    publisher: string
    speaker: string
    topic: string
  }): readonly string[] => [
    `**/latest** what is new · try \`/latest publisher:${publisher}\``,
    '**/summary** what an article says, also one on the web · try `/summary length:short`',
    `**/whosaid** who said what · try \`/whosaid speaker:${speaker}\``,
    `**/search** find a passage · try \`/search query:${topic}\``,
    '**/similar** the articles most like one, and why',
    '**/trending** who and what came up more than before · try `/trending window:7d`',
    '**Summarize** what the links in a message say: in the message’s menu, under Apps',
    '**/follow** post new articles in a channel (for those who manage the server)',
    '**/alerts** new articles that fit, as a direct message to you',
    '**/settings** time zone, notices and privacy of a server (for those who manage it)',
    '**/feeds** add a site’s feed, see how each feed is (for those who manage the server)',
  ],
  kept: (articles: number, statements: number): string =>
    `I keep ${counted(articles, 'article', 'articles')} with ${counted(statements, 'statement', 'statements')}.`,
}
