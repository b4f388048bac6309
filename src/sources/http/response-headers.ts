import type { IncomingHttpHeaders } from 'node:http'
import { MIMEType } from 'node:util'
import { readHttpDate } from './http-date.ts'

/** The most that a number of seconds in a header counts for (RFC 9111, section 1.2.2). */
const maxSeconds = 2 ** 31

/** What can be sent back as it came: visible characters of Latin-1 and spaces, no longer than any real validator. */
const sendable = /^[\x20-\x7e\xa0-\xff]{1,1024}$/

/** What a server says about when to ask again, and with what. */
export interface Freshness {
  /** To be sent back as they stand with the next request. */
  readonly etag?: string
  readonly lastModified?: string
  /** Milliseconds for which the server expects no change: Cache-Control's max-age less Age, else Expires. */
  readonly freshForMs?: number
}

/** What a server says a body is. */
export interface BodyKind {
  /** The media type in small letters, without parameters. Absent if there is none or it is malformed. */
  readonly contentType?: string
  /** The charset label as the server gives it: may be wrong, or unknown to everybody. */
  readonly charset?: string
}

/** A header's value; one that came several times as a list, as RFC 9110, section 5.3 allows. Empty if absent. */
export function headerText(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : (value ?? '')
}

/** Whether a text can be sent as a header without becoming another one. */
export function isSendable(text: string | undefined): text is string {
  return text !== undefined && sendable.test(text)
}

/** @param now epoch milliseconds, for servers that send no Date */
export function readFreshness(headers: IncomingHttpHeaders, now: number): Freshness {
  const [etag, lastModified] = [headerText(headers, 'etag'), headerText(headers, 'last-modified')]
  const freshForMs = freshTime(headers, now)
  return {
    ...(isSendable(etag) ? { etag } : {}),
    ...(isSendable(lastModified) ? { lastModified } : {}),
    ...(freshForMs === undefined ? {} : { freshForMs }),
  }
}

/** Reads Content-Type. */
export function readBodyKind(headers: IncomingHttpHeaders): BodyKind {
  try {
    const type = new MIMEType(headerText(headers, 'content-type'))
    const charset = type.params.get('charset')
    return { contentType: type.essence, ...(charset === null ? {} : { charset }) }
  } catch {
    return {}
  }
}

/**
 * Milliseconds that a Retry-After asks for, in either of its forms; 0 for a time that is past.
 * @param now epoch milliseconds; nothing if the header is absent or malformed
 */
export function readRetryAfter(headers: IncomingHttpHeaders, now: number): number | undefined {
  const value = headerText(headers, 'retry-after').trim()
  const seconds = readSeconds(value)
  if (seconds !== undefined) return seconds * 1000
  const time = readHttpDate(value)
  return time === undefined ? undefined : Math.max(0, time - now)
}

function freshTime(headers: IncomingHttpHeaders, now: number): number | undefined {
  const maxAge = maxAgeOf(headerText(headers, 'cache-control'))
  const age = readSeconds(headerText(headers, 'age')) ?? 0
  if (maxAge !== undefined) return Math.max(0, maxAge - age) * 1000
  const expires = readHttpDate(headerText(headers, 'expires'))
  const sent = readHttpDate(headerText(headers, 'date')) ?? now
  return expires === undefined ? undefined : Math.max(0, expires - sent)
}

function maxAgeOf(cacheControl: string): number | undefined {
  const directives = cacheControl.split(',').map((directive) => directive.trim().toLowerCase())
  const maxAge = directives.find((directive) => directive.startsWith('max-age='))?.slice('max-age='.length)
  return maxAge === undefined ? undefined : readSeconds(maxAge.replaceAll('"', ''))
}

function readSeconds(text: string): number | undefined {
  return /^\d{1,20}$/.test(text) ? Math.min(Number(text), maxSeconds) : undefined
}
