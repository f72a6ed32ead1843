'use client'

import { useDesk } from '@/components/editor/desk-context'
import './review.css'

const whyId = 'outdated-why'

/** For a button that decides something: off while a request is under way, and on an outdated page. */
export function useOff(): {
  isOff: boolean
  off: { 'aria-disabled': boolean; 'aria-describedby': string | undefined }
} {
  const isBusy = useDesk(state => state.isBusy)
  const isOutdated = useDesk(state => state.isOutdated)
  const isOff = isBusy || isOutdated
  const why = isOutdated ? whyId : undefined
  return { isOff, off: { 'aria-disabled': isOff, 'aria-describedby': why } }
}

/** Why nothing can be decided on the open note, and the way out; once above what is off. */
export function OutdatedWhy() {
  const isOutdated = useDesk(state => state.isOutdated)
  // Words that wait in the note say so above, and offer the way out.
  const isSaid = useDesk(({ saves, openId }) => saves[openId ?? '']?.phase.kind === 'outdated')
  if (!isOutdated) return null
  return (
    <p className="help">
      <span id={whyId}>
        The article has a newer revision, in which these words may be others: nothing can be decided
        here.
      </span>{' '}
      {!isSaid && (
        <button type="button" className="link" onClick={() => window.location.reload()}>
          Reload
        </button>
      )}
    </p>
  )
}
