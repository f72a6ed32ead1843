import type { Span } from '@/lib/domain/anchoring/anchors'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { findChangedSentence } from '@/lib/domain/anchoring/surroundings'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { CarriedAnchor } from '@/lib/domain/revisions'
import type { CarriedPlace } from '@/lib/editor/carried-anchors'

/** The newsroom's own draft while it is edited. */
export interface Drafting {
  /** Whether it differs from the newest revision. */
  isChanged: boolean
  /** Where the notes are in it, by id. */
  places: ReadonlyMap<string, DraftPlaces>
  /** Whether the browser keeps what is not frozen yet. */
  isKept: boolean
}

/** Where a note rests in the draft; offsets count in the draft's text. */
export interface DraftPlaces {
  /** The words that the verdict was given to. */
  spans: Span[]
  /** Other words in their place, or the same words in a sentence that turns what they say. */
  changed: Span[]
  /** Where words were that are deleted. */
  gaps: number[]
  /** "The words changed", as the note would be to settle; null where none did. */
  title: string | null
}

/** The anchors that typing carries: where notes rest for certain. Those of retired notes rest. */
export function anchorsOf(notes: readonly AnnotationView[]): CarriedAnchor[] {
  return notes
    .filter(({ state }) => state !== 'retired')
    .flatMap(({ id, anchors }) =>
      anchors.map(({ ordinal, start, end }) => ({
        annotationId: id,
        ordinal,
        from: { start, end },
        span: { start, end },
      })),
    )
}

/** The text that was unlocked, and what it is by now. */
export interface DraftTexts {
  frozen: string
  draft: string
  /** BCP 47. */
  language: string
}

/**
 * Where each note is in the draft, and whether its verdict holds for what stands there: by the rules of
 * freezing it, but for words that stand in several places, of which the frozen draft knows more.
 */
export function placesInDraft(
  notes: readonly AnnotationView[],
  carried: readonly CarriedPlace[],
  texts: DraftTexts,
): Map<string, DraftPlaces> {
  const quotes = new Map(
    notes.flatMap(({ id, anchors }) =>
      anchors.map(({ ordinal, quote }) => [`${id} ${ordinal}`, quote] as const),
    ),
  )
  const places = new Map<string, DraftPlaces>()
  for (const { annotationId, ordinal, from, span, near } of carried) {
    const place = places.get(annotationId) ?? { spans: [], changed: [], gaps: [], title: null }
    places.set(annotationId, place)
    const quote = quotes.get(`${annotationId} ${ordinal}`) ?? ''
    const became = span ? becameOf(quote, from, span, texts) : 'gone'
    if (!span) place.gaps.push(near)
    else if (became === 'same') place.spans.push(span)
    else place.changed.push(span)
    place.title = worse(place.title, titles[became])
  }
  return places
}

type Became = 'same' | 'turned' | 'changed' | 'gone'

function becameOf(quote: string, from: Span, span: Span, texts: DraftTexts): Became {
  const { frozen, draft, language } = texts
  if (!isSameWords(quote, draft.slice(span.start, span.end))) return 'changed'
  const sentence = findChangedSentence(
    { text: frozen, span: from },
    { text: draft, span },
    language,
  )
  return sentence?.isTurned ? 'turned' : 'same'
}

/** As the note would be to settle, the gravest last. */
const titles: Record<Became, string | null> = {
  same: null,
  turned: 'The sentence changed',
  changed: 'The words changed',
  gone: 'The words are gone',
}

function worse(one: string | null, other: string | null): string | null {
  const order = Object.values(titles)
  return order.indexOf(one) < order.indexOf(other) ? other : one
}
