type AbsentKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T]

/** `T` with every key that may be undefined made optional instead. */
export type Present<T> = Omit<T, AbsentKeys<T>> & { [K in AbsentKeys<T>]?: Exclude<T[K], undefined> }

/**
 * The same record without the keys whose value is undefined: absent things have no key at all, so that
 * records compare and print alike wherever they come from.
 * @example dropAbsent({ id: 'a', url: undefined })  // => { id: 'a' }
 */
export function dropAbsent<T extends object>(record: T): Present<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Present<T>
}
