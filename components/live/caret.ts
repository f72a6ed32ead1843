import { flushSync } from 'react-dom'

/** Twenty frames: a third of a second, in which an editor that takes another's place stands. */
const patience = 20

const fields = '.open input, .open textarea, .open .prose'

/**
 * Runs `change`, which may put other words into the field that somebody stands in, and leaves their
 * caret as many characters from the beginning as it was. Where the field keeps its words the caret is
 * left alone: whoever is typing moves it.
 */
export function keepingCaret(change: () => void): void {
  const field = document.activeElement?.closest<HTMLElement>(fields)
  if (!field || (isTyped(field) && field.selectionStart === null)) {
    change()
    return
  }
  const offset = offsetIn(field)
  const words = wordsIn(field)
  // At once, so that what differs afterwards is not what was typed meanwhile.
  flushSync(change)
  if (!field.isConnected) {
    if (!isTyped(field)) awaitSuccessor(offset, patience)
  } else if (wordsIn(field) !== words) place(field, offset)
}

/** A field of the browser's own. Only those for words have a caret: of the others it tells null. */
function isTyped(field: HTMLElement): field is HTMLInputElement | HTMLTextAreaElement {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
}

/** An explanation with other words is written in another editor, which comes a frame or two later. */
function awaitSuccessor(offset: number, frames: number): void {
  requestAnimationFrame(() => {
    const successor = document.querySelector<HTMLElement>('.open .prose[contenteditable]')
    if (successor) place(successor, offset)
    else if (frames > 0) awaitSuccessor(offset, frames - 1)
  })
}

function offsetIn(field: HTMLElement): number {
  if (isTyped(field)) return field.selectionStart ?? 0
  const selection = document.getSelection()
  if (!selection?.focusNode || !field.contains(selection.focusNode)) return 0
  const before = document.createRange()
  before.setStart(field, 0)
  before.setEnd(selection.focusNode, selection.focusOffset)
  return before.toString().length
}

function wordsIn(field: HTMLElement): string {
  return isTyped(field) ? field.value : (field.textContent ?? '')
}

function place(field: HTMLElement, offset: number): void {
  // Somebody who went elsewhere meanwhile is not called back.
  if (document.activeElement !== document.body && document.activeElement !== field) return
  field.focus({ preventScroll: true })
  if (isTyped(field)) {
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
