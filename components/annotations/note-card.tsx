'use client'

import { isHeldBack } from '@/components/editor/autosave'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { emptyVerdict, nameOfNote, numbersOf, ratingOf } from '@/components/editor/numbering'
import { isLineOnly } from '@/components/editor/use-shown-notes'
import { CardNews } from '@/components/live/note-news'
import { titleOfNote } from '@/components/settling/settling'
import { UnsettledMark } from '@/components/settling/unsettled-mark'
import { FrozenRating } from '@/components/ui/frozen-rating'
import { RatingMark } from '@/components/ui/rating-mark'
import { StateMark } from '@/components/ui/state-mark'
import { RetiredLine } from '@/components/undo/retired-line'
import type { AnnotationView } from '@/lib/domain/annotations'
import { inQuotes } from '@/lib/domain/text'
import './note.css'

/** A note at rest: a verdict, a claim and a name. */
export function NoteCard({ note, onOpen }: { note: AnnotationView; onOpen: () => void }) {
  const isRetired = useDesk(state => isLineOnly(note, state.justRetired))
  return isRetired ? <RetiredLine note={note} /> : <Card note={note} onOpen={onOpen} />
}

function Card({ note, onOpen }: { note: AnnotationView; onOpen: () => void }) {
  const store = useStore()
  const number = useDesk(state => numbersOf(state.notes).get(note.id))
  const isHeld = useDesk(({ saves: { [note.id]: save } }) => save !== undefined && isHeldBack(save))
  const rating = ratingOf(note, store.desk.ratings)
  const inDraft = useDesk(state => state.drafting?.places.get(note.id)?.title ?? null)
  const unsettled = titleOfNote(note) ?? inDraft
  const { language } = store.desk.article
  return (
    <article className={`card r-${unsettled ? 'none' : (rating?.tint ?? 'none')}`}>
      <button type="button" className="c-btn" aria-expanded="false" onClick={onOpen}>
        <span className="n-num" aria-hidden={number === undefined}>
          {number ?? ''}
          {number === undefined && <span className="sr">{nameOfNote(note, number)}</span>}
        </span>
        <span className="c-line">
          {unsettled ? (
            <FrozenRating rating={rating} empty={emptyVerdict(note)} />
          ) : (
            <RatingMark rating={rating} empty={emptyVerdict(note)} />
          )}
          {unsettled ? (
            <UnsettledMark title={unsettled} />
          ) : (
            note.state !== 'to_check' && <StateMark state={note.state} />
          )}
        </span>
        <Claim note={note} language={language} />
        <span className="c-who">
          {isHeld && <b className="held">Not saved · </b>}
          <CardNews id={note.id} />
          {whoOf(note)}
        </span>
      </button>
    </article>
  )
}

function Claim({ note, language }: { note: AnnotationView; language: string }) {
  const { claim } = note.content
  if (claim)
    return (
      <span className="c-claim" dir="auto">
        {claim}
      </span>
    )
  if (note.state === 'to_check') return null
  return (
    <span className="c-claim c-quoted" lang={language} dir="auto">
      {inQuotes((note.anchors[0] ?? note.unsettled[0])?.quote ?? '')}
    </span>
  )
}

function whoOf(note: AnnotationView): string {
  if (note.state === 'to_check') return `Marked by ${note.owner.name}, nobody has taken it`
  const open = note.threads.filter(({ resolvedAt }) => resolvedAt === null).length
  return [note.owner.name, open > 0 && (open === 1 ? '1 remark' : `${open} remarks`)]
    .filter(Boolean)
    .join(' · ')
}
