import type { Span } from '@/lib/domain/anchoring/anchors'
import { type Judged, judgePlacement } from '@/lib/domain/anchoring/carrying'
import { type Change, type ChangeReason, classifyChange } from '@/lib/domain/anchoring/changes'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { type Placement, placeSpans } from '@/lib/domain/anchoring/placements'
import { type ChangedSentence, findChangedSentence } from '@/lib/domain/anchoring/surroundings'
import { formatDay, formatPartialDate } from '@/lib/domain/dates'

/** When a revision changed the article, as far as that is known. */
export interface RevisionMoment {
  revision: number
  /** ISO 8601: when we noted it, by freezing that revision. */
  frozenAt: string
  /** The publisher's own date (ISO 8601, may be of reduced precision), or "". */
  changedOn: string
  /** What the publisher said of the change, or why we made it; may be "". */
  changeNote: string
  /** The text was the newsroom's own draft then: the change was ours, not a publisher's. */
  isOwn: boolean
}

/** What became of a passage that an edition had a verdict on. */
export interface PassageChange extends RevisionMoment {
  noteKey: string
  /** The claim, as that edition had it. */
  claim: string
  /** Which of the note's places, from 0 in the order of the text. */
  ordinal: number
  /** The words; or the whole sentence, where they are the same and it turns what they say. */
  before: string
  /** The same now; null where the words are gone. */
  after: string | null
  kind: 'meaning' | 'wording' | 'removed'
  /** What a rule says has changed; none but in a `meaning`. */
  reasons: ChangeReason[]
  /** The newest revision that changed it, where more than one did. */
  again: RevisionMoment | null
}

/** A change of a checked passage, as editions tell it from then on. */
export interface PublisherChange extends PassageChange {
  /** The first edition that tells it, and when that was published (ISO 8601). */
  edition: number
  at: string
}

/** One frozen wording of the article. */
export interface FrozenWording extends RevisionMoment {
  text: string
}

type Place = Span & { quote: string }

/** A note with its places in the first wording and in the last. */
export interface CheckedNote {
  key: string
  claim: string
  before: readonly Place[]
  /** None where the note does not go out again. */
  now: readonly Place[]
}

/** What later wordings did to notes. */
export interface NotesSince {
  changes: PassageChange[]
  /** Notes that rest where the wordings alone have brought them; the others were placed by a person. */
  fates: Map<string, 'carried' | 'told'>
}

/**
 * What later wordings changed in the words that these notes were about, note by note. `wordings`:
 * oldest first, the one that the notes' `before` counts in at the head. Words that are the same but
 * for typography, wherever they stand, are not told, nor those that came back; but a sentence around
 * them is that turns what they say. Of words that stand in several places now nothing is said.
 */
export function followNotes(
  notes: readonly CheckedNote[],
  wordings: readonly FrozenWording[],
  language: string,
): NotesSince {
  const [first, last] = [wordings[0], wordings.at(-1)]
  if (!first || !last || first === last) return { changes: [], fates: new Map() }
  const passages = notes.flatMap(note =>
    note.before.map((place, ordinal): Passage => ({ note, ordinal, place })),
  )
  const traces = traceAll(passages, wordings, language)
  const chosen = chosenPlaces(notes, traces, first.text, last.text)
  const sentences = sentencesOf(traces, first.text, last.text, language)
  const changes = traces.flatMap((trace): PassageChange[] => {
    const { note, ordinal, place } = trace
    const change =
      sentences.get(trace) ??
      changeOf(place.quote, wordsNow(trace, last.text, chosen.get(note) ?? []), language)
    if (!change) return []
    const { before, after, kind, reasons } = change
    const told = { noteKey: note.key, claim: note.claim, ordinal, before, after, kind, reasons }
    return [{ ...told, ...momentsOf(trace.steps) }]
  })
  const fates = notes.flatMap(note => {
    const own = traces.filter(trace => trace.note === note)
    const told = changes.filter(change => change.noteKey === note.key)
    const fate = told.length > 0 ? ('told' as const) : ('carried' as const)
    const isSame = (trace: Trace) => trace.steps.length === 0 || sentences.has(trace)
    return isAccountedFor(note, own, told, isSame) ? [[note.key, fate] as const] : []
  })
  return { changes, fates: new Map(fates) }
}

/**
 * Whether each place that a note has now is one that an old one was carried to, or has the words that
 * its told change says, each answering for one, and none is missing.
 */
