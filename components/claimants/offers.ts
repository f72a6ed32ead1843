import type { DeskStore } from '@/components/editor/desk-store'
import { type AttributedQuote, attributedQuotes, attributionOf } from '@/lib/document/attributions'
import type { Span } from '@/lib/domain/anchoring/anchors'
import type { AnnotationView } from '@/lib/domain/annotations'
import { type ClaimantOffer, offerClaimants } from '@/lib/domain/claimants/offers'
import { formatPartialDate } from '@/lib/domain/dates'
import type { DeskHead } from '@/lib/domain/desk'

/** Five: as many as fit in two lines beside the text. */
const offerLimit = 5

/**
 * Who may have made the claim that rests on `spans`, the likeliest first: whom the text names, then the
 * claimants of other notes here, then the article itself.
 */
export function claimantOffersFor(
  store: DeskStore,
  noteId: string,
  spans: readonly Span[],
): ClaimantOffer[] {
  const { text, desk } = store
  const { language, publisher } = desk.article
  const quotes = quotesOf(desk)
  const named = spans.flatMap(span =>
    offerClaimants(text.text, span, language, attributionOf(quotes, span)),
  )
  const others = earlierClaimants(store.get().notes.filter(({ id }) => id !== noteId))
  return distinct([...named, ...others.slice(0, 3), { name: publisher, role: '' }]).slice(
    0,
    offerLimit,
  )
}

/** "as reported in Coast Post, 3 March 2026". */
export function placeOffer({ publisher, publishedOn }: DeskHead['article']): string {
  return [`as reported in ${publisher}`, formatPartialDate(publishedOn)].filter(Boolean).join(', ')
}

const quotes = new WeakMap<DeskHead, AttributedQuote[]>()

function quotesOf(desk: DeskHead): AttributedQuote[] {
  const known = quotes.get(desk) ?? attributedQuotes(desk.revision.document)
  quotes.set(desk, known)
  return known
}

/** Claimants of these notes, the most frequent first. */
function earlierClaimants(notes: readonly AnnotationView[]): ClaimantOffer[] {
  const counts = new Map<string, { offer: ClaimantOffer; count: number }>()
  for (const { content } of notes) {
    const { name, role } = content.claimant
    if (name === '') continue
    const key = `${name}\n${role}`
    const count = (counts.get(key)?.count ?? 0) + 1
    counts.set(key, { offer: { name, role }, count })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ offer }) => offer)
}

/** Each name once. An earlier note may know the office that the text does not tell. */
function distinct(offers: readonly ClaimantOffer[]): ClaimantOffer[] {
  return offers.flatMap(({ name, role }, at) => {
    const same = offers.filter(each => each.name === name)
    const isFirst = offers.findIndex(each => each.name === name) === at
    return isFirst && name !== ''
      ? [{ name, role: role || (same.find(each => each.role)?.role ?? '') }]
      : []
  })
}
