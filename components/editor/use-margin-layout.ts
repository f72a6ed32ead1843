'use client'

import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import {
  bottomOf,
  crowdedNotes,
  layOutMargin,
  type MarginItem,
  windowOf,
} from '@/components/editor/margin-layout'
import { TextGeometry } from '@/components/editor/text-geometry'
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

const nowhere: MarginPlan = { order: [], tops: [], lines: new Set(), height: 0 }

/**
 * Places the notes of the margin beside their words, and again whenever the text or a note changes its
 * size; `window` is which of them are near what is in sight. However many changes come, it measures
 * at most once for each frame, reading first and writing last.
 */
export function useMarginLayout(
  spread: RefObject<HTMLElement | null>,
  notes: readonly AnnotationView[],
  openId: string | null,
): {
  plan: MarginPlan
  window: MarginWindow
  observe: (id: string, element: HTMLElement | null) => void
} {
  const store = useStore()
  const isFolded = useDesk(state => state.isFolded)
  const drafting = useDesk(state => state.drafting)
  const [planner] = useState(() => new MarginPlanner(store))
  const [placed, setPlaced] = useState({ plan: nowhere, window: { first: 0, end: 0 } })

  useEffect(
    () => (spread.current ? planner.start(spread.current, setPlaced) : undefined),
    [planner, spread],
  )
  // The marks are drawn by ProseMirror in the same commit; measuring waits for the next frame.
  useLayoutEffect(
    () => planner.want({ notes, openId, isFolded, isDrafting: drafting !== null }),
    [planner, notes, openId, isFolded, drafting],
  )
  const observe = useCallback(
    (id: string, element: HTMLElement | null) => planner.observe(id, element),
    [planner],
  )
  return { ...placed, observe }
}

interface Wanted {
  notes: readonly AnnotationView[]
  openId: string | null
  isFolded: boolean
  isDrafting: boolean
}

interface Placed {
  plan: MarginPlan
  window: MarginWindow
}

/** Measures, plans and tells of it, all of it in frames. */
class MarginPlanner {
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
  #placed: Placed = { plan: nowhere, window: { first: 0, end: 0 } }
  #isStale = true
  #isPlanDue = false
  #isPrint = false
  #width = 0
  /** Notes that were on the page once, as high as they were. */
  readonly #measured = new Map<string, { shape: Shape; height: number }>()

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
      this.#measureNote(id, element)
      const offset = this.#offsetOf(id)
      if (offset !== null) this.#geometry.look(id, offset, this.#text())
    }
  }

  #measureNote(id: string, element: HTMLElement): void {
    const height = element.offsetHeight
    // A phone has no margin, and shows none of them.
    if (height === 0) return
    if (id === this.#wanted.openId) {
      this.#openHeight = height
      return
    }
    const shape = element.classList.contains('is-line') ? 'line' : this.#restShape(id)
    this.#heights[shape] ??= height
    this.#measured.set(id, { shape, height })
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

  /** The notes in the order of their lines, each as high as it is with all it says. */
  #items(): MarginItem[] {
    const text = this.#text()
    const items = this.#wanted.notes.flatMap(({ id }) => {
      const offset = this.#offsetOf(id)
      const line = offset === null ? undefined : this.#geometry.lineOf(id, offset, text)
      return line === undefined ? [] : [{ id, wanted: line - lift, height: 0 }]
    })
    return items.sort((a, b) => a.wanted - b.wanted)
  }

  #lines(items: readonly MarginItem[]): ReadonlySet<string> {
    if (this.#wanted.isFolded) return new Set(items.map(({ id }) => id))
    const whole = items.map(item => {
      const shape = this.#restShape(item.id)
      return { ...item, height: this.#heights[shape] ?? firstHeights[shape] }
    })
    return crowdedNotes(whole, gap, reach)
  }

  #sized(item: MarginItem, lines: ReadonlySet<string>): MarginItem {
    if (item.id === this.#wanted.openId) return { ...item, height: this.#openHeight + gap }
    const shape = lines.has(item.id) ? 'line' : this.#restShape(item.id)
    return { ...item, height: this.#heightOf(item.id, shape) + (shape === 'line' ? lineGap : gap) }
  }

  #restShape(id: string): Shape {
    const note = this.#store.note(id)
    return note?.state === 'to_check' && note.content.claim === '' ? 'short' : 'whole'
  }

  /** Where a note's first words are now; null for one that is not in the draft. */
  #offsetOf(id: string): number | null {
    const { drafting } = this.#store.get()
    const note = this.#store.note(id)
    if (!drafting) return note && firstOffset(note)
    const place = drafting.places.get(id)
    const starts = [...(place?.spans ?? []), ...(place?.changed ?? [])].map(({ start }) => start)
    const first = Math.min(...starts, ...(place?.gaps ?? []))
    return Number.isFinite(first) ? first : null
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
