import type { Catalogue } from '../catalogue.ts'
import { names } from './names.ts'

/** What is told to those who manage a server though nobody asked, in Spanish. */
export const notices: Catalogue['notices'] = {
  heading: 'Aviso',
  feedGivenUp: ({ feed, why }) =>
    `La fuente «${feed}» ya no se lee: ${why}. Con /${names.feeds} ${names.check} se vuelve a intentar.`,
  feedFailing: ({ feed, why }) =>
    `La fuente «${feed}» no se puede leer: ${why}. Se vuelve a intentar, cada vez más espaciado.`,
  feedRecovered: ({ feed }) => `La fuente «${feed}» se puede leer de nuevo.`,
  channelClosed: ({ reason }) =>
    `Aquí ya no se publica nada. ${reason} Se reanudará solo en cuanto pueda volver a publicar allí.`,
  channelOpen: 'Puedo volver a publicar aquí, y lo hago.',
}
