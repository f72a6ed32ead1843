import type { DeskStore } from '@/components/editor/desk-store'

/** What somebody folded or unfolded, as long as the page lives: of one note, and of the part in all of them. */
const chosen = new WeakMap<DeskStore, Map<string, boolean>>()

/**
 * Whether a part of a note stands open: as it was left in this note; else where something in it is new or
 * asked for, or where the person last opened the same part of another note.
 */
export function isUnfolded(
  store: DeskStore,
  noteId: string,
  part: string,
  isAsked: boolean,
): boolean {
  const folds = chosen.get(store)
  return folds?.get(`${part} ${noteId}`) ?? (isAsked || (folds?.get(part) ?? false))
}

/** Keeps a person's choice; that a part opened by itself is none. */
export function keepFold(store: DeskStore, noteId: string, part: string, isOpen: boolean): void {
  const folds = chosen.get(store) ?? new Map<string, boolean>()
  folds.set(`${part} ${noteId}`, isOpen).set(part, isOpen)
  chosen.set(store, folds)
}
