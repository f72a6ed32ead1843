'use client'

import { useState } from 'react'
import { PlacementIcon, PlacementMark } from '@/components/revisions/placement-mark'
import {
  countedOf,
  isOfSentence,
  isReworded,
  placementOrder,
  placementWords,
  sentenceWords,
} from '@/components/revisions/placement-words'
import type { Script } from '@/components/revisions/text-comparison'
import { WordChange } from '@/components/revisions/word-change'
import { FrozenRating } from '@/components/ui/frozen-rating'
import { Quotes } from '@/components/ui/quotes'
import { RatingMark } from '@/components/ui/rating-mark'
import { StateMark } from '@/components/ui/state-mark'
import { describeChange } from '@/lib/domain/anchoring/changes/words'
import type { PlacementKind } from '@/lib/domain/anchoring/placements'
import type { PlacedAnchor, PlacedNote } from '@/lib/domain/revisions'

/** What the notes are shown with. */
export interface NewWording {
  names: { older: string; newer: string }
  script: Script
  /** The new text. */
  text: string
}

/** What would become of every note: those that need a person first, the untouched ones folded away. */
export function PlacedNotes({
  notes,
  wording,
}: {
  notes: readonly PlacedNote[]
  wording: NewWording
}) {
  const groups = placementOrder
    .flatMap(kind => {
      const those = notes.filter(note => note.placement === kind)
      const isAround = (note: PlacedNote) => isOfSentence(note) || isReworded(note)
      const around = those.filter(isAround)
      const rest = those.filter(note => !isAround(note))
      const own = { kind, notes: rest, isAround: false }
      const others = { kind, notes: around, isAround: true }
      // What was edited is the graver; what stays is folded away, and stands last.
      return kind === 'changed' ? [own, others] : [others, own]
    })
    .filter(group => group.notes.length > 0)
  return (
    <section className="q-section v-notes" aria-labelledby="placed">
      <header>
        <h2 id="placed">What becomes of the notes</h2>
        {notes.length > 0 && <p>Those that wait for a person stand first</p>}
      </header>
      {groups.map(group => (
        <Group key={`${group.kind} ${group.isAround}`} {...group} wording={wording} />
      ))}
      {notes.length === 0 && (
        <p className="say-0">No note rests on this text yet, so nothing has to be settled.</p>
      )}
    </section>
  )
}

/** "11 kept, 1 moved", each with its sign. */
export function PlacementCounts({ counts }: { counts: Record<PlacementKind, number> }) {
  return (
    <ul className="v-counts">
      {countedOf(counts).map(({ kind, count }) => (
        <li key={kind} className={`p-${kind}`}>
          <PlacementIcon placement={kind} />
          <b className="num">{count}</b> {placementWords[kind].word.toLowerCase()}
        </li>
      ))}
    </ul>
  )
}

/** 300 notes: as many stand in the page from the start, for their numbers in the text lead to them. */
const eagerLimit = 300

function Group({
  kind,
  notes,
  isAround,
  wording,
}: {
  kind: PlacementKind
  notes: readonly PlacedNote[]
  /** Of the sentence around the words, which are the same. */
  isAround: boolean
  wording: NewWording
}) {
  const { word, means } = (isAround && sentenceWords[kind]) || placementWords[kind]
  const [isOpen, setOpen] = useState(false)
  const title = (
    <>
      <PlacementIcon placement={kind} />
      {word} <span className="num">{notes.length}</span>
    </>
  )
  const list = () => (
    <ul>
      {notes.map(note => (
        <Note key={note.annotationId} note={note} wording={wording} />
      ))}
    </ul>
  )
  if (kind === 'kept' && !isAround)
    return (
      <details className="v-group p-kept" onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>
          <h3>{title}</h3> <span className="v-means">{means}</span>
        </summary>
        {(isOpen || notes.length <= eagerLimit) && list()}
      </details>
    )
  return (
    <div className={`v-group p-${kind}`}>
      <h3>{title}</h3>
      <p className="v-means">{means}</p>
      {list()}
    </div>
  )
}

function Note({ note, wording }: { note: PlacedNote; wording: NewWording }) {
  // Words that stayed are worth a line only where others of the same note did not.
  const shown = note.anchors.filter(({ placement }) => placement === note.placement)
  const others = note.anchors.filter(anchor => !shown.includes(anchor))
  const isKept = note.placement === 'kept' || note.placement === 'moved'
  return (
    <li className="v-note" id={`note-${note.annotationId}`} tabIndex={-1}>
      <p className="v-head">
        <b className="num">{note.number || '–'}</b>
        {isKept ? <RatingMark rating={note.rating} /> : <FrozenRating rating={note.rating} />}
        <StateMark state={note.state} />
        {note.voidsApproval && <strong className="v-void">Its approval will be voided.</strong>}
      </p>
      {note.claim && (
        <p className="v-claim" dir="auto">
          {note.claim}
        </p>
      )}
      {[...shown, ...others].map(anchor => (
        <Words
          key={anchor.ordinal}
          anchor={anchor}
          wording={wording}
          isNamed={note.anchors.length > 1}
        />
      ))}
    </li>
  )
}

/** The words of one anchor before, and what stands there now. */
function Words({
  anchor,
  wording,
  isNamed,
}: {
  anchor: PlacedAnchor
  wording: NewWording
  isNamed: boolean
}) {
  const { names, script } = wording
  const change = anchor.change ? describeChange(anchor.change) : ''
  // Of words that are the same, the sentence is shown that is not.
  const { before, after } = anchor.sentence ?? anchor
  const isChange = anchor.placement === 'changed' || before !== after
  return (
    <div className={`v-anchor is-${anchor.placement}`}>
      {isNamed && <PlacementMark placement={anchor.placement} />}
      {(anchor.sentence || change) && (
        <p className="v-why">
          {anchor.sentence && aroundWords(anchor)} {change}
        </p>
      )}
      {anchor.start !== null && isChange ? (
        <WordChange
          before={before}
          after={after}
          {...(anchor.sentence && { own: anchor })}
          names={names}
          script={script}
        />
      ) : (
        <p className="v-quote">
          <Quotes words={anchor.before}>
            <bdi lang={script.language} dir={script.direction}>
              {anchor.before}
            </bdi>
          </Quotes>
        </p>
      )}
      {anchor.placement === 'lost' && (
        <p className="v-why">Not found in {names.newer.toLowerCase()}.</p>
      )}
      {anchor.placement === 'ambiguous' && <Candidates anchor={anchor} wording={wording} />}
    </div>
  )
}

/** That the words are the same, and only their sentence is not. */
function aroundWords({ before, placement }: PlacedAnchor): string {
  const shown = before.length > 60 ? `${before.slice(0, 60).replace(/\s\S*$/u, '')}…` : before
  return placement === 'changed'
    ? `“${shown}” stands there still, but the sentence around it says something else.`
    : `The sentence around “${shown}” changed.`
}

/** 40 characters either side tell one place from another. */
const around = 40

function Candidates({
  anchor: { candidates },
  wording: { text, script },
}: {
  anchor: PlacedAnchor
  wording: NewWording
}) {
  return (
    <>
      <p className="v-why">
        {candidates.length === 1 ? 'May stand here:' : `Stands in ${candidates.length} places:`}
      </p>
      <ul className="v-places">
        {candidates.slice(0, 5).map(({ start, end }) => (
          <li key={start} lang={script.language} dir={script.direction}>
            …{text.slice(Math.max(0, start - around), start)}
            <mark className="r-none">{text.slice(start, end)}</mark>
            {text.slice(end, end + around)}…
          </li>
        ))}
      </ul>
    </>
  )
}
