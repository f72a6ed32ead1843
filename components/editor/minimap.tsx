'use client'

import { type CSSProperties, useEffect, useState } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { openNote } from '@/components/editor/note-actions'
import { useDrawnDrafts } from '@/components/editor/use-drawn-drafts'
import { useShownNotes } from '@/components/editor/use-shown-notes'
import { assignLanes } from '@/lib/editor/lanes'

/**
 * The article from first word to last as one line, with its notes and the part in sight. It repeats
 * for the eye what the margin and the keys J and K give everyone, so it is out of the order of Tab.
 */
export function Minimap() {
  return (
    <div className="mini" aria-hidden="true">
      <InSight />
      <Marks />
    </div>
  )
}

function InSight() {
  const { at, length } = useInSight()
  return <span className="view" style={stretch(at, length)} />
}

function Marks() {
  const store = useStore()
  const { notes } = useShownNotes()
  const drafts = useDrawnDrafts()
  const share = (offset: number) => (100 * offset) / (store.text.text.length || 1)
  const placed = notes.map(({ id, content }) => {
    const { anchors, ratingKey } = drafts.get(id) ?? content
    return { id, spans: anchors, rating: store.desk.ratings.find(({ key }) => key === ratingKey) }
  })
  const lanes = assignLanes(placed)
  return placed.flatMap(({ id, spans, rating }) =>
    spans.map(({ start, end }) => (
      <button
        key={`${id}-${start}-${end}`}
        type="button"
        tabIndex={-1}
        className={`mt r-${rating?.tint ?? 'none'} ${lanes.get(id) ? 'low' : ''}`}
        style={stretch(share(start), share(end - start))}
        onClick={() => openNote(store, id, 'words')}
      />
    )),
  )
}

/** Where something lies on the line, in percent of its length. */
function stretch(at: number, length: number): CSSProperties {
  return { '--at': `${at.toFixed(2)}%`, '--len': `${length.toFixed(2)}%` } as CSSProperties
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
