/** The two ports below 1024 that belong to the web; the others belong to other services. */
const wellKnownWebPorts: ReadonlySet<number> = new Set([80, 443])

const firstUnprivilegedPort = 1024

/** Ports from 1024 on that browsers refuse, since other protocols listen there (https://fetch.spec.whatwg.org/#port-blocking). */
const portsOfOthers: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10_080,
])

/**
 * Whether a web server may be expected at a port: 80 and 443, and all from 1024 on but those that browsers refuse.
 * Feeds do live on odd high ports; mail, shells and chats must not be talked to by way of a feed's address.
 */
export function isWebPort(port: number): boolean {
  return port < firstUnprivilegedPort ? wellKnownWebPorts.has(port) : !portsOfOthers.has(port)
}
