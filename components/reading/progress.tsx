'use client'

import { useEffect, useState } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { browserStorage } from '@/components/editor/local-copies'
import { goToParagraph, keepPlace, lastPlace, placeKey } from '@/components/reading/places'
import { useWhere, type Where } from '@/components/reading/use-where'
import './reading.css'

/**
 * Where one is: the number that stands beside the paragraph, and how many there are. The place is
 * kept in this browser whenever somebody stops scrolling.
 */
export function Progress() {
  const where = useWhere()
  useKept(where)
  if (!where || where.of < 2) return null
  return (
    <span className="progress num">
      <span aria-hidden="true">¶</span>
      <span className="sr">Paragraph</span> {where.at} of {where.of}
    </span>
  )
}

/** Offered to whoever comes back, and never to who came for a certain place. */
export function GoOn() {
  const store = useStore()
  const [paragraph, setParagraph] = useState<number | null>(null)
  useEffect(() => {
    const query = new URLSearchParams(window.location.search)
    if (query.has('note') || query.has('at')) return
    const { revision } = store.desk
    const last = lastPlace(browserStorage(), placeKey(store), revision.id)
    setParagraph(last && last.paragraph > 1 ? last.paragraph : null)
  }, [store])
  if (paragraph === null) return null
  return (
    <span className="go-on">
      <button type="button" className="link" onClick={() => goToParagraph(store, paragraph)}>
        Go on at paragraph {paragraph}
      </button>
    </span>
  )
}

function useKept(where: Where | null): void {
  const store = useStore()
  useEffect(() => {
    if (!where?.isScrolled) return
    const kept = { revisionId: store.desk.revision.id, paragraph: where.at }
    keepPlace(browserStorage(), placeKey(store), kept)
  }, [store, where])
}
