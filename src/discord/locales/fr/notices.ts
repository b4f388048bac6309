import type { Catalogue } from '../catalogue.ts'
import { names } from './names.ts'

/** What is told to those who manage a server though nobody asked, in French. */
export const notices: Catalogue['notices'] = {
  heading: 'Avis',
  feedGivenUp: ({ feed, why }) =>
    `Le flux « ${feed} » n’est plus lu : ${why}. /${names.feeds} ${names.check} le fait réessayer.`,
  feedFailing: ({ feed, why }) =>
    `Le flux « ${feed} » est illisible : ${why}. De nouveaux essais suivent, de plus en plus espacés.`,
  feedRecovered: ({ feed }) => `Le flux « ${feed} » est de nouveau lisible.`,
  channelClosed: ({ reason }) =>
    `Plus rien n’est publié ici. ${reason} Cela reprendra tout seul dès que je pourrai y publier de nouveau.`,
  channelOpen: 'Je peux de nouveau publier ici, et je le fais.',
}
