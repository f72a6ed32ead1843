import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { type DocumentText, documentTextOf } from '@/lib/document/positions'
import type { Span } from '@/lib/domain/anchoring/anchors'
import type { Edge } from '@/lib/domain/extents'

/** What can be dragged, and what is drawn of a change that is under way. */
export interface Extents {
  /** The places of the open note; empty where the person may not change them. */
  places: readonly Span[]
  /** The place whose extent is being changed, as it would be. */
  drawn: { index: number; span: Span } | null
}

export interface ExtentHandleOptions {
  /** An end was dragged to `offset` of the text; `exact`: to the very character, and not to a word. */
  onDrag: (index: number, edge: Edge, offset: number, exact: boolean) => void
  /** It was let go there; false: the person went back. */
  onDrop: (isKept: boolean) => void
  /** It was pressed and let go without being dragged. */
  onTap: (index: number) => void
  /** Top and bottom of what is in sight of the text, in px on the screen. */
  sight: () => { top: number; bottom: number }
}

const none: Extents = { places: [], drawn: null }

const pluginKey = new PluginKey<Extents>('extentHandles')

/** Handles at both ends of the open note's words, and the extent that a change under way would give them. */
export const ExtentHandles = Extension.create<ExtentHandleOptions>({
  name: 'extentHandles',
  addOptions: () => ({
    onDrag: () => {},
    onDrop: () => {},
    onTap: () => {},
    sight: () => ({ top: 0, bottom: window.innerHeight }),
  }),
  addProseMirrorPlugins() {
    return [extentPlugin(this.options)]
  },
})

/** Shows these handles and no others. */
export function showExtents(
  view: Pick<EditorView, 'state' | 'dispatch'>,
  extents: Extents | null,
): void {
  const before = pluginKey.getState(view.state)
  const after = extents ?? none
  if (before && before.places.length === 0 && after.places.length === 0) return
  view.dispatch(view.state.tr.setMeta(pluginKey, after))
}

/** The same as a plugin of ProseMirror. */
export function extentPlugin(options: ExtentHandleOptions): Plugin<Extents> {
  return new Plugin<Extents>({
    key: pluginKey,
    state: {
      init: () => none,
      apply: (transaction, extents) =>
        transaction.getMeta(pluginKey) ?? (transaction.docChanged ? none : extents),
    },
    props: { decorations: drawExtent },
    view: view => new HandleLayer(view, options),
  })
}

/** The words as they would be, and those of before that would be left out. */
function drawExtent(state: EditorState): DecorationSet | undefined {
  const { places, drawn } = pluginKey.getState(state) ?? none
  const before = drawn && places[drawn.index]
  if (!drawn || !before) return undefined
  const text = documentTextOf(state.doc)
  const draw = (span: Span, look: string) =>
    text.rangesOf(span).map(({ from, to }) => Decoration.inline(from, to, { class: look }))
  return DecorationSet.create(state.doc, [
    ...draw(drawn.span, 'extent'),
    ...leftOut(before, drawn.span).flatMap(span => draw(span, 'extent-off')),
  ])
}

/** The parts of `before` that are not in `after`. */
export function leftOut(before: Span, after: Span): Span[] {
  return [
    { start: before.start, end: Math.min(before.end, after.start) },
    { start: Math.max(before.start, after.end), end: before.end },
  ].filter(({ start, end }) => start < end)
}

interface Drag {
  index: number
  edge: Edge
  /** From the pointer to the middle of the line at which it took hold, in px. */
  dx: number
  dy: number
  /** Where it took hold. */
  from: { x: number; y: number }
  /** Null until it has moved. */
  last: { x: number; y: number; exact: boolean } | null
  frame: number
}

/** 4 px: less is a hand that trembles. */
const dragAfter = 4

/** 56 px from the end of what is in sight, where the page begins to scroll, by 10 px each frame. */
const scrollZone = 56
const scrollStep = 10

/**
 * The handles lie over the text and not in it: nothing of a line moves for them, and they stay the
 * same elements while they are dragged and the text below is drawn anew.
 */
class HandleLayer {
  readonly #layer = document.createElement('div')
  readonly #handles = new Map<string, HTMLElement>()
  readonly #observer = new ResizeObserver(() => this.#plan())
  #frame = 0
  #drag: Drag | null = null

