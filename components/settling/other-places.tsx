'use client'

import { useEffect, useRef } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { useOff } from '@/components/review/outdated-why'
import {
  choosePlace,
  leaveChoice,
  lookAt,
  lookAtPlaces,
  type OpenPlace,
} from '@/components/settling/settle-actions'
import { contextOf, otherPlaces } from '@/components/settling/settling'
import type { Span } from '@/lib/domain/anchoring/anchors'

/** Where the note could rest instead, each with what stands around it; the one looked at shows in the text. */
export function OtherPlaces({ place }: { place: OpenPlace }) {
  const store = useStore()
  const { isOff } = useOff()
  const places = otherPlaces(place.anchor, store.text.text)
  return (
    <>
      <p id="places-help">
        Choose a place<span className="by-key">, by its number or with Enter</span>. Each is dotted
        in the article.
      </p>
      <ol className="other-places" aria-describedby="places-help">
        {places.map((span, index) => (
          <PlaceButton
            key={span.start}
            span={span}
            number={index + 1}
            isChosen={index === place.chosen}
            look={() => index !== place.chosen && lookAt(store, place, index)}
            choose={() => !isOff && choosePlace(store, index + 1)}
          />
        ))}
      </ol>
      <div className="settle-acts">
        {places.length > 1 && (
          <>
            <button type="button" className="btn" onClick={() => lookAtPlaces(store, -1)}>
              Previous <kbd>Shift</kbd> <kbd>P</kbd>
            </button>
            <button type="button" className="btn" onClick={() => lookAtPlaces(store, 1)}>
              Next <kbd>P</kbd>
            </button>
          </>
        )}
        <button type="button" className="btn" onClick={() => leaveChoice(store)}>
          Back <kbd>Esc</kbd>
        </button>
      </div>
    </>
  )
}

function PlaceButton({
  span,
  number,
  isChosen,
  look,
  choose,
}: {
  span: Span
  number: number
  isChosen: boolean
  look: () => void
  choose: () => void
}) {
  const store = useStore()
  const { off } = useOff()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isChosen) button.current?.focus({ preventScroll: true })
  }, [isChosen])
  const { before, after } = contextOf(store.text.text, span)
  return (
    <li>
      <button
        ref={button}
        type="button"
        className="place-choice"
        aria-keyshortcuts={String(number)}
        aria-current={isChosen || undefined}
        {...off}
        onFocus={look}
        onClick={choose}
      >
        <kbd>{number}</kbd>
        <span lang={store.desk.article.language} dir="auto">
          {before}
          <b>{store.wordsAt(span)}</b>
          {after}
        </span>
      </button>
    </li>
  )
}
