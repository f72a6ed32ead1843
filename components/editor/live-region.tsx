'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { sightOfArticle } from '@/components/editor/article-view'
import { useDesk, useStore } from '@/components/editor/desk-context'
import './live-region.css'

/**
 * Says to screen readers what the eye sees happen, and never while typing goes well. What follows at once
 * stands below what was said before it, so that neither takes the other's place unheard. What nothing on
 * the page shows passes before the eye, too.
 */
export function LiveRegion() {
  const said = useDesk(state => state.said)
  const passing = useDesk(state => state.passing)
  return (
    <div role="log" aria-label="What happened">
      {said.map(({ turn, words }) => (
        <Message key={turn} turn={turn} words={words} isPassing={turn === passing} />
      ))}
    </div>
  )
}

/** The same element whether it is seen or not, so that it is not heard twice. */
function Message({ turn, words, isPassing }: { turn: number; words: string; isPassing: boolean }) {
  const line = useRef<HTMLParagraphElement>(null)
  usePassing(line, turn, words, isPassing)
  return (
    <p ref={line} className={isPassing ? 'passing' : 'sr'}>
      <span>{words}</span>
    </p>
  )
}

/** One line at the lower edge of the text, which goes by itself. */
function usePassing(
  line: RefObject<HTMLElement | null>,
  turn: number,
  words: string,
  isPassing: boolean,
): void {
  const store = useStore()
  const openId = useDesk(state => state.openId)
  useEffect(() => {
    if (!isPassing) return
    const timer = setTimeout(() => {
      if (store.get().passing === turn) store.patch({ passing: null })
    }, timeToRead(words))
    return () => clearTimeout(timer)
  }, [store, turn, words, isPassing])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a note that opens takes some of the room.
  useLayoutEffect(() => {
    if (!isPassing) return
    const place = () => line.current && store.view && placeOver(line.current, store.view.dom)
    place()
    window.addEventListener('resize', place)
    return () => window.removeEventListener('resize', place)
  }, [line, store, isPassing, openId])
}

/** In milliseconds: three seconds to notice it, and a slow reader's 70 ms for each letter. */
export function timeToRead(words: string): number {
  return 3000 + 70 * words.length
}

/** 12 px: off the keys, and off the sheet of a phone. */
const air = 12

/** 160 px: the shorter messages stand there in one line, the others in a few. */
const least = 160

/** At the lower edge of what is in sight of the text. */
function placeOver(line: HTMLElement, text: HTMLElement): void {
  const { bottom } = sightOfArticle()
  const note = document.querySelector('.open')?.getBoundingClientRect()
  const words = text.getBoundingClientRect()
  const isAlone = !note && document.querySelector('.is-focused') !== null
  const width = document.documentElement.clientWidth
  const { left, right } = (isAlone && besideWords(words, width)) || overWords(words, note, bottom)
  line.style.setProperty('--left', `${left}px`)
  line.style.setProperty('--room', `${right - left}px`)
  line.style.setProperty('--up', `${window.innerHeight - bottom + air}px`)
}

interface Stretch {
  left: number
  right: number
}

/** Where the words stand alone the margin is empty, on whichever side it is; null where there is none. */
export function besideWords(words: Stretch, width: number): Stretch | null {
  const [before, after] = [words.left, width - words.right]
  if (Math.max(before, after) < least + 2 * air) return null
  return after >= before
    ? { left: words.right + air, right: width - air }
    : { left: air, right: words.left - air }
}

/** Over the last lines, beside an open note and never over it. */
function overWords(
  { left, right }: Stretch,
  note: (Stretch & { bottom: number }) | undefined,
  bottom: number,
): Stretch {
  const isBeside = note && note.left > left && note.bottom > bottom - 4 * air
  return { left, right: isBeside ? Math.min(right, note.left - air) : right }
}
