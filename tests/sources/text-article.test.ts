import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTextArticle } from '../../src/sources/text-article.ts'

const publisher = 'The Harrow Quay Courier'
const headline = "Ferry Returns to Harrow Quay After 'Longest' Winter, U.S. Owner Says"
const standfirst = 'The ferry sails again. Its owner expects full decks by spring.'
const body = ['The first boat left at dawn on Monday.', '"We waited," said Ilse Brandt. "Now we sail."']

function file(...blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`
}

describe('readTextArticle', () => {
  it('reads publisher, headline, standfirst and body, and drops the trailer', () => {
    const trailer = ['Similar Articles', 'Bridge closed for repairs', 'Harbour fees to rise']
    expect(readTextArticle(file(publisher, headline, standfirst, headline, ...body, ...trailer))).toEqual({
      title: headline,
      publisher,
      standfirst,
      text: body.join('\n\n'),
    })
  })

  it('knows the repeated headline in other case and with other marks', () => {
    const again = headline.toUpperCase().replaceAll("'", '’')
    expect(readTextArticle(file(headline, standfirst, again, ...body))).toEqual({
      title: headline,
      publisher: '',
      standfirst,
      text: body.join('\n\n'),
    })
  })

  it('takes a short first line before a headline for the publisher', () => {
    expect(readTextArticle(file('CRBC News', headline, ...body))).toMatchObject({
      publisher: 'CRBC News',
      title: headline,
      text: body.join('\n\n'),
    })
  })

  it('takes a first line that ends no sentence for the headline', () => {
    expect(readTextArticle(file(headline, ...body))).toEqual({
      title: headline,
      publisher: '',
      text: body.join('\n\n'),
    })
  })

  it('makes a title of the first sentence where there is none', () => {
    expect(readTextArticle(file(...body))).toEqual({
      title: 'The first boat left at dawn on Monday',
      publisher: '',
      text: body.join('\n\n'),
    })
  })

  it('takes a byline for the author', () => {
    expect(readTextArticle(file(headline, 'By Zoë O’Hara', ...body))).toEqual({
      title: headline,
      publisher: '',
      author: 'Zoë O’Hara',
      text: body.join('\n\n'),
    })
  })

  it('joins wrapped lines', () => {
    const wrapped =
      'The first boat left the new pier at dawn on\nMonday. It carried forty people and one very\nsmall dog.'
    expect(readTextArticle(file(headline.slice(0, 40), wrapped)).text).toBe(wrapped.replaceAll('\n', ' '))
  })

  it('parts lines that are paragraphs of their own', () => {
    const long = `The first boat left at dawn${', and the next followed'.repeat(8)}.`
    expect(readTextArticle([publisher, headline, headline, long, 'It was cold.'].join('\n'))).toEqual({
      title: headline,
      publisher,
      text: `${long}\n\nIt was cold.`,
    })
  })

  it('has no text for a file of blanks', () => {
    expect(readTextArticle(' \n\n \n').text).toBe('')
  })

  it('keeps a sentence that begins like a trailer', () => {
    expect(readTextArticle(file(headline, 'Similar articles were found in the hold.', ...body)).text).toMatch(
      /^Similar/,
    )
  })
})

describe('readTextArticle with any words', () => {
  const word = fc.constantFrom('harbour', 'Brandt', 'sails', 'at', 'dawn', 'Łukasz', 'ten', 'boats', 'the')
  const words = fc.array(word, { minLength: 3, maxLength: 12 }).map((list) => list.join(' '))
  const sentences = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => `${list.join('. ')}.`)
  const paragraphs = fc.uniqueArray(sentences, { minLength: 1, maxLength: 6 })

  it('loses no word of the body, whatever stands before it', () => {
    fc.assert(
      fc.property(paragraphs, fc.subarray([publisher, headline]), (text, head) => {
        const read = readTextArticle(file(...head, ...text))
        expect(read.text).toBe(text.join('\n\n'))
      }),
    )
  })

  it('keeps publisher and standfirst out of the text when the headline is repeated', () => {
    const heads = fc.record({ publisher: fc.boolean(), standfirst: fc.array(sentences, { maxLength: 3 }) })
    fc.assert(
      fc.property(paragraphs, heads, fc.boolean(), (text, head, trailer) => {
        const before = [...(head.publisher ? [publisher] : []), headline, ...head.standfirst, headline]
        const read = readTextArticle(
          file(...before, ...text, ...(trailer ? ['Similar Articles', 'Other news'] : [])),
        )
        expect(read).toEqual({
          title: headline,
          publisher: head.publisher ? publisher : '',
          ...(head.standfirst.length > 0 && { standfirst: head.standfirst.join(' ') }),
          text: text.join('\n\n'),
        })
      }),
    )
  })

  it('reads wrapped lines as it reads whole paragraphs', () => {
    fc.assert(
      fc.property(paragraphs, fc.integer({ min: 50, max: 100 }), (text, width) => {
        const wrapped = text.map((paragraph) => wrap(paragraph, width))
        expect(readTextArticle(file(publisher, headline, headline, ...wrapped)).text).toBe(text.join('\n\n'))
      }),
    )
  })
})

function wrap(paragraph: string, width: number): string {
  const lines = ['']
  for (const word of paragraph.split(' ')) {
    const line = lines.pop() ?? ''
    if (line === '') lines.push(word)
    else lines.push(...(line.length + 1 + word.length <= width ? [`${line} ${word}`] : [line, word]))
  }
  return lines.join('\n')
}

describe('a paragraph that stands twice', () => {
  const [a, b, c] = ['The ferry sails on Friday.', 'It was late on Thursday.', 'Nobody minded.']

  it('is no headline, and nothing before it is lost', () => {
    const { title, publisher, text } = readTextArticle(['Ferry sails', a, b, a, c].join('\n\n'))
    expect({ title, publisher, text }).toEqual({
      title: 'Ferry sails',
      publisher: '',
      text: [a, b, a, c].join('\n\n'),
    })
  })

  it('leaves an article that is nothing else', () => {
    expect(readTextArticle(`${a}\n\n${a}`).text).toBe(`${a}\n\n${a}`)
  })
})
