'use client'

import { useRef } from 'react'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { countUpdates } from '@/components/live/arrivals'
import './live.css'

/** What others did since, in the bar: shown when the person says so, and not before. On a phone it stands in the lower row. */
export function Updates() {
  const store = useStore()
  const frame = useRef<HTMLSpanElement>(null)
  const count = useDesk(state => Object.keys(state.live.arrivals).length)
  const isTooMuch = useDesk(state => state.live.isTooMuch)
  const isHeld = useDesk(state => state.isOutdated || state.drafting !== null)
  const show = () => {
    // The button goes; the next Tab should go on from where it was.
    frame.current?.focus({ preventScroll: true })
    store.live.showAll()
  }
  const reload = () => void store.saver.flushAll().then(() => window.location.reload())
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be for a form.
    <span ref={frame} className="updates" role="group" aria-label="Updates" tabIndex={-1}>
      <LineState />
      {!isHeld && isTooMuch && (
        <button type="button" className="link live" onClick={reload}>
          Many updates: reload
        </button>
      )}
      {!isHeld && !isTooMuch && count > 0 && (
        <button type="button" className="link live" onClick={show}>
          {countUpdates(count)}: show
        </button>
      )}
    </span>
  )
}

/** Said only where the page does not hear of changes. */
function LineState() {
  const line = useDesk(state => state.live.line)
  if (line === 'live') return null
  return (
    <span className="not-live">
      {line === 'lost' ? 'Not live: reconnecting' : 'Not live: signed out'}
    </span>
  )
}
