import type { Config } from '../config.ts'
import type { Web } from '../sources/http/web.ts'

/** The network as the bot reads it. Configuration and reader are loaded with the first address, if one comes. */
export function openWebLater(config: () => Config): Web {
  let opened: Promise<Web> | undefined
  return {
    get: async (address, request) => {
      opened ??= openFor(config())
      return (await opened).get(address, request)
    },
    close: async () => (await opened)?.close(),
  }
}

/** Whether what is named is an address rather than a file. */
export function isAddress(named: string): boolean {
  return /^https?:\/\//i.test(named)
}

async function openFor({ ALLOW_PRIVATE_HOSTS, CONTACT_URL }: Config): Promise<Web> {
  const { openWeb } = await import('../sources/http.ts')
  return openWeb({ allowPrivateHosts: ALLOW_PRIVATE_HOSTS, contactUrl: CONTACT_URL })
}
