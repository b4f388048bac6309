import ipaddr from 'ipaddr.js'

/** What kinds of addresses are, in words for an operator; ipaddr.js' own name where one is missing here. */
const kindNames: ReadonlyMap<string, string> = new Map([
  ['loopback', 'this machine itself'],
  ['unspecified', 'this machine itself'],
  ['private', 'a private network'],
  ['uniqueLocal', 'a private network'],
  ['linkLocal', 'link-local, where clouds keep their metadata'],
  ['carrierGradeNat', 'a shared network behind a provider'],
  ['multicast', 'multicast'],
  ['broadcast', 'broadcast'],
  ['reserved', 'reserved'],
  ['6to4', 'a 6to4 tunnel'],
  ['teredo', 'a Teredo tunnel'],
])

/**
 * The one public-looking address that is always the inside of somebody's cloud: Azure's host agent
 * (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16).
 */
const azureHostAgent = '168.63.129.16'

/** All addresses of the public Internet lie in it (RFC 4291, section 2.4, and IANA's list of IPv6 address space). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** NAT64's well-known prefix: its last 32 bits are the IPv4 address that is reached (RFC 6052, section 2.1). */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** The form that RFC 4291, section 2.5.5.1 gave up. ipaddr.js takes it for a mapped address, the system does not. */
const ipv4Compatible = /^::\d{1,3}\./

const unassigned = 'not assigned to the public'

/**
 * Says what an address is that does not lie on the public Internet; nothing for one that does. IPv4 addresses inside
 * IPv6 ones (mapped, NAT64) count as what they hold; tunnels that may end inside (6to4, Teredo) are never public.
 * @param address in the form that a resolver gives; anything else is "not an address"
 * @example privateKind('192.168.1.4') // => 'a private network'
 */
export function privateKind(address: string): string | undefined {
  if (ipv4Compatible.test(address)) return unassigned
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return 'not an address'
  const parsed = ipaddr.parse(address)
  return parsed instanceof ipaddr.IPv6 ? kindOfIpv6(parsed) : kindOfIpv4(parsed)
}

function kindOfIpv4(address: ipaddr.IPv4): string | undefined {
  if (address.toString() === azureHostAgent) return 'the inside of a cloud'
  return nameOf(address.range())
}

function kindOfIpv6(address: ipaddr.IPv6): string | undefined {
  if (address.isIPv4MappedAddress() || address.match(nat64)) {
    return kindOfIpv4(new ipaddr.IPv4(address.toByteArray().slice(-4)))
  }
  // Only what is assigned to the public: everything else, such as ::127.0.0.1, ipaddr.js calls unicast too.
  const named = nameOf(address.range())
  return named ?? (address.match(globalUnicast) ? undefined : unassigned)
}

function nameOf(range: string): string | undefined {
  return range === 'unicast' ? undefined : (kindNames.get(range) ?? range)
}
