/** Hours east of Greenwich of the zones that feeds name. Of namesakes, the one that more feeds mean. */
const zones: ReadonlyMap<string, number> = new Map(
  [
    'z 0, gmt 0, ut 0, utc 0, wet 0, west 1, bst 1, cet 1, met 1, mez 1, cest 2, mest 2, mesz 2, eet 2, eest 3, msk 3',
    'est -5, edt -4, et -5, cst -6, cdt -5, ct -6, mst -7, mdt -6, mt -7, pst -8, pdt -7, pt -8, akst -9, akdt -8',
    'hst -10, ast -4, adt -3, nst -3.5, ndt -2.5, brt -3, art -3, sast 2, ist 5.5, pkt 5, ict 7, wib 7, sgt 8',
    'hkt 8, pht 8, awst 8, jst 9, kst 9, acst 9.5, aest 10, aedt 11, nzst 12, nzdt 13',
  ]
    .flatMap((line) => line.split(', '))
    .map((zone): [string, number] => [zone.split(' ')[0] ?? '', Number(zone.split(' ')[1])]),
)

/**
 * The zone that a text begins with ("+0200", "GMT+2", "EST", "(CET)"), in minutes east of Greenwich, and what follows
 * it. Zero minutes for a zone that nobody knows, which stays in `rest`.
 */
export function readZone(after: string): { readonly minutes: number; readonly rest: string } {
  const [, sign, digits = '', colonMinutes, rest] =
    /^(?:GMT|UTC?|Z)? ?([+\-\u2212]) ?(\d{1,4})(?::(\d\d))?(?!\d)(.*)$/i.exec(after) ?? []
  if (sign !== undefined) {
    const short = digits.length <= 2
    const hours = Number(short ? digits : digits.slice(0, -2))
    const minutes = Number(colonMinutes ?? (short ? 0 : digits.slice(-2)))
    return { minutes: (sign === '+' ? 1 : -1) * (hours * 60 + minutes), rest: rest ?? '' }
  }
  const [named = '', name = ''] = /^\(?([a-z]{1,5})\b\)?/i.exec(after) ?? []
  const hours = zones.get(name.toLowerCase())
  return hours === undefined
    ? { minutes: 0, rest: after }
    : { minutes: hours * 60, rest: after.slice(named.length) }
}
