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

/** Over the last lines of the text in sight, beside an open note and never over it. */
function placeOver(line: HTMLElement, text: HTMLElement): void {
  const { left, right } = text.getBoundingClientRect()
  const { bottom } = sightOfArticle()
  const note = document.querySelector('.open')?.getBoundingClientRect()
  const isBeside = note && note.left > left && note.bottom > bottom - 4 * air
  const end = isBeside ? Math.min(right, note.left - air) : right
  line.style.setProperty('--left', `${left}px`)
  line.style.setProperty('--room', `${end - left}px`)
  line.style.setProperty('--up', `${window.innerHeight - bottom + air}px`)
}
