'use client'

import { Notice } from '@/components/ui/notice'
import { formatMoment } from '@/lib/domain/dates'

/** Says that a draft came back, and how to begin with an empty page instead. */
export function DraftNotice({
  draft: { found, isAway, putAway, bringBack },
  timeZone,
}: {
  draft: {
    found: { keptAt: string } | null
    isAway: boolean
    putAway: () => void
    bringBack: () => void
  }
  timeZone: string
}) {
  if (!found) return null
  return isAway ? (
    <Notice
      lead="The draft was put away."
      live="status"
      actions={
        <button type="button" className="btn" onClick={bringBack}>
          Bring it back
        </button>
      }
    />
  ) : (
    <Notice
      lead={`This is what you were writing on ${formatMoment(new Date(found.keptAt), 'en', timeZone)}.`}
      live="status"
      actions={
        <button type="button" className="btn" onClick={putAway}>
          Begin with an empty page
        </button>
      }
    >
      It was kept on this computer.
    </Notice>
  )
}
