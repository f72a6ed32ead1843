'use client'

import { memo, type RefObject, useCallback, useMemo } from 'react'
import { NoteCard } from '@/components/annotations/note-card'
import { OpenNote } from '@/components/annotations/open-note'
import { useStore } from '@/components/editor/desk-context'
import { EmptyNotes } from '@/components/editor/empty-notes'
import { openNote } from '@/components/editor/note-actions'
import { useMarginLayout } from '@/components/editor/use-margin-layout'
import { useShownNotes } from '@/components/editor/use-shown-notes'
import type { AnnotationView } from '@/lib/domain/annotations'

type Observe = (id: string, element: HTMLElement | null) => void

/** The notes beside the words they rest on. The open one comes first in the order of Tab. */
export function Margin({ spread }: { spread: RefObject<HTMLElement | null> }) {
  const { notes, openId } = useShownNotes()
  const ids = useMemo(() => notes.map(({ id }) => id), [notes])
  const { places, observe } = useMarginLayout(spread, ids, openId)
  const open = notes.find(({ id }) => id === openId)
  return (
    <aside className="margin" aria-label="Notes" style={{ minBlockSize: places.height }}>
      <EmptyNotes />
      {open && (
        <Place key={open.id} id={open.id} top={places.tops.get(open.id)} observe={observe}>
          <OpenNote note={open} />
        </Place>
      )}
      {notes.map(
        note =>
          note !== open && (
            <Place key={note.id} id={note.id} top={places.tops.get(note.id)} observe={observe}>
              <ClosedNote note={note} />
            </Place>
          ),
      )}
    </aside>
  )
}

const ClosedNote = memo(function ClosedNote({ note }: { note: AnnotationView }) {
  const store = useStore()
  return <NoteCard note={note} onOpen={() => openNote(store, note.id, 'note')} />
})

/** Where a note stands; out of sight until that is known. */
function Place({
  id,
  top,
  observe,
  children,
}: {
  id: string
  top: number | undefined
  observe: Observe
  children: React.ReactNode
}) {
  const ref = useCallback((element: HTMLElement | null) => observe(id, element), [id, observe])
  return (
    <div
      ref={ref}
      className={top === undefined ? 'place is-unplaced' : 'place'}
      style={{ insetBlockStart: top ?? 0 }}
    >
      {children}
    </div>
  )
}
