'use client'

import { type ReadContent, wordsOfField } from '@/components/annotations/field-text'
import { type Run, runsAgainst } from '@/components/annotations/word-runs'
import { useStore } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import type { NoteField } from '@/components/editor/note-fields'
import type { AnnotationContent } from '@/lib/domain/annotations'

/** What is said of a field that has nothing in it. */
const emptyWords: Record<NoteField, string> = {
  anchors: 'No words.',
  claim: 'No claim yet.',
  'claimant.name': 'Nobody named yet.',
  'claimant.role': 'No office or role yet.',
  'claimant.saidOn': 'No date yet.',
  'claimant.saidWhere': 'No place yet.',
  ratingKey: 'No verdict',
  reasons: 'None',
  explanation: 'No explanation yet.',
  citations: 'None',
}

/** One field of a note in words, with what is not in the other version marked. */
export function FieldWords({
  field,
  content,
  against,
}: {
  field: NoteField
  content: AnnotationContent
  against: AnnotationContent
}) {
  const store = useStore()
  const words = (each: AnnotationContent) =>
    wordsOfField(field, asRead(store, each)) || emptyWords[field]
  return (
    <p dir="auto">
      <Marked runs={runsAgainst(words(content), words(against))} />
    </p>
  )
}

function Marked({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ words, isNew, at }) =>
    isNew ? <ins key={at}>{words}</ins> : <span key={at}>{words}</span>,
  )
}

/** A content that counts in the revision on the page. */
function asRead(store: DeskStore, content: AnnotationContent): ReadContent {
  return {
    ...content,
    anchors: content.anchors.map(span => ({ quote: store.wordsAt(span) })),
    rating: store.desk.ratings.find(({ key }) => key === content.ratingKey) ?? null,
  }
}
