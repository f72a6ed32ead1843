'use client'

import { useRef } from 'react'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { NoteDraft } from '@/components/editor/note-drafts'
import { type Rewording, rewordingIn } from '@/components/settling/rewording'
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
  const { claim } = rewording
  const take =
    claim !== null &&
    (() => {
      goOn()
      onTake(claim)
    })
  const leave = () => {
    goOn()
    leaveWording(store, noteId, rewording)
  }
  return (
    <p className="help reworded" ref={line}>
      <Difference rewording={rewording} />{' '}
      {take && (
        <button type="button" className="link" onClick={take}>
          Write “<bdi>{rewording.after}</bdi>” in the claim
        </button>
      )}{' '}
      <button type="button" className="link" onClick={leave}>
        Leave it
      </button>
    </p>
  )
}

function Difference({ rewording: { before, after } }: { rewording: Rewording }) {
  const [was, is] = [<bdi key="was">{before}</bdi>, <bdi key="is">{after}</bdi>]
  if (after === '') return <>The text no longer says “{was}”, the claim does.</>
  if (before === '') return <>The text now says “{is}”, the claim does not.</>
  return (
    <>
      The text now says “{is}”, the claim “{was}”.
    </>
  )
}
