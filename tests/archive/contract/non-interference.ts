import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { Viewer } from '../../../src/archive/viewer.ts'
import { tries } from '../../tries.ts'
import { entry } from '../entries.ts'
import { person, server } from '../fresh.ts'
import { answersTo } from './all-answers.ts'
import { hidden, type Made, madeArticle, madeWords, originsOf, written } from './made-articles.ts'

const hour = 3_600_000
const others: readonly Viewer[] = [person, server('1'), server('3')]

/** What becomes of an article later: it is changed to another, withdrawn, or brought as it is by a feed that others don't see. */
const change = fc.record({
  place: fc.nat(20),
  kind: fc.constantFrom('edit', 'withdraw', 'also hidden'),
  into: madeArticle,
})
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never

/**
 * Two archives, of which one lacks the articles that one server alone sees, answer all others alike. `runs`: how many pairs are
 * tried; CRIER_TRIES multiplies them.
 */
export function describeNonInterference(
  open: () => Promise<Archive>,
  { runs }: { readonly runs: number },
): void {
  it(
    'answers nobody otherwise because of articles that they do not see',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(madeArticle, { minLength: 2, maxLength: 7 }),
          fc.array(change, { maxLength: 4 }),
          madeWords,
          async (articles, changes, asked) => {
            const seen = await answersOf(open, { articles, changes, asked, isKept: () => true })
            const bare = await answersOf(open, { articles, changes, asked, isKept: (one) => !isHidden(one) })
            expect(seen).toEqual(bare)
          },
        ),
        { numRuns: tries(runs) },
      )
    },
    tries(60_000),
  )
}

const onlyHidden: Pick<Made, 'servers'> = { servers: [hidden] }

interface Run {
  readonly articles: readonly Made[]
  readonly changes: readonly Change[]
  readonly asked: string
  readonly isKept: (article: Pick<Made, 'servers'>) => boolean
}

async function answersOf(open: () => Promise<Archive>, { articles, changes, asked, isKept }: Run) {
  const archive = await open()
  for (const [place, one] of articles.entries()) if (isKept(one)) await write(archive, one, place)
  await changeAll(archive, { articles, changes, asked, isKept })
  const answers = await Promise.all(others.map((viewer) => answersTo(archive, viewer, asked)))
  await archive.close()
  return answers
}

async function changeAll(archive: Archive, { articles, changes, isKept }: Run): Promise<void> {
  const now = [...articles]
  const shared = new Set<number>()
  const gone = new Set<number>()
  for (const { place, kind, into } of changes) {
    const at = place % articles.length
    const one = now[at]
    if (one === undefined || !isKept(one)) continue
    if (kind === 'edit') {
      now[at] = { ...into, servers: one.servers }
      gone.delete(at)
      await write(archive, now[at], at)
    } else if (kind === 'also hidden') {
      // What only some saw may be told anew when others see it too: docs/security.md.
      if (gone.has(at) || one.servers.length > 0) continue
      shared.add(at)
      if (isKept(onlyHidden)) await write(archive, { ...one, servers: [hidden] }, at)
    } else if (!shared.has(at)) {
      gone.add(at)
      await withdraw(archive, one, at)
    }
  }
}

function isHidden({ servers }: Pick<Made, 'servers'>): boolean {
  return servers.length > 0 && servers.every((one) => one === hidden)
}

async function write(archive: Archive, made: Made, place: number): Promise<void> {
  for (const origin of originsOf(made, place)) await archive.keep(entry({ ...written(made, place), origin }))
}

async function withdraw(archive: Archive, made: Made, place: number): Promise<void> {
  for (const { key } of originsOf(made, place)) await archive.withdraw(key, hour)
}
