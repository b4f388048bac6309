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
 * after those that are handed on has been asked for already.
 */
export async function* gather<Item>(
  source: AsyncIterable<Item>,
  { most, withinMs }: GatherOptions,
): AsyncGenerator<readonly Item[]> {
  const iterator = source[Symbol.asyncIterator]()
  let next = iterator.next()
  for (let first = await next; !first.done; first = await next) {
    const gathered = [first.value]
    next = iterator.next()
    const enough = new AbortController()
    const late = delay(withinMs, undefined, { signal: enough.signal }).catch(() => undefined)
    while (gathered.length < most) {
      const more = await Promise.race([next, late])
      if (!more || more.done) break
      gathered.push(more.value)
      next = iterator.next()
    }
    enough.abort()
    yield gathered
  }
}
