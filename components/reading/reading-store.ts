'use client'

import { useSyncExternalStore } from 'react'
import { useStore } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import type { FoundPlace } from '@/lib/editor/found-words'

/** What somebody looks for in the article. */
export interface Search {
  words: string
  /** Whole words only. */
  isWhole: boolean
  /** In the order of the text. */
  places: readonly FoundPlace[]
  /** Index of the place that is looked at; -1: none. */
  at: number
  /** Where the looking began, as a position: longer words are looked for from there, too. */
  from: number
  /** Raised when the field is asked for again. */
  turn: number
}

/** How the article is read; nothing of it is anybody's work, so it stands apart from the desk's state. */
export interface ReadingState {
  search: Search | null
  isOutlineOpen: boolean
  /** Only the words and the open note are shown. */
  isFocused: boolean
}

export class ReadingStore {
  #state: ReadingState = { search: null, isOutlineOpen: false, isFocused: false }
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly get = (): ReadingState => this.#state

  patch(change: Partial<ReadingState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

const stores = new WeakMap<DeskStore, ReadingStore>()

/** The one store of a page's reading. */
export function readingOf(desk: DeskStore): ReadingStore {
  const store = stores.get(desk) ?? new ReadingStore()
  stores.set(desk, store)
  return store
}

/** A part of how the article is read. */
export function useReading<T>(select: (state: ReadingState) => T): T {
  const store = readingOf(useStore())
  const snapshot = () => select(store.get())
  return useSyncExternalStore(store.subscribe, snapshot, snapshot)
}
