import type { Catalogue } from '../catalogue.ts'

/** What /settings tells, in French. */
export const settings: Catalogue['settings'] = {
  heading: 'Réglages de ce serveur',
  noNotices: '**Avis** nulle part : seul l’exploitant apprend qu’un flux ou un salon est en panne',
  noticesIn: (channel) => `**Avis** dans ${channel}`,
  timezone: (zone) => `**Fuseau horaire** ${zone} : pour les condensés et les heures de silence`,
  noTimezone: (zone) =>
    `**Fuseau horaire** ${zone}, faute de choix : pour les condensés et les heures de silence`,
  language: (language) => `**Langue** ${language}`,
  noLanguage: (language) => `**Langue** ${language}, comme le dit Discord`,
  answersPrivate: '**Réponses** visibles de qui demande seulement, sauf avec privé:False',
  answersOpen: '**Réponses** visibles de tous, sauf avec privé:True',
}
