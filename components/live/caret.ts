/** Twenty frames: a third of a second, in which an editor that takes another's place stands. */
const patience = 20

/**
 * Runs `change`, which may put other words into the field that somebody stands in, and leaves their
 * caret as many characters from the beginning as it was.
 */
export function keepingCaret(change: () => void): void {
  const field = document.activeElement?.closest<HTMLElement>('.open textarea, .open .prose')
  if (!field) {
    change()
    return
  }
  const offset = offsetIn(field)
  const words = wordsIn(field)
  change()
  restore(field, words, offset, patience)
}

function restore(field: HTMLElement, words: string, offset: number, frames: number): void {
  requestAnimationFrame(() => {
    const selector = field instanceof HTMLTextAreaElement ? null : '.open .prose'
    const now =
      field.isConnected || !selector ? field : document.querySelector<HTMLElement>(selector)
    if (now?.isConnected && (now !== field || wordsIn(now) !== words)) place(now, offset)
    else if (frames > 0) restore(field, words, offset, frames - 1)
  })
}

function offsetIn(field: HTMLElement): number {
  if (field instanceof HTMLTextAreaElement) return field.selectionStart
  const selection = document.getSelection()
  if (!selection?.focusNode || !field.contains(selection.focusNode)) return 0
  const before = document.createRange()
  before.setStart(field, 0)
  before.setEnd(selection.focusNode, selection.focusOffset)
  return before.toString().length
}

function wordsIn(field: HTMLElement): string {
  return field instanceof HTMLTextAreaElement ? field.value : (field.textContent ?? '')
}

function place(field: HTMLElement, offset: number): void {
  // Somebody who went elsewhere meanwhile is not called back.
  if (document.activeElement !== document.body && document.activeElement !== field) return
  field.focus({ preventScroll: true })
  if (field instanceof HTMLTextAreaElement) {
    field.setSelectionRange(offset, offset)
    return
  }
  const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (left <= length) {
      document.getSelection()?.collapse(node, left)
      return
    }
    left -= length
  }
}
