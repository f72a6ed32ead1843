'use client'

import { useRef } from 'react'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { NoteDraft } from '@/components/editor/note-drafts'
import { rewordingIn } from '@/components/settling/rewording'
import { leaveWording } from '@/components/settling/settle-actions'

/** Under a claim that still has a wording which the note's words, just settled, have no more. */
export function Reworded({
  noteId,
  draft,
  onTake,
}: {
  noteId: string
  draft: NoteDraft
  onTake: (claim: string) => void
}) {
  const store = useStore()
  const line = useRef<HTMLParagraphElement>(null)
  const settled = useDesk(state => state.rewordings[noteId])
  const rewording = rewordingIn(draft, settled)
  if (!rewording) return null
  // The buttons go with the press; one goes on in the claim.
  const goOn = () => line.current?.closest('[data-part]')?.querySelector('textarea')?.focus()
  const take = () => {
    goOn()
    onTake(rewording.claim)
  }
  const leave = () => {
    goOn()
    leaveWording(store, noteId, rewording)
  }
  return (
    <p className="help reworded" ref={line}>
      The text now says “<bdi>{rewording.after}</bdi>”, the claim “<bdi>{rewording.before}</bdi>”.{' '}
      <button type="button" className="link" onClick={take}>
        Write “<bdi>{rewording.after}</bdi>” in the claim
      </button>{' '}
      <button type="button" className="link" onClick={leave}>
        Leave it
      </button>
    </p>
  )
}
