'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { DateField } from '@/components/annotations/date-field'
import { LineField } from '@/components/annotations/line-field'
import { type Offer, OfferChips } from '@/components/claimants/offer-chips'
import { claimantOffersFor, placeOffer } from '@/components/claimants/offers'
import { useStore } from '@/components/editor/desk-context'
import type { Span } from '@/lib/domain/anchoring/anchors'
import type { Claimant } from '@/lib/domain/annotations'
import { formatPartialDate } from '@/lib/domain/dates'

/** Who said it, as what, when and where. What the article tells of it is offered under empty fields. */
export function ClaimantFields({
  noteId,
  spans,
  claimant,
  faultAt,
  onChange,
}: {
  noteId: string
  /** The words that the claim rests on. */
  spans: readonly Span[]
  claimant: Claimant
  faultAt: (key: keyof Claimant) => string | undefined
  onChange: (claimant: Claimant) => void
}) {
  const frame = useRef<HTMLFieldSetElement>(null)
  const [isDismissed, setDismissed] = useState(false)
  const { article } = useStore().desk
  const fill = (change: Partial<Claimant>, next: keyof Claimant) => {
    onChange({ ...claimant, ...change })
    // The chips go with the press; the focus goes on to the field that follows.
    frame.current?.querySelector<HTMLInputElement>(`[name="${next}"]`)?.focus()
  }
  const people = useClaimantOffers(noteId, spans, claimant.name === '' && !isDismissed).map(
    ({ name, role }): Offer => ({
      words: [name, role].filter(Boolean).join(', '),
      take: () => fill({ name, ...(role && { role }) }, role || claimant.role ? 'saidOn' : 'role'),
    }),
  )
  const dates: Offer[] = [
    {
      words: formatPartialDate(article.publishedOn),
      take: () => fill({ saidOn: article.publishedOn }, 'saidWhere'),
    },
  ].filter(({ words }) => words !== '' && claimant.saidOn === '')
  const places: Offer[] = [
    {
      words: placeOffer(article),
      take: () => fill({ saidWhere: placeOffer(article) }, 'saidWhere'),
    },
  ].filter(() => claimant.saidWhere === '')
  const field = (key: keyof Claimant, offers: readonly Offer[]) => ({
    name: key,
    value: claimant[key],
    fault: faultAt(key),
    autoComplete: 'off',
    onChange: (value: string) => onChange({ ...claimant, [key]: value }),
    onKeyDown: (event: KeyboardEvent) => takeFirst(event, claimant[key], offers),
  })
  return (
    <fieldset className="f claimant" ref={frame}>
      <legend className="sr">Claimant</legend>
      <LineField label="Who said it" {...field('name', people)} />
      <OfferChips
        label="Who may have said it"
        offers={people}
        onDismiss={() => setDismissed(true)}
      />
      <LineField label="Office or role" {...field('role', [])} />
      <div>
        <DateField label="When" {...field('saidOn', dates)} />
        <OfferChips label="The article’s date" offers={dates} />
      </div>
      <div>
        <LineField label="Where" {...field('saidWhere', places)} />
        <OfferChips label="The article" offers={places} />
      </div>
    </fieldset>
  )
}

/** Enter in an empty field takes what is offered first; elsewhere it has nothing to do in a line. */
function takeFirst(event: KeyboardEvent, value: string, [first]: readonly Offer[]): void {
  const isPlain =
    !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing
  if (event.key !== 'Enter' || !isPlain || value !== '' || !first) return
  event.preventDefault()
  first.take()
}

/** Looked for once the note stands there: in a long article it takes a moment that nobody should wait for. */
function useClaimantOffers(noteId: string, spans: readonly Span[], isWanted: boolean) {
  const store = useStore()
  const [offers, setOffers] = useState<ReturnType<typeof claimantOffersFor>>([])
  useEffect(() => {
    if (!isWanted) return
    const timer = setTimeout(() => setOffers(claimantOffersFor(store, noteId, spans)))
    return () => clearTimeout(timer)
  }, [store, noteId, spans, isWanted])
  return isWanted ? offers : []
}
