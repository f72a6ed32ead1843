'use client'

import './claimants.css'

/** Something that may stand in a field, offered: one press writes it. */
export interface Offer {
  words: string
  take: () => void
}

/** Offers under an empty field. The field's own Enter takes the first. */
export function OfferChips({
  label,
  offers,
  onDismiss,
}: {
  label: string
  offers: readonly Offer[]
  onDismiss?: (() => void) | undefined
}) {
  if (offers.length === 0) return null
  return (
    <fieldset className="offers">
      <legend className="sr">{label}</legend>
      {offers.map(({ words, take }, index) => (
        <button
          key={words}
          type="button"
          className="offer"
          onClick={take}
          dir="auto"
          aria-keyshortcuts={index === 0 ? 'Enter' : undefined}
        >
          {words}
          {index === 0 && (
            <span className="offer-key" aria-hidden="true">
              Enter
            </span>
          )}
        </button>
      ))}
      {onDismiss && (
        <button
          type="button"
          className="icon-btn offer-x"
          aria-label="Offer nobody"
          onClick={onDismiss}
        >
          <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4.5 4.5 7 7m0-7-7 7" fill="none" stroke="currentColor" strokeWidth="1.4" />
          </svg>
        </button>
      )}
    </fieldset>
  )
}
