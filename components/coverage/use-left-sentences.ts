'use client'

import type { Editor } from '@tiptap/react'
import { useLayoutEffect, useMemo } from 'react'
import { useCoverage } from '@/components/coverage/use-coverage'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { Coverage } from '@/lib/domain/coverage'
import { wordOfReason } from '@/lib/domain/looks'
import { type LeftSentence, showLeft } from '@/lib/editor/left-sentences'

/** Draws a sign at every sentence that was left, but for a draft: there its words are on the way. */
export function useLeftSentences(editor: Editor | null): void {
  const store = useStore()
  const coverage = useCoverage()
  const isDrafting = useDesk(state => state.drafting !== null)
  const left = useMemo(
    () => (coverage && !isDrafting ? leftIn(coverage) : []),
    [coverage, isDrafting],
  )
  useLayoutEffect(() => {
    if (editor && !editor.isDestroyed) showLeft(editor.view, store.text, left)
  }, [editor, store, left])
}

function leftIn({ sentences }: Coverage): LeftSentence[] {
  return sentences.flatMap(each => {
    if (each.kind !== 'left') return []
    const [look] = each.looks
    const label = look ? `Looked at and left by ${look.by.name}: ${wordOfReason(look.reason)}` : ''
    return [{ start: each.start, end: each.end, label }]
  })
}
