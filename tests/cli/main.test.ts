import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startStandIn } from '../../src/preview/stand-in.ts'
import { crier, makePlace } from './place.ts'

const ferry = {
  id: 'ferry',
  title: 'Ferry sails again',
  publisher: 'The Quay Courier',
  text: 'The ferry sails again on Friday. “We are ready,” said Ilse Brandt, who runs the line.',
  published: '2026-10-01T08:00:00Z',
}

describe.concurrent('crier analyze', () => {
  it('reads a text in its own language, told by its words or by the line', async () => {
    const lines = [
      { id: 'de', text: 'Am 3. Oktober kam die Flut. „Das reicht nicht“, sagte Dr. Kern vom Deichamt.' },
      { id: 'unsaid', text: 'Dr. Kern. Deichamt.', language: 'de' },
    ]
    const { output } = await crier(['analyze'], {
      input: lines.map((line) => JSON.stringify(line)).join('\n'),
    })
    const [german, declared] = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(german).toMatchObject({
      sentences: [
        [0, 27],
        [28, 76],
      ],
      quotes: [],
      people: [],
    })
    expect(declared).toMatchObject({ quotes: [], people: [] })
  })

  it('answers JSON lines with JSON lines in the same order, offsets into the text as given', async () => {
    const lines = [ferry, { id: 2, text: 'No title here. Two sentences.\r\nOne break.' }]
    const { output, code } = await crier(['analyze', '--sentences', '1'], {
      input: lines.map((line) => JSON.stringify(line)).join('\n'),
    })
    const [first, second] = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(0)
    expect(first.id).toBe('ferry')
    expect(first.summary).toHaveLength(1)
    expect(first.sentences[0]).toEqual([0, 32])
    const [quote] = first.quotes
    expect(quote).toMatchObject({
      statement: 0,
      quote: '“We are ready,”',
      kind: 'direct',
      speaker: 'Ilse Brandt',
      cue: 'said',
    })
    expect(ferry.text.slice(quote.start, quote.end)).toBe(quote.quote)
    expect(second.id).toBe(2)
    expect(second.quotes).toEqual([])
  })

  it('tells with --explain who may have said a quote, and why', async () => {
    const { output } = await crier(['analyze', '--explain'], { input: JSON.stringify(ferry) })
    const [quote] = JSON.parse(output).quotes
    expect(quote.explained.candidates[0]).toMatchObject({
      name: 'Ilse Brandt',
      as: expect.stringContaining('Ilse Brandt'),
    })
    expect(quote.explained.reasons).toContain('“said” reports the quote')
    expect(quote.explained.candidates[0].chance).toBeGreaterThan(0.5)
  })

  it('says in plain words why a file cannot be read', async () => {
    const { errors, code } = await crier(['analyze', 'articles', 'nowhere.txt'])
    expect(errors).toContain('Cannot read articles: it is a folder\n')
    expect(errors).toContain('Cannot read nowhere.txt: it does not exist\n')
    expect(code).toBe(1)
  })

  it('names the line that it cannot read, goes on with the rest, and fails in the end', async () => {
    const { output, errors, code } = await crier(['analyze'], {
      input: `{"id":1}\nnonsense\n${JSON.stringify(ferry)}\n`,
    })
    expect(errors).toContain('Cannot read line 1 of the input')
    expect(errors).toContain('text')
    expect(errors).toContain('Cannot read line 2 of the input')
    expect(errors).not.toContain('    at ')
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(1)
  })

  it('reads article files', async () => {
    const { articles, crier: here } = await makePlace()
    const file = join(articles, 'a.md')
    await writeFile(file, '# Ferry\n\nThe ferry sails again on Friday.\n')
    const { output, errors, code } = await here(['analyze', file, join(articles, 'missing.txt')])
    expect(JSON.parse(output)).toMatchObject({ id: file, title: 'Ferry', sentences: [[0, 32]] })
    expect(errors).toContain('missing.txt')
    expect(code).toBe(1)
  })
})

describe.concurrent('crier read', () => {
  it('shows what the bot reads, and the error of what it cannot', async () => {
    const { articles, crier: here } = await makePlace()
    const [good, empty] = [join(articles, 'good.txt'), join(articles, 'empty.txt')]
    await writeFile(
      good,
      'The Courier\n\nFerry sails\n\nIn short.\n\nFerry sails\n\nIt sails on Friday.\n\nSimilar Articles\n',
    )
    await writeFile(empty, '')
    const { output, code } = await here(['read', '--as', 'text', good, empty])
    const [first, second] = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first).toEqual({
      file: good,
      url: null,
      title: 'Ferry sails',
      publisher: 'The Courier',
      author: null,
      published: null,
      standfirst: 'In short.',
      text: 'It sails on Friday.',
    })
    expect(second.error).toContain('the file is empty')
    expect(code).toBe(1)
  })
})

describe.concurrent('crier read --as feed', () => {
  it('gives a feed and its entries, resolves links against --url, and fails on what is none', async () => {
    const { articles, crier: here } = await makePlace()
    const [good, page] = [join(articles, 'quay.xml'), join(articles, 'page.html')]
    const item =
      '<item><title>Eels &amp;amp; elvers</title><link>/eels</link><guid>1</guid><description>They came.</description>'
    const date = '<pubDate>Mon, 12 Oct 2026 14:00:00 +0200</pubDate></item>'
    await writeFile(good, `<rss><channel><title>Quay</title><link>/</link>${item}${date}</channel></rss>`)
    await writeFile(page, '<html><body>Not found</body></html>')
    const { output, code } = await here([
      'read',
      '--as',
      'feed',
      '--url',
      'https://quay.example/feed',
      good,
      page,
    ])
    const [first, second] = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first).toEqual({
      file: good,
      feed: { title: 'Quay', link: 'https://quay.example/', id: null, published: null, updated: null },
      entries: [
        {
          title: 'Eels & elvers',
          link: 'https://quay.example/eels',
          id: '1',
          published: '2026-10-12T12:00:00.000Z',
          updated: null,
          summary: 'They came.',
        },
      ],
    })
    expect(second).toEqual({
      file: page,
      error: 'Cannot read feed https://quay.example/feed: it is a web page, not a feed',
    })
    expect(code).toBe(1)
  })
})

