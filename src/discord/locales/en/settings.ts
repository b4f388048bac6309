/** What /settings tells. */
export const settings = {
  heading: 'Settings of this server',
  noNotices: '**Notices** nowhere: only the operator is told when a feed or channel fails',
  noticesIn: (channel: string): string => `**Notices** in ${channel}`,
  timezone: (zone: string): string => `**Time zone** ${zone}: for digests and quiet hours`,
  noTimezone: (zone: string): string =>
    `**Time zone** ${zone}, since none is chosen: for digests and quiet hours`,
  language: (language: string): string => `**Language** ${language}`,
  noLanguage: (language: string): string => `**Language** ${language}, as Discord says`,
  answersPrivate: '**Answers** shown to the asker alone, unless private:False is asked for',
  answersOpen: '**Answers** shown to all, unless private:True is asked for',
}
