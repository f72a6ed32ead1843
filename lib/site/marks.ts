import type { Span } from '@/lib/domain/anchoring/anchors'
import type { DocumentNode } from '@/lib/domain/rich-text'

/** A note as far as its marks go: offsets are UTF-16 code units of the revision's text. */
export interface MarkedNote {
  key: string
  /** Its number on the page. */
  number: number
  anchors: readonly Span[]
}

/** A stretch of words that one note rests on, with the lane its line is drawn in. */
export interface MarkedSpan extends Span {
  key: string
  number: number
  /** Whether these are the first words of the note. */
  isFirst: boolean
  lane: Lane
}

/**
 * Three lanes, .2, .4 and .6 em below the letters: a fourth would run into the next line. Where more
 * than three notes lie on the same words, the fourth and later ones share the last.
 */
export const lanes = [0, 1, 2] as const
export type Lane = (typeof lanes)[number]

/** What a block of the article consists of, once it is cut where marks and formats begin and end. */
export type Inline =
  | { kind: 'words'; text: string }
  | { kind: 'break' }
  | { kind: 'format'; format: Format; children: Inline[] }
  | { kind: 'mark'; key: string; lane: Lane; isStart: boolean; children: Inline[] }
  | { kind: 'reference'; key: string; number: number; isNext: boolean }

export type Format = { type: 'link'; href: string } | { type: 'bold' } | { type: 'italic' }

/** The plain text of a document, as lib/document derives it, and where each of its text blocks starts. */
export interface ReadDocument {
  text: string
  starts: ReadonlyMap<DocumentNode, number>
}

/**
 * Reads a document by the rule of `DocumentText` in lib/document: blocks are apart by "\n", a hard
 * break is "\n", any other leaf one U+FFFC. It works on the frozen JSON, so that an old snapshot does
 * not depend on what today's schema would make of it.
 */
export function readDocument(document: DocumentNode): ReadDocument {
  const starts = new Map<DocumentNode, number>()
  const parts: string[] = []
  let start = 0
  for (const block of textBlocksOf(document)) {
    const text = (block.content ?? []).map(leafText).join('')
    starts.set(block, start)
    parts.push(text)
    start += text.length + 1
  }
  return { text: parts.join('\n'), starts }
}

/** Whether a node holds words rather than other blocks. */
export function isTextBlock({ type }: DocumentNode): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'attribution'
}

/**
 * The stretches that notes rest on, by their first word, the longer first. White space at the ends is
 * left unmarked, and anchors of one note that touch or overlap are one stretch. Overlapping stretches
 * get different lanes, the earlier one the upper.
 */
