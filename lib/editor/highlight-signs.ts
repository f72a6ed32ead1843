import { Decoration, type EditorView } from '@tiptap/pm/view'
import type { Highlight } from '@/lib/editor/highlights'
import { whenIdle } from '@/lib/editor/idle'

export interface SignOptions {
  /** Somebody followed the number of a note. */
  onFollow: (id: string) => void
  /** The address a number leads to, so that it can be opened in another tab. */
  addressOf: (id: string) => string
}

/** 100 at once: more than stand in a window. A note that is put in front of thousands renumbers them all. */
const atOnce = 100

/** The id of the sign after the place of a note that is the `ordinal`th from 0. */
export function signId(noteId: string, ordinal: number): string {
  return `ref-${noteId}-${ordinal}`
}

/** The id of a note while it is open: its words lead to it. */
export function openNoteId(noteId: string): string {
  return `note-${noteId}`
}

/**
 * The numbers that stand after the last words of notes. What they say is no part of what is drawn: it
 * is written into the elements that are there, the nearest below a change at once and the others when
 * there is time, so that one more note does not draw every paragraph after it again.
 */
export class Signs {
  readonly #options: SignOptions
  readonly #notesIn: (view: EditorView) => ReadonlyMap<string, Highlight> | undefined
  readonly #elements = new Map<string, Set<HTMLElement>>()
  /** What the elements of a note say: asking thousands of them takes longer than one frame. */
  readonly #said = new Map<string, Pick<Highlight, 'sign' | 'label'>>()
  #cancel = () => {}

  constructor(
    options: SignOptions,
    notesIn: (view: EditorView) => ReadonlyMap<string, Highlight> | undefined,
  ) {
    this.#options = options
    this.#notesIn = notesIn
  }

  draw(position: number, note: Highlight, ordinal: number, isGap = false): Decoration {
    const { id, tint, isOpen } = note
    return Decoration.widget(
      position,
      view => this.#element(this.#notesIn(view)?.get(id) ?? note, ordinal, isGap),
      {
        side: -1,
        key: `${id}:${ordinal}:${tint}:${isOpen}:${isGap}`,
        ignoreSelection: true,
        stopEvent: () => true,
        destroy: element => this.#forget(id, element),
      },
    )
  }

  /** Writes what has changed since it was written last. */
  write(view: EditorView, notes: readonly Highlight[]): void {
    this.#cancel()
    const waiting = notes.filter(note => this.#isOld(note))
    let at = 0
    const writeSome = () => {
      for (const note of waiting.slice(at, at + atOnce)) this.#write(note)
      at += atOnce
      if (at < waiting.length && !view.isDestroyed) this.#cancel = whenIdle(writeSome)
    }
    writeSome()
  }

  stop(): void {
    this.#cancel()
  }

  /** Follows the number that was clicked beside: the words after it lie over the room it has to be pressed. */
  followBeside({ clientX, clientY, target }: MouseEvent): boolean {
    if (!(target instanceof Element) || target.closest('mark, a')) return false
    const sign = document
      .elementsFromPoint(clientX, clientY)
      .find(each => each instanceof HTMLElement && each.matches('a.ref[data-ref]'))
    const id = sign instanceof HTMLElement && sign.dataset.ref
    if (!id) return false
    this.#options.onFollow(id)
    return true
  }

  #isOld(note: Highlight): boolean {
    const said = this.#said.get(note.id)
    if (said === undefined || said === note) return false
    return said.sign !== note.sign || said.label !== note.label
  }

  #write(note: Highlight): void {
    const { id, sign, label } = note
    this.#said.set(id, note)
    for (const element of this.#elements.get(id) ?? []) {
      // The number is drawn by CSS: find-in-page and copying see the article's words only.
      if (element.dataset.sign !== sign) {
        element.dataset.sign = sign
        // How wide it is, for the stylesheet: nothing in the text has a style of its own.
        element.dataset.figures = String(sign.length)
      }
      element.setAttribute('aria-label', label)
    }
  }

  #element(note: Highlight, ordinal: number, isGap: boolean): HTMLElement {
    const { id, tint, isOpen } = note
    const link = document.createElement('a')
    link.id = signId(id, ordinal)
    link.className = `ref r-${tint ?? 'none'}${isGap ? ' gap' : ''}`
    link.href = this.#options.addressOf(id)
    link.contentEditable = 'false'
    link.tabIndex = 0
    link.dataset.ref = id
    if (isOpen) link.setAttribute('aria-current', 'true')
    link.addEventListener('click', event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      this.#options.onFollow(id)
    })
    this.#elements.set(id, (this.#elements.get(id) ?? new Set()).add(link))
    this.#write(note)
    return link
  }

  #forget(id: string, element: globalThis.Node): void {
    const elements = this.#elements.get(id)
    elements?.delete(element as HTMLElement)
    if (elements?.size !== 0) return
    this.#elements.delete(id)
    this.#said.delete(id)
  }
}
