import { describe, expect, it } from 'vitest'
import { readPage } from '../../src/sources/page.ts'

const first =
  'The last cable ferry on the Orrin went back into service on Tuesday, eleven months after a barge broke its chain.'
const last =
  'A second boat, built in 1961, is to be repaired by the spring, the council said, if the yard finds the timber for it.'
const middle =
  'Until now drivers had to go by the bridge at Calder, a detour of thirty-one kilometres that the bus made twice a day.'

/** What is read of a page with some HTML between the second and the last paragraph, the three plain ones left out. */
function readBetween(html: string): readonly string[] {
  const { text } = readPage(
    `<html><body><article><p>${first}</p><p>${middle}</p>${html}<p>${last}</p></article></body></html>`,
  )
  return text.split('\n\n').filter((paragraph) => ![first, middle, last].includes(paragraph))
}

describe('what stands in an article without being part of it', () => {
  it.each([
    ['a label over advertising', '<p>Advertisement</p>'],
    ['a label in another language', '<p>Реклама</p>'],
    ['where the story goes on', '<p>Story continues below</p>'],
    ['a share bar', '<p>Facebook Twitter WhatsApp</p>'],
    ['a teaser with a label', '<p>Read also: <a href="/x">Barge captain fined over broken chain</a></p>'],
    [
      'a headline that is a link',
      '<p><strong><a href="/x">BARGE CAPTAIN FINED OVER BROKEN CHAIN</a></strong></p>',
    ],
    [
      'a box of links',
      '<h4>More news from the valley</h4><ul><li><a href="/x">Heron stops traffic</a></li></ul>',
    ],
    ['a credit', '<p>Photo: Ines Holt</p>'],
    ['a caption with its credit', '<p>The boat at Netherby on Tuesday. (AP Photo/Ines Holt)</p>'],
    ['a caption by its name', '<div class="InlineImage-captionText">The boat at Netherby on Tuesday.</div>'],
    ['who helped', '<p>Pia Lund contributed to this report.</p>'],
    ['a credit of an agency', '<p>The boat at Netherby. REUTERS/Ines Holt</p>'],
    ['a courtesy', '<p>Courtesy of the ferry line</p>'],
    ['how to reach the author', '<p>Ines Holt can be reached at ines@echo.example.</p>'],
    ['who owns it', '<p>Copyright 2026 The Netherby Echo. All rights reserved.</p>'],
    ['how to follow', '<p>Follow the Echo on Facebook and Twitter.</p>'],
    ['a newsletter', '<p>Sign up for our morning letter and get the newsletter every day.</p>'],
    ['tags', '<p>Tags: ferry, river, council</p>'],
    ['a quote pulled out', '<blockquote class="pullquote">You don’t scrap a road.</blockquote>'],
    ['what is hidden', '<p style="display: none">Only for the printer of the house.</p>'],
    ['marks alone', '<p>* * *</p>'],
  ])('leaves out %s', (_what, html) => {
    expect(readBetween(html)).toEqual([])
  })

  it.each([
    ['who supports whom', '<p>Support among party members has fallen since the boat was bought.</p>'],
    ['who could not be reached', '<p>The Echo could not reach him at his home on Monday.</p>'],
    ['who follows whom', '<p>Many people follow the captain on Twitter, where he shows his engine.</p>'],
    ['what moderate people say', '<p>The comments drew anger from moderate members of the council.</p>'],
    ['who is like others', '<p>Like many others on Facebook, she had never seen the boat.</p>'],
    ['what an agency signs', '<p>Nobody was hurt, the harbour office said on Tuesday. (Reuters)</p>'],
    [
      'what begins like a teaser',
      '<p>More than forty boats <a href="/x">sank in last winter’s storm</a>.</p>',
    ],
    [
      'a sentence about advertising',
      '<p>Advertisement of the line was left to the parish, which put up four posters.</p>',
    ],
    [
      'a sentence about a network',
      '<p>The captain answered on Twitter that the chain had been slack for years.</p>',
    ],
    [
      'a sentence about photographs',
      '<p>The photo of the broken chain hangs in the ticket office to this day.</p>',
    ],
    ['who contributed', '<p>The parish contributed to the cost of the rollers, and so did the school.</p>'],
    [
      'a sentence that is a link',
      '<p><a href="/x">The council put all figures on its pages on Monday.</a></p>',
    ],
    [
      'a heading within the text',
      '<h2>What it cost</h2><p>The chain was paid by the council, which owns the boat.</p>',
    ],
    ['items of a list', '<ul><li>A new chain, forged at Calder</li><li>Rollers and their bearings</li></ul>'],
    ['an item with a link', '<ul><li>Rollers from <a href="/x">the works at Calder</a></li></ul>'],
    [
      'words that are set apart',
      '<p>The <span class="tag">Orrin</span> was <em class="caption">high</em> that day.</p>',
    ],
    [
      'a quotation',
      '<blockquote><p>“A road is a road, and a boat is a road,” the mayor wrote to the council.</p></blockquote>',
    ],
    ['more news of the same', '<p>More was to come: the second boat sprang a leak the day after.</p>'],
    ['an address that is a source', '<p>http://county.example/minutes/2026-03</p>'],
    ['cells by any name', '<table><tr><td class="date">Monday</td><td class="time">06:00</td></tr></table>'],
  ])('keeps %s', (_what, html) => {
    const words = html
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    expect(readBetween(html).join(' ').replace(/\s+/g, ' ')).toBe(words.replace(/ (?=[.,])/g, ''))
  })

  it('ends where a heading announces other things, if little prose follows', () => {
    const box =
      '<h3>You may also like</h3><p>Heron stops traffic on the square</p><p>Bus gets a new timetable</p>'
    const html = `<html><body><article><p>${first}</p><p>${middle}</p><p>${last}</p>${box}</article></body></html>`
    expect(readPage(html).text).toBe([first, middle, last].join('\n\n'))
  })

  it('leaves out what the end says of the author, not what the text says', () => {
    const about = 'Ines Holt is the captain’s sister, and covers the river for the Echo.'
    const head = '<meta name="author" content="Ines Holt">'
    const html = `<html><head>${head}</head><body><article><p>${first}</p><p>${about}</p><p>${last}</p><p>${about}</p></article></body></html>`
    expect(readPage(html).text).toBe([first, about, last].join('\n\n'))
  })

  it('goes on after such a heading where text follows', () => {
    expect(readBetween(`<p>Comments</p><p>${first}</p><p>${middle}</p>`)).toEqual([])
    expect(
      readPage(
        `<article><p>${first}</p><p>Reviews</p><p>${middle}</p><p>${last}</p><p>${first}</p></article>`,
      ).text,
    ).toContain(last)
  })

  it.each([
    ['the headline', '<p>Ferry returns</p>'],
    ['a byline', '<p>By Ines Holt and Pia Lund</p>'],
    ['a date in words', '<p>Published March 10th, 2026 - 07:45 GMT</p>'],
    ['a date in figures', '<p>10/03/2026 - 07h45</p>'],
    ['a date in another language', '<p>terça-feira, 10 de março de 2026 às 7:45</p>'],
    ['a date with its time alone', '<p>الأحد، 04 آب 2026، 02:21</p>'],
    ['the standfirst', '<h3>It sails again, at last.</h3>'],
  ])('leaves out %s over the text', (_what, html) => {
    const head = '<title>Ferry returns</title><meta name="description" content="It sails again, at last.">'
    const page = `<html><head>${head}</head><body><article>${html}<p>${first}</p><p>${middle}</p><p>${last}</p></article></body></html>`
    expect(readPage(page).text).toBe([first, middle, last].join('\n\n'))
  })
})
