import type { Span } from '@/lib/domain/anchoring/anchors'
import type { DocumentNode } from '@/lib/domain/rich-text'
import { isTracking, webAddress } from '@/lib/domain/sources'

/** A web address that stands in a text as an address, with no words in its place. */
export interface BareAddress extends Span {
  /** In full, also where the text leaves "https://" out. */
  address: string
}

/** What looks like an address: a scheme, or "www." and a name with a point. */
const written = /(?:https?:\/\/|www\.(?=[^\s.]+\.))[^\s<>“”«»„"]+/giu

/** The addresses in a text, as offsets, without the punctuation of the sentence they stand in. */
export function findAddresses(text: string): BareAddress[] {
  return [...text.matchAll(written)].flatMap(({ 0: found, index }) => {
    const words = withoutSentenceMarks(found)
    const address = /^www\./i.test(words) ? `https://${words}` : words
    if (!webAddress.safeParse(address).success) return []
    return [{ start: index, end: index + words.length, address }]
  })
}

/** The bare addresses in an explanation, in its order, each once. */
export function bareAddressesIn(document: DocumentNode): string[] {
  const found = linesOf(document).flatMap(line => findAddresses(line).map(({ address }) => address))
  return [...new Set(found)]
}

/** An address without the parameters that only follow a reader about; the same where there are none. */
export function withoutTracking(address: string): string {
  if (!webAddress.safeParse(address).success) return address
  const url = new URL(address)
  const followed = [...url.searchParams.keys()].filter(isTracking)
  if (followed.length === 0) return address
  for (const name of followed) url.searchParams.delete(name)
  return url.href
}

/** "archive.example" of "https://www.archive.example/a/b": what to call a page that has no name yet. */
export function siteOf(address: string): string {
  if (!webAddress.safeParse(address).success) return address
  return new URL(address).hostname.replace(/^www\./, '')
}

/** The web addresses that were copied, one to a line or word; none where anything else was copied too. */
export function addressesCopied(text: string): string[] {
  const parts = text.trim().split(/\s+/)
  return parts.every(part => webAddress.safeParse(part).success) ? parts.map(withoutTracking) : []
}

/** Full stops, commas and a bracket that was opened before the address belong to the sentence. */
function withoutSentenceMarks(found: string): string {
  let words = found
  for (let before = ''; before !== words; ) {
    before = words
    words = words.replace(/[.,;:!?…’'*_]+$/u, '')
    for (const [open, close] of ['()', '[]'])
      if (
        open &&
        close &&
        words.endsWith(close) &&
        words.split(close).length > words.split(open).length
      )
        words = words.slice(0, -1)
  }
  return words
}

/** The text of each block of a document. */
function linesOf(node: DocumentNode): string[] {
  const isBlock = node.content?.some(({ text }) => text !== undefined) ?? false
  if (isBlock)
    return (node.content ?? [])
      .map(({ text }) => text ?? '\n')
      .join('')
      .split('\n')
  return (node.content ?? []).flatMap(linesOf)
}
