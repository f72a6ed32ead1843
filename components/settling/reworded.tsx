'use client'

import { useRef } from 'react'
import { useDesk } from '@/components/editor/desk-context'
import { rewordingOf } from '@/components/settling/rewording'

/** Under a claim that still has a wording which the note's words, just settled, have no more. */
export function Reworded({
  noteId,
  claim,
  onTake,
}: {
  noteId: string
  claim: string
  onTake: (claim: string) => void
}) {
  const line = useRef<HTMLParagraphElement>(null)
  const replacements = useDesk(state => state.rewordings[noteId])
  const rewording = replacements && rewordingOf(claim, replacements)
  if (!rewording) return null
  const take = () => {
    // The button goes with the press; one goes on in the claim.
    line.current?.closest('[data-part]')?.querySelector('textarea')?.focus()
    onTake(rewording.claim)
  }
  return (
    <p className="help reworded" ref={line}>
      The text now says “<bdi>{rewording.after}</bdi>”, the claim “<bdi>{rewording.before}</bdi>”.{' '}
      <button type="button" className="link" onClick={take}>
        Write “<bdi>{rewording.after}</bdi>” in the claim
      </button>
    </p>
  )
}
