/** @jsxImportSource preact */
import { type EditionView, noteId } from '@/lib/site/views'

/** A note's place on the strip, in hundredths of the article's length. */
export interface Tick {
  key: string
  at: number
  length: number
  /** Row under the line, from 0, on a narrow screen and on a wide one. */
  narrowRow: number
  wideRow: number
}

/**
 * Least room of a tick in hundredths of the strip: 24 px (the smallest target a finger or a shaky
 * hand should be asked to hit) of the 350 px of a phone, and of the 1,024 px of a page with a margin.
 */
const narrowRoom = 6.9
const wideRoom = 2.4

/** More rows than four are no picture of an article any more. */
export const rowLimit = 4

/** Where each note's first words stand in the article; ticks that would touch get rows of their own. */
export function ticksOf({ spans, document }: Pick<EditionView, 'spans' | 'document'>): Tick[] {
  const whole = Math.max(1, document.text.length)
  const first = spans.filter(span => span.isFirst)
  const places = first.map(({ key, start, end }) => ({
    key,
    at: round((start / whole) * 100),
    length: round(((end - start) / whole) * 100),
  }))
  const narrow = rowsOf(places, narrowRoom)
  const wide = rowsOf(places, wideRoom)
  return places.map((place, index) => ({
    ...place,
    narrowRow: narrow[index] ?? 0,
    wideRow: wide[index] ?? 0,
  }))
}

/** How many rows ticks take, or 0 where it is more than the limit and the strip is better left out. */
export function rowCount(rows: readonly number[]): number {
  const count = Math.max(0, ...rows) + 1
  return count > rowLimit ? 0 : count
}

export function Strip({ view }: { view: EditionView }) {
  return (
    <nav class="strip" aria-label="Where the claims stand in the article">
      {view.notes.map(({ key, number, rating }) => (
        <a
          class={`tick t-${key} r-${rating.tint}`}
          href={`#${noteId(key)}`}
          aria-label={`Note ${number}: ${rating.word}`}
        >
          <span>{number}</span>
        </a>
      ))}
    </nav>
  )
}

function rowsOf(places: readonly { at: number; length: number }[], room: number): number[] {
  const ends: number[] = []
  return places.map(place => {
    // The strip ends at 100, so a tick close to its end begins where it still has its room.
    const at = Math.min(place.at, 100 - room)
    const free = ends.findIndex(end => end <= at)
    const row = free === -1 ? ends.length : free
    ends[row] = at + Math.max(place.length, room)
    return row
  })
}

const round = (number: number) => Math.round(number * 100) / 100
