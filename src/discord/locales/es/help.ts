import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { counted } = speechOf('es')

/** /help in Spanish. */
export const help: Catalogue['help'] = {
  heading: 'Crier lee las noticias y responde con las palabras de los propios artículos',
  verbatim: 'Cada frase es literal y enlaza con el lugar donde está. Nada se reescribe.',
  aPublisher: 'un medio',
  aName: 'un nombre',
  aWord: 'una palabra',
  lines: ({ publisher, speaker, topic }) => [
    `**/últimas** qué hay de nuevo · prueba \`/últimas medio:${publisher}\``,
    '**/resumen** qué dice un artículo, también uno de la web · prueba `/resumen longitud:corto`',
    `**/quiéndijo** quién dijo qué · prueba \`/quiéndijo persona:${speaker}\``,
    `**/búsqueda** encontrar un pasaje · prueba \`/búsqueda texto:${topic}\``,
    '**/parecidos** los artículos más parecidos a otro, y por qué',
    '**/tendencias** quién y qué apareció más que antes · prueba `/tendencias periodo:7d`',
    '**Resumir** qué dicen los enlaces de un mensaje: en el menú del mensaje, en Aplicaciones',
    '**/seguimiento** publicar artículos nuevos en un canal (para quienes gestionan el servidor)',
    '**/alertas** los artículos nuevos que te interesan, por mensaje directo',
    '**/ajustes** idioma, zona horaria, avisos y privacidad de un servidor (para quienes lo gestionan)',
    '**/fuentes** añadir la fuente de un sitio, ver cómo está cada una (para quienes gestionan el servidor)',
  ],
  kept: (articles, statements) =>
    `Guardo ${counted(articles, 'artículo', 'artículos')} con ${counted(statements, 'declaración', 'declaraciones')}.`,
}
