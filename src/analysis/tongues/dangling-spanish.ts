import type { Dangling } from './dangling.ts'
import { wordList } from './word-list.ts'

/** Third persons, possessives and demonstratives: whom they mean stands before. */
const pointers = wordList(`
  él ella ellos ellas ello esto eso aquello este esta estos estas ese esa esos esas aquel aquella aquellos aquellas su sus suyo suya le les se
  dicho dicha dichos dichas ambos ambas
`)

/** Spanish leaves out who speaks: a sentence that begins with the verb says of whom it tells in the one before. */
const connectives = wordList(`
  pero y e o u ni sino además también asimismo así entonces luego después posteriormente finalmente allí ahí aquí tampoco mientras
  igualmente incluso aunque consecuentemente paralelamente previamente anteriormente
  dijo añadió explicó aseguró señaló indicó afirmó agregó apuntó subrayó destacó recordó insistió declaró reconoció lamentó precisó sostuvo
  manifestó advirtió anunció comentó confirmó pidió criticó reclamó denunció matizó concluyó
`)

const phrase =
  /^(?:sin embargo|no obstante|por (?:eso|ello|esto|lo tanto|tanto|otra parte|otro lado|el contrario|su parte|consiguiente|ejemplo|último)|en (?:cambio|consecuencia|efecto|concreto|este sentido|ese sentido|esta línea|esa línea|tanto)|de hecho|es decir|o sea|mientras tanto|a su vez|al mismo tiempo|a la vez|aun así|pese a (?:ello|eso|esto|todo)|a pesar de (?:ello|eso|esto|todo)|con (?:ello|eso|esto)|tras (?:ello|eso|esto)|de esta (?:forma|manera)|de este modo|de ese modo|según (?:él|ella|ellos|dijo|explicó|añadió)|para (?:él|ella|ellos)|con (?:él|ella|ellos)|lo mismo|lo (?:hizo|dijo|hará|hace|anunció)|los dos|las dos|otro de ellos|uno de ellos|una de ellas|más tarde|acto seguido|poco después|dicho esto)(?!\p{L})/u

const preposition =
  /^(?:en|a|de|con|para|por|tras|desde|sobre|contra|hasta|durante|ante|sin|según|entre|pese a|junto a) (?:este|esta|estos|estas|ese|esa|esos|esas|aquel|aquella|su|sus|dicho|dicha) ?(\p{L}*)/u

/** "Este año" points at the calendar. */
const calendar = wordList(
  'año semana mes mañana tarde noche verano otoño invierno primavera temporada siglo fin lunes martes miércoles jueves viernes sábado domingo',
)

/** How Spanish sentences point back. */
export const spanishDangling: Dangling = {
  pointers,
  connectives,
  calendar,
  phrases: [phrase],
  preposition,
  completed:
    /^(?:así como|además de|después de(?:l)? |luego de|mientras que|aunque \p{L}+ .*,|se (?:espera|prevé) )/u,
  namelessReporter:
    /[»”"],? (?:dijo|añadió|explicó|aseguró|señaló|indicó|afirmó|agregó|apuntó|subrayó|destacó|ha dicho|ha asegurado|ha añadido|ha explicado)(?:[.,]| (?:ella|él)(?!\p{L}))/u,
}
