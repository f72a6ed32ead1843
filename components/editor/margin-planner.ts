import { flushSync } from 'react-dom'
import type { DraftPlaces } from '@/components/drafting/drafting'
import type { DeskStore } from '@/components/editor/desk-store'
import {
  bottomOf,
  crowdedNotes,
  layOutMargin,
  type MarginItem,
  windowOf,
} from '@/components/editor/margin-layout'
import { TextGeometry, type TextPlace } from '@/components/editor/text-geometry'
import { firstOffset } from '@/components/settling/settling'
import { documentTextOf } from '@/lib/document/positions'
import type { AnnotationView } from '@/lib/domain/annotations'

/** 8 px between notes at rest: room for a hairline. */
const gap = 8
/** 2 px between notes of one line, which are 24 px high: the least that can be pressed. */
const lineGap = 2
/** A note's first line stands level with its words when it begins this much above them, in px. */
const lift = 6
/** 240 px: a note that stands further from its words is not found beside them any more. */
const reach = 240
/** Notes are on the page one window above and below what is in sight, and at least this many px. */
const leastAhead = 800

/** How a note at rest is shown: all of it, without a claim (a mark to check), or in one line. */
type Shape = 'whole' | 'short' | 'line'

/** Until one of them has been measured. */
const firstHeights: Record<Shape, number> = { whole: 78, short: 58, line: 24 }

export interface MarginPlan {
  /** Ids in the order in which the notes stand, and the top of each in px from the top of the text. */
  order: readonly string[]
  tops: readonly number[]
  /** Those that are shown in one line. */
  lines: ReadonlySet<string>
  /** Room that the margin takes. */
  height: number
}

/** Indexes in a plan. */
export interface MarginWindow {
  first: number
  end: number
}

interface Wanted {
  notes: readonly AnnotationView[]
  openId: string | null
  isFolded: boolean
  isDrafting: boolean
}

/** A plan, and which of its notes are near what is in sight. */
export interface Placed {
  plan: MarginPlan
  window: MarginWindow
}

/** Before anything was measured. */
export const unplaced: Placed = {
  plan: { order: [], tops: [], lines: new Set(), height: 0 },
  window: { first: 0, end: 0 },
}

/** A note where its words are. */
interface Item extends MarginItem {
  note: AnnotationView
}

