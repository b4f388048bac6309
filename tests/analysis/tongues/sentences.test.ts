import { describe, expect, it } from 'vitest'
import { findSentences } from '../../../src/analysis/sentences.ts'
import type { Tongue } from '../../../src/analysis/tongues/tongue.ts'

describe('findSentences in other languages', () => {
  it.each<[Tongue, string]>([
    ['de', 'Am 3. Oktober tritt sie an. | Der 2. Versuch gelang.'],
    ['de', 'Das gilt z. B. für Kräne, d. h. für alle. | Dr. Kern kommt.'],
    ['de', 'Es kamen ca. 3 Mio. Gäste usw. in die Str. am Markt. | Die Stadt zahlt.'],
    ['de', 'Er wohnt in der Hauptstr. 5. | Die Miete stieg um 3,5 Prozent.'],
    [
      'de',
      'Papst Leo XIV. empfing den 1. FC Köln in der Nr. 12 am Platz. | Das war 2024. | Danach nie wieder.',
    ],
    ['de', 'Karl V. Müller blieb bis 1962. | Dann ging er.'],
    ['de', '„Wirklich?“, fragte sie. | „Ja.“ | Er ging.'],
    ['de', '»Wir kommen.« | Sie blieben.'],
    ['fr', 'M. Roux et Mme Le Goff arrivent. | Le Dr. Petit aussi.'],
    ['fr', '« Vraiment ? » demande-t-elle. | « Oui. » | Il part.'],
    ['fr', 'Louis XIV. | Le roi régna longtemps, selon l’art. 5, le Dr Martin, etc. | Les élus ont voté.'],
    ['fr', 'Le port, av. de la Marine, ferme à 21 h 30. | Pourquoi ? | Personne ne sait.'],
    ['es', 'El Sr. Ortega viaja a EE. UU. en mayo. | ¿Por qué? | ¡Nadie lo sabe!'],
    ['es', 'Vive en el núm. 12 de la Avda. Mayor. | La Dra. Ruiz lo confirma.'],
    [
      'es',
      'La empresa Pérez S. A. quebró a las 10 a. m. de ayer. | Felipe VI la visitó. | Viajó a EE. UU. | El rey no.',
    ],
    ['es', '«No lo sé». | La alcaldesa calló.'],
  ])('%s: %s', (tongue, marked) => {
    const text = marked.replaceAll(' | ', ' ')
    const found = findSentences(text, tongue).map(({ start, end }) => text.slice(start, end))
    expect(found).toEqual(marked.split(' | '))
  })
})
