import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { privateKind } from '../../../src/sources/http/address-kind.ts'

describe('privateKind', () => {
  it.each([
    ['1.1.1.1'],
    ['93.184.215.14'],
    ['172.15.255.255'],
    ['172.32.0.0'],
    ['100.63.255.255'],
    ['100.128.0.0'],
    ['223.255.255.254'],
    ['2606:4700:4700::1111'],
    ['2a00:1450:4001:80b::200e'],
    ['::ffff:1.1.1.1'],
    ['64:ff9b::1.1.1.1'],
  ])('has nothing against a public address: %s', (address) => {
    expect(privateKind(address)).toBeUndefined()
  })

  it.each([
    ['0.1.2.3', 'this machine itself'],
    ['127.255.255.254', 'this machine itself'],
    ['10.255.255.255', 'a private network'],
    ['172.16.0.0', 'a private network'],
    ['192.168.255.255', 'a private network'],
    ['169.254.169.254', 'link-local, where clouds keep their metadata'],
    ['100.64.0.0', 'a shared network behind a provider'],
    ['168.63.129.16', 'the inside of a cloud'],
    ['192.0.0.192', 'reserved'],
    ['192.0.2.1', 'reserved'],
    ['198.18.0.1', 'reserved'],
    ['198.51.100.1', 'reserved'],
    ['203.0.113.1', 'reserved'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['224.0.0.251', 'multicast'],
    ['::', 'this machine itself'],
    ['::1', 'this machine itself'],
    ['fc00::1', 'a private network'],
    ['fdff::1', 'a private network'],
    ['fe80::1%eth0', 'link-local, where clouds keep their metadata'],
    ['::10.0.0.1', 'not assigned to the public'],
    ['2001:db8::1', 'reserved'],
    ['2001::1', 'a Teredo tunnel'],
    ['2002:a00:1::1', 'a 6to4 tunnel'],
    ['', 'not an address'],
    ['localhost', 'not an address'],
    ['0x7f.1', 'not an address'],
    ['0177.0.0.1', 'not an address'],
    ['1.1.1.1.', 'not an address'],
  ])('says what another one is: %s', (address, kind) => {
    expect(privateKind(address)).toBe(kind)
  })

  it('takes an IPv4 address inside an IPv6 one for what it is', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom('::ffff:', '64:ff9b::'), (address, prefix) => {
        expect(privateKind(`${prefix}${address}`)).toBe(privateKind(address))
      }),
    )
  })

  it('lets no IPv6 address pass that lies outside of 2000::/3 and holds no IPv4 one', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const passes = privateKind(address) === undefined
        const isPublic = /^(2|3)[0-9a-f]{3}:/i.test(address) || /^(::ffff:|64:ff9b::)/i.test(address)
        expect(!passes || isPublic).toBe(true)
      }),
    )
  })
})
