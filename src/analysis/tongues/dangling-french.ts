import type { Dangling } from './dangling.ts'
import { wordList } from './word-list.ts'

/** Third persons, possessives and demonstratives: whom they mean stands before. */
const pointers = wordList(`
  il elle ils elles celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci ce cela ça ceci cet cette ces lui eux son sa ses leur leurs y
  dernier
`)

const connectives = wordList(`
  mais et ou or donc car ni cependant pourtant toutefois néanmoins ainsi alors ensuite puis enfin aussi également d'ailleurs finalement
  là ici autrement sinon inversement parallèlement résultat conséquence idem certes désormais auparavant entretemps dès-lors surtout
`)

const phrase =
  /^(?:par ailleurs|en outre|de plus|de même|en effet|en revanche|au contraire|du coup|par conséquent|par exemple|en conséquence|c['’]est|c['’]était|c['’]en|ce (?:sont|n['’]est|qui|que)|d['’](?:autre part|un autre côté|ailleurs|autant)|de son côté|de leur côté|pour sa part|pour leur part|quant à (?:lui|elle|eux)|l['’](?:un|une) d['’](?:eux|elles|entre)|(?:les|ces|tous|toutes) (?:deux|autres|derniers|dernières)|ce dernier|cette dernière|à l['’]inverse|à son tour|dans le même temps|au même moment|en même temps|pendant ce temps|entre[- ]temps|dès lors|peu après|malgré tout|c['’]est[- ]à[- ]dire|autrement dit|en d['’]autres termes|sans compter|à cela|même si|selon (?:lui|elle|eux)|d['’]après (?:lui|elle|eux)|pour (?:lui|elle|eux)|avec (?:lui|elle|eux)|chez (?:lui|elle|eux)|l['’](?:intéressée?|autre)|plusieurs d['’]entre|la plupart d['’]entre|certains d['’]entre|aucun d['’]entre)(?!\p{L})/u

const preposition =
  /^(?:dans|à|de|pour|avec|sur|après|avant|depuis|malgré|selon|par|contre|sans|face à|grâce à|lors de|pendant|durant|outre) (?:ce|cet|cette|ces|cela|celui|celle|ceux|celles|son|sa|ses|leur|leurs) ?(\p{L}*)/u

/** "Cette année" points at the calendar. */
const calendar = wordList(
  'année semaine mois matin soir nuit été automne hiver printemps saison siècle week-end weekend lundi mardi mercredi jeudi vendredi samedi dimanche après',
)

/** How French sentences point back. */
export const frenchDangling: Dangling = {
  pointers,
  connectives,
  calendar,
  phrases: [phrase],
  preposition,
  completed: /^(?:il y a |ou bien|ici même|ainsi que|car il)/u,
  namelessReporter: /-(?:t-)?(?:il|elle|ils|elles|on)(?!\p{L})|[»”"],? selon (?:lui|elle|eux)/u,
}
