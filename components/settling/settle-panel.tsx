'use client'

import { useDesk, useStore } from '@/components/editor/desk-context'
import { OutdatedWhy, useOff } from '@/components/review/outdated-why'
import { RetireForm } from '@/components/review/retire-form'
import { BothWordings } from '@/components/settling/both-wordings'
import { OtherPlaces } from '@/components/settling/other-places'
import {
  beginMarking,
  beginRetiring,
  confirmWords,
  dropPlace,
  goToNextUnsettled,
  hasOtherPlaces,
  leaveChoice,
  leftWords,
  lookAtPlaces,
  type OpenPlace,
  openPlace,
  takeSelectedWords,
} from '@/components/settling/settle-actions'
import { changedSpan, isUnsettled, otherPlaces, titleOf } from '@/components/settling/settling'
import type { AnnotationView } from '@/lib/domain/annotations'
import { mayEdit } from '@/lib/domain/roles'
import './settling.css'

/**
 * What a new revision did to the words of a note, and what a person can do about it: a program must not
 * say that a verdict holds for words it was not given to.
 */
export function SettlePanel({ note }: { note: AnnotationView }) {
  const store = useStore()
  const settling = useDesk(state => state.settling)
  const place = openPlace(store)
  if (place?.note.id === note.id) return <PlaceToSettle place={place} />
  const isDone = settling?.noteId === note.id && settling.mode === 'done'
  return isDone && !isUnsettled(note) && note.state !== 'retired' ? <Settled note={note} /> : null
}

function PlaceToSettle({ place }: { place: OpenPlace }) {
  const store = useStore()
  const { note, anchor, mode } = place
  const index = note.unsettled.indexOf(anchor)
  const { number } = store.desk.revision
  return (
    <section className="settle" aria-labelledby="settle-title" tabIndex={-1}>
      <h3 id="settle-title">
        {titleOf(anchor)}
        {note.unsettled.length > 1 && (
          <span className="settle-count">
            {' '}
            · place {index + 1} of {note.unsettled.length}
          </span>
        )}
      </h3>
      <BothWordings anchor={anchor} number={number} isMark={note.state === 'to_check'} />
      <OutdatedWhy />
      {mayEdit(store.actor, note) ? (
        <Choices key={`${anchor.ordinal}-${mode}`} place={place} />
      ) : (
        <p className="help">{note.owner.name} settles this, or an editor.</p>
      )}
    </section>
  )
}

function Choices({ place }: { place: OpenPlace }) {
  const store = useStore()
  switch (place.mode) {
    case 'choose':
      return <OtherPlaces place={place} />
    case 'mark':
      return <Marking />
    case 'retire':
      return <RetireForm note={place.note} onCancel={() => leaveChoice(store)} />
    case 'look':
    case 'done':
      return <FirstChoice place={place} />
  }
}

function FirstChoice({ place: { note, anchor } }: { place: OpenPlace }) {
  const store = useStore()
  const isChanged = changedSpan(anchor) !== null
  const others = otherPlaces(anchor, store.text.text).length
  return (
    <div className="settle-acts">
      {isChanged && (
        <SettleButton
          main
          name={anchor.sentence ? 'Confirm for the new sentence' : 'Confirm the new words'}
          shown="Y"
          run={confirmWords}
        />
      )}
      {others > 0 && (
        <SettleButton
          main={!isChanged}
          name={isChanged ? 'Choose another place…' : 'Choose its place…'}
          shown="P"
          run={each => lookAtPlaces(each, 1)}
        />
      )}
      <SettleButton
        main={!isChanged && others === 0}
        name="Mark the words again…"
        shown="M"
        run={beginMarking}
      />
      {hasOtherPlaces(note) && (
        <SettleButton name="Leave this place out" shown="X" run={dropPlace} />
      )}
      <SettleButton name="Retire…" shown="R" run={beginRetiring} />
    </div>
  )
}

/** The words are being selected in the article. */
function Marking() {
  const store = useStore()
  const hasWords = useDesk(state => state.selection !== null)
  const { isOff, off } = useOff()
  return (
    <>
      <p>
        Select the words in the article
        <span className="by-key">
          , then press <kbd>Enter</kbd>
        </span>
        .
      </p>
      {/* A press here does not take the selection from the text. */}
      <div className="settle-acts" onPointerDown={event => event.preventDefault()}>
        <button
          type="button"
          className={hasWords ? 'btn btn-main' : 'btn'}
          {...off}
          aria-disabled={isOff || !hasWords}
          onClick={() => !isOff && takeSelectedWords(store)}
        >
          Put the note on the selected words
        </button>
        <button type="button" className="btn" onClick={() => leaveChoice(store)}>
          Back <kbd>Esc</kbd>
        </button>
      </div>
    </>
  )
}

function Settled({ note }: { note: AnnotationView }) {
  const store = useStore()
  const left = useDesk(state => state.notes.filter(isUnsettled).length)
  return (
    <section className="settle is-done" aria-label="Settled" tabIndex={-1}>
      <p>
        <b>Settled.</b>{' '}
        {note.state !== 'to_check' &&
          'See that claim and verdict hold for these words; the note is reviewed again. '}
        {leftWords(store)}
      </p>
      {left > 0 && (
        <div className="settle-acts">
          <SettleButton main name="Next to settle" shown="U" run={goToNextUnsettled} />
        </div>
      )}
    </section>
  )
}

function SettleButton({
  name,
  shown,
  main = false,
  run,
}: {
  name: string
  shown: string
  main?: boolean
  run: (store: ReturnType<typeof useStore>) => unknown
}) {
  const store = useStore()
  const { isOff, off } = useOff()
  return (
    <button
      type="button"
      className={main ? 'btn btn-main' : 'btn'}
      aria-keyshortcuts={shown}
      {...off}
      onClick={() => !isOff && run(store)}
    >
      {name} <kbd>{shown}</kbd>
    </button>
  )
}
