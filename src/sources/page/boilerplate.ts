import { boxHeading, credit, handle, labels, lastHeading, note, teaser } from './boilerplate-words.ts'
import { endsSentence, isSentence, lengthOf, type PageParagraph } from './paragraph.ts'

/** Characters that a label or the heading of a box has at most. */
const maxLabel = 120

/** Characters that a credit, a note or a teaser has at most: longer paragraphs only mention what these are about. */
const maxCredit = 300
const maxNote = 400
const maxTeaser = 300

/** A headline of another article is no longer. */
const maxHeadline = 160

/** Lines in a box of links and labels are no longer. */
const maxBoxLine = 90

/** What follows the last heading is dropped only if it is no more than this share of the text, and holds little prose. */
const maxEndingShare = 0.4
const maxEndingProse = 2
const minProse = 120

/**
 * The paragraphs without those that are no article: labels, credits, teasers for other articles, notes about who wrote and
 * owns it, boxes of links under headings such as "More from …", and all that follows "You may also like" and its like.
 * @param author names of the authors, joined by ", ": what the last paragraphs say of them is dropped too
 */
export function withoutBoilerplate(
  paragraphs: readonly PageParagraph[],
  author = '',
): readonly PageParagraph[] {
  const kept = withoutEnding(withoutBoxes(paragraphs).filter((paragraph) => !isBoilerplate(paragraph)))
  const names = author.split(/, | and /).filter((name) => name.includes(' '))
  const last = kept.findLastIndex((paragraph) => !isAboutAuthor(paragraph, names))
  return kept.slice(0, last + 1)
}

/** "Ines Holt covers the river for the Echo." */
function isAboutAuthor({ text }: PageParagraph, names: readonly string[]): boolean {
  const name = names.find((each) => text.startsWith(`${each} `))
  return name !== undefined && text.length < maxNote && authorDoes.test(text.slice(name.length))
}

const authorDoes = /^ (?:is|covers|writes|reports|works|joined|can be|has (?:been|worked|written|covered))\b/

/** Leaves out each box's heading with the links and short lines under it. */
function withoutBoxes(paragraphs: readonly PageParagraph[]): readonly PageParagraph[] {
  let inBox = false
  return paragraphs.filter((paragraph) => {
    inBox = isLabel(paragraph, boxHeading) || (inBox && isBoxLine(paragraph))
    return !inBox
  })
}

/** Long paragraphs are never asked: the expressions take the square of the length. */
function isLabel({ text }: PageParagraph, words: RegExp): boolean {
  return text.length <= maxLabel && words.test(text)
}

function isBoxLine({ text, linked }: PageParagraph): boolean {
  return linked > 0.5 || (text.length < maxBoxLine && !endsSentence(text))
}

function isBoilerplate(paragraph: PageParagraph): boolean {
  const { text } = paragraph
  if (!/[\p{L}\p{N}]/u.test(text) || isLabel(paragraph, labels) || isLabel(paragraph, handle)) return true
  if (text.length < maxCredit && credit.test(text)) return true
  if (text.length < maxNote && note.test(text)) return true
  return isTeaser(paragraph)
}

/** A paragraph that is one link, or begins as teasers do and is mostly link. Links in tables and headings are news. */
function isTeaser({ text, linked, block }: PageParagraph): boolean {
  if (linked > 0.4 && text.length < maxTeaser && teaser.test(text) && isAnnouncement(text)) return true
  if (
    linked < 0.95 ||
    text.length > maxHeadline ||
    /^(?:t[dh]|h[1-6])$/.test(block) ||
    /^(?:https?:|www\.)/.test(text)
  )
    return false
  return !endsSentence(text) || text === text.toUpperCase()
}

/** "Read more: …", or no sentence: "More than forty boats sank." begins like a teaser too. */
function isAnnouncement(text: string): boolean {
  return /^(?:see|watch|read|listen)\b|^.{0,60}[:|>»]/i.test(text) || !endsSentence(text)
}

function withoutEnding(paragraphs: readonly PageParagraph[]): readonly PageParagraph[] {
  const whole = lengthOf(paragraphs)
  const last = paragraphs.findIndex(
    (paragraph, index) =>
      isLabel(paragraph, lastHeading) && index > 0 && isEnding(paragraphs.slice(index), whole),
  )
  return withoutLoose(last < 0 ? paragraphs : paragraphs.slice(0, last))
}

/** A heading with nothing under it announces what is gone. */
function withoutLoose(paragraphs: readonly PageParagraph[]): readonly PageParagraph[] {
  return paragraphs.slice(0, paragraphs.findLastIndex(({ block }) => !/^h[1-6]$/.test(block)) + 1)
}

function isEnding(paragraphs: readonly PageParagraph[], whole: number): boolean {
  const prose = paragraphs.filter(({ text, linked }) => linked < 0.4 && isSentence(text, minProse))
  return lengthOf(paragraphs) <= whole * maxEndingShare && prose.length <= maxEndingProse
}
