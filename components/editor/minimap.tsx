'use client'

import { useEffect, useState } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { openNote } from '@/components/editor/note-actions'
import { ratingOf } from '@/components/editor/numbering'
import { useShownNotes } from '@/components/editor/use-shown-notes'
import { assignLanes } from '@/lib/editor/lanes'

/**
 * The article from first word to last as one line, with its notes and the part in sight. It repeats
 * for the eye what the margin and the keys J and K give everyone, so it is out of the order of Tab.
 */
export function Minimap() {
  const store = useStore()
  const { notes, saves } = useShownNotes()
  const inSight = useInSight()
  const length = store.text.text.length || 1
  const percent = (offset: number) => `${((100 * offset) / length).toFixed(2)}%`
  const placed = notes.map(note => ({
    note,
    id: note.id,
    spans: saves[note.id]?.draft.anchors ?? note.content.anchors,
  }))
  const lanes = assignLanes(placed)

  return (
    <div className="mini" aria-hidden="true">
      <span
        className="view"
        style={{ '--at': `${inSight.at}%`, '--len': `${inSight.length}%` } as React.CSSProperties}
      />
      {placed.flatMap(({ note, spans }) =>
        spans.map(({ start, end }) => (
          <button
            key={`${note.id}-${start}`}
            type="button"
            tabIndex={-1}
            className={`mt r-${ratingOf(note, store.desk.ratings)?.tint ?? 'none'} ${lanes.get(note.id) ? 'low' : ''}`}
            style={{ '--at': percent(start), '--len': percent(end - start) } as React.CSSProperties}
            onClick={() => openNote(store, note.id, 'words')}
          />
        )),
      )}
    </div>
  )
}

/** Which part of the text is in the window, in percent of its height. */
function useInSight(): { at: number; length: number } {
  const [inSight, setInSight] = useState({ at: 0, length: 0 })
  useEffect(() => {
    let frame = 0
    const look = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setInSight(before => lookAt() ?? before))
    }
    look()
    const text = document.getElementById('text')
    const observer = new ResizeObserver(look)
    if (text) observer.observe(text)
    window.addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      window.removeEventListener('scroll', look)
    }
  }, [])
  return inSight
}

function lookAt(): { at: number; length: number } | null {
  const text = document.getElementById('text')?.getBoundingClientRect()
  if (!text?.height) return null
  const share = (y: number) => Math.min(100, Math.max(0, (100 * (y - text.top)) / text.height))
  const at = share(document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0)
  return { at, length: share(window.innerHeight) - at }
}
