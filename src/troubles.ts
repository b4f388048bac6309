/**
 * Why a page or feed cannot be read: the ends of English sentences, as they are kept in the archive and in the log. Something
 * in brackets may follow, as a status or a title. Other languages have words for the same ones (see discord/locales).
 */
export const troubles = {
  badUrl: 'that is no web address',
  scheme: 'only http and https addresses are read',
  privateNetwork: 'addresses inside private networks are not read',
  redirects: 'it redirects in a circle or too often',
  tooLarge: 'it is too large',
  badResponse: 'its server sends something that cannot be read',
  gone: 'its publisher has taken it down',
  patience: 'its server asks for patience',
  refused: 'its server refuses to show it',
  nothingThere: 'there is nothing at that address',
  serverFails: 'its server fails',
  timeout: 'its server does not answer in time',
  unknownHost: 'its server is not known (is the address right?)',
  unreachable: 'its server cannot be reached',
  certificate: 'its server has no valid certificate',
  stopped: 'reading was stopped',
  sendsNothing: 'its server sends nothing',
  noWebPage: 'it is no web page',
  pageNotFeed: 'it is a web page, not a feed',
  subscription: 'only its beginning can be read without a subscription',
  listOfArticles: 'it is a list of articles, not an article',
  consent: 'its site asks for consent to cookies first',
  robotCheck: 'its site shows a check against robots instead',
  login: 'its site asks for a login first',
  errorPage: 'it is an error page',
  scripts: 'it shows its text only to browsers that run its scripts',
  noText: 'it has no article text',
}

/** The words for every such reason, in one language. */
export type Troubles = typeof troubles

/** Why a feed was given up that could not be read since a day ("2026-01-31"). */
export function givenUpText(day: string, why: string): string {
  return `${givenUpSince} ${day}: ${why}`
}

/** As `givenUpText`, taken apart; undefined for any other reason. */
export function readGivenUp(reason: string): { readonly day: string; readonly why: string } | undefined {
  if (!reason.startsWith(`${givenUpSince} `)) return undefined
  const [day = '', ...why] = reason.slice(givenUpSince.length + 1).split(': ')
  return { day, why: why.join(': ') }
}

const givenUpSince = 'not readable since'

/** The key of a reason, and what follows it in brackets; undefined for a reason that is none of these. */
export function readTrouble(
  reason: string,
): { readonly key: keyof Troubles; readonly rest: string } | undefined {
  for (const [key, words] of Object.entries(troubles) as [keyof Troubles, string][]) {
    if (reason === words) return { key, rest: '' }
    if (reason.startsWith(`${words} (`)) return { key, rest: reason.slice(words.length) }
  }
  return undefined
}
