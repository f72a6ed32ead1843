'use client'

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import {
  closeLook,
  dropLook,
  leaveFor,
  mayAnswer,
  skipOpen,
  takeBack,
} from '@/components/coverage/look-actions'
import { type Looking, looksOf } from '@/components/coverage/looking'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import { lookReasons, lookReasonWords, wordOfReason } from '@/lib/domain/looks'
import { keyOf } from '@/lib/editor/keys'
import './coverage.css'

/** Why a sentence is left, asked at its words. Two keys are enough: L, and the digit of the reason. */
export function LookChooser({ spread }: { spread: RefObject<HTMLElement | null> }) {
  const looking = useDesk(state => state.looking)
  return looking && <Chooser looking={looking} spread={spread} />
}

interface Choice {
  name: string
  /** As it is shown, and as `keyOf` names it. */
  key: string
  /** Whether this is what was said; undefined where nothing was said yet. */
  isOn?: boolean | undefined
  run: (store: DeskStore) => void
}

function Chooser({ looking, spread }: { looking: Looking; spread: RefObject<HTMLElement | null> }) {
  const store = useStore()
  const bar = useRef<HTMLDivElement>(null)
  const place = usePlace(bar, spread, looking)
  const may = mayAnswer(store)
  const choices = may ? choicesFor(looking) : [closing]
  useLayoutEffect(() => {
    // Whoever presses Enter at once, or L again, gives no reason; on a sentence that was left, takes it back.
    if (looking)
      bar.current?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true })
  }, [looking])

  return (
    <div
      ref={bar}
      className="bubble look-chooser"
      role="toolbar"
      aria-label={questionFor(looking)}
      style={{ '--top': `${place.top}px`, '--left': `${place.left}px` } as React.CSSProperties}
      onPointerDown={event => event.preventDefault()}
      onKeyDown={event => press(event, store, choices)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) dropLook(store)
      }}
    >
      {looking.kind === 'left' && <p className="look-says">{leftSentence(looking, may)}</p>}
      {choices.map(({ name, key, isOn, run }) => (
        <button
          key={name}
          type="button"
          aria-keyshortcuts={key}
          aria-pressed={isOn}
          data-first={key === 'Enter' || undefined}
          onClick={() => run(store)}
        >
          {name} <kbd>{key}</kbd>
        </button>
      ))}
    </div>
  )
}

const closing: Choice = { name: 'Close', key: 'Enter', run: closeLook }

function choicesFor(looking: Looking): Choice[] {
  const isLeft = looking.kind === 'left'
  const given = isLeft ? new Set(looksOf(looking).map(look => look.reason)) : null
  const isOn = (reason: (typeof lookReasons)[number] | null) =>
    given ? given.size === 1 && given.has(reason) : undefined
  const none = { name: 'No reason', isOn: isOn(null), run: (to: DeskStore) => leaveFor(to, null) }
  return [
    ...lookReasons.map((reason, index) => ({
      name: lookReasonWords[reason].word,
      key: String(index + 1),
      isOn: isOn(reason),
      run: (to: DeskStore) => leaveFor(to, reason),
    })),
    { ...none, key: isLeft ? String(lookReasons.length + 1) : 'Enter' },
    isLeft
      ? { name: 'Take back', key: 'Enter', run: takeBack }
      : { name: 'Skip', key: 'G', run: skipOpen },
    { name: 'Close', key: 'Esc', run: closeLook },
  ]
}

function questionFor({ kind, sentences }: Looking): string {
  const which = sentences.length === 1 ? 'this sentence' : `these ${sentences.length} sentences`
  return kind === 'open' ? `Why leave ${which}?` : `What was said of ${which}`
}

/** "Left by Ines Calloway: opinion." */
function leftSentence(looking: Looking, may: boolean): string {
  const looks = looksOf(looking)
  const names = [...new Set(looks.map(look => look.by.name))]
  const reasons = [...new Set(looks.map(look => wordOfReason(look.reason).toLowerCase()))]
  const list = new Intl.ListFormat('en')
  const said = `Left by ${list.format(names)}: ${list.format(reasons)}.`
  return may ? said : `${said} Only whoever left it, or an editor, can change that.`
}

/** The digits and letters of the choices; L says again what Enter does; the arrows go from one to the next. */
function press(event: KeyboardEvent, store: DeskStore, choices: readonly Choice[]): void {
  const key = keyOf(event.nativeEvent)
  if (key === 'ArrowRight' || key === 'ArrowLeft') moveFocus(event, key === 'ArrowRight' ? 1 : -1)
  if (key === null || key === 'Enter' || key === 'Tab' || event.defaultPrevented) return
  const named = { L: 'Enter', Escape: 'Esc' }[key] ?? key
  event.preventDefault()
  event.stopPropagation()
  if (named === 'Esc') closeLook(store)
  else choices.find(choice => choice.key === named)?.run(store)
}

function moveFocus(event: KeyboardEvent, step: 1 | -1): void {
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}

/** 8 px between the words and the chooser, as for the bubble. */
const distance = 8

function usePlace(
  bar: RefObject<HTMLElement | null>,
  spread: RefObject<HTMLElement | null>,
  looking: Looking,
): { top: number; left: number } {
  const store = useStore()
  const [place, setPlace] = useState({ top: 0, left: 0 })
  useLayoutEffect(() => {
    const update = () =>
      setPlace(before => placeAt(bar.current, spread.current, store, looking) ?? before)
    update()
    window.addEventListener('resize', update)
    return () => window.removeEventListener('resize', update)
  }, [bar, spread, store, looking])
  return place
}

/** Below the last line of the sentences; above the first where there is no room below. */
function placeAt(
  bar: HTMLElement | null,
  spread: HTMLElement | null,
  { view, text }: DeskStore,
  { sentences }: Looking,
): { top: number; left: number } | null {
  const [first, last] = [sentences[0], sentences.at(-1)]
  if (!bar || !spread || !view || !first || !last) return null
  const from = view.coordsAtPos(text.positionAt(first.start), 1)
  const to = view.coordsAtPos(text.positionAt(last.end), -1)
  const origin = spread.getBoundingClientRect()
  const keys = document.querySelector('.keys')?.getBoundingClientRect().top || window.innerHeight
  const below = to.bottom + distance
  const top = below + bar.offsetHeight < keys ? below : from.top - distance - bar.offsetHeight
  uncover(bar, to.bottom)
  return { top: top - origin.top, left: 0 }
}

/** Under a finger the chooser stands at the foot of the screen: the words are moved from behind it. */
function uncover(bar: HTMLElement, bottom: number): void {
  if (getComputedStyle(bar).position !== 'fixed') return
  const hidden = bottom + distance - bar.getBoundingClientRect().top
  if (hidden > 0) window.scrollBy({ top: hidden, behavior: 'instant' })
}
