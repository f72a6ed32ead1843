import { highlightText } from '@apache-annotator/dom'
import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { TextOffsets } from '@/tests/bench/editor/peers/text-offsets'

/** What stands in the page of a peer before its script comes. */
export interface PeerArticle {
  notes: { id: string; spans: Span[]; tint: string }[]
}

/** What a bench asks of a peer's page. */
export interface PeerBench {
  isReady: boolean
  /** Whether the words selected last are marked. */
  isMarked: boolean
  /** Id of the note that was shown last. */
  shown: string
  next: () => void
}

declare global {
  interface Window {
    article: PeerArticle
    bench: PeerBench
  }
}

/** Draws an article's notes, lets words be marked with the mouse, and goes from note to note. */
type Peer = (root: HTMLElement) => void

const peers: Record<string, Peer> = { recogito, apache, highlights }

const bench: PeerBench = { isReady: false, isMarked: false, shown: '', next: () => {} }
window.bench = bench
const text = requireText()
const offsets = new TextOffsets(text)
peers[new URL(window.location.href).searchParams.get('peer') ?? '']?.(text)
document.addEventListener('keydown', () => bench.next())
document.addEventListener('pointerdown', () => {
  bench.isMarked = false
})
requestAnimationFrame(() => {
  bench.isReady = true
})

/** The annotator of Recogito, with its renderer for CSS Custom Highlights, which is its fastest. */
function recogito(root: HTMLElement): void {
  const annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(root, {
    renderer: 'CSS_HIGHLIGHTS',
  })
  annotator.setAnnotations(
    window.article.notes.map(({ id, spans }) => ({
      id,
      bodies: [],
      target: {
        annotation: id,
        selector: spans.map(({ start, end }) => {
          const range = offsets.rangeOf({ start, end })
          return { quote: range.toString(), start, end, range }
        }),
      },
    })),
  )
  annotator.state.store.observe(({ changes }) => {
    if (changes.created?.length) bench.isMarked = true
  })
  bench.next = stepper(id => {
    annotator.setSelected(id)
    annotator.scrollIntoView(id)
  })
}

/** `highlightText` of Apache Annotator: a mark element around every piece of every span. */
function apache(root: HTMLElement): void {
  // All ranges first: they follow their words where wrapping splits the text nodes.
  const drawn = window.article.notes.flatMap(({ id, spans, tint }) =>
    spans.map(span => ({ id, tint, range: offsets.rangeOf(span) })),
  )
  for (const { id, tint, range } of drawn)
    highlightText(range, 'mark', { class: `r-${tint}`, 'data-note': id })
  onSelected(root, range => highlightText(range, 'mark', { class: 'r-none' }))
  bench.next = stepper(id =>
    root.querySelector(`[data-note="${id}"]`)?.scrollIntoView({ block: 'center' }),
  )
}

/** CSS Custom Highlights and nothing else: as fast as a browser draws. */
function highlights(root: HTMLElement): void {
  const registered = new Map<string, Highlight>()
  const ranges = new Map<string, Range>()
  for (const { id, spans, tint } of window.article.notes) {
    const highlight = registered.get(tint) ?? new Highlight()
    registered.set(tint, highlight)
    for (const span of spans) {
      const range = offsets.rangeOf(span)
      highlight.add(range)
      if (!ranges.has(id)) ranges.set(id, range)
    }
  }
  for (const [tint, highlight] of registered) CSS.highlights.set(`r-${tint}`, highlight)
  const made = new Highlight()
  CSS.highlights.set('r-none', made)
  onSelected(root, range => made.add(range))
  const shown = new Highlight()
  CSS.highlights.set('shown', shown)
  bench.next = stepper(id => {
    const range = ranges.get(id)
    const box = range?.getBoundingClientRect()
    if (!range || !box) return
    shown.clear()
    shown.add(range)
    window.scrollBy({ top: box.top - window.innerHeight / 2 })
  })
}

function onSelected(root: HTMLElement, draw: (range: Range) => void): void {
  document.addEventListener('pointerup', () => {
    const selection = document.getSelection()
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null
    if (!range || range.collapsed || !root.contains(range.commonAncestorContainer)) return
    draw(range.cloneRange())
    selection?.removeAllRanges()
    bench.isMarked = true
  })
}

function stepper(show: (id: string) => void): () => void {
  let at = -1
  return () => {
    at += 1
    const id = window.article.notes[at % window.article.notes.length]?.id ?? ''
    show(id)
    bench.shown = `${at} ${id}`
  }
}

function requireText(): HTMLElement {
  const element = document.getElementById('text')
  if (!element) throw new Error('There is no article on this page.')
  return element
}
