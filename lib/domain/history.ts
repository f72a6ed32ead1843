import type { CanonicalContent, PersonName } from '@/lib/domain/annotations'
import { type AuditEvent, sentenceOf } from '@/lib/domain/audit'
import type { HistoryEntry } from '@/lib/domain/desk'

/** An entry of the log with the names that a reader of the history needs. */
export interface HistoryEvent {
  seq: number
  at: Date
  actor: PersonName | null
  event: AuditEvent
  annotation: { id: string; key: string; quote: string } | null
}

/** Ten minutes: one sitting at one note. Autosave writes many entries in it, and a reader wants one. */
const sittingMs = 10 * 60 * 1000

/**
 * The lines of a history from its events, newest first in and out. Saves of one note by one person
 * within ten minutes, with nothing else happening to that note in between, make one line that names
 * every part they changed.
 */
export function linesOf(events: readonly HistoryEvent[]): HistoryEntry[] {
  const lines: Line[] = []
  const lastOfNote = new Map<string, Line>()
  for (const each of events) {
    const last = each.annotation && lastOfNote.get(each.annotation.id)
    if (last && isSameSitting(last.event, each)) {
      last.event = merge(last.event, each)
      last.repeats++
    } else {
      const line = { event: each, repeats: 1 }
      lines.push(line)
      if (each.annotation) lastOfNote.set(each.annotation.id, line)
    }
  }
  return lines.map(entryOf)
}

interface Line {
  event: HistoryEvent
  repeats: number
}

function isSameSitting(later: HistoryEvent, earlier: HistoryEvent): boolean {
  return (
    later.event.kind === 'annotation.saved' &&
    earlier.event.kind === 'annotation.saved' &&
    later.actor?.id === earlier.actor?.id &&
    later.at.getTime() - earlier.at.getTime() <= sittingMs
  )
}

/** The later save, with the parts of both. */
function merge(later: HistoryEvent, earlier: HistoryEvent): HistoryEvent {
  const parts = new Set<keyof CanonicalContent>([
    ...partsOf(earlier.event),
    ...partsOf(later.event),
  ])
  return later.event.kind === 'annotation.saved'
    ? { ...later, event: { ...later.event, parts: [...parts] } }
    : later
}

function partsOf(event: AuditEvent): (keyof CanonicalContent)[] {
  return event.kind === 'annotation.saved' ? event.parts : []
}

function entryOf({ event, repeats }: Line): HistoryEntry {
  const { seq, at, actor, annotation } = event
  return {
    seq,
    at: at.toISOString(),
    actor,
    sentence: sentenceOf(event.event),
    annotation,
    repeats,
  }
}
