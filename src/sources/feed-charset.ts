import { gunzipSync } from 'node:zlib'
import { decodeText } from './decode.ts'

/** Bytes in which an XML declaration stands. */
const declarationBytes = 512

/** Share of NULs up to which they are dropped. UTF-16 has nearly half, other than in texts of Chinese characters alone. */
const maxNulShare = 0.01

/** Bytes of a feed that was compressed, when it is no longer; more is refused. Feeds are read up to 10 million. */
const maxInflated = 20_000_000

/**
 * Turns a feed's bytes into text. The byte order mark counts most, then valid UTF-8, then the charset of the HTTP
 * header, then that of the XML declaration; what is none of these is windows-1252. A file that was stored as it came
 * over the line, compressed by gzip, is unpacked.
 * @param header charset that the HTTP header names; a wrong or unknown one does no harm
 * @throws Error "it is not text (binary)", or that it is too large when unpacked
 */
export function decodeFeed(bytes: Uint8Array, header?: string): string {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? inflate(bytes) : bytes
  const wide = utf32(plain)
  return wide === undefined ? decodeBytes(withoutStrayNuls(plain), header) : decodeText(Buffer.from(wide))
}

function decodeBytes(bytes: Uint8Array, header: string | undefined): string {
  const start = Buffer.from(bytes.subarray(0, declarationBytes)).toString('latin1')
  const declared = /<\?xml\b[^<>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']\s{0,9}([\w:.-]{1,40})/i.exec(
    start,
  )?.[1]
  const label = [header, declared].find(isLegacy)
  if (label !== undefined && isSevenBit(label)) return decodeText(Buffer.from(decodeLegacy(bytes, label)))
  return decodeText(bytes, label)
}

/** Whether a label names a charset that is known here and is not a form of Unicode. */
function isLegacy(label: string | undefined): label is string {
  try {
    return label !== undefined && !new TextDecoder(label.trim()).encoding.startsWith('utf-')
  } catch {
    return false
  }
}

/** Charsets that write other letters with the bytes of ASCII, which makes all their texts valid UTF-8. */
function isSevenBit(label: string): boolean {
  return new TextDecoder(label.trim()).encoding === 'iso-2022-jp'
}

function decodeLegacy(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label.trim()).decode(bytes)
}

/** A few NULs, such as pad the end of a buffer, are a publisher's slip; more are UTF-16, or no text. */
function withoutStrayNuls(bytes: Uint8Array): Uint8Array {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isUtf16 || !bytes.includes(0)) return bytes
  const solid = bytes.filter((byte) => byte !== 0)
  return bytes.length - solid.length <= bytes.length * maxNulShare ? solid : bytes
}

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxInflated })
  } catch (cause) {
    throw new Error(`it cannot be unpacked, or is over ${maxInflated} bytes when it is`, { cause })
  }
}

/** UTF-32, which decoders leave out, by its mark or by the "<" that a feed begins with. */
function utf32(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const littleEndian = start === 'fffe0000' || start === '3c000000'
  if (!littleEndian && start !== '0000feff' && start !== '0000003c') return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const characters: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian)
    characters.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')
  }
  return characters.join('')
}
