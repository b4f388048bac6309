import type { Config } from '../config.ts'
import type { Web } from '../sources/http/web.ts'

/** The network as the bot reads it; loaded only where an address is named. */
export async function openWebFor({ ALLOW_PRIVATE_HOSTS, CONTACT_URL }: Config): Promise<Web> {
  const { openWeb } = await import('../sources/http.ts')
  return openWeb({ allowPrivateHosts: ALLOW_PRIVATE_HOSTS, contactUrl: CONTACT_URL })
}

/** Whether what is named is an address rather than a file. */
export function isAddress(named: string): boolean {
  return /^https?:\/\//i.test(named)
}
