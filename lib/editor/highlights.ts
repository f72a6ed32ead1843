import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { DocumentText } from '@/lib/document/positions'
import type { Span } from '@/lib/domain/anchoring/anchors'
import type { Tint } from '@/lib/domain/scales'
import { assignLanes } from '@/lib/editor/lanes'
import { piecesOf, type Stretch } from '@/lib/editor/pieces'

/** A note as its words show it. */
export interface Highlight {
  id: string
  spans: readonly Span[]
  /** Null: no verdict yet. */
  tint: Tint | null
  /** What stands after its last word: its number, or a sign for a mark to check. */
  sign: string
  /** What a screen reader says of that sign: "Note 3: Missing context". */
  label: string
  isOpen: boolean
}

export interface HighlightOptions {
  /** Somebody followed the number of a note. */
  onFollow: (id: string) => void
  /** The address a number leads to, so that it can be opened in another tab. */
  addressOf: (id: string) => string
}

interface HighlightState {
  /** What each block shows, so that only blocks that changed are drawn again. */
  blocks: ReadonlyMap<number, { key: string; decorations: Decoration[] }>
  set: DecorationSet
  fresh: Span | null
}

type Change = { highlights: readonly Highlight[] } | { fresh: Span | null }

/** What drawing needs of a view. */
type Drawn = Pick<EditorView, 'state' | 'dispatch'>

const pluginKey = new PluginKey<HighlightState>('highlights')

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
  return new Plugin<HighlightState>({
    key: pluginKey,
    state: {
      init: () => ({ blocks: new Map(), set: DecorationSet.empty, fresh: null }),
      apply: (transaction, state) => applyChange(transaction, state, options),
    },
    props: { decorations: state => decorationsOf(state) },
  })
}

function applyChange(
  transaction: Transaction,
  state: HighlightState,
  options: HighlightOptions,
): HighlightState {
  const change: Change | undefined = transaction.getMeta(pluginKey)
  if (!change) return state
  return 'fresh' in change
    ? { ...state, fresh: change.fresh }
    : redraw(transaction.doc, state, change.highlights, options)
}

function decorationsOf(state: EditorState): DecorationSet | undefined {
  const highlights = pluginKey.getState(state)
  if (!highlights?.fresh) return highlights?.set
  const ranges = new DocumentText(state.doc).rangesOf(highlights.fresh)
  return highlights.set.add(
    state.doc,
    ranges.map(({ from, to }) => Decoration.inline(from, to, { class: 'fresh' })),
  )
}

function redraw(
  doc: Node,
  state: HighlightState,
  highlights: readonly Highlight[],
  options: HighlightOptions,
): HighlightState {
  const plans = planBlocks(new DocumentText(doc), highlights)
  const blocks = new Map<number, { key: string; decorations: Decoration[] }>()
  const stale: Decoration[] = []
  const added: Decoration[] = []
  for (const [index, plan] of plans) {
    const old = state.blocks.get(index)
    const key = JSON.stringify(plan)
    if (old?.key === key) {
      blocks.set(index, old)
      continue
    }
    const decorations = drawBlock(plan, options)
    if (old) stale.push(...old.decorations)
    added.push(...decorations)
    blocks.set(index, { key, decorations })
  }
  for (const [index, old] of state.blocks) if (!plans.has(index)) stale.push(...old.decorations)
  return { ...state, blocks, set: state.set.remove(stale).add(doc, added) }
}

interface Look {
  classes: string
  id: string
}

interface BlockPlan {
  stretches: Stretch[]
  looks: Look[]
  /** Numbers that stand in this block. */
  signs: { position: number; highlight: Highlight }[]
}

function planBlocks(text: DocumentText, highlights: readonly Highlight[]): Map<number, BlockPlan> {
  const lanes = assignLanes(highlights)
  const plans = new Map<number, BlockPlan>()
  for (const highlight of highlights) {
    const look = { id: highlight.id, classes: classesOf(highlight, lanes.get(highlight.id) ?? 0) }
    for (const span of highlight.spans) addPlace(plans, text, highlight, look, span)
  }
  return plans
}

function addPlace(
  plans: Map<number, BlockPlan>,
  text: DocumentText,
  highlight: Highlight,
  look: Look,
  span: Span,
): void {
  const ranges = text.rangesOf(span)
  ranges.forEach((range, index) => {
    const plan = plans.get(range.block) ?? { stretches: [], looks: [], signs: [] }
    plans.set(range.block, plan)
    plan.stretches.push({ ...range, id: highlight.id, length: span.end - span.start })
    plan.looks.push(look)
    if (index === ranges.length - 1) plan.signs.push({ position: range.to, highlight })
  })
}

function classesOf({ tint, isOpen }: Highlight, lane: number): string {
  return [tint ? `r-${tint}` : 'r-none to-check', lane > 0 && `lane-${lane}`, isOpen && 'is-open']
    .filter(Boolean)
    .join(' ')
}

function drawBlock(plan: BlockPlan, options: HighlightOptions): Decoration[] {
  const classes = new Map(plan.looks.map(look => [look.id, look.classes]))
  // ProseMirror wraps the first of decorations on the same words innermost.
  const marks = piecesOf(plan.stretches).flatMap(({ from, to, ids }) =>
    ids.map(id =>
      Decoration.inline(from, to, {
        nodeName: 'mark',
        class: classes.get(id) ?? '',
        'data-note': id,
      }),
    ),
  )
  const signs = plan.signs.map(({ position, highlight }) => drawSign(position, highlight, options))
  return [...marks, ...signs]
}

function drawSign(position: number, highlight: Highlight, options: HighlightOptions): Decoration {
  const { id, tint, sign, label, isOpen } = highlight
  return Decoration.widget(
    position,
    () => {
      const link = document.createElement('a')
      link.className = `ref r-${tint ?? 'none'}`
      link.href = options.addressOf(id)
      link.contentEditable = 'false'
      link.tabIndex = 0
      // The number is drawn by CSS: find-in-page and copying see the article's words only.
      link.dataset.sign = sign
      link.dataset.ref = id
      link.setAttribute('aria-label', label)
      if (isOpen) link.setAttribute('aria-current', 'true')
      link.addEventListener('click', event => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        options.onFollow(id)
      })
      return link
    },
    {
      side: -1,
      key: `${id}:${position}:${sign}:${label}:${isOpen}`,
      ignoreSelection: true,
      stopEvent: () => true,
    },
  )
}
