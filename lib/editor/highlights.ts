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
  /** What each block shows, so that only blocks that changed are drawn again; null: all must be. */
  blocks: ReadonlyMap<number, { key: string; decorations: Decoration[] }> | null
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
  if (!change) return transaction.docChanged ? follow(transaction, state) : state
  return 'fresh' in change
    ? { ...state, fresh: change.fresh }
    : redraw(transaction.doc, state, change.highlights, options)
}

/** A draft that is typed in keeps its marks on their words until it is drawn anew, which is soon. */
function follow({ mapping, doc }: Transaction, state: HighlightState): HighlightState {
  return { ...state, blocks: null, set: state.set.map(mapping, doc) }
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
  const before = state.blocks ?? new Map<number, never>()
  const stale: Decoration[] = []
  const added: Decoration[] = []
  for (const [index, plan] of plans) {
    const old = before.get(index)
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
  for (const [index, old] of before) if (!plans.has(index)) stale.push(...old.decorations)
  const set = state.blocks ? state.set.remove(stale) : DecorationSet.empty
  return { ...state, blocks, set: set.add(doc, added) }
}

/** How one kind of place of one note is drawn. */
interface Look {
  /** Tells it from the note's other looks. */
  id: string
  noteId: string
  classes: string
  /** What stands after the last word: the note's number, or the key that chooses a candidate. */
  sign: Sign
}

type Sign =
  | { kind: 'note'; highlight: Highlight; isGap: boolean }
  | { kind: 'candidate'; text: string; id: string }

interface BlockPlan {
  stretches: Stretch[]
  looks: Look[]
  /** Numbers that stand in this block. */
  signs: { position: number; sign: Sign }[]
}

/** Gaps have no words to find a block by; together they are drawn as if they were one. */
const gapBlock = -1

function planBlocks(text: DocumentText, highlights: readonly Highlight[]): Map<number, BlockPlan> {
  const lanes = assignLanes(
    highlights.map(({ id, spans, changed }) => ({ id, spans: [...spans, ...changed] })),
  )
  const plans = new Map<number, BlockPlan>()
  for (const highlight of highlights) {
    const look = lookOf(highlight, lanes.get(highlight.id) ?? 0)
    for (const span of highlight.spans) addPlace(plans, text, look('words'), span)
    for (const span of highlight.changed) addPlace(plans, text, look('changed'), span)
    highlight.candidates.forEach((span, index) => {
      addPlace(plans, text, candidateLook(highlight, index), span)
    })
    for (const gap of highlight.gaps) addGap(plans, text, highlight, gap)
  }
  return plans
}

function lookOf(highlight: Highlight, lane: number): (kind: 'words' | 'changed') => Look {
  return kind => ({
    id: `${highlight.id} ${kind}`,
    noteId: highlight.id,
    classes: classesOf(highlight, kind, lane),
    sign: { kind: 'note', highlight, isGap: false },
  })
}

function candidateLook({ id, chosen }: Highlight, index: number): Look {
  return {
    id: `${id} candidate ${index}`,
    noteId: id,
    classes: index === chosen ? 'r-none candidate is-chosen' : 'r-none candidate',
    sign: { kind: 'candidate', text: String(index + 1), id },
  }
}

function addPlace(plans: Map<number, BlockPlan>, text: DocumentText, look: Look, span: Span): void {
  const ranges = text.rangesOf(span)
  ranges.forEach((range, index) => {
    const plan = planOf(plans, range.block)
    plan.stretches.push({ ...range, id: look.id, length: span.end - span.start })
    plan.looks.push(look)
    if (index === ranges.length - 1) plan.signs.push({ position: range.to, sign: look.sign })
  })
}

function addGap(
  plans: Map<number, BlockPlan>,
  text: DocumentText,
  highlight: Highlight,
  gap: number,
): void {
  const position = text.positionAt(Math.min(Math.max(0, gap), text.text.length))
  planOf(plans, gapBlock).signs.push({ position, sign: { kind: 'note', highlight, isGap: true } })
}

function planOf(plans: Map<number, BlockPlan>, block: number): BlockPlan {
  const plan = plans.get(block) ?? { stretches: [], looks: [], signs: [] }
  plans.set(block, plan)
  return plan
}

function classesOf({ tint, isOpen }: Highlight, kind: 'words' | 'changed', lane: number): string {
  const look = kind === 'changed' ? 'changed' : 'to-check'
  return [
    tint && kind === 'words' ? `r-${tint}` : `r-none ${look}`,
    lane > 0 && `lane-${lane}`,
    isOpen && 'is-open',
  ]
    .filter(Boolean)
    .join(' ')
}

function drawBlock(plan: BlockPlan, options: HighlightOptions): Decoration[] {
  const looks = new Map(plan.looks.map(look => [look.id, look]))
  // ProseMirror wraps the first of decorations on the same words innermost.
  const marks = piecesOf(plan.stretches).flatMap(({ from, to, ids }) =>
    ids.map(id =>
      Decoration.inline(from, to, {
        nodeName: 'mark',
        class: looks.get(id)?.classes ?? '',
        'data-note': looks.get(id)?.noteId ?? '',
      }),
    ),
  )
  const signs = plan.signs.map(({ position, sign }) =>
    sign.kind === 'note'
      ? drawSign(position, sign.highlight, sign.isGap, options)
      : drawKey(position, sign.text, sign.id),
  )
  return [...marks, ...signs]
}

/** The key that chooses a candidate, for the eye: the list in the note says it to everyone. */
function drawKey(position: number, text: string, id: string): Decoration {
  const draw = () => {
    const key = document.createElement('span')
    key.className = 'ref candidate-key'
    key.contentEditable = 'false'
    key.setAttribute('aria-hidden', 'true')
    key.dataset.sign = text
    return key
  }
  return Decoration.widget(position, draw, {
    side: -1,
    key: `${id}:${position}:candidate ${text}`,
    ignoreSelection: true,
  })
}

function drawSign(
  position: number,
  highlight: Highlight,
  isGap: boolean,
  options: HighlightOptions,
): Decoration {
  const { id, tint, sign, label, isOpen } = highlight
  return Decoration.widget(
    position,
    () => {
      const link = document.createElement('a')
      link.className = `ref r-${tint ?? 'none'}${isGap ? ' gap' : ''}`
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
      key: `${id}:${position}:${sign}:${label}:${isOpen}:${isGap}`,
      ignoreSelection: true,
      stopEvent: () => true,
    },
  )
}
