'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'
import { beginLook } from '@/components/coverage/look-actions'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import { addNote, addWords, copyLink, noteForWords } from '@/components/editor/note-actions'
import { numbersOf } from '@/components/editor/numbering'
import { growSelection, wholeSelection } from '@/components/marking/selecting'
import { isMarking, takeSelectedWords } from '@/components/settling/settle-actions'

/** 8 px between the words and the bubble. */
const distance = 8

/** 28 px: the distance from the edge of the screen and some air, where the bubble stands at the thumb. */
const thumbRoom = 28

/** What can be done with the selected words, below them or above, and never over them. */
export function Bubble({ spread }: { spread: RefObject<HTMLElement | null> }) {
  const store = useStore()
  const selection = useDesk(state => state.selection)
  const trouble = useDesk(state => state.troubles[''])
  const isBusy = useDesk(state => state.isBusy)
  // Why stands in the bar.
  const isOff = useDesk(state => state.isBusy || state.isOutdated)
  const target = useTarget()
  useDesk(state => state.settling)
  const place = usePlace(spread, store, selection !== null)
  const isDrafting = useDesk(state => state.drafting !== null)
  const isLooking = useDesk(state => state.looking !== null)
  if (!selection || isDrafting || isLooking) return null

  return (
    <div
      className={place.isUp ? 'bubble is-up' : 'bubble'}
      role="toolbar"
      aria-label="Selected words"
      style={{ '--top': `${place.top}px`, '--left': `${place.left}px` } as React.CSSProperties}
      // The selection stays where it is: a press here does not take the focus from the text.
      onPointerDown={event => event.preventDefault()}
    >
      {isMarking(store) ? (
        <BubbleButton
          name="Put the note on these words"
          shown="Enter"
          isBusy={isOff}
          run={() => takeSelectedWords(store)}
        />
      ) : (
        <>
          <BubbleButton
            name="Add note"
            shown="N"
            isBusy={isOff}
            run={() => addNote(store, false)}
          />
          {target && (
            <BubbleButton name={target} shown="W" isBusy={isOff} run={() => addWords(store)} />
          )}
          <BubbleButton name="To check" shown="T" isBusy={isOff} run={() => addNote(store, true)} />
          <BubbleButton name="Looked at" shown="L" isBusy={isOff} run={() => beginLook(store)} />
        </>
      )}
      {wholeSelection(store) && (
        <BubbleButton
          name="Whole word"
          shown="V"
          isBusy={isBusy}
          run={() => growSelection(store)}
        />
      )}
      <BubbleButton name="Copy link" shown="C" isBusy={isBusy} run={() => copyLink(store)} />
      {trouble && (
        <p className="bubble-say" role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}

function BubbleButton({
  name,
  shown,
  isBusy,
  run,
}: {
  name: string
  shown: string
  isBusy: boolean
  run: () => unknown
}) {
  return (
    <button type="button" aria-keyshortcuts={shown} aria-disabled={isBusy} onClick={() => run()}>
      {name} <kbd>{shown}</kbd>
    </button>
  )
}

/** "Add to note 3", where a note is open that the person may add words to. */
function useTarget(): string | null {
  const store = useStore()
  const notes = useDesk(state => state.notes)
  useDesk(state => state.openId)
  const note = noteForWords(store)
  return note && `Add to note ${numbersOf(notes).get(note.id) ?? ''}`
}

function usePlace(
  spread: RefObject<HTMLElement | null>,
  store: DeskStore,
  isShown: boolean,
): Place {
  const selection = useDesk(state => state.selection)
  const [place, setPlace] = useState<Place>({ top: 0, left: 0, isUp: false })
  useLayoutEffect(() => {
    if (!isShown || !selection) return
    const update = () => setPlace(before => placeAt(spread.current, store) ?? before)
    update()
    window.addEventListener('resize', update)
    document.addEventListener('scrollend', update)
    return () => {
      window.removeEventListener('resize', update)
      document.removeEventListener('scrollend', update)
    }
  }, [spread, store, selection, isShown])
  return place
}

interface Place {
  /** In px from the corner of the text, where the pointer is fine. */
  top: number
  left: number
  /** Under fingers it stands at the thumb, unless it would lie on the selected words there. */
  isUp: boolean
}

/** Below the last line of the selection; above the first where there is no room below. */
function placeAt(spread: HTMLElement | null, { view }: DeskStore): Place | null {
  if (!spread || !view) return null
  const { from, to } = view.state.selection
  const [first, last] = [view.coordsAtPos(from, 1), view.coordsAtPos(to, -1)]
  const origin = spread.getBoundingClientRect()
  const bubble = spread.querySelector<HTMLElement>('.bubble')
  const [width, height] = [bubble?.offsetWidth ?? 300, bubble?.offsetHeight ?? 34]
  const keys = document.querySelector('.keys')?.getBoundingClientRect().top || window.innerHeight
  const below = last.bottom + distance
  const top = below + height < keys ? below : first.top - distance - height
  // On one line it begins with the selection; over several it ends near the last word.
  const isOneLine = Math.abs(first.top - last.top) < 4
  const start = isOneLine ? first.left : last.left - width / 2
  const text = view.dom.getBoundingClientRect()
  const left = Math.max(text.left, Math.min(start, text.right - width))
  const thumb = window.innerHeight - height - thumbRoom
  const isUp = last.bottom > thumb && first.top < window.innerHeight && first.top > thumb / 2
  return { top: top - origin.top, left: left - origin.left, isUp }
}