  constructor(
    readonly view: EditorView,
    readonly options: ExtentHandleOptions,
  ) {
    this.#layer.className = 'extent-layer'
    // The keys and the buttons in the note do the same for those who cannot see or drag.
    this.#layer.setAttribute('aria-hidden', 'true')
    this.#observer.observe(view.dom)
    document.addEventListener('keydown', this.#press, true)
  }

  update(view: EditorView, before: EditorState): void {
    if (pluginKey.getState(view.state) !== pluginKey.getState(before)) this.#plan()
  }

  destroy(): void {
    this.#endDrag()
    cancelAnimationFrame(this.#frame)
    this.#observer.disconnect()
    document.removeEventListener('keydown', this.#press, true)
    this.#layer.remove()
  }

  /** Measured once for each frame, after the text is drawn. */
  #plan(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#place())
  }

  #place(): void {
    const { places, drawn } = pluginKey.getState(this.view.state) ?? none
    if (this.#layer.parentNode !== this.view.dom.parentNode)
      this.view.dom.parentNode?.append(this.#layer)
    const text = documentTextOf(this.view.state.doc)
    const origin = this.#layer.getBoundingClientRect()
    const wanted = new Set<string>()
    places.forEach((place, index) => {
      const span = drawn?.index === index ? drawn.span : place
      for (const edge of ['start', 'end'] as const) {
        const line = this.#lineAt(text, span, edge)
        const handle = this.#handle(index, edge)
        wanted.add(handle.dataset.key ?? '')
        handle.style.left = `${line.left - origin.left}px`
        handle.style.top = `${line.top - origin.top}px`
        handle.style.height = `${line.bottom - line.top}px`
      }
    })
    for (const [key, handle] of this.#handles)
      if (!wanted.has(key)) {
        handle.remove()
        this.#handles.delete(key)
      }
  }

  #lineAt(text: DocumentText, { start, end }: Span, edge: Edge) {
    if (edge === 'start') return this.view.coordsAtPos(text.positionAt(start), 1)
    return lastEdge(this.view, text.positionAt(end))
  }

  #handle(index: number, edge: Edge): HTMLElement {
    const key = `${index} ${edge}`
    const known = this.#handles.get(key)
    if (known) return known
    const handle = document.createElement('div')
    handle.className = `extent-handle at-${edge}`
    handle.dataset.key = key
    handle.append(document.createElement('span'))
    handle.addEventListener('pointerdown', event => this.#begin(handle, index, edge, event))
    handle.addEventListener('pointermove', event => this.#move(event))
    handle.addEventListener('pointerup', () => this.#drop(true))
    handle.addEventListener('pointercancel', () => this.#drop(false))
    // The text keeps the focus and its selection.
    handle.addEventListener('mousedown', event => event.preventDefault())
    this.#handles.set(key, handle)
    this.#layer.append(handle)
    return handle
  }

  #begin(handle: HTMLElement, index: number, edge: Edge, event: PointerEvent): void {
    if (event.button !== 0) return
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
    const line = handle.getBoundingClientRect()
    this.#drag = {
      index,
      edge,
      dx: line.left - event.clientX,
      dy: (line.top + line.bottom) / 2 - event.clientY,
      from: { x: event.clientX, y: event.clientY },
      last: null,
      frame: 0,
    }
  }

  #move(event: PointerEvent): void {
    const drag = this.#drag
    if (!drag) return
    const { clientX: x, clientY: y, altKey: exact } = event
    const distance = Math.hypot(x - drag.from.x, y - drag.from.y)
    if (!drag.last && distance < dragAfter) return
    drag.last = { x, y, exact }
    this.#follow(drag)
    cancelAnimationFrame(drag.frame)
    drag.frame = requestAnimationFrame(() => this.#scroll(drag))
  }

  #follow({ index, edge, dx, dy, last }: Drag): void {
    const place = last && this.view.posAtCoords({ left: last.x + dx, top: last.y + dy })
    if (!place) return
    const offset = documentTextOf(this.view.state.doc).offsetAt(
      place.pos,
      edge === 'start' ? 1 : -1,
    )
    this.options.onDrag(index, edge, offset, last.exact)
  }

  /** As long as the pointer rests at the end of what is in sight, the page goes on below it. */
  #scroll(drag: Drag): void {
    const { last } = drag
    if (drag !== this.#drag || !last) return
    const { top, bottom } = this.options.sight()
    const step =
      last.y < top + scrollZone ? -scrollStep : last.y > bottom - scrollZone ? scrollStep : 0
    const before = window.scrollY
    if (step !== 0) window.scrollBy({ top: step, behavior: 'instant' })
    if (window.scrollY === before) return
    this.#follow(drag)
    drag.frame = requestAnimationFrame(() => this.#scroll(drag))
  }

  #drop(isKept: boolean): void {
    const drag = this.#drag
    this.#endDrag()
    if (!drag) return
    if (drag.last) this.options.onDrop(isKept)
    else if (isKept) this.options.onTap(drag.index)
  }

  #endDrag(): void {
    cancelAnimationFrame(this.#drag?.frame ?? 0)
    this.#drag = null
  }

  readonly #press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.#drag) return
    event.preventDefault()
    event.stopPropagation()
    this.#drop(false)
  }
}

/**
 * Where the character before `position` ends on the screen: at its right, or at its left in a script
 * that is written so. The number of a note, which follows its last word, lies beyond.
 */
function lastEdge(view: EditorView, position: number) {
  const begin = view.coordsAtPos(position - 1, 1)
  const { node, offset } = view.domAtPos(position - 1, 1)
  if (!(node instanceof Text) || offset >= node.length) return view.coordsAtPos(position, -1)
  const range = document.createRange()
  range.setStart(node, offset)
  range.setEnd(node, offset + 1)
  const { left, right, top, bottom } = range.getBoundingClientRect()
  const isLeftward = Math.abs(right - begin.left) < Math.abs(left - begin.left)
  return { left: isLeftward ? left : right, top, bottom }
}
