'use client'

import type { Save } from '@/components/editor/autosave'
import { useStore } from '@/components/editor/desk-context'
import { contentFrom } from '@/components/editor/note-drafts'
import type { AnnotationView } from '@/lib/domain/annotations'
import { mayEdit } from '@/lib/domain/roles'

/** Where the typed words are, in two or three of them. The live region says what must be heard. */
export function SaveState({ note, save }: { note: AnnotationView; save: Save }) {
  const store = useStore()
  if (!mayEdit(store.actor, note)) return <span className="saved" />
  const words = wordsOf(save)
  return (
    <span className={isBad(save) ? 'saved bad' : 'saved'}>
      {isBad(save) ? <b>{words}</b> : words}
    </span>
  )
}

function isBad({ phase }: Save): boolean {
  return phase.kind === 'failed' || phase.kind === 'stale' || phase.kind === 'asking'
}

function wordsOf(save: Save): string {
  switch (save.phase.kind) {
    case 'waiting':
    case 'sending':
      return 'Saving…'
    case 'failed':
    case 'stale':
    case 'asking':
      return 'Not saved'
    case 'idle':
      if (contentFrom(save.draft, save.base).faults.length > 0) return 'Partly saved'
      return save.savedAt ? 'Saved just now' : ''
  }
}
