import { InvalidArgumentError } from 'commander'

/** A whole number from 1 up, or a usage error naming what was typed. */
export function atLeastOne(typed: string): number {
  if (!/^[1-9]\d{0,5}$/.test(typed)) throw new InvalidArgumentError('Expected a whole number from 1 up.')
  return Number(typed)
}
