import type { Span } from '@/lib/domain/anchoring/anchors'
import { isSameWords } from '@/lib/domain/anchoring/folding'
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
  /** Other words in their place. */
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

/** Where each note is in the draft, given its words in the frozen text and in the draft's. */
export function placesInDraft(
  notes: readonly AnnotationView[],
  carried: readonly CarriedPlace[],
  text: string,
): Map<string, DraftPlaces> {
  const quotes = new Map(
    notes.flatMap(({ id, anchors }) =>
      anchors.map(({ ordinal, quote }) => [`${id} ${ordinal}`, quote] as const),
    ),
  )
  const places = new Map<string, DraftPlaces>()
  for (const { annotationId, ordinal, span, near } of carried) {
    const place = places.get(annotationId) ?? { spans: [], changed: [], gaps: [], title: null }
    places.set(annotationId, place)
    const quote = quotes.get(`${annotationId} ${ordinal}`) ?? ''
    if (!span) place.gaps.push(near)
    else if (isSameWords(quote, text.slice(span.start, span.end))) place.spans.push(span)
    else place.changed.push(span)
  }
  for (const place of places.values()) place.title = titleOfPlaces(place)
  return places
}

function titleOfPlaces({ changed, gaps }: DraftPlaces): string | null {
  if (gaps.length > 0) return 'The words are gone'
  return changed.length > 0 ? 'The words changed' : null
}
