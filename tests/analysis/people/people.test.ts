import { describe, expect, it } from 'vitest'
import { readPeopleAndQuotes } from '../../../src/analysis/quotes/read.ts'
import { findSentences } from '../../../src/analysis/sentences.ts'

const people = (text: string, title = '') => readPeopleAndQuotes(text, title, findSentences(text)).people
const names = (text: string, title = '') => people(text, title).map(({ name }) => name)
const role = (text: string) => readPeopleAndQuotes(text, '', findSentences(text)).quotes[0]?.speaker?.role

describe('people', () => {
  it('clusters full names, surnames and titles', () => {
    expect(
      names('Sen. Marta Quill came. Quill spoke. Later Senator Quill left, and Ms. Quill slept.'),
    ).toEqual(['Marta Quill'])
  })

  it('counts how often each is named, most first', () => {
    const text = 'Otto Brandt met Marta Quill. Quill asked Brandt to leave. Quill stayed.'
    expect(people(text).map(({ name, mentions }) => [name, mentions])).toEqual([
      ['Marta Quill', 3],
      ['Otto Brandt', 2],
    ])
  })

  it('keeps namesakes of different gender apart', () => {
    expect(names('Otto Brandt and Marta Brandt came. Mr. Brandt spoke, then Mrs. Brandt did.')).toEqual([
      'Otto Brandt',
      'Marta Brandt',
    ])
  })

  it('takes middle initials and suffixes for parts of one name', () => {
    expect(names('Otto J. Brandt Jr. came. Otto Brandt spoke.')).toEqual(['Otto J. Brandt Jr.'])
  })

  it('gives a lone surname its title', () => {
    expect(names('They met President Brandt on Monday. Brandt smiled.')).toEqual(['President Brandt'])
  })

  it('takes the full name from the headline where the text has only the surname', () => {
    expect(
      names('They met President Brandt on Monday. Brandt smiled.', 'Otto Brandt Smiles at Voters'),
    ).toEqual(['Otto Brandt'])
    expect(names('They met Marta Brandt on Monday. Brandt smiled.', 'Otto Brandt Smiles at Voters')).toEqual([
      'Marta Brandt',
    ])
  })

  it('leaves places, days and months out', () => {
    expect(names('On Monday in Paris, France, and last May in New York, it rained.')).toEqual([])
  })

  it('takes beaches, leagues and cups for no people', () => {
    expect(
      names('They left Huntley Beach for the Premier League, the Brandt Cup and South Quillshire.'),
    ).toEqual([])
    expect(names('Kenny Park and Marta Quill left. Many Norwegians did, too.')).toEqual([
      'Kenny Park',
      'Marta Quill',
    ])
  })

  it('does not take a country for a newspaper named after it', () => {
    expect(people('Norway Today said that Norway would vote in June.')).toEqual([
      { name: 'Norway Today', aliases: ['Norway Today'], mentions: 1 },
    ])
  })

  it('reads titles that name their place', () => {
    expect(names('Archbishop of Lowell Otto Brandt met Secretary of State Marta Quill.')).toEqual([
      'Otto Brandt',
      'Marta Quill',
    ])
  })

  it('knows surnames that are titles elsewhere', () => {
    expect(names('Rep. Peter T. King of New York met Marta Judge in June.')).toEqual([
      'Peter T. King',
      'Marta Judge',
    ])
  })

  it('takes what stands behind "in" for a place', () => {
    expect(
      names('Rain fell in Harrow Tarn. Boats in Harrow Tarn stayed. Ann Quill left Harrow Tarn.'),
    ).toEqual(['Ann Quill'])
    expect(names('They live near Slee Bottom. Webb Hollow, Ohio, is dry.')).toEqual([])
  })

  it('takes peoples, parties and numbers for no people', () => {
    expect(
      names(
        'Egyptian Christians said it rained. Many African Americans and Latino Republicans said so, too.',
      ),
    ).toEqual([])
    expect(names('Twelve million dollars, he said, is much. Presumptive Democratic voters left.')).toEqual([])
  })

  it('takes a lone party word for a noun', () => {
    expect(names('Democrats met an Ohio Republican. Sen. Marta Republican did not.')).toEqual([
      'Marta Republican',
    ])
  })

  it('takes storms, plans and laws for no people', () => {
    expect(names('After Hurricane Otto came Plan B, Title IX and the Lowell Earthquake.')).toEqual([])
  })

  it('parts a noun for people from the name behind it', () => {
    expect(names('Journalist Hakim Quillari met Demonstrator Dwayne Brandt.')).toEqual([
      'Hakim Quillari',
      'Dwayne Brandt',
    ])
    expect(names('The pier closed, said Michigan Democrat David Brandt.')).toEqual(['David Brandt'])
  })

  it('knows people by a family name that stands first', () => {
    expect(names('Nguyen Thi Quill came. Dr. Nguyen spoke, and Nguyen left.')).toEqual(['Nguyen Thi Quill'])
  })

  it('knows names that are words elsewhere, and Arabic articles', () => {
    expect(names('They met George Will, William D. Burns and Anwar al-Quillaki.')).toEqual([
      'George Will',
      'William D. Burns',
      'Anwar al-Quillaki',
    ])
  })

  it('takes companies that nobody quotes for no people', () => {
    expect(names('He sold Quillane Capital, Brandt Productions and Lowe Scientific in June.')).toEqual([])
  })

  it('parts headlines and abbreviated roles from names', () => {
    expect(names('Otto Brandt Reportedly Caught In Lowell')).toEqual(['Otto Brandt'])
    expect(names('It was EP Andrew Quillane and Oscar-winner Colleen Brandt.')).toEqual([
      'Andrew Quillane',
      'Colleen Brandt',
    ])
  })

  it('leaves the first word to the name of a body', () => {
    const text = 'The American Quilt Association said that it would rain on Monday.'
    expect(names(text)).toEqual(['American Quilt Association'])
  })

  it('is not misled by capitals in headlines', () => {
    expect(names('Biden Insult At Otto Brandt. Mayor Endorsed Otto Brandt')).toContain('Otto Brandt')
    expect(names('Former Mayor Otto Brandt Says Marta Quill Lied')).toEqual(['Otto Brandt', 'Marta Quill'])
  })

  it('reads names with small words and apostrophes', () => {
    expect(names('Ludwig van der Berg met Sean O’Donnell and O’Donnell’s wife.')).toEqual([
      'Sean O’Donnell',
      'Ludwig van der Berg',
    ])
  })
})

describe('roles', () => {
  it.each([
    ['Harbour spokesman Otto Brandt said the ferry would sail on Monday.', 'Harbour spokesman'],
    [
      'Otto Brandt, a spokesman for the harbour, said the ferry would sail on Monday.',
      'spokesman for the harbour',
    ],
    ['Sen. Otto Brandt said the ferry would sail on Monday.', 'Sen.'],
    ['Mr. Brandt said the ferry would sail on Monday.', undefined],
  ])('reads the role in: %s', (text, expected) => {
    expect(role(text)).toBe(expected)
  })
})
