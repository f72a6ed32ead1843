'use client'

import { createContext, type ReactNode, useContext, useRef, useSyncExternalStore } from 'react'
import type { Save } from '@/components/editor/autosave'
import type { DeskState, DeskStore } from '@/components/editor/desk-store'
import { notesById } from '@/components/editor/numbering'

const Context = createContext<DeskStore | null>(null)

export function DeskProvider({ store, children }: { store: DeskStore; children: ReactNode }) {
  return <Context value={store}>{children}</Context>
}

export function useStore(): DeskStore {
  const store = useContext(Context)
  if (!store) throw new Error('This belongs inside the editor page.')
  return store
}

/** A part of the page's state. `select` gives back what stands in the state, or a plain value. */
export function useDesk<T>(select: (state: DeskState) => T): T {
  const store = useStore()
  const snapshot = () => select(store.get())
  return useSyncExternalStore(store.subscribe, snapshot, snapshot)
}

/** The save of a note, or a stand-in with its saved words while nobody has written in it. */
export function useSave(id: string): Save | null {
  const store = useStore()
  const begun = useDesk(state => state.saves[id])
  const version = useDesk(state => notesById(state.notes).get(id)?.version)
  const standIn = useRef<{ id: string; version: number | undefined; save: Save | null }>(null)
  if (begun) return begun
  if (standIn.current?.id !== id || standIn.current.version !== version)
    standIn.current = { id, version, save: store.save(id) }
  return standIn.current.save
}
