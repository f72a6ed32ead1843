'use client'

import { type Run, runsAgainst } from '@/components/annotations/word-runs'
import { useStore } from '@/components/editor/desk-context'
import type { NoteField } from '@/components/editor/note-fields'
import type { AnnotationContent } from '@/lib/domain/annotations'
import { formatPartialDate } from '@/lib/domain/dates'
import { wordsOf } from '@/lib/domain/rich-text'
import type { Rating } from '@/lib/domain/scales'
import { verdictReasons } from '@/lib/domain/scales'
import { stanceWords } from '@/lib/domain/sources'
import { inQuotes } from '@/lib/domain/text'

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
    wordsOfField(field, each, store.desk.ratings, span => store.wordsAt(span))
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

function wordsOfField(
  field: NoteField,
  content: AnnotationContent,
  ratings: readonly Rating[],
  quoteAt: (span: { start: number; end: number }) => string,
): string {
  switch (field) {
    case 'anchors':
      return content.anchors.map(span => inQuotes(quoteAt(span))).join(' … ')
    case 'claim':
      return content.claim || 'No claim yet.'
    case 'claimant.name':
      return content.claimant.name || 'Nobody named yet.'
    case 'claimant.role':
      return content.claimant.role || 'No office or role yet.'
    case 'claimant.saidOn':
      return formatPartialDate(content.claimant.saidOn) || 'No date yet.'
    case 'claimant.saidWhere':
      return content.claimant.saidWhere || 'No place yet.'
    case 'ratingKey':
      return ratings.find(({ key }) => key === content.ratingKey)?.word ?? 'No verdict'
    case 'reasons':
      return content.reasons.map(reason => verdictReasons[reason]).join(', ') || 'None'
    case 'explanation':
      return wordsOf(content.explanation) || 'No explanation yet.'
    case 'citations':
      return (
        content.citations
          .map(({ title, url, stance, passage }) =>
            [title || url || 'Untitled', stanceWords[stance].toLowerCase(), passage]
              .filter(Boolean)
              .join(', '),
          )
          .join('; ') || 'None'
      )
  }
}
