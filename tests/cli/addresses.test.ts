import { describe, expect, it } from 'vitest'
import { openNewsSite, rss, sends } from '../newsroom/news-site.ts'
import { page, paragraphs } from '../newsroom/pages.ts'
import { crier, makePlace } from './place.ts'

/** A publisher's server for one test, and a place whose command line may reach it. */
async function makeSite() {
  const [site, place] = [await openNewsSite(), await makePlace()]
  const variables = { ...place.variables, ALLOW_PRIVATE_HOSTS: '127.0.0.1' }
  site.pages.set(
    '/ferry',
    sends(() => page({ title: 'Ferry sails again' }), 'text/html'),
  )
  return {
    site,
    crier: (args: readonly string[]) => crier(args, { variables }),
    shut: place.crier,
    [Symbol.asyncDispose]: site.close,
  }
}

function linesOf(output: string) {
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe.concurrent('crier read with addresses', () => {
  it('gives a page, and the reason for each that cannot be read', async () => {
    await using stage = await makeSite()
    const { site, crier } = stage
    site.pages.set(
      '/chart.png',
      sends(() => 'x', 'image/png'),
    )
    const addresses = ['/ferry', '/gone?key=hunter2', '/chart.png'].map((path) => site.origin + path)
    const { output, errors, code } = await crier(['read', '--as', 'page', ...addresses])
    const [good, gone, picture] = linesOf(output)
    expect(good).toMatchObject({
      file: addresses[0],
      url: addresses[0],
      title: 'Ferry sails again',
      publisher: 'The Quay Courier',
      text: paragraphs.join('\n\n'),
    })
    expect(gone.error).toContain(`Cannot read ${site.origin}/gone?key=…: `)
    expect(picture.error).toBe(`Cannot read page ${addresses[2]}: it is no web page (image/png)`)
    expect({ errors, code }).toEqual({ errors: '', code: 1 })
  })

  it('gives a feed with its links resolved against where it was found, and a text file by its ending', async () => {
    await using stage = await makeSite()
    const { site, crier } = stage
    site.pages.set(
      '/news/feed',
      sends(() => rss('Quay', [{ title: 'Eels came', guid: '1', link: '/eels' }])),
    )
    site.pages.set(
      '/eels.txt',
      sends(() => 'Eels came\n\nThey came on Friday.\n', 'text/plain'),
    )
    const [feed] = linesOf((await crier(['read', '--as', 'feed', `${site.origin}/news/feed`])).output)
    expect(feed).toMatchObject({
      file: `${site.origin}/news/feed`,
      feed: { title: 'Quay' },
      entries: [{ title: 'Eels came', link: `${site.origin}/eels`, id: '1' }],
    })
    const [text] = linesOf((await crier(['read', '--as', 'text', `${site.origin}/eels.txt`])).output)
    expect(text).toMatchObject({ title: 'Eels came', text: 'They came on Friday.' })
  })

  it('reaches no private host that is not allowed', async () => {
    await using stage = await makeSite()
    const { site, shut } = stage
    const { output, code } = await shut(['read', '--as', 'page', `${site.origin}/ferry`])
    expect(linesOf(output)[0].error).toContain('ALLOW_PRIVATE_HOSTS')
    expect(code).toBe(1)
    expect(site.asked).toEqual([])
  })
})

describe.concurrent('crier ingest with addresses', () => {
  it('keeps pages, each once however it is linked, and goes on after one that cannot be read', async () => {
    await using stage = await makeSite()
    const { site, crier } = stage
    const links = [`${site.origin}/gone`, `${site.origin}/ferry`, `${site.origin}/ferry#top`]
    const { output, errors, code } = await crier(['ingest', ...links])
    expect(output).toBe('1 new, 0 updated, 1 unchanged, 1 failed\n')
    expect(errors).toContain(`crier ingest: Cannot read ${site.origin}/gone: `)
    expect(code).toBe(1)
    const said = JSON.parse((await crier(['whosaid', '--speaker', 'ferrante', '--json'])).output)
    expect(said.rows[0].article).toMatchObject({ title: 'Ferry sails again', url: `${site.origin}/ferry` })
  })
})

describe.concurrent('crier summary with an address', () => {
  it('reads the page, keeping nothing, also where there is no archive yet', async () => {
    await using stage = await makeSite()
    const { site, crier } = stage
    const { output, code } = await crier(['summary', `${site.origin}/ferry`, '--length', 'short'])
    expect(output).toContain('Ferry sails again')
    expect(paragraphs.filter((sentence) => output.includes(sentence))).toHaveLength(1)
    expect(code).toBe(0)
    expect((await crier(['latest'])).errors).toContain('There is no archive')
  })

  it('takes the archive’s own article without asking for the page', async () => {
    await using stage = await makeSite()
    const { site, crier } = stage
    await crier(['ingest', `${site.origin}/ferry`])
    const { output } = await crier(['summary', `${site.origin}/ferry?utm_source=mail`])
    expect(output).toContain('Ferry sails again')
    expect(site.asked).toEqual(['/ferry'])
  })

  it('says in one line why a page cannot be read', async () => {
    await using stage = await makeSite()
    const { site, crier } = stage
    const { output, errors, code } = await crier(['summary', `${site.origin}/gone`])
    expect(errors).toMatch(/^crier: Cannot read http:.*\/gone: .*404.*\n$/)
    expect({ output, code }).toEqual({ output: '', code: 1 })
  })
})
