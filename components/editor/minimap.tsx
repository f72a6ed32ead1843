'use client'

import { type CSSProperties, useEffect, useState } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { openNote } from '@/components/editor/note-actions'
import { useDrawnDrafts } from '@/components/editor/use-drawn-drafts'
import { useShownNotes } from '@/components/editor/use-shown-notes'
import { changedSpan, isUnsettled } from '@/components/settling/settling'
import type { Span } from '@/lib/domain/anchoring/anchors'
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
  const placed = notes.map(note => {
    const { anchors, ratingKey } = drafts.get(note.id) ?? note.content
    const rating = store.desk.ratings.find(({ key }) => key === ratingKey)
    const tint = isUnsettled(note) ? 'none' : (rating?.tint ?? 'none')
    const open = isUnsettled(note) ? note.unsettled : []
    const places: { span: Span; look: string }[] = [
      ...anchors.map(span => ({ span, look: `r-${tint}` })),
      ...open.map(each => ({
        span: changedSpan(each) ?? { start: each.near, end: each.near },
        look: `r-none is-${each.placement}`,
      })),
    ]
    return { id: note.id, spans: places.map(({ span }) => span), places }
  })
  const lanes = assignLanes(placed)
  return placed.flatMap(({ id, places }) =>
    places.map(({ span: { start, end }, look }) => (
      <button
        key={`${id}-${start}-${end}-${look}`}
        type="button"
        tabIndex={-1}
        className={`mt ${look} ${lanes.get(id) ? 'low' : ''}`}
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