/** Measures, plans and tells of it, all of it in frames. */
export class MarginPlanner {
  readonly #store: DeskStore
  readonly #geometry = new TextGeometry()
  readonly #elements = new Map<string, HTMLElement>()
  #heights: Partial<Record<Shape, number>> = {}
  #openHeight = 600
  #frame = 0
  #observer: ResizeObserver | null = null
  #spread: HTMLElement | null = null
  #tell: (placed: Placed) => void = () => {}
  #wanted: Wanted = { notes: [], openId: null, isFolded: false, isDrafting: false }
  #placed = unplaced
  #isStale = true
  #isPlanDue = false
  #isPrint = false
  #width = 0
  /** Notes that were on the page once, as high as they were. */
  readonly #measured = new Map<string, { shape: Shape; height: number }>()
  /** Where notes begin in the frozen text; a note that changes is another object. */
  readonly #places = new WeakMap<AnnotationView, TextPlace>()
  /** What was judged last, and which notes of it are crowded. */
  #judged: { items: readonly MarginItem[]; lines: ReadonlySet<string> } = {
    items: [],
    lines: new Set(),
  }

  constructor(store: DeskStore) {
    this.#store = store
  }

  start(spread: HTMLElement, tell: (placed: Placed) => void): () => void {
    this.#spread = spread
    this.#tell = tell
    this.#observer = new ResizeObserver(entries => this.#resized(entries))
    for (const element of this.#elements.values()) this.#observer.observe(element)
    this.#observer.observe(spread)
    const scrolled = () => this.#ask()
    const fontsCame = () => this.#askToMeasure()
    const print = window.matchMedia('print')
    const printed = () => this.#printed(print.matches)
    window.addEventListener('scroll', scrolled, { passive: true })
    window.addEventListener('resize', scrolled)
    document.fonts.addEventListener('loadingdone', fontsCame)
    print.addEventListener('change', printed)
    return () => {
      this.#observer?.disconnect()
      window.removeEventListener('scroll', scrolled)
      window.removeEventListener('resize', scrolled)
      document.fonts.removeEventListener('loadingdone', fontsCame)
      print.removeEventListener('change', printed)
      cancelAnimationFrame(this.#frame)
      this.#frame = 0
    }
  }

  want(wanted: Wanted): void {
    // What is drawn into the text may break its lines otherwise; typing in a draft certainly does.
    if (wanted.notes !== this.#wanted.notes || wanted.isDrafting) this.#isStale = true
    this.#wanted = wanted
    this.#askToPlan()
  }

  observe(id: string, element: HTMLElement | null): void {
    const before = this.#elements.get(id)
    if (before) this.#observer?.unobserve(before)
    if (element) {
      this.#elements.set(id, element)
      this.#observer?.observe(element)
    } else this.#elements.delete(id)
  }

  #resized(entries: readonly ResizeObserverEntry[]): void {
    if (entries.some(({ target }) => target === this.#spread)) this.#askToMeasure()
    else this.#askToPlan()
  }

  /** Paper gets all notes, at once: the browser does not wait for a frame. */
  #printed(isPrint: boolean): void {
    this.#isPrint = isPrint
    const { plan } = this.#placed
    this.#placed = { plan, window: { first: 0, end: isPrint ? plan.order.length : 0 } }
    flushSync(() => this.#tell(this.#placed))
    if (!isPrint) this.#ask()
  }

  #askToMeasure(): void {
    this.#isStale = true
    this.#askToPlan()
  }

  #askToPlan(): void {
    this.#isPlanDue = true
    this.#ask()
  }

  #ask(): void {
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      const before = this.#placed
      if (this.#isPlanDue) this.#plan()
      this.#look()
      if (this.#placed !== before) this.#tell(this.#placed)
    })
  }

  #plan(): void {
    const { view } = this.#store
    if (!this.#spread || !view || view.isDestroyed) {
      // The article comes with the next frames.
      if (this.#spread) this.#ask()
      return
    }
    this.#isPlanDue = false
    this.#measure(this.#spread, view.dom)
    const items = this.#items()
    const lines = this.#lines(items)
    const sized = items.map(item => this.#sized(item, lines))
    // The gap below a note of one line is smaller, so it is part of the note.
    const tops = layOutMargin(sized, this.#wanted.openId, 0)
    const plan = {
      order: sized.map(({ id }) => id),
      tops: tops.map(Math.round),
      lines,
      height: Math.ceil(bottomOf(sized, tops)),
    }
    if (!isSamePlan(plan, this.#placed.plan)) this.#placed = { ...this.#placed, plan }
  }

  /** Reads all that has to be read before anything is written. */
  #measure(spread: HTMLElement, text: HTMLElement): void {
    if (spread.clientWidth !== this.#width) this.#forget()
    this.#width = spread.clientWidth
    if (this.#isStale) this.#geometry.read(text, spread)
    this.#isStale = false
    for (const [id, element] of this.#elements) {
      const note = this.#store.note(id)
      if (!note) continue
      this.#measureNote(note, element)
      const place = this.#placeOf(note)
      if (place) this.#geometry.look(id, place)
    }
  }

  #measureNote(note: AnnotationView, element: HTMLElement): void {
    const height = element.offsetHeight
    // A phone has no margin, and shows none of them.
    if (height === 0) return
    if (note.id === this.#wanted.openId) {
      this.#openHeight = height
      return
    }
    const shape = element.classList.contains('is-line') ? 'line' : restShape(note)
    this.#heights[shape] ??= height
    this.#measured.set(note.id, { shape, height })
  }

  #forget(): void {
    this.#geometry.forget()
    this.#measured.clear()
    this.#heights = {}
  }

  /** As high as it was on the page, or else as the first of its shape was. */
  #heightOf(id: string, shape: Shape): number {
    const measured = this.#measured.get(id)
    if (measured?.shape === shape) return measured.height
    return this.#heights[shape] ?? firstHeights[shape]
  }

  /** The notes in the order of their lines, each as high as its like with all it says. */
  #items(): Item[] {
    const items = this.#wanted.notes.flatMap(note => {
      const place = this.#placeOf(note)
      const line = place && this.#geometry.lineOf(note.id, place)
      if (line === null || line === undefined) return []
      const shape = restShape(note)
      const height = this.#heights[shape] ?? firstHeights[shape]
      return [{ id: note.id, note, wanted: line - lift, height }]
    })
    return items.sort((a, b) => a.wanted - b.wanted)
  }

  /** Judged again where one of them moved: opening a note moves none. */
  #lines(items: readonly Item[]): ReadonlySet<string> {
    if (this.#wanted.isFolded) return new Set(items.map(({ id }) => id))
    if (!areSameItems(items, this.#judged.items))
      this.#judged = { items, lines: crowdedNotes(items, gap, reach) }
    return this.#judged.lines
  }

  #sized({ id, note, wanted }: Item, lines: ReadonlySet<string>): MarginItem {
    if (id === this.#wanted.openId) return { id, wanted, height: this.#openHeight + gap }
    const shape = lines.has(id) ? 'line' : restShape(note)
    const height = this.#heightOf(id, shape) + (shape === 'line' ? lineGap : gap)
    return { id, wanted, height }
  }

  /** Where a note's first words are now; null for one that is not in the draft. */
  #placeOf(note: AnnotationView): TextPlace | null {
    const { drafting } = this.#store.get()
    if (drafting) return this.#placeInDraft(drafting.places.get(note.id))
    const place = this.#places.get(note) ?? this.#store.text.blockAt(firstOffset(note))
    this.#places.set(note, place)
    return place
  }

  #placeInDraft(place: DraftPlaces | undefined): TextPlace | null {
    const starts = [...(place?.spans ?? []), ...(place?.changed ?? [])].map(({ start }) => start)
    const first = Math.min(...starts, ...(place?.gaps ?? []))
    return Number.isFinite(first) ? this.#text().blockAt(first) : null
  }

  #text() {
    const { view, text } = this.#store
    return view ? documentTextOf(view.state.doc) : text
  }

  /** Another window only once what is in sight comes near the edge of the one that is there. */
  #look(): void {
    if (!this.#spread || this.#isPrint) return
    const { plan, window: before } = this.#placed
    const top = -this.#spread.getBoundingClientRect().top
    const bottom = top + window.innerHeight
    const ahead = Math.max(leastAhead, window.innerHeight)
    const needed = windowOf(plan.tops, top - ahead / 2, bottom + ahead / 2)
    if (needed.first >= before.first && needed.end <= before.end && before.end <= plan.tops.length)
      return
    this.#placed = { plan, window: windowOf(plan.tops, top - ahead, bottom + ahead) }
  }
}

function restShape({ state, content }: AnnotationView): Shape {
  return state === 'to_check' && content.claim === '' ? 'short' : 'whole'
}

function areSameItems(a: readonly MarginItem[], b: readonly MarginItem[]): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index]
      return item.id === other?.id && item.wanted === other.wanted && item.height === other.height
    })
  )
}

/** Whether nothing moved, so that nothing has to be drawn again. */
function isSamePlan(a: MarginPlan, b: MarginPlan): boolean {
  return (
    a.height === b.height &&
    a.order.length === b.order.length &&
    a.lines.size === b.lines.size &&
    a.order.every((id, index) => id === b.order[index] && a.tops[index] === b.tops[index]) &&
    [...a.lines].every(id => b.lines.has(id))
  )
}
