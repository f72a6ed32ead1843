'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { NoteForm } from '@/components/annotations/note-form'
import { NoteHistory } from '@/components/annotations/note-history'
import { NoteReading } from '@/components/annotations/note-reading'
import { NoteSays } from '@/components/annotations/note-says'
import { SaveState } from '@/components/annotations/save-state'
import { StaleChoice } from '@/components/annotations/stale-choice'
import { useFootInSight } from '@/components/annotations/use-foot-in-sight'
import { isSheet } from '@/components/editor/article-view'
import { useDesk, useSave, useStore } from '@/components/editor/desk-context'
import type { DeskState, DeskStore } from '@/components/editor/desk-store'
import { closeNote, copyLink, isSetAside } from '@/components/editor/note-actions'
import { emptyVerdict, nameOfNote, numbersOf } from '@/components/editor/numbering'
import { ownForms } from '@/components/editor/writing-place'
import { NoteNews } from '@/components/live/note-news'
import { AlsoHere } from '@/components/marking/also-here'
import { AskedChanges } from '@/components/review/asked-changes'
import { ChangedSince } from '@/components/review/changed-since'
import { RemarkList } from '@/components/review/remark-list'
import { submitOpenNote } from '@/components/review/review-actions'
import { ReviewPanel } from '@/components/review/review-panel'
import { SetAside } from '@/components/review/set-aside'
import { SettlePanel } from '@/components/settling/settle-panel'
import { isUnsettled, titleOfNote } from '@/components/settling/settling'
import { FrozenRating } from '@/components/ui/frozen-rating'
import { takesLetters } from '@/components/ui/letter-keys'
import { RatingMark } from '@/components/ui/rating-mark'
import { StateMark } from '@/components/ui/state-mark'
import { UndoButtons } from '@/components/undo/undo-buttons'
import { useTurnedPlace } from '@/components/undo/use-turned-place'
import type { AnnotationView } from '@/lib/domain/annotations'
import { mayEdit } from '@/lib/domain/roles'
import { openNoteId } from '@/lib/editor/highlight-signs'
import './note.css'

/** The one open note: what is said of the words, on what evidence, and what colleagues think of it. */
export function OpenNote({ note }: { note: AnnotationView }) {
  const store = useStore()
  const save = useSave(note.id)
  const [isTall, setTall] = useState(false)
  const frame = useWish()
  useTurnedPlace(note.id, frame)
  useFootInSight(frame)
  const rating = store.desk.ratings.find(
    ({ key }) => key === (save?.draft ?? note.content).ratingKey,
  )
  const number = useDesk(state => numbersOf(state.notes).get(note.id))
  const name = nameOfNote(note, number)
  const unsettled = titleOfNote(note)
  const stale = save?.phase.kind === 'stale' ? save.phase.current : null

  return (
    <article
      ref={frame}
      id={openNoteId(note.id)}
      className={`open r-${unsettled ? 'none' : (rating?.tint ?? 'none')} ${isTall ? 'is-tall' : ''}`}
      aria-label={name}
      tabIndex={-1}
      onKeyDownCapture={event => sendOnCtrlEnter(store, event)}
    >
      <header className="o-head">
        {number !== undefined && <span className="n-num">{number}</span>}
        {unsettled ? (
          <FrozenRating rating={rating ?? null} empty={emptyVerdict(note)} />
        ) : (
          <RatingMark rating={rating ?? null} empty={emptyVerdict(note)} />
        )}
        {!unsettled && note.state !== 'to_check' && <StateMark state={note.state} />}
        {save && !unsettled ? <SaveState note={note} save={save} /> : <span className="saved" />}
        <HeadButton
          className="tall-btn"
          name={isTall ? 'Make the note lower' : 'Make the note taller'}
          path={isTall ? 'm3.5 6 4.5 4.5L12.5 6' : 'm3.5 10.5 4.5-4.5 4.5 4.5'}
          run={() => setTall(!isTall)}
        />
        <HeadButton
          name={`Close ${name.toLowerCase()} (Escape)`}
          path="m4 4 8 8m0-8-8 8"
          run={() => closeNote(store)}
        />
      </header>
      <AlsoHere note={note} />
      <NoteNews note={note} />
      <NoteSays note={note} save={save} />
      <div className="o-body">
        <SettlePanel note={note} />
        <AskedChanges note={note} />
        <ChangedSince note={note} />
        {stale && save ? (
          <StaleChoice key={stale.version} note={note} save={save} current={stale} />
        ) : (
          <NoteBody note={note} />
        )}
        <RemarkList key={note.id} note={note} />
        <NoteHistory note={note} />
      </div>
      <footer className="o-foot">
        {!stale && <NextStep note={note} />}
        <UndoButtons />
        <button type="button" className="link" onClick={() => copyLink(store)}>
          Copy link
        </button>
      </footer>
    </article>
  )
}

