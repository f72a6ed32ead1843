'use client'

import { useEffect, useState } from 'react'
import { isHeldBack, type Save } from '@/components/editor/autosave'
import { useStore } from '@/components/editor/desk-context'
import { contentFrom } from '@/components/editor/note-drafts'
import type { AnnotationView } from '@/lib/domain/annotations'
import { mayEdit } from '@/lib/domain/roles'

/** Where the typed words are, in two or three of them. The live region says what must be heard. */
export function SaveState({ note, save }: { note: AnnotationView; save: Save }) {
  const store = useStore()
  const isFresh = useFresh(save.savedAt)
  if (!mayEdit(store.actor, note)) return <span className="saved" />
  const words = wordsOf(save)
  return isHeldBack(save) ? (
    <span className="saved bad">
      <b>{words}</b>
    </span>
  ) : (
    <span className="saved">
      {words}
      {words === saved && isFresh && <span className="saved-when"> just now</span>}
    </span>
  )
}

const saved = 'Saved'

/** "Just now" is true for a minute. */
function useFresh(savedAt: string | null): boolean {
  const [oldAt, setOldAt] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setOldAt(savedAt), 60_000)
    return () => clearTimeout(timer)
  }, [savedAt])
  return savedAt !== oldAt
}

function wordsOf(save: Save): string {
  switch (save.phase.kind) {
    case 'waiting':
    case 'sending':
      return 'Saving…'
    case 'failed':
    case 'stale':
    case 'asking':
    case 'outdated':
      return 'Not saved'
    case 'idle':
      if (contentFrom(save.draft, save.base).faults.length > 0) return 'Partly saved'
      return save.savedAt ? saved : ''
  }
}
