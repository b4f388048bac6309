import type { Catalogue } from '../catalogue.ts'

/** What /settings tells, in Spanish. */
export const settings: Catalogue['settings'] = {
  heading: 'Ajustes de este servidor',
  noNotices: '**Avisos** en ninguna parte: solo el operador sabe si falla una fuente o un canal',
  noticesIn: (channel) => `**Avisos** en ${channel}`,
  timezone: (zone) => `**Zona horaria** ${zone}: para boletines y horas de silencio`,
  noTimezone: (zone) =>
    `**Zona horaria** ${zone}, porque no hay ninguna elegida: para boletines y horas de silencio`,
  language: (language) => `**Idioma** ${language}`,
  noLanguage: (language) => `**Idioma** ${language}, como dice Discord`,
  answersPrivate: '**Respuestas** solo las ve quien pregunta, salvo con privado:False',
  answersOpen: '**Respuestas** las ven todos, salvo con privado:True',
}
