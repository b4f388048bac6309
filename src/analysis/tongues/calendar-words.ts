import type { Tongue } from './tongue.ts'
import { wordList } from './word-list.ts'

/** Names of days and months, in lower case. English leaves out "may" and "march", which are more. */
const calendarWords: Readonly<Record<Tongue, ReadonlySet<string>>> = {
  en: wordList(`
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
    november december
  `),
  de: wordList(`
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar jänner februar märz april mai juni juli
    august september oktober november dezember
  `),
  fr: wordList(`
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
    novembre décembre
  `),
  es: wordList(`
    lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
    setiembre octubre noviembre diciembre
  `),
  other: new Set(),
}

/** Whether a lower-case word names a day or a month. */
export function isDayOrMonth(lower: string, tongue: Tongue): boolean {
  return calendarWords[tongue].has(lower)
}
