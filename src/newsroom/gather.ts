import { setTimeout as delay } from 'node:timers/promises'

/** How long what came first waits for more. The machine's own time: nothing that is told depends on it. */
export interface GatherOptions {
  /** Items handed on together at most. */
  readonly most: number
  /** Milliseconds; what comes alone is late by so much. */
  readonly withinMs: number
}

/**
 * Gathers what comes one after the other into lists, in order: many articles are kept at a third of the cost of each. The item
 * after those that are handed on has been asked for already; where it fails, that is told when it is wanted. The source is
 * told when no more is wanted.
 */
export async function* gather<Item>(
  source: AsyncIterable<Item>,
  options: GatherOptions,
): AsyncGenerator<readonly Item[]> {
  const iterator = source[Symbol.asyncIterator]()
  try {
    yield* gatherFrom(iterator, options)
  } finally {
    // Not waited for: what it is about to give may be long in coming.
    iterator.return?.().catch(() => undefined)
  }
}

async function* gatherFrom<Item>(
  iterator: AsyncIterator<Item>,
  { most, withinMs }: GatherOptions,
): AsyncGenerator<readonly Item[]> {
  const ask = (): Promise<IteratorResult<Item>> => {
    const asked = iterator.next()
    asked.catch(() => undefined)
    return asked
  }
  let next = ask()
  for (let first = await next; !first.done; first = await next) {
    const gathered = [first.value]
    next = ask()
    const enough = new AbortController()
    const late = delay(withinMs, undefined, { signal: enough.signal }).catch(() => undefined)
    while (gathered.length < most) {
      const more = await Promise.race([next, late])
      if (!more || more.done) break
      gathered.push(more.value)
      next = ask()
    }
    enough.abort()
    yield gathered
  }
}
