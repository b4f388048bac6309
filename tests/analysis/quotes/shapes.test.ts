import { describe, expect, it } from 'vitest'
import { readPeopleAndQuotes } from '../../../src/analysis/quotes/read.ts'
import { readText } from '../../../src/analysis/quotes/reading.ts'
import { findSentences } from '../../../src/analysis/sentences.ts'

const quotes = (text: string) => readPeopleAndQuotes(text, '', findSentences(text)).quotes

/** Kind, words without marks, speaker: one line a quote. */
const said = (text: string) =>
  quotes(text).map(({ kind, content, speaker }) => {
    return `${kind}: ${text.slice(content.start, content.end).replace(/^that /, '')} — ${speaker?.name ?? 'nobody'}`
  })

describe('shapes of attribution', () => {
  it.each([
    ['a colon', 'Otto Brandt said: “We will build the bridge again.”'],
    ['a verb before', 'Otto Brandt said, “We will build the bridge again.”'],
    ['a verb after', '“We will build the bridge again.” Otto Brandt said on Monday.'],
    ['a verb of two words', 'As Otto Brandt of the Gazette put it, “We will build the bridge again.”'],
    ['a verb that answers', '“We will build the bridge again,” Otto Brandt shot back.'],
    ['an agency', 'Otto Brandt told Reuters, “We will build the bridge again.”'],
    ['a title', '“We will build the bridge again,” said Sen. Otto Brandt.'],
    ['initials', '“We will build the bridge again,” said Mr. Otto Brandt of the U.S. Bridge Office.'],
    ['a role after', '“We will build the bridge again,” said Otto Brandt, a spokesman for the town.'],
    ['a relative clause', 'Otto Brandt, who was born in Lowell, said, “We will build the bridge again.”'],
  ])('finds the speaker with %s', (_, text) => {
    expect(said(text)).toContain(
      'direct: We will build the bridge again. — Otto Brandt'.replace(
        '. —',
        text.includes('again,') ? ', —' : '. —',
      ),
    )
  })

  it('reads a signature under a quote', () => {
    expect(said('“We will build the bridge again, whatever it may cost the town.”\n\n— Otto Brandt')).toEqual(
      ['direct: We will build the bridge again, whatever it may cost the town. — Otto Brandt'],
    )
  })

  it('reads a signature behind a dash, whoever speaks elsewhere', () => {
    const text =
      'Marta Quill voted for the bridge in the end.\n\n“I will look into it. I do not know the cost, but I will look into it.”\n\n- Otto Brandt.\n\nQuill has looked into it for years.'
    expect(said(text)).toEqual([
      'direct: I will look into it. I do not know the cost, but I will look into it. — Otto Brandt',
    ])
  })

  it('gives what follows a comma and a verb to its subject, not to the subject of the words before', () => {
    expect(said('Marta Quill cannot say that “from where she sits,” Otto Brandt added.')).toEqual([
      expect.stringMatching(/^mixed: .* — Otto Brandt$/),
    ])
  })

  it('gives nobody a question that he was asked', () => {
    const text = 'In an interview on Monday, Otto Brandt was asked, “What is the worst bridge that you know?”'
    const [quote] = quotes(text)
    expect(quote?.speaker).toBeUndefined()
  })

  it('gives a question to whoever asked it', () => {
    const text = 'Asked by Marta Quill if the town “gets” bridges, Otto Brandt left.'
    expect(said(text)).toEqual(['mixed: gets — Marta Quill'])
  })

  it.each([
    'Otto Brandt filed a complaint against Marta Quill claiming she “lied to the whole town” on Monday.',
    'Otto Brandt posted a video of Marta Quill laughing, adding that it was late and saying it was “odd.”',
  ])('gives nobody what others say of him: %s', (text) => {
    const speakers = quotes(text).map(({ speaker }) => speaker?.name)
    expect(new Set(speakers)).toEqual(new Set(['Otto Brandt']))
  })

  it('begins what was asked where it begins, whoever asked', () => {
    const text = 'Otto Brandt was asked by reporters if people who lost their homes would get “help” soon.'
    const [quote] = quotes(text)
    expect(text.slice(quote?.span.start, quote?.span.end)).toBe(
      'if people who lost their homes would get “help” soon',
    )
  })

  it('knows whom a source is named by from what it says', () => {
    const text = 'According to Marta Quill the bridge costs “too much for a town of this size.”'
    expect(said(text)).toEqual(['mixed: too much for a town of this size. — Marta Quill'])
  })

  it.each([
    'The bank fell, following the monthly jobs report.',
    'He was held for long, including a weapons charge.',
    'It will be long, including a parks plan.',
  ])('takes a noun behind a plural for no verb: %s', (text) => {
    const { units } = readText(text)
    expect(units.at(-2)?.tag).toBe('NN')
  })

  it('describes somebody by all nouns of the description', () => {
    const text = 'The former mayor and harbour pilot said the bridge was “a mistake” from the beginning.'
    expect(said(text)).toEqual(['mixed: a mistake — The former mayor and harbour pilot'])
  })

  it('gives what is said according to a source to the source', () => {
    const text =
      'According to the exit polls in Lowell, voters “did not like” the bridge and want a ferry instead.'
    expect(said(text)).toEqual(['mixed: did not like — the exit polls in Lowell'])
  })

  it('knows a name that is also a verb', () => {
    const text =
      'Otto Will wrote about the bridge.\n\nWill described the ferry as a “caricature of a boat.” It is a boat which Will claims “never sailed at all.”'
    expect(said(text).filter((line) => line.startsWith('mixed'))).toEqual([
      'mixed: caricature of a boat. — Otto Will',
      'mixed: never sailed at all. — Otto Will',
    ])
  })

  it('gives a floating sentence the speaker of the quote before', () => {
    const text =
      '“We will build the bridge again,” Otto Brandt said. “It is the heart of the town.” Marta Quill listened.'
    expect(said(text)[1]).toBe('direct: It is the heart of the town. — Otto Brandt')
  })

  it('gives a paragraph that is all quote the speaker of the paragraph before', () => {
    const text =
      '“We will build the bridge again,” Otto Brandt said.\n\n“It is the heart of the town, and we need it.”'
    expect(said(text)[1]).toBe('direct: It is the heart of the town, and we need it. — Otto Brandt')
  })

  it('takes quoted words in reported speech for mixed', () => {
    expect(said('Otto Brandt described the talks as “productive and useful,” but left early.')).toEqual([
      'mixed: productive and useful, — Otto Brandt',
    ])
  })

  it('shows one quoted word with the clause around it', () => {
    const text = 'Marta Quill praised the council’s “constructive” approach on Monday.'
    const [quote] = quotes(text)
    expect(quote?.kind).toBe('mixed')
    expect(text.slice(quote?.span.start, quote?.span.end)).toContain('“constructive” approach')
    expect(quote?.speaker?.name).toBe('Marta Quill')
  })

  it('gives no judgement what another verb reports', () => {
    const texts = quotes('Marta Quill defended the plan whilst promising “details” on Monday.')
    expect(texts.filter(({ kind, span }) => kind === 'mixed' && span.start < 30)).toEqual([])
  })

  it('takes "back" for no verb where it is none', () => {
    const { units } = readText('Marta Quill went back to “the old pier” in 1986.')
    expect(units.filter(({ cue }) => cue !== undefined)).toEqual([])
  })

  it('takes titles of works, nicknames and scare quotes for no statements', () => {
    expect(
      said('Otto “Red” Brandt sang “The Long Way Home” in a bar that its owner runs as a “club.”'),
    ).toEqual([])
  })

  it('is not broken by a nickname in quotation marks', () => {
    expect(
      said('“We will build the bridge again,” said Otto “Red” Brandt. “It is the heart of the town.”')[0],
    ).toContain('direct: We will build the bridge again, — Otto')
  })

  it('keeps the speakers of two people apart', () => {
    const text =
      'Marta Quill and Otto Brandt met on Monday. “We need the bridge,” Quill said.\n\nBrandt disagreed. “We need a ferry,” he said.'
    expect(said(text)).toEqual([
      'direct: We need the bridge, — Marta Quill',
      'direct: We need a ferry, — Otto Brandt',
    ])
  })

  it('tells "he" from "she" by first names', () => {
    const text =
      'Otto Brandt met Marta Quill at the pier.\n\n“We need the bridge,” he said.\n\n“We need a ferry,” she said.'
    expect(said(text)).toEqual([
      'direct: We need the bridge, — Otto Brandt',
      'direct: We need a ferry, — Marta Quill',
    ])
  })

  it('keeps organisations as speakers', () => {
    expect(said('The Harbour Authority said that the ferry would sail on Monday.')).toEqual([
      'indirect: the ferry would sail on Monday — Harbour Authority',
    ])
  })

  it('leaves the speaker out where the text names nobody', () => {
    const [quote] = quotes('“The bridge is closed until further notice.”')
    expect(quote?.speaker).toBeUndefined()
  })

  it('gives the words of the text that name the speaker, and the reporting word', () => {
    const text = 'Marta Quill left. “We need a ferry,” she said.'
    const [quote] = quotes(text)
    expect(text.slice(quote?.speaker?.as.start, quote?.speaker?.as.end)).toBe('she')
    expect(text.slice(quote?.cue?.start, quote?.cue?.end)).toBe('said')
  })

  it('is surer of a plain attribution than of a distant one', () => {
    const [plain] = quotes('“We need a ferry,” Marta Quill said.')
    const distant = quotes(
      'Marta Quill walked past the old mill and met Otto Brandt there.\n\n“We need a ferry.”',
    )
    expect(plain?.confidence).toBeGreaterThan(0.9)
    expect(distant[0]?.confidence ?? 0).toBeLessThan(0.7)
  })

  it('gives the same answer twice', () => {
    const text = '“We need a ferry,” Marta Quill said. Otto Brandt called it a “bad idea” and left.'
    expect(quotes(text)).toEqual(quotes(text))
  })
})
