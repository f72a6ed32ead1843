import type { DeskStore } from '@/components/editor/desk-store'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { type Coverage, type CoveredSentence, coverageOf, notedSpans } from '@/lib/domain/coverage'
import type { LookView, LookWish } from '@/lib/domain/looks'
import { sentencesOf } from '@/lib/domain/segments'

/** Sentences of one kind, about which a person says why they leave them, or that they do not. */
export interface Looking {
  kind: 'open' | 'left'
  sentences: readonly CoveredSentence[]
}

/** The sentences of a text never change; they are found once, when they are first asked for. */
const sentences = new WeakMap<DeskStore, readonly Span[]>()

/** Of one state of the notes and looks; whoever asks again before one of them changes gets the same. */
const coverages = new WeakMap<DeskStore, { of: readonly unknown[]; coverage: Coverage }>()

/** Which sentences of the article on the page are noted, left and open. */
export function coverageNow(store: DeskStore): Coverage {
  const { notes, looks } = store.get()
  const known = coverages.get(store)
  if (known?.of[0] === notes && known.of[1] === looks) return known.coverage
  const coverage = coverageOf(store.text.text, sentencesIn(store), notedSpans(notes), looks)
  coverages.set(store, { of: [notes, looks], coverage })
  return coverage
}

function sentencesIn(store: DeskStore): readonly Span[] {
  const known = sentences.get(store) ?? sentencesOf(store.text.text, store.desk.article.language)
  sentences.set(store, known)
  return known
}

/** What may be said of the sentences that were touched: those not looked at first, else those left. */
export function lookingAt(touched: readonly CoveredSentence[]): Looking | null {
  for (const kind of ['open', 'left'] as const) {
    const found = touched.filter(sentence => sentence.kind === kind)
    if (found.length > 0) return { kind, sentences: found }
  }
  return null
}

/** The looks that these sentences have, each once. */
export function looksOf({ sentences }: Looking): LookView[] {
  const looks = sentences.flatMap(each => (each.kind === 'left' ? each.looks : []))
  return [...new Map(looks.map(look => [look.id, look])).values()]
}

/** The wishes that leave these sentences for a reason (null: none given), or (`to` null) open them again. */
export function wishesFor(looking: Looking, to: LookWish['to']): LookWish[] {
  const spans = looking.kind === 'left' ? looksOf(looking) : looking.sentences
  return spans.map(({ start, end }) => ({ start, end, to }))
}
