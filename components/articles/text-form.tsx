'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { DraftNotice } from '@/components/articles/draft-notice'
import { TextColumns } from '@/components/articles/text-columns'
import { WhenReady } from '@/components/ui/when-ready'
import './articles.css'

/**
 * A form that begins with a pasted text and what was recognised of it. When it is refused the first
 * field at fault is in focus.
 */
export function TextForm({
  draft,
  words,
  label,
  error,
  refused,
  timeZone,
  submit,
  children,
}: {
  draft: Parameters<typeof DraftNotice>[0]['draft']
  words: Parameters<typeof TextColumns>[0]['desk']
  label: string
  error: Parameters<typeof TextColumns>[0]['error']
  refused: unknown
  timeZone: string
  submit: () => Promise<void>
  children: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])
  return (
    <form
      ref={form}
      className="new-article"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <WhenReady>
        <DraftNotice draft={draft} timeZone={timeZone} />
        <TextColumns desk={words} label={label} error={error} />
        {children}
      </WhenReady>
    </form>
  )
}
