import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { type DocumentText, documentTextOf } from '@/lib/document/positions'
import type { Span } from '@/lib/domain/anchoring/anchors'
import type { Tint } from '@/lib/domain/scales'
import { drawBlock, gapBlock } from '@/lib/editor/highlight-blocks'
import { type SignOptions, Signs } from '@/lib/editor/highlight-signs'
import { assignLanes } from '@/lib/editor/lanes'

/** A note as its words show it. */
export interface Highlight {
  id: string
  /** The words it rests on. */
  spans: readonly Span[]
  /** Words in the place of those that the verdict was given to: nobody has confirmed them. */
  changed: readonly Span[]
  /** Where words were that are gone, as offsets. */
  gaps: readonly number[]
  /** Where it could be placed instead, while a person chooses; `chosen` is the one looked at. */
  candidates: readonly Span[]
  chosen: number | null
  /** Null: no verdict yet, or one that is frozen. */
  tint: Tint | null
  /** What stands after its last word: its number, or a sign for a mark to check. */
  sign: string
  /** What a screen reader says of that sign: "Claim, Mostly false, note 3 of 12". */
  label: string
  isOpen: boolean
}

export type HighlightOptions = SignOptions

interface HighlightState {
  /** What is drawn; null: all must be drawn again. */
  drawing: Drawing | null
  set: DecorationSet
  fresh: Span | null
  /** The set, with what is fresh. */
  shown: DecorationSet
}

/** The notes that are drawn, and where, so that a change touches only the blocks that show it. */
interface Drawing {
  notes: readonly Highlight[]
  byId: ReadonlyMap<string, Highlight>
  lanes: ReadonlyMap<string, number>
  /** The blocks that show something of a note. */
  blocksOf: ReadonlyMap<string, readonly number[]>
  blocks: ReadonlyMap<number, Block>
}

/** A block's notes in the order in which they were given, and how they are drawn in it. */
interface Block {
  ids: readonly string[]
  decorations: readonly Decoration[]
}

type Change = { highlights: readonly Highlight[] } | { fresh: Span | null }

/** What drawing needs of a view. */
type Drawn = Pick<EditorView, 'state' | 'dispatch'>

const pluginKey = new PluginKey<HighlightState>('highlights')

const emptyDrawing: Drawing = {
  notes: [],
  byId: new Map(),
  lanes: new Map(),
  blocksOf: new Map(),
  blocks: new Map(),
}

/** Draws the words that notes rest on, and the selection that is about to become one. */
export const Highlights = Extension.create<HighlightOptions>({
  name: 'highlights',
  addOptions: () => ({ onFollow: () => {}, addressOf: () => '' }),
  addProseMirrorPlugins() {
    return [highlightPlugin(this.options)]
  },
})

/** Shows these notes and no others. */
export function showHighlights(view: Drawn, highlights: readonly Highlight[]): void {
  view.dispatch(view.state.tr.setMeta(pluginKey, { highlights } satisfies Change))
}

/** Keeps words marked while the focus is elsewhere; null lets them go. */
export function showFresh(view: Drawn, fresh: Span | null): void {
  if (pluginKey.getState(view.state)?.fresh === fresh) return
  view.dispatch(view.state.tr.setMeta(pluginKey, { fresh } satisfies Change))
}

/** The same as a plugin of ProseMirror. */
export function highlightPlugin(options: HighlightOptions): Plugin<HighlightState> {
  const signs = new Signs(options, view => pluginKey.getState(view.state)?.drawing?.byId)
  return new Plugin<HighlightState>({
    key: pluginKey,
    state: {
      init: () => ({
        drawing: emptyDrawing,
        set: DecorationSet.empty,
        fresh: null,
        shown: DecorationSet.empty,
      }),
      apply: (transaction, state) => applyChange(transaction, state, signs),
    },
    props: {
      decorations: state => pluginKey.getState(state)?.shown,
      handleClick: (_view, _position, event) => signs.followBeside(event),
    },
    view: () => ({
      update: (view, before) => {
        const drawing = pluginKey.getState(view.state)?.drawing
        if (drawing && drawing !== pluginKey.getState(before)?.drawing)
          signs.write(view, drawing.notes)
      },
      destroy: () => signs.stop(),
    }),
  })
}

function applyChange(
  transaction: Transaction,
  state: HighlightState,
  signs: Signs,
): HighlightState {
  const change: Change | undefined = transaction.getMeta(pluginKey)
  if (!change) return transaction.docChanged ? follow(transaction, state) : state
  const { doc } = transaction
  return 'fresh' in change
    ? withFresh(doc, { ...state, fresh: change.fresh })
    : withFresh(doc, redraw(doc, state, change.highlights, signs))
}

/** A draft that is typed in keeps its marks on their words until it is drawn anew, which is soon. */
function follow({ mapping, doc }: Transaction, state: HighlightState): HighlightState {
  return withFresh(doc, { ...state, drawing: null, set: state.set.map(mapping, doc) })
}

function withFresh(doc: Node, state: HighlightState): HighlightState {
  if (!state.fresh) return { ...state, shown: state.set }
  const ranges = documentTextOf(doc).rangesOf(state.fresh)
  const fresh = ranges.map(({ from, to }) => Decoration.inline(from, to, { class: 'fresh' }))
  return { ...state, shown: state.set.add(doc, fresh) }
}

