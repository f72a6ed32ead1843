import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { blockBelow, type Sight } from '@/lib/editor/sight'

/** A place that was found, in ProseMirror positions. */
export interface FoundPlace {
  from: number
  to: number
}

interface FoundState {
  /** In the order of the text. */
  places: readonly FoundPlace[]
  /** Index of the place that is looked at; -1: none. */
  at: number
  /** Only what lies here is drawn: a letter stands in an article ten thousand times. */
  sight: Sight
  set: DecorationSet
}

type Change = Partial<Pick<FoundState, 'places' | 'at' | 'sight'>>

const nothing: FoundState = {
  places: [],
  at: -1,
  sight: { from: 0, to: 0 },
  set: DecorationSet.empty,
}

const pluginKey = new PluginKey<FoundState>('foundWords')

/** Draws the places where words were found, those in sight only. */
export const FoundWords = Extension.create({
  name: 'foundWords',
  addProseMirrorPlugins: () => [foundPlugin()],
})

/** Shows these places, the one at the index `at` above the others. No place: shows nothing. */
export function showFound(
  view: Pick<EditorView, 'state' | 'dispatch'>,
  places: readonly FoundPlace[],
  at: number,
): void {
  change(view, { places, at })
}

/** Draws what was found in this part of the document, and nothing elsewhere. */
export function lookAt(view: Pick<EditorView, 'state' | 'dispatch'>, sight: Sight): void {
  change(view, { sight })
}

/** What is drawn, for those who have no window to look at. */
export function foundIn(state: EditorState): DecorationSet {
  return pluginKey.getState(state)?.set ?? DecorationSet.empty
}

/** The same as a plugin of ProseMirror. */
export function foundPlugin(): Plugin<FoundState> {
  return new Plugin<FoundState>({
    key: pluginKey,
    state: { init: () => nothing, apply: applyChange },
    props: { decorations: foundIn },
    view: view => new Looker(view),
  })
}

function change(view: Pick<EditorView, 'state' | 'dispatch'>, changes: Change): void {
  view.dispatch(view.state.tr.setMeta(pluginKey, changes))
}

function applyChange(transaction: Transaction, state: FoundState): FoundState {
  const changes: Change | undefined = transaction.getMeta(pluginKey)
  if (changes) return draw(transaction.doc, { ...state, ...changes })
  // In a draft that is typed in, places are found anew as soon as the typing is done.
  if (!transaction.docChanged || state.places.length === 0) return state
  return { ...state, set: state.set.map(transaction.mapping, transaction.doc) }
}

function draw(doc: Node, state: FoundState): FoundState {
  const { places, at, sight } = state
  const drawn = places.flatMap(({ from, to }, index) =>
    index === at || (from < sight.to && to > sight.from)
      ? [Decoration.inline(from, to, { class: index === at ? 'found is-looked-at' : 'found' })]
      : [],
  )
  return { ...state, set: drawn.length ? DecorationSet.create(doc, drawn) : DecorationSet.empty }
}

/** Tells the plugin what is in sight, as long as there are places to show. */
class Looker {
  #frame = 0

  constructor(readonly view: EditorView) {
    window.addEventListener('scroll', this.#look, { passive: true })
    window.addEventListener('resize', this.#look)
  }

  update(view: EditorView, before: EditorState): void {
    const places = pluginKey.getState(view.state)?.places
    if (places?.length && places !== pluginKey.getState(before)?.places) this.#look()
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    window.removeEventListener('scroll', this.#look)
    window.removeEventListener('resize', this.#look)
  }

  readonly #look = (): void => {
    if (!pluginKey.getState(this.view.state)?.places.length) return
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      const known = pluginKey.getState(this.view.state)
      // One window above and below what is in sight is drawn too, so most scrolling draws nothing.
      const now = sightOf(this.view, 0)
      if (known?.places.length && !(known.sight.from <= now.from && now.to <= known.sight.to))
        lookAt(this.view, sightOf(this.view, window.innerHeight))
    })
  }
}

/** What is in the window, and as much beyond it as `around` px reach, in whole blocks. */
function sightOf(view: EditorView, around: number): Sight {
  const { doc } = view.state
  const first = blockBelow(view.dom, -around)
  const last = blockBelow(view.dom, window.innerHeight + around)
  return { from: startOf(doc, first), to: startOf(doc, last + 1) }
}

/** Where a block of the document begins; its end beyond the last. */
function startOf(doc: Node, index: number): number {
  let position = 0
  for (let child = 0; child < index && child < doc.childCount; child++)
    position += doc.child(child).nodeSize
  return position
}
