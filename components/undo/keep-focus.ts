import type { DeskStore } from '@/components/editor/desk-store'

/**
 * Where what had the focus is gone from the page, it goes on in the open note, else in the article; asked
 * with the next frame, when the page shows what has been done.
 */
export function keepFocus(store: DeskStore): void {
  requestAnimationFrame(() => {
    const { activeElement, body } = document
    if (activeElement && activeElement !== body) return
    const { openId, wish } = store.get()
    if (openId) store.patch({ wish: { for: 'note', turn: wish.turn + 1 } })
    else store.view?.focus()
  })
}

/** The card after a line that goes, else the one before it; in the list of a phone its way out. */
export function focusNeighbour(line: Element): void {
  const list = line.closest('.notes-sheet, .margin')
  const all = list?.querySelectorAll<HTMLElement>(
    '.c-btn, .retired-acts button, .notes-sheet > .o-head button',
  )
  const others = [...(all ?? [])].filter(each => !line.contains(each))
  const isAfter = (each: Element) =>
    (line.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const next = others.find(isAfter) ?? others.at(-1)
  next?.focus({ preventScroll: true })
}
