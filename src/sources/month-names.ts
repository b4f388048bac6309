/** Languages whose names of months feeds use. */
const monthLocales = 'en de fr es it pt nl sv nb da fi pl cs hu ro tr el ru uk'.split(' ')

let monthNames: ReadonlyMap<string, number> | undefined

/**
 * 1–12 for the name of a month in one of the greater European languages, whole or cut to three letters and more,
 * with or without accents; undefined for another word. English goes before other languages.
 */
export function monthOf(word: string): number | undefined {
  const name = folded(word)
  if (name.length < 3) return undefined
  monthNames ??= namesOfMonths()
  return monthNames.get(name) ?? monthNames.get(name.slice(0, 4)) ?? monthNames.get(name.slice(0, 3))
}

/** The first language that uses a name has it: English comes first. */
function namesOfMonths(): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const locale of monthLocales) {
    // With a day beside it, a month has the form that dates use: "января", not "январь".
    const format = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' })
    for (let month = 1; month <= 12; month += 1) {
      const name = folded(
        /\p{L}{3,}[\p{L}\p{M}]*/u.exec(format.format(Date.UTC(2001, month - 1, 15)))?.[0] ?? '',
      )
      for (const form of [name, name.slice(0, 4), name.slice(0, 3)]) {
        if (form.length >= 3 && !names.has(form)) names.set(form, month)
      }
    }
  }
  return names
}

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
