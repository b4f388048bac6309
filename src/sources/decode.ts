/** Bytes looked at to recognise UTF-16 without a byte order mark; a page of text is plenty. */
const utf16SampleBytes = 4096

/** Share of NULs at one parity that gives UTF-16 away: Latin text has nearly 100 % there, other files hardly any. */
const utf16NulShare = 0.4

/** Bytes at the start of a page in which browsers look for its charset, doubled for pages with long scripts first. */
const charsetSampleBytes = 2048

/** Whole letters for each broken one in nearly valid UTF-8; in another charset hardly any comes out whole. */
const wholePerBroken = 4

/** More control characters than this share is no text. A stray one comes from a bad export and is dropped. */
const maxControlShare = 0.005

/**
 * Turns a file's bytes into text with "\n" line ends and without a byte order mark.
 * Knows UTF-8, UTF-16 (with a mark, or by its NULs) and the charset given; what is none of these is
 * windows-1252, in which every byte means something.
 * @param declared charset label that a page or server gives; ignored if unknown, and if the bytes are valid UTF-8
 * @throws Error "it is not text (binary)" when the result has NULs or many control characters
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const text = decodeAs(bytes, encodingOf(bytes, declared)).replace(/\r\n?|[\u2028\u0085]/g, '\n')
  const clean = text.replace(/[^\P{Cc}\s]/gu, '')
  if (text.includes('\0') || text.length - clean.length > text.length * maxControlShare) {
    throw new Error('it is not text (binary)')
  }
  return clean
}

/** As `decodeText`, for a page: the charset is the one that the server names, else the one its `<meta>` declares. */
export function decodePage(bytes: Uint8Array, charset?: string): string {
  const head = decodeAs(bytes.subarray(0, charsetSampleBytes), 'windows-1252')
  const declared = /<meta\b[^<>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w:-]{1,40})/i.exec(head)?.[1]
  return decodeText(bytes, charset ?? declared)
}

function encodingOf(bytes: Uint8Array, declared: string | undefined): string {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const named = utf16Without(bytes) ?? (isUtf8(bytes) ? 'utf-8' : knownLabel(declared))
  return named ?? (isNearlyUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** UTF-8 that was cut in the middle of a letter, or holds a stray byte: most letters beyond ASCII are right. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = decodeAs(bytes, 'utf-8')
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const beyondAscii = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  return broken * wholePerBroken <= beyondAscii - broken
}

/** UTF-16 by its NULs: ASCII characters have theirs at odd offsets in little endian, at even ones in big endian. */
function utf16Without(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, utf16SampleBytes - (utf16SampleBytes % 2))
  const nuls = [0, 0]
  sample.forEach((byte, offset) => {
    if (byte === 0) nuls[offset % 2] = (nuls[offset % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = nuls.map((count) => count / (sample.length / 2))
  if (odd >= utf16NulShare && even < utf16NulShare / 10) return 'utf-16le'
  if (even >= utf16NulShare && odd < utf16NulShare / 10) return 'utf-16be'
  return undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function knownLabel(label: string | undefined): string | undefined {
  try {
    // A page that says UTF-8 and is not valid UTF-8 is nearly always windows-1252 pasted into a UTF-8 template.
    const encoding = label === undefined ? undefined : new TextDecoder(label).encoding
    return encoding?.startsWith('utf-') ? undefined : encoding
  } catch {
    return undefined
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes)
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, offset) => bytes[offset] === byte)
}
