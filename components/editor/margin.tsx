'use client'

import { type FocusEvent, memo, type RefObject, useCallback, useRef, useState } from 'react'
import { NoteCard } from '@/components/annotations/note-card'
import { OpenNote } from '@/components/annotations/open-note'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { EmptyNotes } from '@/components/editor/empty-notes'
import { openNote } from '@/components/editor/note-actions'
import { notesById } from '@/components/editor/numbering'
import { useGlide } from '@/components/editor/use-glide'
import { useMarginLayout } from '@/components/editor/use-margin-layout'
import { useShownNotes } from '@/components/editor/use-shown-notes'
import type { AnnotationView } from '@/lib/domain/annotations'
import './margin.css'

type Observe = (id: string, element: HTMLElement | null) => void

/**
 * The notes beside the words they rest on. The open one comes first in the order of Tab. Only those
 * near what is in sight are on the page, each with its number among all; the keys reach every one.
 */
export function Margin({ spread }: { spread: RefObject<HTMLElement | null> }) {
  const { notes, openId } = useShownNotes()
  const { plan, window, observe } = useMarginLayout(spread, notes, openId)
  const [focusId, setFocusId] = useState<string | null>(null)
  const areComing = useDesk(state => state.areNotesComing)
  const byId = notesById(notes)
  const open = byId.get(openId ?? '')
  const placeOf = new Map(
    plan.order.slice(window.first, window.end).map((id, index) => [id, window.first + index]),
  )
  // A note that has the focus keeps it when it is scrolled out of sight.
  const kept = focusId === null || placeOf.has(focusId) ? -1 : plan.order.indexOf(focusId)
  const indexes = kept < 0 ? [...placeOf.values()] : [...placeOf.values(), kept]
  return (
    <aside
      className="margin"
      aria-label="Notes"
      aria-busy={areComing}
      style={{ minBlockSize: plan.height }}
    >
      <EmptyNotes />
      {notes.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: A list of which only a part is on the page.
        <div
          role="list"
          onFocus={event => setFocusId(noteIn(event))}
          onBlur={() => setFocusId(null)}
        >
          {open && (
            <Place
              key={open.id}
              id={open.id}
              top={topOf(plan.tops, plan.order.indexOf(open.id))}
              at={plan.order.indexOf(open.id)}
              of={notes.length}
              observe={observe}
            >
              <OpenNote note={open} />
            </Place>
          )}
          {indexes.map(index => {
            const note = byId.get(plan.order[index] ?? '')
            return (
              note &&
              note !== open && (
                <ClosedNote
                  key={note.id}
                  note={note}
                  top={plan.tops[index]}
                  at={index}
                  of={notes.length}
                  isLine={plan.lines.has(note.id)}
                  observe={observe}
                />
              )
            )
          })}
        </div>
      )}
    </aside>
  )
}

function topOf(tops: readonly number[], index: number): number | undefined {
  return index < 0 ? undefined : tops[index]
}

function noteIn({ target }: FocusEvent): string | null {
  return target.closest<HTMLElement>('.place')?.dataset.place ?? null
}

interface PlaceProps {
  top: number | undefined
  /** Index among the notes that are shown, and how many they are: for those who hear the list. */
  at: number
  of: number
  observe: Observe
}

const ClosedNote = memo(function ClosedNote({
  note,
  isLine,
  ...place
}: PlaceProps & { note: AnnotationView; isLine: boolean }) {
  const store = useStore()
  return (
    <Place id={note.id} isLine={isLine} {...place}>
      <NoteCard note={note} onOpen={() => openNote(store, note.id, 'note')} />
    </Place>
  )
})

/** Where a note stands; out of sight until that is known. */
function Place({
  id,
  top,
  at,
  of,
  isLine = false,
  observe,
  children,
}: PlaceProps & { id: string; isLine?: boolean; children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const ref = useCallback(
    (element: HTMLDivElement | null) => {
      place.current = element
      observe(id, element)
    },
    [id, observe],
  )
  useGlide(place, top)
  const state = top === undefined ? 'is-unplaced' : isLine && 'is-line'
  return (
    // biome-ignore lint/a11y/useSemanticElements: A list of which only a part is on the page.
    <div
      role="listitem"
      aria-setsize={of}
      aria-posinset={at < 0 ? undefined : at + 1}
      ref={ref}
      className={['place', state].filter(Boolean).join(' ')}
      data-place={id}
      style={{ insetBlockStart: top ?? 0 }}
    >
      {children}
    </div>
  )
}
