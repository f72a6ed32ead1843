'use client'

import type { Editor } from '@tiptap/react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Drafting } from '@/components/drafting/drafting'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import { emptyVerdict, nameOfNote, numbersOf, ratingOf } from '@/components/editor/numbering'
import { useDrawnDrafts } from '@/components/editor/use-drawn-drafts'
import { isLineOnly, useShownNotes } from '@/components/editor/use-shown-notes'
import { openPlace } from '@/components/settling/settle-actions'
import { changedSpan, isUnsettled, otherPlaces, titleOfNote } from '@/components/settling/settling'
import type { Span } from '@/lib/domain/anchoring/anchors'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { Rating } from '@/lib/domain/scales'
import type { Highlight } from '@/lib/editor/highlights'
import { PartialDrawing } from '@/lib/editor/partial-drawing'

/** Draws the notes on the page into the text, and again when one of them changes. */
export function useHighlights(editor: Editor | null): void {
  const store = useStore()
  const { notes, all, openId } = useShownNotes()
  const drafts = useDrawnDrafts()
  const settling = useDesk(state => state.settling)
  const drafting = useDesk(state => state.drafting)
  const justRetired = useDesk(state => state.justRetired)
  const [drawn] = useState(() => new WeakMap<AnnotationView, Drawn>())
  const highlights = useMemo(() => {
    const numbers = numbersOf(all)
    const marked = notes.filter(note => note.id === openId || !isLineOnly(note, justRetired))
    const shown = drafting ? marked.filter(({ id }) => drafting.places.has(id)) : marked
    const highlights = shown.map(note => {
      const isOpen = note.id === openId
      const how: How = {
        number: numbers.get(note.id),
        total: numbers.size,
        isOpen,
        content: drafts.get(note.id) ?? note.content,
        places: isOpen && settling ? placesShown(store) : noPlaces,
      }
      return sameAsBefore(drawn, note, how) ?? draw(drawn, note, how, store.desk.ratings)
    })
    return drafting ? highlights.map(each => inDraft(each, drafting)) : highlights
  }, [notes, all, openId, drafts, settling, drafting, justRetired, store, drawn])

  useDrawing(editor, highlights)
}

/** The editor has its view once it is mounted, which is after it is rendered. */
function useDrawing(editor: Editor | null, highlights: readonly Highlight[]): void {
  const drawing = useRef<PartialDrawing | null>(null)
  useLayoutEffect(() => {
    if (!editor || editor.isDestroyed) return
    const made = new PartialDrawing(editor.view)
    drawing.current = made
    return () => {
      made.stop()
      drawing.current = null
    }
  }, [editor])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another editor shows them anew.
  useLayoutEffect(() => drawing.current?.show(highlights), [editor, highlights])
}

/** What a note's look depends on beside the note. */
interface How {
  number: number | undefined
  /** How many notes have a number. */
  total: number
  isOpen: boolean
  content: { anchors: readonly Span[]; ratingKey: string | null }
  places: Places
}

interface Drawn {
  how: How
  highlight: Highlight
}

/** A note looks as it did as long as nothing changes on which that depends: mostly all but one or two. */
function sameAsBefore(
  drawn: WeakMap<AnnotationView, Drawn>,
  note: AnnotationView,
  how: How,
): Highlight | null {
  const before = drawn.get(note)
  return before && isSameHow(before.how, how) ? before.highlight : null
}

function isSameHow(a: How, b: How): boolean {
  return (
    a.number === b.number &&
    a.total === b.total &&
    a.isOpen === b.isOpen &&
    a.content === b.content &&
    a.places === b.places
  )
}

function draw(
  drawn: WeakMap<AnnotationView, Drawn>,
  note: AnnotationView,
  how: How,
  ratings: readonly Rating[],
): Highlight {
  const highlight = highlightOf(note, ratings, how)
  drawn.set(note, { how, highlight })
  return highlight
}

/** The same note where its words are in the draft; those that were edited bear no verdict. */
function inDraft(highlight: Highlight, { places }: Drafting): Highlight {
  const place = places.get(highlight.id)
  if (!place) return highlight
  const { spans, changed, gaps, title } = place
  const label = title ? `${highlight.label}; ${title.toLowerCase()}` : highlight.label
  const tint = title ? null : highlight.tint
  return { ...highlight, spans, changed, gaps, tint, label, candidates: [], chosen: null }
}

type Places = Pick<Highlight, 'candidates' | 'chosen'>

const noPlaces: Places = { candidates: [], chosen: null }

/** Where the open note could be placed, while the person chooses. */
function placesShown(store: DeskStore): Places {
  const place = openPlace(store)
  if (place?.mode !== 'choose') return noPlaces
  return { candidates: otherPlaces(place.anchor, store.text.text), chosen: place.chosen }
}

function highlightOf(
  note: AnnotationView,
  ratings: readonly Rating[],
  { number, total, isOpen, content, places }: How,
): Highlight {
  const rating = ratings.find(({ key }) => key === content.ratingKey) ?? ratingOf(note, ratings)
  const isFrozen = isUnsettled(note)
  const verdict = content.ratingKey === null ? emptyVerdict(note) : rating?.word
  const word = isFrozen ? titleOfNote(note)?.toLowerCase() : verdict
  return {
    id: note.id,
    spans: content.anchors,
    changed: isFrozen ? note.unsettled.flatMap(each => changedSpan(each) ?? []) : [],
    gaps: isFrozen ? note.unsettled.filter(each => !changedSpan(each)).map(each => each.near) : [],
    ...places,
    tint: content.ratingKey === null || isFrozen ? null : (rating?.tint ?? null),
    sign: number === undefined ? '?' : String(number),
    label:
      number === undefined
        ? nameOfNote(note, number)
        : `Claim, ${word}, note ${number} of ${total}`,
    isOpen,
  }
}
