'use client'

import type { Editor } from '@tiptap/react'
import { useLayoutEffect, useMemo } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { emptyVerdict, nameOfNote, numbersOf, ratingOf } from '@/components/editor/numbering'
import { useDrawnDrafts } from '@/components/editor/use-drawn-drafts'
import { useShownNotes } from '@/components/editor/use-shown-notes'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { Rating } from '@/lib/domain/scales'
import { type Highlight, showHighlights } from '@/lib/editor/highlights'

/** Draws the notes on the page into the text, and again when one of them changes. */
export function useHighlights(editor: Editor | null): void {
  const store = useStore()
  const { notes, all, openId } = useShownNotes()
  const drafts = useDrawnDrafts()
  const highlights = useMemo(() => {
    const numbers = numbersOf(all)
    return notes.map(note =>
      highlightOf(note, store.desk.ratings, {
        number: numbers.get(note.id),
        isOpen: note.id === openId,
        content: drafts.get(note.id) ?? note.content,
      }),
    )
  }, [notes, all, openId, drafts, store])

  useLayoutEffect(() => {
    if (editor && !editor.isDestroyed) showHighlights(editor.view, highlights)
  }, [editor, highlights])
}

function highlightOf(
  note: AnnotationView,
  ratings: readonly Rating[],
  {
    number,
    isOpen,
    content,
  }: {
    number: number | undefined
    isOpen: boolean
    content: Pick<AnnotationView['content'], 'anchors' | 'ratingKey'>
  },
): Highlight {
  const rating = ratings.find(({ key }) => key === content.ratingKey) ?? ratingOf(note, ratings)
  const word = content.ratingKey === null ? emptyVerdict(note) : rating?.word
  return {
    id: note.id,
    spans: content.anchors,
    tint: content.ratingKey === null ? null : (rating?.tint ?? null),
    sign: number === undefined ? '?' : String(number),
    label: number === undefined ? nameOfNote(note, number) : `Note ${number}: ${word}`,
    isOpen,
  }
}
