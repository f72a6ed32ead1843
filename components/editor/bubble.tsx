'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'
import { beginLook } from '@/components/coverage/look-actions'
import { coverageNow } from '@/components/coverage/looking'
import { isSheet } from '@/components/editor/article-view'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { DeskState, DeskStore } from '@/components/editor/desk-store'
import { addNote, addWords, copyLink, noteForWords } from '@/components/editor/note-actions'
import { numbersOf } from '@/components/editor/numbering'
import { growSelection, wholeSelection } from '@/components/marking/selecting'
import { letSentenceGo } from '@/components/marking/tapping'
import { isMarking, takeSelectedWords } from '@/components/settling/settle-actions'
import { CloseButton } from '@/components/ui/close-button'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { sentencesIn } from '@/lib/domain/coverage'

/** 8 px between the words and the bubble. */
const distance = 8

/** 28 px: the distance from the edge of the screen and some air, where the bubble stands at the thumb. */
const thumbRoom = 28

/** Three quarters: a sheet that was made taller than that leaves no line of the article to select in. */
const mostOfWindow = 0.75

/**
 * What can be done with the selected words, or with a sentence that was tapped: below them or above, and
 * never over them.
 */
export function Bubble({ spread }: { spread: RefObject<HTMLElement | null> }) {
  const store = useStore()
  const isSelection = useDesk(state => state.selection !== null)
  const words = useDesk(wordsInHand)
  const trouble = useDesk(state => state.troubles[''])
  const place = usePlace(spread, store, words)
  const isLooking = useDesk(state => state.looking !== null)
  if (!words || isLooking) return null

  return (
    <div
      className={place.isUp ? 'bubble is-up' : 'bubble'}
      role="toolbar"
      aria-label={isSelection ? 'Selected words' : 'This sentence'}
      style={
        {
          '--top': `${place.top}px`,
          '--left': `${place.left}px`,
          '--lift': `${place.lift}px`,
        } as React.CSSProperties
      }
      // The selection stays where it is: a press here does not take the focus from the text.
      onPointerDown={event => event.preventDefault()}
    >
      {isSelection ? <ForSelection /> : <ForSentence sentence={words} />}
      {trouble && (
        <p className="bubble-say" role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}

/** None while a draft is edited: what is selected there counts in other words than the notes do. */
export function wordsInHand({ drafting, selection, tapped }: DeskState): Span | null {
  return drafting ? null : (selection ?? tapped)
}

function ForSelection() {
  const store = useStore()
  const isBusy = useDesk(state => state.isBusy)
  const isOff = useIsOff()
  const target = useTarget()
  useDesk(state => state.settling)
  // Another selection may cut other words.
  useDesk(state => state.selection)
  return (
    <>
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
    </>
  )
}

function ForSentence({ sentence }: { sentence: Span }) {
  const store = useStore()
  const isOff = useIsOff()
  useDesk(state => state.notes)
  const here = sentencesIn(coverageNow(store).sentences, sentence)
  return (
    <>
      <BubbleButton name="Add note" shown="N" isBusy={isOff} run={() => addNote(store, false)} />
      <BubbleButton name="To check" shown="T" isBusy={isOff} run={() => addNote(store, true)} />
      {here.some(({ kind }) => kind !== 'noted') && (
        <BubbleButton name="Looked at" shown="L" isBusy={isOff} run={() => beginLook(store)} />
      )}
      <CloseButton name="Close" onClick={() => letSentenceGo(store)} />
    </>
  )
}

/** Why stands in the bar. */
function useIsOff(): boolean {
  return useDesk(state => state.isBusy || state.isOutdated)
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
  words: Span | null,
): Place {
  const openId = useDesk(state => state.openId)
  const [place, setPlace] = useState<Place>({ top: 0, left: 0, isUp: false, lift: 0 })
  useLayoutEffect(() => {
    if (!words) return
    const update = () => setPlace(before => placeAt(spread.current, store, words, openId) ?? before)
    update()
    window.addEventListener('resize', update)
    document.addEventListener('scrollend', update)
    return () => {
      window.removeEventListener('resize', update)
      document.removeEventListener('scrollend', update)
    }
  }, [spread, store, words, openId])
  return place
}

interface Place {
  /** In px from the corner of the text, where the pointer is fine. */
  top: number
  left: number
  /** Under fingers it stands at the thumb, unless it would lie on the selected words there. */
  isUp: boolean
  /** Height in px of the sheet that it stands above, on a phone. */
  lift: number
}

/** Below the last line of the words; above the first where there is no room below. */
function placeAt(
  spread: HTMLElement | null,
  { view, text }: DeskStore,
  { start, end }: Span,
  openId: string | null,
): Place | null {
  if (!spread || !view) return null
  const first = view.coordsAtPos(text.positionAt(start), 1)
  const last = view.coordsAtPos(text.positionAt(end), -1)
  const origin = spread.getBoundingClientRect()
  const bubble = spread.querySelector<HTMLElement>('.bubble')
  const [width, height] = [bubble?.offsetWidth ?? 300, bubble?.offsetHeight ?? 34]
  const keys = document.querySelector('.keys')?.getBoundingClientRect().top || window.innerHeight
  const below = last.bottom + distance
  const top = below + height < keys ? below : first.top - distance - height
  // On one line it begins with the selection; over several it ends near the last word.
  const isOneLine = Math.abs(first.top - last.top) < 4
  const begin = isOneLine ? first.left : last.left - width / 2
  const article = view.dom.getBoundingClientRect()
  const left = Math.max(article.left, Math.min(begin, article.right - width))
  const lift = heightOfSheet(openId)
  const thumb = window.innerHeight - lift - height - thumbRoom
  const isUp = last.bottom > thumb && first.top < window.innerHeight && first.top > thumb / 2
  return { top: top - origin.top, left: left - origin.left, isUp, lift }
}

/** Of the open note's sheet; 0 where there is none, or where it covers the words too. */
function heightOfSheet(openId: string | null): number {
  const sheet = openId !== null && isSheet() ? document.querySelector('.margin .open') : null
  const height = sheet?.getBoundingClientRect().height ?? 0
  return height < window.innerHeight * mostOfWindow ? height : 0
}