function isAccountedFor(
  { now }: CheckedNote,
  traces: readonly Trace[],
  told: readonly PassageChange[],
  hasSameWords: (trace: Trace) => boolean,
): boolean {
  const left = [...now]
  const take = (isIt: (place: Place) => boolean) => {
    const index = left.findIndex(isIt)
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  }
  const isEach = traces.every(trace => {
    const { ordinal, at, candidates } = trace
    const { quote } = trace.place
    const change = told.find(each => each.ordinal === ordinal)
    if (change && !hasSameWords(trace)) {
      const { after } = change
      return after === null || take(place => isSameWords(place.quote, after))
    }
    const spans = hasSameWords(trace) && at ? [at] : candidates
    return take(
      place => isSameWords(place.quote, quote) && spans.some(span => overlap(span, place)),
    )
  })
  return isEach && left.length === 0
}

/** How many passages these changes are of: one that was changed in two editions counts once. */
export function countPassages(changes: readonly PublisherChange[]): number {
  const goesOn = ({ noteKey, edition, before }: PublisherChange) =>
    changes.some(
      ({ after, ...earlier }) =>
        earlier.noteKey === noteKey &&
        earlier.edition < edition &&
        after !== null &&
        isSameWords(after, before),
    )
  return changes.filter(change => !goesOn(change)).length
}

/** Words of which a page may set the name or the day within them by itself. */
export interface WordsAround {
  lead: string
  /** The name or the day; "" where there is none. */
  within: string
  tail: string
}

/**
 * What stands above a change wherever it is told: "Changed by Meridian Wire after our check". Whether it
 * was a correction is not for us to say: a publisher who calls it one is quoted below.
 */
export function headingOf(
  { after, isOwn }: Pick<PassageChange, 'after' | 'isOwn'>,
  publisher: string,
): WordsAround {
  const isGone = after === null
  if (!isOwn)
    return {
      lead: `${isGone ? 'Removed' : 'Changed'} by `,
      within: publisher,
      tail: ' after our check',
    }
  const lead = `We ${isGone ? 'took these words out' : 'changed these words'} after our check`
  return { lead, within: '', tail: '' }
}

/**
 * When a revision changed the words: the publisher's date; without one, when we noted it, which it
 * says. `first`: the moment that this one comes after in a sentence; another's doing is named.
 */
export function momentWords(
  { changedOn, frozenAt, isOwn }: RevisionMoment,
  { language, timeZone }: { language: string; timeZone: string },
  first?: RevisionMoment,
): WordsAround {
  const day = changedOn
    ? formatPartialDate(changedOn, language)
    : formatDay(new Date(frozenAt), language, timeZone)
  const noted = changedOn || isOwn ? '' : `${first ? 'noted' : 'Noted'} by us on `
  const who = isOwn ? 'by us' : 'by the publisher'
  const isOther = first !== undefined && first.isOwn !== isOwn
  return { lead: `${isOther ? `${who}, ` : ''}${noted}`, within: day, tail: '' }
}

interface Passage {
  note: CheckedNote
  ordinal: number
  place: Place
}

/** A passage followed from wording to wording. */
interface Trace extends Passage {
  /** Where it is in the last of them; null where it cannot be found. */
  at: Span | null
  /** Equally likely places in it, where there are several. */
  candidates: Span[]
  /** The wordings that changed it, since it was last as it was checked. */
  steps: RevisionMoment[]
}

function traceAll(
  passages: readonly Passage[],
  wordings: readonly FrozenWording[],
  language: string,
): Trace[] {
  const [first, ...later] = wordings
  if (!first) return []
  const spans = passages.map(({ place }) => place)
  let earlier = first
  let traces = passages.map(
    (passage): Trace => ({ ...passage, at: passage.place, candidates: [], steps: [] }),
  )
  for (const wording of later) {
    // Straight from what was checked, as the notes themselves are carried; and from the wording
    // before, which tells whether it was this one that changed the words.
    const straight = placeSpans(first.text, wording.text, spans)
    const stepwise = earlier === first ? straight : placeFound(earlier.text, wording.text, traces)
    traces = traces.map((trace, index) => {
      const judge = (text: string, span: Span, placement: Placement | null | undefined) => {
        const quote = text.slice(span.start, span.end)
        const older = { text, span }
        return placement ? judgePlacement(quote, wording.text, placement, language, older) : null
      }
      return followed(
        trace,
        judge(first.text, trace.place, straight[index]),
        trace.at && judge(earlier.text, trace.at, stepwise[index]),
        wording,
      )
    })
    earlier = wording
  }
  return traces
}

