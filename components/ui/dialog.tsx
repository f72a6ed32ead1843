'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { isClosed } from '@/components/ui/closed'
import './controls.css'

/**
 * A question that must be answered first. The browser keeps the focus inside and gives it back to
 * where it came from; Esc closes it.
 */
export function Dialog({
  open,
  title,
  onClose,
  children,
  actions,
}: {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    if (open && !element?.open) element?.showModal()
    if (!open && element?.open) element.close()
  }, [open])

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onClose={event => isClosed(event) && onClose()}
    >
      <h2 id={titleId}>{title}</h2>
      <div className="dialog-body">{open && children}</div>
      {actions && <footer className="acts">{actions}</footer>}
    </dialog>
  )
}
