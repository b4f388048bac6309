import packageJson from '../../../package.json' with { type: 'json' }

/**
 * Who asks, so that publishers can tell and reach the operator.
 * @example userAgent('https://news.example/bot') // => 'Crier/1.0.0 (+https://news.example/bot)'
 */
export function userAgent(contactUrl: string | undefined): string {
  const name = `Crier/${packageJson.version}`
  // The parsed form: an address may be written with letters that no header can carry.
  return contactUrl === undefined ? name : `${name} (+${new URL(contactUrl).href})`
}