export function spansOf(text: string, notes: readonly MarkedNote[]): MarkedSpan[] {
  const spans = notes
    .flatMap(note =>
      joined(text, note.anchors).map((span, index) => ({
        ...span,
        key: note.key,
        number: note.number,
        isFirst: index === 0,
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end || a.number - b.number)
  const placed: MarkedSpan[] = []
  for (const span of spans) placed.push({ ...span, lane: freeLane(placed, span) })
  return placed
}

/**
 * The inline content of one text block that starts at `start` in the text. Marks lie outside formats
 * and the longest outermost, so that the shortest note's tint is on top. A note's reference stands
 * after its last word, outside every mark and link (a link within a link would be no HTML).
 */
export function inlineOf(
  block: DocumentNode,
  start: number,
  spans: readonly MarkedSpan[],
): Inline[] {
  const length = (block.content ?? []).reduce((sum, leaf) => sum + leafText(leaf).length, 0)
  const here = spans.filter(span => span.start < start + length && span.end > start)
  const pieces = cut(block, start, here)
  return nest(withReferences(pieces, here), 0)
}

function* textBlocksOf(node: DocumentNode): Generator<DocumentNode> {
  if (isTextBlock(node)) yield node
  else for (const child of node.content ?? []) yield* textBlocksOf(child)
}

function leafText(leaf: DocumentNode): string {
  if (leaf.text !== undefined) return leaf.text
  return leaf.type === 'hardBreak' ? '\n' : '\uFFFC'
}

function joined(text: string, anchors: readonly Span[]): Span[] {
  const spans = anchors.map(anchor => trimmed(text, anchor)).sort((a, b) => a.start - b.start)
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const before = words.length - words.trimStart().length
  const after = words.length - words.trimEnd().length
  return before === words.length ? { start, end } : { start: start + before, end: end - after }
}

function freeLane(placed: readonly MarkedSpan[], span: Span): Lane {
  const taken = new Set(
    placed
      .filter(other => other.end > span.start && other.start < span.end)
      .map(({ lane }) => lane),
  )
  return lanes.find(lane => !taken.has(lane)) ?? 2
}

type Wrapper = { kind: 'mark'; span: MarkedSpan } | { kind: 'format'; format: Format }

/** A piece of a block with all that wraps it, outermost first; a reference is wrapped by nothing. */
interface Piece {
  start: number
  end: number
  leaf: Inline
  wrappers: Wrapper[]
}

function cut(block: DocumentNode, start: number, spans: readonly MarkedSpan[]): Piece[] {
  const edges = [...new Set(spans.flatMap(span => [span.start, span.end]))].sort((a, b) => a - b)
  const pieces: Piece[] = []
  let offset = start
  for (const leaf of block.content ?? []) {
    const text = leafText(leaf)
    const end = offset + text.length
    const cuts = [offset, ...edges.filter(edge => edge > offset && edge < end), end]
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const to = cuts[index + 1] ?? end
      pieces.push({
        start: from,
        end: to,
        leaf: leafOf(leaf, text.slice(from - offset, to - offset)),
        wrappers: wrappersOf(leaf, from, to, spans),
      })
    }
    offset = end
  }
  return pieces
}

function leafOf(leaf: DocumentNode, text: string): Inline {
  return leaf.type === 'hardBreak' ? { kind: 'break' } : { kind: 'words', text }
}

function wrappersOf(
  leaf: DocumentNode,
  start: number,
  end: number,
  spans: readonly MarkedSpan[],
): Wrapper[] {
  const covering = spans
    .filter(span => span.start <= start && span.end >= end)
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.number - b.number)
  return [
    ...covering.map((span): Wrapper => ({ kind: 'mark', span })),
    ...formatsOf(leaf).map((format): Wrapper => ({ kind: 'format', format })),
  ]
}

/** In one order whatever order they were stored in, so that neighbours can be joined. */
function formatsOf({ marks = [] }: DocumentNode): Format[] {
  const link = marks.find(mark => mark.type === 'link')
  return [
    ...(link ? [{ type: 'link', href: String(link.attrs?.href) } as const] : []),
    ...(['bold', 'italic'] as const)
      .filter(type => marks.some(mark => mark.type === type))
      .map(type => ({ type })),
  ]
}

/** Puts each note's reference after the last piece of it that lies in this block, if it ends here. */
function withReferences(pieces: readonly Piece[], spans: readonly MarkedSpan[]): Piece[] {
  return pieces.flatMap(piece => {
    const ending = spans
      .filter(span => span.end === piece.end)
      .sort((a, b) => a.number - b.number)
      .map(
        ({ key, number }, index): Piece => ({
          start: piece.end,
          end: piece.end,
          leaf: { kind: 'reference', key, number, isNext: index > 0 },
          wrappers: [],
        }),
      )
    return [piece, ...ending]
  })
}

function nest(pieces: readonly Piece[], depth: number): Inline[] {
  const result: Inline[] = []
  let index = 0
  while (index < pieces.length) {
    const first = pieces[index]
    if (!first) break
    const wrapper = first.wrappers[depth]
    let after = index + 1
    if (!wrapper) result.push(first.leaf)
    else {
      while (isSame(pieces[after]?.wrappers[depth], wrapper)) after++
      result.push(wrap(wrapper, first.start, nest(pieces.slice(index, after), depth + 1)))
    }
    index = after
  }
  return result
}

function wrap(wrapper: Wrapper, start: number, children: Inline[]): Inline {
  if (wrapper.kind === 'format') return { kind: 'format', format: wrapper.format, children }
  const { key, lane, isFirst } = wrapper.span
  return {
    kind: 'mark',
    key,
    lane,
    isStart: isFirst && start === wrapper.span.start,
    children,
  }
}

function isSame(a: Wrapper | undefined, b: Wrapper): boolean {
  if (!a) return false
  if (a.kind === 'mark') return b.kind === 'mark' && a.span === b.span
  if (b.kind === 'mark' || a.format.type !== b.format.type) return false
  return a.format.type !== 'link' || (b.format.type === 'link' && a.format.href === b.format.href)
}
