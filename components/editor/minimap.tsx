'use client'

import { type CSSProperties, type MouseEvent, useEffect, useRef, useState } from 'react'
import { SeenStretches } from '@/components/coverage/seen-stretches'
import { useStore } from '@/components/editor/desk-context'
import { drawMinimap, placeAt } from '@/components/editor/minimap-canvas'
import { type MinimapMark, minimapMarks, nearestMark } from '@/components/editor/minimap-marks'
import { openNote } from '@/components/editor/note-actions'
import { useDrawnDrafts } from '@/components/editor/use-drawn-drafts'
import { useShownNotes } from '@/components/editor/use-shown-notes'

/**
 * The article from first word to last as one line, with its notes and the part in sight. It repeats
 * for the eye what the margin and the keys J and K give everyone, so it is out of the order of Tab.
 */
export function Minimap() {
  return (
    <div className="mini" aria-hidden="true">
      <SeenStretches />
      <InSight />
      <Marks />
    </div>
  )
}

function InSight() {
  const { at, length } = useInSight()
  return <span className="view" style={stretch(at, length)} />
}

/** One canvas for all marks: as many elements as notes would cost more than the article. */
function Marks() {
  const store = useStore()
  const { notes } = useShownNotes()
  const drafts = useDrawnDrafts()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { ratings } = store.desk
  const length = store.text.text.length
  const [drawn] = useState(() => new IdleDrawing())
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    return drawn.keep(element, () => minimapMarks(notes, drafts, ratings), length)
  }, [notes, drafts, ratings, length, drawn])
  const open = (event: MouseEvent<HTMLCanvasElement>) => {
    const { offset, row } = placeAt(event.currentTarget, event, length)
    const id = nearestMark(drawn.marks, offset, row)
    if (id) openNote(store, id, 'words')
  }
  // The keys J and K and the margin are the way there without a mouse.
  return <canvas ref={canvas} className="marks" onClick={open} />
}

/** Draws when there is time, and again when the size or the colours of the page change. */
class IdleDrawing {
  marks: readonly MinimapMark[] = []

  keep(canvas: HTMLCanvasElement, marksOf: () => MinimapMark[], length: number): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      clearTimeout(timer)
      timer = setTimeout(() => drawMinimap(canvas, this.marks, length), 0)
    }
    const plan = setTimeout(() => {
      this.marks = marksOf()
      draw()
    }, later)
    const sizes = new ResizeObserver(draw)
    sizes.observe(canvas)
    const looks = new MutationObserver(draw)
    looks.observe(document.documentElement, { attributes: true })
    const queries = colourQueries.map(query => window.matchMedia(query))
    for (const query of queries) query.addEventListener('change', draw)
    return () => {
      clearTimeout(plan)
      clearTimeout(timer)
      sizes.disconnect()
      looks.disconnect()
      for (const query of queries) query.removeEventListener('change', draw)
    }
  }
}

/** 100 ms: the words of a note and its card come first. */
const later = 100

const colourQueries = ['(prefers-color-scheme: dark)', '(forced-colors: active)']

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
