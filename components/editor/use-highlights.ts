'use client'

import type { Editor } from '@tiptap/react'
import { useLayoutEffect, useMemo } from 'react'
import type { Drafting } from '@/components/drafting/drafting'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import { emptyVerdict, nameOfNote, numbersOf, ratingOf } from '@/components/editor/numbering'
import { useDrawnDrafts } from '@/components/editor/use-drawn-drafts'
import { useShownNotes } from '@/components/editor/use-shown-notes'
import { openPlace } from '@/components/settling/settle-actions'
import { changedSpan, isUnsettled, otherPlaces, titleOfNote } from '@/components/settling/settling'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { Rating } from '@/lib/domain/scales'
import { type Highlight, showHighlights } from '@/lib/editor/highlights'

/** Draws the notes on the page into the text, and again when one of them changes. */
export function useHighlights(editor: Editor | null): void {
  const store = useStore()
  const { notes, all, openId } = useShownNotes()
  const drafts = useDrawnDrafts()
  const settling = useDesk(state => state.settling)
  const drafting = useDesk(state => state.drafting)
  const highlights = useMemo(() => {
    const numbers = numbersOf(all)
    const shown = drafting ? notes.filter(({ id }) => drafting.places.has(id)) : notes
    const drawn = shown.map(note =>
      highlightOf(note, store.desk.ratings, {
        number: numbers.get(note.id),
        isOpen: note.id === openId,
        content: drafts.get(note.id) ?? note.content,
        places: note.id === openId && settling ? placesShown(store) : noPlaces,
      }),
    )
    return drafting ? drawn.map(each => inDraft(each, drafting)) : drawn
  }, [notes, all, openId, drafts, settling, drafting, store])

  useLayoutEffect(() => {
    if (editor && !editor.isDestroyed) showHighlights(editor.view, highlights)
  }, [editor, highlights])
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
  {
    number,
    isOpen,
    content,
    places,
  }: {
    number: number | undefined
    isOpen: boolean
    content: Pick<AnnotationView['content'], 'anchors' | 'ratingKey'>
    places: Places
  },
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
    label: number === undefined ? nameOfNote(note, number) : `Note ${number}: ${word}`,
    isOpen,
  }
}
