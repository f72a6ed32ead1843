'use client'

import type { Editor } from '@tiptap/react'
import { useEffect, useLayoutEffect } from 'react'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import {
  dropOvertaken,
  extendingNow,
  isExtentOvertaken,
  placesToExtend,
} from '@/components/marking/extents'
import { type Extents, showExtents } from '@/lib/editor/extent-handles'

/** Draws handles at the words of the open note, and the extent that they are being given. */
export function useExtents(editor: Editor | null): void {
  const store = useStore()
  // The same words stay the same: nothing is drawn again while somebody writes.
  const shown = useDesk(() => JSON.stringify(extentsOf(store)))
  useLayoutEffect(() => {
    if (editor && !editor.isDestroyed) showExtents(editor.view, JSON.parse(shown) as Extents)
  }, [editor, shown])
  const isOvertaken = useDesk(() => isExtentOvertaken(store))
  useEffect(() => {
    if (isOvertaken) dropOvertaken(store)
  }, [store, isOvertaken])
}

function extentsOf(store: DeskStore): Extents {
  const places = placesToExtend(store)?.places ?? []
  const now = extendingNow(store)
  return { places, drawn: now && { index: now.index, span: now.span } }
}