function redraw(
  doc: Node,
  state: HighlightState,
  notes: readonly Highlight[],
  signs: Signs,
): HighlightState {
  const text = documentTextOf(doc)
  const isAnew = !state.drawing || isReordered(state.drawing.notes, notes)
  const before = isAnew ? emptyDrawing : (state.drawing ?? emptyDrawing)
  const byId = new Map(notes.map(note => [note.id, note]))
  const lanes = isPlacedSame(before.notes, notes)
    ? before.lanes
    : assignLanes(notes.map(({ id, spans, changed }) => ({ id, spans: [...spans, ...changed] })))
  const next = { notes, byId, lanes }
  const changed = changedIds(before, next)
  const blocksOf = new Map(before.blocksOf)
  for (const id of changed) {
    const note = byId.get(id)
    if (note) blocksOf.set(id, blocksWith(text, note))
    else blocksOf.delete(id)
  }
  const order = new Map(notes.map(({ id }, index) => [id, index]))
  const members = membersOf(changed, before, blocksOf, order)
  const blocks = new Map(before.blocks)
  const stale: Decoration[] = []
  const added: Decoration[] = []
  for (const [index, ids] of members) {
    stale.push(...(blocks.get(index)?.decorations ?? []))
    const decorations = drawBlock(text, index, notesAt(ids, next), signs)
    if (ids.length > 0) blocks.set(index, { ids, decorations })
    else blocks.delete(index)
    added.push(...decorations)
  }
  const set = isAnew ? DecorationSet.create(doc, added) : state.set.remove(stale).add(doc, added)
  return { ...state, drawing: { ...next, blocksOf, blocks }, set }
}

function notesAt(ids: readonly string[], { byId, lanes }: Pick<Drawing, 'byId' | 'lanes'>) {
  return ids.flatMap(id => {
    const note = byId.get(id)
    return note ? [{ note, lane: lanes.get(id) ?? 0 }] : []
  })
}

/** Whether notes that stay stand in another order: then identical words are drawn in another order too. */
function isReordered(before: readonly Highlight[], notes: readonly Highlight[]): boolean {
  const areSame = before.length === notes.length
  if (areSame && notes.every(({ id }, index) => id === before[index]?.id)) return false
  const order = new Map(before.map(({ id }, index) => [id, index]))
  let last = -1
  return notes.some(({ id }) => {
    const at = order.get(id) ?? last
    const isBehind = at < last
    last = at
    return isBehind
  })
}

function isPlacedSame(before: readonly Highlight[], notes: readonly Highlight[]): boolean {
  return (
    before.length === notes.length &&
    notes.every((note, index) => {
      const old = before[index]
      return (
        old === note ||
        (old?.id === note.id && isSame(old.spans, note.spans) && isSame(old.changed, note.changed))
      )
    })
  )
}

/** Notes that are drawn otherwise than before, those that came and those that went. */
function changedIds(
  before: Pick<Drawing, 'byId' | 'lanes'>,
  { notes, byId, lanes }: Pick<Drawing, 'notes' | 'byId' | 'lanes'>,
): string[] {
  const came = notes.filter(note => {
    const old = before.byId.get(note.id)
    return !old || !looksSame(old, note) || before.lanes.get(note.id) !== lanes.get(note.id)
  })
  const went = [...before.byId.keys()].filter(id => !byId.has(id))
  return [...came.map(({ id }) => id), ...went]
}

/** Whether two notes are drawn alike. What their signs say is written without drawing anything again. */
function looksSame(a: Highlight, b: Highlight): boolean {
  return (
    a === b ||
    (a.tint === b.tint &&
      a.isOpen === b.isOpen &&
      a.chosen === b.chosen &&
      isSame(a.spans, b.spans) &&
      isSame(a.changed, b.changed) &&
      isSame(a.candidates, b.candidates) &&
      a.gaps.length === b.gaps.length &&
      a.gaps.every((gap, index) => gap === b.gaps[index]))
  )
}

function isSame(a: readonly Span[], b: readonly Span[]): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every(({ start, end }, index) => start === b[index]?.start && end === b[index]?.end)
  )
}

function blocksWith(text: DocumentText, note: Highlight): number[] {
  const places = [...note.spans, ...note.changed, ...note.candidates]
  const blocks = places.flatMap(span => text.rangesOf(span).map(({ block }) => block))
  return [...new Set(note.gaps.length > 0 ? [...blocks, gapBlock] : blocks)]
}

/** The blocks that showed a changed note or are to show it, each with the notes it has now. */
function membersOf(
  changed: readonly string[],
  before: Drawing,
  blocksOf: ReadonlyMap<string, readonly number[]>,
  order: ReadonlyMap<string, number>,
): Map<number, string[]> {
  const members = new Map<number, Set<string>>()
  const membersIn = (block: number) => {
    const ids = members.get(block) ?? new Set(before.blocks.get(block)?.ids)
    members.set(block, ids)
    return ids
  }
  for (const id of changed) {
    for (const block of before.blocksOf.get(id) ?? []) membersIn(block).delete(id)
    for (const block of blocksOf.get(id) ?? []) membersIn(block).add(id)
  }
  const inOrder = (ids: Set<string>) =>
    [...ids].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return new Map([...members].map(([block, ids]) => [block, inOrder(ids)]))
}
