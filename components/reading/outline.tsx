'use client'

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { notesOfParts, type PartNotes } from '@/components/reading/outline-notes'
import { blockInSight, goToBlock } from '@/components/reading/places'
import { readingOf, useReading } from '@/components/reading/reading-store'
import { CloseButton } from '@/components/ui/close-button'
import { RatingIcon } from '@/components/ui/rating-mark'
import { outlineOf, type Part, partAt } from '@/lib/document/outline'
import './reading.css'

/** The parts of the article beside it, with the notes in each; Enter goes there. */
export function Outline() {
  const reading = readingOf(useStore())
  const isOpen = useReading(state => state.isOutlineOpen)
  const sheet = useRef<HTMLDialogElement>(null)
  // Before the effects of what stands in it: a line of a sheet that is not shown takes no focus.
  useLayoutEffect(() => {
    sheet.current?.togglePopover(isOpen)
  }, [isOpen])
  const close = () => reading.patch({ isOutlineOpen: false })
  // Not modal: making the rest of the page inert takes seconds where the article is a book.
  return (
    <dialog
      ref={sheet}
      className="outline"
      popover="auto"
      aria-labelledby="outline-title"
      onToggle={event => reading.patch({ isOutlineOpen: event.newState === 'open' })}
    >
      <div className="o-head">
        <h2 id="outline-title">Outline</h2>
        <CloseButton name="Close the outline" onClick={close} />
      </div>
      {isOpen && <Parts close={close} />}
    </dialog>
  )
}

function Parts({ close }: { close: () => void }) {
  const store = useStore()
  const notes = useDesk(state => state.notes)
  const areComing = useDesk(state => state.areNotesComing)
  const list = useRef<HTMLOListElement>(null)
  const [{ parts, here }] = useState(() => {
    const { view } = store
    const found = view ? outlineOf(view.state.doc) : []
    return { parts: found, here: view ? partAt(found, blockInSight(view)) : -1 }
  })
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [])
  if (parts.length === 0) return <p className="help">This article has no words yet.</p>
  const counted = notesOfParts(parts, notes, store.desk.ratings)
  return (
    <ol ref={list} onKeyDown={moveFocus}>
      {parts.map((part, index) => (
        <PartLine
          key={part.block}
          part={part}
          notes={areComing ? null : counted[index]}
          isHere={index === here}
          go={() => {
            close()
            // The sheet gives the focus back to where it came from first.
            requestAnimationFrame(() => goToBlock(store, part.block, 'top'))
          }}
        />
      ))}
    </ol>
  )
}

/** Eight signs, and how many more there are, fit on a line. */
const mostSigns = 8

function PartLine({
  part: { title, level, paragraph },
  notes = { signs: [], words: 'no notes' },
  isHere,
  go,
}: {
  part: Part
  /** Null: not known yet. */
  notes: PartNotes | null | undefined
  isHere: boolean
  go: () => void
}) {
  const { language } = useStore().desk.article
  return (
    <li className={`level-${level}`}>
      <button type="button" aria-current={isHere ? 'location' : undefined} onClick={go}>
        <span className="num" aria-hidden="true">
          {paragraph}
        </span>
        <span className="part-title" lang={title ? language : undefined} dir="auto">
          {title || 'Opening'}
        </span>
        <span className="sr">, {notes?.words ?? 'notes not here yet'}</span>
        <span className="part-signs" aria-hidden="true">
          {notes ? <Signs signs={notes.signs} /> : <span className="num">…</span>}
        </span>
      </button>
    </li>
  )
}

function Signs({ signs }: Pick<PartNotes, 'signs'>) {
  return (
    <>
      {signs.slice(0, mostSigns).map(({ id, icon, tint }) => (
        <span key={id} className={`r-${tint}`}>
          <RatingIcon name={icon} />
        </span>
      ))}
      {signs.length > mostSigns && <span className="num">+{signs.length - mostSigns}</span>}
    </>
  )
}

/** Up, down, Home and End; Tab goes on as everywhere. */
function moveFocus(event: KeyboardEvent<HTMLOListElement>): void {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const at = lines.indexOf(document.activeElement as HTMLElement)
  const targets: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: lines.length - 1,
  }
  const target = targets[event.key]
  if (target === undefined) return
  event.preventDefault()
  lines[target]?.focus()
}
