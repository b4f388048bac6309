import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { Viewer } from '../../../src/archive/viewer.ts'
import { entry, type Written } from '../entries.ts'
import { everything, fresh, operator, server } from '../fresh.ts'

/** Names the person in full, then by the surname, and quotes nobody. */
function about(name: string, surname: string, more: Partial<Written> = {}): Written {
  return { id: name, text: `${name} came.`, people: [[name, surname]], ...more }
}

/** Has nothing but the surname. */
const lone: Written = {
  id: 'lone',
  text: '"We stay," said Quell.',
  said: [{ words: '"We stay,"', by: 'Quell' }],
  people: [['Quell']],
}

/** Is quoted by the full name, and called by the surname beside it. */
function spoke(id: string, name: string, more: Partial<Written> = {}, words = '"We stay,"'): Written {
  const said = [{ words, by: name }]
  return { id, text: `"We stay," said ${name}.`, said, people: [[name, 'Quell']], ...more }
}

const fullNames = [
  spoke('first', 'Ada Quell', { publishedAt: 0 }),
  spoke('initial', 'Ada M. Quell', { publishedAt: 1 }),
  spoke('full', 'Ada Quell', { publishedAt: 3 }),
]

const suggested = (archive: Archive, typed: string) => archive.suggestSpeakers(typed, operator, 9)

async function saidBy(archive: Archive, speaker: string, viewer: Viewer = operator) {
  const { rows } = await archive.statements({ viewer, speaker }, everything)
  return rows.map(({ article, speaker }) => `${article.id}: ${speaker?.fullName ?? speaker?.name}`)
}

/** Who is meant by a surname that stands alone. */
export function describePeople(open: () => Promise<Archive>): void {
  it('takes a lone surname for its only bearer', async () => {
    const archive = await fresh(open, about('Ada Quell', 'Quell'), lone)
    expect(await saidBy(archive, 'Ada Quell')).toEqual(['lone: Ada Quell'])
    expect(await saidBy(archive, 'ada')).toEqual([])
    expect(await saidBy(archive, 'quell')).toEqual(['lone: Ada Quell'])
    expect(await archive.suggestSpeakers('', operator, 5)).toEqual(['Ada Quell'])
  })

  it('is one speaker for articles that give the whole name and for those that give the surname', async () => {
    const archive = await fresh(open, ...fullNames, { ...lone, publishedAt: 2 })
    for (const asked of ['Ada Quell', 'ada m. quell', 'quell', 'que']) {
      expect(await saidBy(archive, asked)).toEqual([
        'full: Ada Quell',
        'lone: Ada Quell',
        'initial: Ada M. Quell',
        'first: Ada Quell',
      ])
    }
    for (const typed of ['', 'quell', 'ada']) expect(await suggested(archive, typed)).toEqual(['Ada Quell'])
  })

  it('keeps two speakers of one surname apart', async () => {
    const bo = spoke('bo', 'Bo Quell', { publishedAt: 4, text: '"We go," said Bo Quell.' }, '"We go,"')
    const archive = await fresh(open, ...fullNames, { ...lone, publishedAt: 2 }, bo)
    expect(await saidBy(archive, 'Ada Quell')).toEqual([
      'full: Ada Quell',
      'initial: Ada M. Quell',
      'first: Ada Quell',
    ])
    expect(await saidBy(archive, 'Bo Quell')).toEqual(['bo: Bo Quell'])
    expect(await suggested(archive, 'bo')).toEqual(['Bo Quell'])
    expect(new Set(await suggested(archive, 'quell'))).toEqual(new Set(['Ada Quell', 'Bo Quell', 'Quell']))
  })

  it('takes it for nobody where two bear it', async () => {
    const archive = await fresh(open, about('Ada Quell', 'Quell'), about('Bo Quell', 'Quell'), lone)
    expect(await saidBy(archive, 'Ada Quell')).toEqual([])
    expect(await saidBy(archive, 'quell')).toEqual(['lone: Quell'])
  })

  it('takes it for nobody whom no article calls so', async () => {
    const hall: Written = { id: 'hall', text: 'Quell Hall.', people: [['Old Quell']] }
    expect(await saidBy(await fresh(open, hall, lone), 'Old Quell')).toEqual([])
  })

  it('knows one person by a name with and without initials and second names', async () => {
    const names = ['Ada Quell', 'Ada M. Quell', 'Ada Maria Quell']
    const archive = await fresh(open, ...names.map((name) => about(name, 'Quell')), lone)
    for (const name of names) expect(await saidBy(archive, name)).toHaveLength(name.includes('Maria') ? 0 : 1)
    await archive.keep(entry(about('Ada Marta Quell', 'Quell')))
    expect(await saidBy(archive, 'Ada Quell')).toEqual([])
  })

  it('tells a son from his father', async () => {
    const archive = await fresh(open, about('Cy Quell', 'Quell'), about('Cy Quell Jr.', 'Quell'), lone)
    expect(await saidBy(archive, 'Cy Quell')).toEqual([])
  })

  it('looks for surnames of several words', async () => {
    const archive = await fresh(open, about('Ida van der Moor', 'van der Moor'), {
      ...lone,
      text: '"We stay," said van der Moor.',
      said: [{ words: '"We stay,"', by: 'van der Moor' }],
    })
    expect(await saidBy(archive, 'Ida van der Moor')).toEqual(['lone: Ida van der Moor'])
  })

  it('asks only what the viewer sees', async () => {
    const own = { key: 'feed:own', server: '1' }
    const archive = await fresh(open, about('Ada Quell', 'Quell', { origin: own }), lone)
    expect(await saidBy(archive, 'quell', server('1'))).toEqual(['lone: Ada Quell'])
    expect(await saidBy(archive, 'quell', server('2'))).toEqual(['lone: Quell'])
    expect(await saidBy(archive, 'Ada Quell', server('2'))).toEqual([])
  })

  it('forgets a bearer with the last article that names him', async () => {
    const bo = about('Bo Quell', 'Quell', { origin: { key: 'file:bo' } })
    const archive = await fresh(open, about('Ada Quell', 'Quell'), bo, lone)
    await archive.withdraw('file:bo', 5)
    expect(await saidBy(archive, 'Ada Quell')).toEqual(['lone: Ada Quell'])
  })
}
