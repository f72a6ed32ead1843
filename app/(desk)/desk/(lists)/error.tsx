'use client'

import { Notice } from '@/components/ui/notice'

export default function DeskError({ reset }: { reset: () => void }) {
  return (
    <>
      <header className="q-head">
        <h1>This page could not be made</h1>
      </header>
      <Notice
        lead="Something went wrong on our side."
        tone="bad"
        live="alert"
        actions={
          <button type="button" className="btn" onClick={reset}>
            Try again
          </button>
        }
      >
        Nothing that was saved is lost, and a draft is kept as far as this browser keeps anything.
        If it happens again, tell whoever runs Rubric when it was.
      </Notice>
    </>
  )
}