function followed(
  trace: Trace,
  straight: Judged | null,
  step: Judged | null,
  { text: _, ...moment }: FrozenWording,
): Trace {
  if (isSame(straight)) return { ...trace, at: straight.span, candidates: [], steps: [] }
  if (isSame(step)) return { ...trace, at: step.span }
  return {
    ...trace,
    at: straight?.span ?? step?.span ?? null,
    candidates: straight?.candidates ?? [],
    steps: [...trace.steps, moment],
  }
}

/** The placements of those that can be found in the earlier text, each at its index. */
function placeFound(
  earlier: string,
  later: string,
  traces: readonly Trace[],
): (Placement | null)[] {
  const found = traces.flatMap(({ at }) => at ?? [])
  const placements = placeSpans(earlier, later, found).values()
  return traces.map(({ at }) => (at ? (placements.next().value ?? null) : null))
}

/**
 * The places that a person chose: where a note rests now and none of its old places led, in words that
 * the old text did not have there. What it had already is no new wording of something else.
 */
function chosenPlaces(
  notes: readonly CheckedNote[],
  traces: readonly Trace[],
  older: string,
  newer: string,
): Map<CheckedNote, Place[]> {
  const chosen = notes.flatMap(note => {
    const own = traces.filter(trace => trace.note === note)
    if (own.every(trace => trace.steps.length === 0)) return []
    const led = own.flatMap(({ at }) => at ?? [])
    const places = note.now.filter(place => !led.some(span => overlap(span, place)))
    return places.map(place => ({ note, place }))
  })
  if (chosen.length === 0) return new Map()
  const origins = placeSpans(
    newer,
    older,
    chosen.map(({ place }) => place),
  )
  const fresh = chosen.filter(
    (_, index) => origins[index]?.kind !== 'kept' && origins[index]?.kind !== 'moved',
  )
  return new Map(
    notes.map(note => [note, fresh.filter(each => each.note === note).map(each => each.place)]),
  )
}

/**
 * The words that a passage has now; null where it has none, `same` where nothing is to be told. What a
 * person found is taken from `chosen`, so that it answers for one passage only.
 */
function wordsNow(
  { place: { quote }, at, candidates, steps }: Trace,
  text: string,
  chosen: Place[],
): string | null | 'same' {
  if (steps.length === 0) return 'same'
  const found = chosen.findIndex(place => isSameWords(place.quote, quote))
  if (found >= 0) {
    chosen.splice(found, 1)
    return 'same'
  }
  if (at) return text.slice(at.start, at.end)
  return candidates.length > 0 ? 'same' : (chosen.shift()?.quote ?? null)
}

type Told = Pick<PassageChange, 'before' | 'after' | 'kind' | 'reasons'>

function changeOf(before: string, after: string | null | 'same', language: string): Told | null {
  if (after === 'same') return null
  if (after === null) return { before, after, kind: 'removed', reasons: [] }
  return toldOf({ before, after, change: classifyChange(before, after, language) })
}

function toldOf({
  before,
  after,
  change: { kind, reasons },
}: {
  before: string
  after: string
  change: Change
}): Told | null {
  return kind === 'none' || kind === 'typography' ? null : { before, after, kind, reasons }
}

/** The sentences that turn what the words in them say, though these are the same: passage by passage. */
function sentencesOf(
  traces: readonly Trace[],
  older: string,
  newer: string,
  language: string,
): Map<Trace, Told> {
  return new Map(
    traces.flatMap(trace => {
      const { place, at, steps } = trace
      if (!at || steps.length === 0) return []
      if (!isSameWords(place.quote, newer.slice(at.start, at.end))) return []
      const sentence: ChangedSentence | null = findChangedSentence(
        { text: older, span: place },
        { text: newer, span: at },
        language,
      )
      const told = sentence?.isTurned ? toldOf(sentence) : null
      return told ? [[trace, told] as const] : []
    }),
  )
}

function momentsOf(
  steps: readonly RevisionMoment[],
): RevisionMoment & Pick<PassageChange, 'again'> {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) throw new Error('A passage that changed did so in some revision.')
  return { ...first, again: last === first ? null : last }
}

function isSame(judged: Judged | null): judged is Judged & { span: Span } {
  return judged?.placement === 'kept' || judged?.placement === 'moved'
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end
