/** Quotes ask for what stands near them, so that what was asked so many indexes ago is not asked again. */
const kept = 256

/**
 * Remembers what was made for the last indexes of a row, each 0 or more; what was made long before is made again if it
 * is asked for. `make` must give the same each time.
 */
export function recently<T>(make: (index: number) => T): (index: number) => T {
  const indexes = new Int32Array(kept).fill(-1)
  const values: T[] = []
  return (index) => {
    const place = index % kept
    if (indexes[place] !== index) {
      values[place] = make(index)
      indexes[place] = index
    }
    return values[place] as T
  }
}