describe.concurrent('the archive from the command line', () => {
  it('takes articles in and answers like the slash commands, as text and as JSON', async () => {
    const { crier: here } = await makePlace()
    const ingested = await here(['ingest', '-'], JSON.stringify(ferry))
    expect(ingested.output).toBe('1 new, 0 updated, 0 unchanged, 0 failed\n')
    expect((await here(['ingest', '-'], JSON.stringify(ferry))).output).toBe(
      '0 new, 0 updated, 1 unchanged, 0 failed\n',
    )
    expect((await here(['latest'])).output).toContain('The Quay Courier · 2026-10-01 08:00 UTC')
    expect((await here(['summary', 'ferry', '--length', 'short'])).output).toContain('Ferry sails again')
    const said = JSON.parse((await here(['whosaid', '--speaker', 'brandt', '--json'])).output)
    expect(said).toMatchObject({
      total: 1,
      rows: [{ pieces: ['“We are ready,”'], speaker: { name: 'Ilse Brandt' } }],
    })
    expect((await here(['whosaid', '--speaker', 'brandt', '--timeline'])).output).toMatch(
      /^Day by day\n1 statement on 1 day\n\n1 October 2026 · 1 statement\n> “We are ready,”/,
    )
    expect((await here(['search', 'friday'])).output).toContain('The ferry sails again on Friday.')
  })

  it('knows a file again however its path is typed', async () => {
    const { articles, crier: here } = await makePlace()
    const file = join(articles, 'a.txt')
    await writeFile(file, 'Ferry sails\n\nThe ferry sails on Friday.\n')
    const paths = [file, join(articles, '..', 'articles', 'a.txt')]
    expect((await here(['ingest', ...paths])).output).toBe('1 new, 0 updated, 1 unchanged, 0 failed\n')
  })

  it('passes over what the folder passes over', async () => {
    const { articles, crier: here } = await makePlace()
    const files = ['README.md', 'a.txt'].map((name) => join(articles, name))
    for (const file of files) await writeFile(file, 'Ferry sails\n\nThe ferry sails on Friday.\n')
    const { code, output, errors } = await here(['ingest', ...files])
    expect([code, output]).toEqual([0, '1 new, 0 updated, 0 unchanged, 0 failed\n'])
    expect(errors).toContain('README.md is passed over')
  })

  it('says that DATA_DIR is a file', async () => {
    const { variables, crier: here } = await makePlace()
    await writeFile(variables.DATA_DIR, '')
    const said = `Cannot open the archive ${join(variables.DATA_DIR, 'crier.db')}: ${variables.DATA_DIR} is a file, not a folder. Check DATA_DIR`
    expect(await here(['ingest', '-'])).toMatchObject({ code: 2, errors: expect.stringContaining(said) })
    expect((await here(['doctor'])).output).toContain(said)
  })

  it('makes no archive only to look something up', async () => {
    const { variables, crier: here } = await makePlace()
    const { code, errors } = await here(['latest'])
    expect(code).toBe(1)
    expect(errors).toContain(`There is no archive at ${join(variables.DATA_DIR, 'crier.db')} yet`)
    expect((await here(['doctor'])).output).toContain('not there yet')
    expect(existsSync(variables.DATA_DIR)).toBe(false)
  })

  it('says in one line what is wrong, with the right exit status', async () => {
    const { crier: here } = await makePlace()
    await here(['ingest', '-'], JSON.stringify(ferry))
    const cases = [
      { args: ['whosaid'], code: 1, says: 'Tell me whom' },
      { args: ['summary', 'nothing'], code: 1, says: 'I keep no article “nothing”' },
      { args: ['latest', '--count', 'many'], code: 2, says: 'Expected a whole number from 1 up.' },
      { args: ['gossip'], code: 2, says: "unknown command 'gossip'" },
      { args: ['read', '--as', 'poem', 'x'], code: 2, says: 'Allowed choices are text, page, feed.' },
      { args: ['search', 'x', '--since', 'soon'], code: 1, says: '“soon” is no time I know' },
    ]
    for (const { args, code, says } of cases) {
      const result = await here(args)
      expect(result).toMatchObject({ code, output: '' })
      expect(result.errors).toContain(says)
      expect(result.errors).not.toContain('    at ')
    }
  })
})

describe.concurrent('crier doctor', () => {
  it('finds everything well, and names what is not', async () => {
    const discord = await startStandIn()
    const { variables } = await makePlace()
    const env = { ...variables, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl }
    const well = await crier(['doctor'], { variables: env })
    expect(well).toMatchObject({ code: 0, errors: '' })
    expect(well.output).toContain('ok   DISCORD_TOKEN belongs to crier')
    const refused = await crier(['doctor'], {
      variables: { ...env, DISCORD_TOKEN: 'wrong', ARTICLES_DIR: '/nowhere' },
    })
    expect(refused.code).toBe(1)
    expect(refused.output).toContain('BAD  DISCORD_TOKEN is refused by Discord')
    expect(refused.output).toContain('BAD  ARTICLES_DIR /nowhere cannot be listed')
    expect(refused.output).not.toContain('wrong')
    await discord.close()
  })
})
