'use client'

import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { closeFind, look, stepFind } from '@/components/reading/find-actions'
import { type Search, useReading } from '@/components/reading/reading-store'
import { CloseButton } from '@/components/ui/close-button'
import './reading.css'

/** Words in the article are looked for here; the browser's own way of finding them stays as it is. */
export function FindBar() {
  const search = useReading(state => state.search)
  return search && <Bar search={search} />
}

function Bar({ search }: { search: Search }) {
  const store = useStore()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const { turn } = search
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn asks for the field anew.
  useEffect(() => field.current?.select(), [turn])
  useSaid(search)

  return (
    <search
      className="find"
      aria-label="Find in the article"
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        closeFind(store)
      }}
    >
      <label className="sr" htmlFor={id}>
        Find in the article
      </label>
      <input
        ref={field}
        id={id}
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        placeholder="Find in the article"
        value={search.words}
        onChange={({ target }) => look(store, { words: target.value, isWhole: search.isWhole })}
        onKeyDown={event => step(event, direction => stepFind(store, direction))}
      />
      <span className="find-count num" aria-hidden="true">
        {countWords(search)}
      </span>
      <button type="button" className="link" onClick={() => stepFind(store, -1)}>
        Previous
      </button>
      <button type="button" className="link" onClick={() => stepFind(store, 1)}>
        Next
      </button>
      <button
        type="button"
        className="opt"
        aria-pressed={search.isWhole}
        onClick={() => look(store, { words: search.words, isWhole: !search.isWhole })}
      >
        Whole words
      </button>
      <CloseButton
        name="Close, and select what was found (Escape)"
        onClick={() => closeFind(store)}
      />
    </search>
  )
}

function step(event: KeyboardEvent, run: (direction: 1 | -1) => void): void {
  if (event.nativeEvent.isComposing) return
  const isBack = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
  if (!isBack && event.key !== 'Enter' && event.key !== 'ArrowDown') return
  event.preventDefault()
  run(isBack ? -1 : 1)
}

function countWords({ words, places, at }: Search): string {
  if (words.trim() === '') return ''
  return places.length === 0 ? 'Not found' : `${at + 1} of ${places.length}`
}

/** 400 ms: who still types does not want to hear of each letter. */
const pause = 400

/** Says how many there are, and which one is looked at, once the typing is done. */
function useSaid(search: Search): void {
  const store = useStore()
  const words = countWords(search)
  useEffect(() => {
    if (words === '') return
    const timer = setTimeout(() => store.say(words), pause)
    return () => clearTimeout(timer)
  }, [store, words])
}
