import type { CanonicalContent, PersonName } from '@/lib/domain/annotations'
import { type AuditEvent, sentenceOf } from '@/lib/domain/audit'
import type { HistoryEntry } from '@/lib/domain/desk'
import type { LookReason } from '@/lib/domain/looks'

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
 * every part they changed. So do the notes that one new revision carried over (thousands, maybe), and the
 * sentences that one person left one after the other.
 */
export function linesOf(events: readonly HistoryEvent[]): HistoryEntry[] {
  const lines: Line[] = []
  const lastOfNote = new Map<string, Line>()
  for (const each of events) {
    const last = each.annotation && lastOfNote.get(each.annotation.id)
    const newest = lines.at(-1)
    if (newest && isSameCarrying(newest.event, each)) {
      newest.event = { ...newest.event, annotation: null }
      newest.repeats++
    } else if (newest && isSameReading(newest.event, each)) {
      newest.event = mergeLooks(newest.event, each)
      newest.repeats++
    } else if (last && tellsOfVoiding(last.event, each)) {
      last.event = each
    } else if (last && isSameSitting(last.event, each)) {
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

/** Whether two looks are of one person's one reading of the text. */
function isSameReading(later: HistoryEvent, earlier: HistoryEvent): boolean {
  return (
    later.event.kind === 'sentences.left' &&
    earlier.event.kind === 'sentences.left' &&
    later.actor?.id === earlier.actor?.id &&
    later.at.getTime() - earlier.at.getTime() <= sittingMs
  )
}

/** The later looks with those of the earlier, from whose sentence they begin. */
function mergeLooks(later: HistoryEvent, { event }: HistoryEvent): HistoryEvent {
  if (later.event.kind !== 'sentences.left' || event.kind !== 'sentences.left') return later
  const counts = { ...event.counts }
  for (const [reason, count] of Object.entries(later.event.counts) as [LookReason, number][])
    counts[reason] = (counts[reason] ?? 0) + count
  return { ...later, event: { ...event, counts } }
}

/** Whether two notes were carried into the same revision. */
function isSameCarrying(later: HistoryEvent, earlier: HistoryEvent): boolean {
  return (
    later.event.kind === 'annotation.carried' &&
    earlier.event.kind === 'annotation.carried' &&
    later.actor?.id === earlier.actor?.id &&
    later.at.getTime() === earlier.at.getTime()
  )
}

/** Whether the earlier says already that the approval is void, and why. */
function tellsOfVoiding(later: HistoryEvent, earlier: HistoryEvent): boolean {
  return (
    later.event.kind === 'annotation.approval_voided' &&
    earlier.event.kind === 'annotation.unsettled' &&
    earlier.event.voided
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