function NoteBody({ note }: { note: AnnotationView }) {
  const store = useStore()
  const save = useSave(note.id)
  const isDrafting = useDesk(state => state.drafting !== null)
  if (isDrafting || isUnsettled(note)) return <FrozenNote note={note} isDrafting={isDrafting} />
  const isWritten = mayEdit(store.actor, note) && !isSetAside(note)
  return isWritten && save ? <NoteForm note={note} save={save} /> : <NoteReading note={note} />
}

/** What comes next for the note stays in sight below it, however long it is. */
function NextStep({ note }: { note: AnnotationView }) {
  const isDrafting = useDesk(state => state.drafting !== null)
  if (isDrafting || (isUnsettled(note) && note.state !== 'to_check')) return null
  return isSetAside(note) ? <SetAside note={note} /> : <ReviewPanel note={note} />
}

/** A note whose words are to be settled, or just being edited: all of it to read, none of it to write. */
function FrozenNote({ note, isDrafting }: { note: AnnotationView; isDrafting: boolean }) {
  return (
    <>
      <p className="help frozen-why">
        {isDrafting
          ? 'Notes are only read while the draft is edited. These are the words they were written for.'
          : 'Nothing here can be changed before the words are settled: all of it was written for the older ones.'}
      </p>
      <NoteReading note={note} />
    </>
  )
}

function HeadButton({
  name,
  path,
  run,
  className = '',
}: {
  name: string
  path: string
  run: () => void
  className?: string
}) {
  return (
    <button type="button" className={`icon-btn ${className}`} aria-label={name} onClick={run}>
      <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="1.4" />
      </svg>
    </button>
  )
}

/**
 * Ctrl and Enter, from any field of the note: sends the note, or the decision or reason that is being written
 * at its foot. A remark is sent by Enter alone.
 */
export function sendOnCtrlEnter(store: DeskStore, event: KeyboardEvent): void {
  const isIt = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey
  const field = event.target
  if (!isIt || !(field instanceof HTMLElement) || field.closest('.thread')) return
  const form = takesLetters(field) ? field.closest<HTMLFormElement>(ownForms) : null
  if (!form && field.closest('.review, .settle')) return
  event.preventDefault()
  event.stopPropagation()
  if (form) form.requestSubmit()
  else submitOpenNote(store)
}

/** The turn of the last wish that was granted on a page: the next note to open does not grant it again. */
const granted = new WeakMap<DeskStore, number>()

/** Puts the focus where the last action wished it: into the claim of a new note, else on the note. */
function useWish() {
  const store = useStore()
  const wish = useDesk((state: DeskState) => state.wish)
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    if (wish.turn === (granted.get(store) ?? 0)) return
    granted.set(store, wish.turn)
    const claim = wish.for === 'claim' && frame.current?.querySelector('textarea')
    const panel = wish.for === 'settle' && frame.current?.querySelector<HTMLElement>('.settle')
    const question = wish.for === 'question' && frame.current?.querySelector<HTMLElement>('.voids')
    const target = claim || question || panel || frame.current
    // A phone's keyboard would cover the sheet that has just come up.
    if (claim && !isSheet()) claim.setSelectionRange(claim.value.length, claim.value.length)
    if (isSheet() && !question) frame.current?.focus({ preventScroll: true })
    else target?.focus({ preventScroll: target !== question })
  }, [store, wish])
  return frame
}
