'use client'

import { type ClipboardEventHandler, type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { isUnfolded, keepFold } from '@/components/annotations/folds'
import { bringAboveFoot } from '@/components/annotations/use-foot-in-sight'
import { useStore } from '@/components/editor/desk-context'

/** A part of a note that folds to one line, with how much there is in it. */
export function Fold({
  noteId,
  part,
  count,
  more,
  isAsked = false,
  isLazy = false,
  onPaste,
  children,
}: {
  noteId: string
  /** Its name on the page, by which notes share what was chosen. */
  part: string
  count?: number
  /** A word or two after the number. */
  more?: string | false
  /** Something in it is new or asked for. */
  isAsked?: boolean
  /** Made only when it is opened: it has to be fetched. */
  isLazy?: boolean
  onPaste?: ClipboardEventHandler
  children: ReactNode
}) {
  const store = useStore()
  const [isOpen, setOpen] = useState(() => isUnfolded(store, noteId, part, isAsked))
  const [wasAsked, setWasAsked] = useState(isAsked)
  if (isAsked !== wasAsked) {
    setWasAsked(isAsked)
    if (isAsked) setOpen(true)
  }
  return (
    <details
      className="fold"
      open={isOpen}
      onPaste={onPaste}
      onToggle={({ currentTarget }) => {
        const isNow = currentTarget.open
        if (isNow === isOpen) return
        keepFold(store, noteId, part, isNow)
        // At once, to be brought into sight with what is in it.
        flushSync(() => setOpen(isNow))
        if (isNow) bringAboveFoot(currentTarget)
      }}
    >
      <summary>
        <h3>{part}</h3>
        {count !== undefined && <b className="num">{count}</b>}
        {more && <span>{more}</span>}
      </summary>
      {(!isLazy || isOpen) && <div className="fold-body">{children}</div>}
    </details>
  )
}
