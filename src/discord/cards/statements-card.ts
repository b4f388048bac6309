import { omission } from '../../archive/statement-rows.ts'
import type { Statement } from '../../archive/statements.ts'
import { sureSpeakerConfidence } from '../../article.ts'
import { otherAttributions, otherOutlets } from '../../queries/carriers.ts'
import type { Said } from '../../queries/who-said.ts'
import { componentId } from '../component-id.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { byline, linkedTitle, listedUpTo, outletName } from './article-lines.ts'
import { button, type Card, card, divider, menu, row, text } from './card.ts'
import { markedText } from './marked-text.ts'
import { type PageView, pager } from './pager.ts'
import { clip, link } from './text.ts'

/** Statements on one page. */
export const statementsPerPage = 4
/** Longest statement, sentence around it and headline: four of them with their links fit one card. */
const maxStatement = 360
const maxContext = 200
const maxTitle = 90
const maxName = 60
const maxRole = 60
/** Longest name of somebody else who may be, or have been, the speaker. */
const maxOther = 40
/** Other outlets named and linked, and how long their names may be. */
const maxOutlets = 3
const maxOutletName = 24
/** Longest list of words that were asked for and not said. */
const maxMissing = 90
/** Articles named that give the words to somebody else. */
const maxAttributions = 1

/** Where a list of statements stands. */
export interface StatementsView extends PageView {
  /** The id of the button that shows the speaker's days; absent: there is none. */
  readonly daysId?: string
}

/** A page of statements: speaker, the words, the sentence around them, publisher, date, link, and who else carries them. */
export function statementsCard(statements: readonly Said[], heading: string, view: StatementsView): Card {
  const { say } = view
  if (statements.length === 0) return card(text(`### ${heading}`), text(say.statements.nobodySaidThat))
  const parts = statements.flatMap((statement) => [divider(), text(statementText(statement, say))])
  const days = view.daysId === undefined ? [] : [row(button(say.buttons.dayByDay, view.daysId))]
  return card(text(`### ${heading}`), ...parts, contextMenu(statements, say), ...pager(view), ...days)
}

/** The menu that opens the text around one of these statements. */
export function contextMenu(statements: readonly Statement[], say: Catalogue): ReturnType<typeof menu> {
  return menu(
    componentId('whosaid', 'context'),
    say.menus.showTextAround,
    statements.map((statement) => ({
      value: `${statement.article.id} ${statement.number}`,
      label: statement.pieces.join(' … '),
      description: statement.speaker?.name ?? say.statements.speakerNotNamed,
    })),
  )
}

/** One statement as it is shown everywhere. What is reported without marks says so; what differs from what was asked for is underlined. */
export function statementText(statement: Said, say: Catalogue): string {
  const { article, pieces, difference } = statement
  const said = pieces.join(omission)
  const words = markedText(said, difference?.said ?? [], { limit: maxStatement, mark: '__' })
  const source = `${linkedTitle(article, maxTitle)} · ${byline(article, say)}`
  return [
    statementHead(statement, say),
    `> ${link(words, statement.link)}`,
    ...missing(difference?.missing ?? [], say),
    ...context(statement, say),
    `-# ${source}`,
    ...carriers(statement, say),
  ].join('\n')
}

/** Who said it, as sure as that is, in which role, and whether the words are their own. */
export function statementHead(statement: Statement, say: Catalogue): string {
  const reported = statement.kind === 'indirect' ? ` ${say.statements.reported}` : ''
  return `**${speakerName(statement, say)}**${fullName(statement, say)}${role(statement)}${reported}`
}

/** The name as sure as it is: "perhaps X" below the stated confidence, "speaker not named" where the text names nobody. */
export function speakerName({ speaker }: Statement, say: Catalogue): string {
  if (speaker === undefined) return say.statements.speakerNotNamed
  const name = clip(speaker.name, maxName)
  return speaker.confidence < sureSpeakerConfidence ? say.statements.perhaps(name) : name
}

/** Whom a lone surname is taken for. */
function fullName({ speaker }: Statement, say: Catalogue): string {
  return speaker?.fullName === undefined
    ? ''
    : `, ${say.statements.takenToBe(clip(speaker.fullName, maxOther))}`
}

function role({ speaker }: Statement): string {
  return speaker?.role === undefined ? '' : `, ${clip(speaker.role, maxRole)}`
}

/** What was asked for and is not said. */
function missing(words: readonly string[], say: Catalogue): readonly string[] {
  return words.length === 0 ? [] : [`-# ${say.statements.notSaid(clip(words.join(', '), maxMissing))}`]
}

/** The sentence around the words, unless it says nothing more. */
function context({ pieces, context: around }: Statement, say: Catalogue): readonly string[] {
  const bare = pieces.join(' ').trim()
  return around.trim() === bare ? [] : [`-# ${say.statements.within(clip(around, maxContext))}`]
}

/** Who else carries the words, and who gives them to somebody else. */
function carriers(statement: Statement, say: Catalogue): readonly string[] {
  const outlets = otherOutlets(statement).map((head) =>
    link(clip(outletName(head, say), maxOutletName), head.url),
  )
  const others = otherAttributions(statement).slice(0, maxAttributions)
  return [
    ...(outlets.length === 0 ? [] : [`-# ${say.statements.alsoIn(listedUpTo(maxOutlets, outlets, say))}`]),
    ...others.map(
      ({ article, speaker }) =>
        `-# ⚠ ${say.statements.givesTo(clip(outletName(article, say), maxOutletName), clip(speaker.name, maxOther))}`,
    ),
  ]
}
