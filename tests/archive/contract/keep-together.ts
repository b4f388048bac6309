import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { Entry } from '../../../src/archive/entry.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite.ts'
import { tries } from '../../tries.ts'
import { entry } from '../entries.ts'
import { operator, person, server } from '../fresh.ts'
import { answersTo } from './all-answers.ts'
import { madeArticle, madeWords, originsOf, written } from './made-articles.ts'

const viewers = [operator, person, server('1'), server('2'), server('3')]
const follows = [
  { id: 'f', owner: '1', channel: '11', createdBy: '77', createdAt: 0 },
  { id: 'g', owner: '2', channel: '22', createdBy: '77', createdAt: 0 },
]
const deliveries = follows.map(({ id, channel }) => ({ channel, follows: [id] }))
const claim = { now: 10, leaseUntil: 20, limit: 99 }

/** An article under one of few ids, so that some come again; out of one of two files, or otherwise. */
const arrival = fc.record({
  made: madeArticle,
  place: fc.nat(5),
  path: fc.constantFrom(undefined, undefined, 'one.txt', 'two.txt'),
})
type Arrival = typeof arrival extends fc.Arbitrary<infer One> ? One : never

/** How an archive keeps some entries. */
type Keep = (archive: Archive, entries: readonly Entry[]) => Promise<readonly string[]>

/** What is kept together is as if it had been kept one by one: in the embedded archive, whatever the other is. */
export function describeKeepTogether(
  open: () => Promise<Archive>,
  { runs }: { readonly runs: number },
): void {
  it('keeps many at once as the embedded archive keeps them one by one', async () => {
    const arrivals = fc.array(arrival, { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(arrivals, arrivals, madeWords, async (first, second, asked) => {
        const groups = [first, second].map((group) => group.flatMap(entriesOf))
        const together = await outcomeOf(await open(), groups, asked, (archive, some) =>
          archive.keepAll(some),
        )
        const alone = await outcomeOf(openSqliteArchive(':memory:'), groups, asked, oneByOne)
        expect(together).toEqual(alone)
      }),
      // A counterexample is told as it is found: to make it smaller would take minutes.
      { numRuns: tries(runs), endOnFailure: true },
    )
  })
}

const oneByOne: Keep = async (archive, entries) => {
  const kept: string[] = []
  for (const one of entries) kept.push(await archive.keep(one))
  return kept
}

function entriesOf({ made, place, path }: Arrival): readonly Entry[] {
  if (path === undefined)
    return originsOf(made, place).map((origin) => entry({ ...written(made, place), origin, deliveries }))
  const file = { path, size: 1, modifiedAt: 1, hash: made.title, articleId: `a${place}` }
  return [{ ...entry({ ...written(made, place), origin: { key: `file:${path}` }, deliveries }), file }]
}

/** Keeps the groups one after the other, posting what each caused before the next comes. */
async function outcomeOf(archive: Archive, groups: readonly (readonly Entry[])[], asked: string, keep: Keep) {
  for (const follow of follows) await archive.addFollow(follow)
  const told: unknown[] = []
  for (const group of groups) told.push(await keep(archive, group), await postAll(archive))
  const answers = await Promise.all(viewers.map((viewer) => answersTo(archive, viewer, asked)))
  const files = await archive.files()
  await archive.close()
  return { told, answers, files }
}

async function postAll(archive: Archive) {
  const edits = await archive.claimEdits(claim)
  const posted: unknown[] = []
  for (;;) {
    const due = await archive.claimDeliveries(claim)
    if (due.length === 0) return { edits: edits.map(({ delivery }) => delivery.articleId), posted }
    for (const one of due) {
      await archive.markSending(one, { at: claim.now })
      await archive.settleDelivery(one.id, `message ${posted.length}`)
      posted.push([one.articleId, one.channel, one.follows])
    }
  }
}
