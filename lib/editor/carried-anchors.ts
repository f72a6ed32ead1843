import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { StepMap } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { documentTextOf } from '@/lib/document/positions'
import type { CarriedAnchor } from '@/lib/domain/revisions'
import { trimSpan } from '@/lib/editor/selections'

/** ProseMirror positions of an anchor's words; once all of them were deleted, of where they stood. */
interface Range {
  from: number
  to: number
  isGone: boolean
  /** The end at which words of it were deleted last: what is typed there next takes their place. */
  open: Edge | null
}

type Edge = 'from' | 'to'

/** Where an anchor is, and where it stood if no word of it is left: an offset in the text. */
export interface CarriedPlace extends CarriedAnchor {
  near: number
}

/** A document that the draft has had, and the steps that made it of the one before. */
interface Moment {
  doc: Node
  steps: readonly StepMap[]
}

interface CarriedState {
  anchors: readonly Omit<CarriedAnchor, 'span'>[]
  /** Where they were in the first moment. */
  first: readonly Range[]
  /** In the order of typing. Moments that were undone stay until something else is typed. */
  moments: readonly Moment[]
  /** Index of the moment that is on the screen. */
  at: number
  ranges: readonly Range[]
}

/** The mark that prosemirror-history leaves on what it undoes and does again; it exports no name for it. */
const historyMeta = 'history$'

const pluginKey = new PluginKey<CarriedState>('carriedAnchors')

/** Carries the anchors of notes through what is typed into the newsroom's own draft. */
export const CarriedAnchors = Extension.create({
  name: 'carriedAnchors',
  addProseMirrorPlugins: () => [carriedPlugin()],
})

/** Begins with the document as it is: `anchors` are where notes rest in it. */
export function carryAnchors(
  view: Pick<EditorView, 'state' | 'dispatch'>,
  anchors: readonly CarriedAnchor[],
): void {
  view.dispatch(view.state.tr.setMeta(pluginKey, anchors))
}

/**
 * Where the anchors are now, as spans of the document's text without white space at their ends; null
 * where no word is left.
 */
export function carriedAnchors(state: EditorState): CarriedPlace[] {
  const carried = pluginKey.getState(state)
  if (!carried) return []
  const text = documentTextOf(state.doc)
  return carried.anchors.map((anchor, index) => {
    const { from = 0, to = 0, isGone = true } = carried.ranges[index] ?? {}
    const [start, end] = [text.offsetAt(from, 1), text.offsetAt(to)]
    const hasWords = !isGone && start < end
    return { ...anchor, span: hasWords ? trimSpan(text.text, { start, end }) : null, near: end }
  })
}

/**
 * The same as a plugin of ProseMirror. What is typed inside an anchor belongs to it; what is typed at
 * its ends does not, unless words of it have just been deleted there: a figure that is put right at
 * the end of a sentence must not fall out of the note. Words that are cut and pasted elsewhere are
 * other words.
 */
export function carriedPlugin(): Plugin<CarriedState> {
  return new Plugin<CarriedState>({
    key: pluginKey,
    state: { init: (_config, state) => begin(state.doc, []), apply: applyChange },
  })
}

function begin(doc: Node, anchors: readonly CarriedAnchor[]): CarriedState {
  const text = documentTextOf(doc)
  const first = anchors.map(({ span }) => ({
    from: text.positionAt(span?.start ?? 0),
    to: text.positionAt(span?.end ?? 0),
    isGone: span === null,
    open: null,
  }))
  return { anchors, first, moments: [{ doc, steps: [] }], at: 0, ranges: first }
}

function applyChange(transaction: Transaction, carried: CarriedState): CarriedState {
  const anchors: readonly CarriedAnchor[] | undefined = transaction.getMeta(pluginKey)
  if (anchors) return begin(transaction.doc, anchors)
  if (!transaction.docChanged) return carried
  const at = findMoment(transaction, carried)
  return at >= 0 ? goTo(carried, at) : goOn(carried, transaction)
}

/** A step further: what had been undone cannot be done again. */
function goOn(carried: CarriedState, transaction: Transaction): CarriedState {
  const moment = { doc: transaction.doc, steps: transaction.mapping.maps }
  const moments = [...carried.moments.slice(0, carried.at + 1), moment]
  return {
    ...carried,
    moments,
    at: moments.length - 1,
    ranges: moment.steps.reduce(mapRanges, carried.ranges),
  }
}

/**
 * Back to a moment, or forth again. A range whose words were deleted cannot be mapped out of nothing,
 * so the way is gone anew from the first moment.
 */
function goTo(carried: CarriedState, at: number): CarriedState {
  const steps = carried.moments.slice(0, at + 1).flatMap(moment => moment.steps)
  return { ...carried, at, ranges: steps.reduce(mapRanges, carried.first) }
}

/** The nearest moment in the direction of an undo or redo that had this very document; -1 for typing. */
function findMoment(transaction: Transaction, { moments, at }: CarriedState): number {
  const travel: { redo: boolean } | undefined = transaction.getMeta(historyMeta)
  const isHere = ({ doc }: Moment) => doc.eq(transaction.doc)
  if (!travel) return -1
  return travel.redo
    ? moments.findIndex((moment, index) => index > at && isHere(moment))
    : moments.slice(0, at).findLastIndex(isHere)
}

function mapRanges(ranges: readonly Range[], step: StepMap): Range[] {
  return ranges.map(range => mapRange(range, step))
}

function mapRange(range: Range, step: StepMap): Range {
  const open = cutEdge(range, step) ?? stillOpen(range, step)
  const from = mapEdge(step, range.from, 'from', open === 'from')
  const to = mapEdge(step, range.to, 'to', open === 'to')
  if (!range.isGone && from < to) return { from, to, isGone: false, open }
  const at = step.map(range.to, -1)
  return { from: at, to: at, isGone: true, open: null }
}

/** The end of a range from which a step takes words, or puts others in their place, and leaves some. */
function cutEdge({ from, to, isGone }: Range, step: StepMap): Edge | null {
  let edge: Edge | null = null
  step.forEach((oldStart, oldEnd) => {
    if (isGone || oldStart === oldEnd) return
    if (from < oldStart && oldEnd === to) edge = 'to'
    if (oldStart === from && oldEnd < to) edge = 'from'
  })
  return edge
}

/** The open end of a range, where a step goes on typing at it; anything else closes it. */
function stillOpen({ open, ...range }: Range, step: StepMap): Edge | null {
  let isThere = false
  step.forEach((oldStart, oldEnd) => {
    isThere = open !== null && oldStart === range[open] && oldEnd === range[open]
  })
  return isThere ? open : null
}

/**
 * Where an edge of a range is after a step. What is put at it stays outside, but for what takes the
 * place of the range's own words (`takesIn`). ProseMirror's own mapping would take in the first letter
 * that is typed over a selected word and leave out the rest.
 */
function mapEdge(step: StepMap, position: number, edge: Edge, takesIn: boolean): number {
  let mapped = position
  step.forEach((oldStart, oldEnd, newStart, newEnd) => {
    if (oldEnd < position) mapped = position + newEnd - oldEnd
    else if (oldStart <= position) mapped = (edge === 'from') === takesIn ? newStart : newEnd
  })
  return mapped
}
