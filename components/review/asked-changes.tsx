'use client'

import { RemarkWords } from '@/components/mentions/remark-words'
import { useMoment } from '@/components/review/use-moment'
import type { AnnotationView } from '@/lib/domain/annotations'
import './review.css'

/** What a reviewer wants changed, at the head of the note: it is what its author came for. */
export function AskedChanges({ note }: { note: AnnotationView }) {
  const moment = useMoment()
  const newest = [...note.reviews].sort((a, b) => b.at.localeCompare(a.at))[0]
  if (newest?.decision !== 'ask_changes') return null
  return (
    <div className="say r-asked">
      <p>
        <b>{newest.reviewer.name} asked for changes</b>, {moment(newest.at)}:
      </p>
      <blockquote dir="auto">
        <RemarkWords body={newest.comment} />
      </blockquote>
    </div>
  )
}
