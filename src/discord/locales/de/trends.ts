import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number, counted } = speechOf('de')

/** What rose, in German. */
export const trends: Catalogue['trends'] = {
  span: (days) => (days === 1 ? '24 Stunden' : `${number(days)} Tagen`),
  rose: (span) => `Was in den letzten ${span} zugenommen hat`,
  basis: ({ articles, past, pastDays }) =>
    `${counted(articles, 'Artikel', 'Artikel')}, verglichen mit ${number(past)} aus den ${number(pastDays)} Tagen davor`,
  noArticles: 'Aus dieser Zeit gibt es keine Artikel.',
  noPast: 'Zum Vergleichen fehlen mir Artikel aus den Tagen davor.',
  nothingRose: 'Nichts kam deutlich öfter vor als zuvor.',
  people: 'Personen',
  topics: 'Themen',
  counts: ({ articles, all, past, allPast }) =>
    `${number(articles)} von ${number(all)} Artikeln, davor ${number(past)} von ${number(allPast)}`,
  picture: ({ span, pastDays, rows }) =>
    `Balken für den Anteil an den Artikeln jedes Tages in den letzten ${span} und den ${number(pastDays)} Tagen davor: ${rows}`,
  chartBasis: ({ articles, past, pastDays }) =>
    `Anteil an den Artikeln jedes Tages · jetzt ${counted(articles, 'Artikel', 'Artikel')}, ${number(past)} in den ${number(pastDays)} Tagen davor`,
  nowAndBefore: (now, before) => `jetzt ${number(now)} · davor ${number(before)}`,
}
