import type { AnnotationView, PersonName } from '@/lib/domain/annotations'
import { canonicalJson } from '@/lib/domain/canonical'
import type { HistoryEntry } from '@/lib/domain/desk'

/** A note as somebody else left it, and what they did. */
export interface Arrival {
  note: AnnotationView
  /** Newest first. */
  lines: readonly HistoryEntry[]
}

/** What is new in a note that is shown as it now is, until the person has looked at it. */
export interface News {
  /** Newest first. */
  lines: readonly HistoryEntry[]
  /** Milliseconds: when it was shown here. */
  at: number
  /** Ids of the comments that came with it. */
  comments: readonly string[]
  /** The words changed under the eyes of somebody who may decide on them, and who has not said that they read them since. */
  isUnread: boolean
}

/** What this page knows of what happens elsewhere. */
export interface LiveState {
  /** By the note's id: what arrived and is not shown yet. */
  arrivals: Readonly<Record<string, Arrival>>
  /** By the note's id. */
  news: Readonly<Record<string, News>>
  /** So much happened that only loading the page again shows it. */
  isTooMuch: boolean
  /** Whether the page hears of changes; told only once it did not for some seconds. */
  line: 'live' | 'lost' | 'signed_out'
  /** Others who are at the article now. */
  here: readonly PersonName[]
}

export const quiet: LiveState = { arrivals: {}, news: {}, isTooMuch: false, line: 'live', here: [] }

/** Why nobody can approve words that changed while they read them. */
export const unreadWords =
  'These words changed while you read them. Read the note again before you approve it.'

/** Whether `note` is newer than what the page has of it. Remarks leave a note's version as it is. */
export function isNewer(known: AnnotationView | null, note: AnnotationView): boolean {
  if (!known || note.version > known.version) return true
  return note.version === known.version && canonicalJson(note) !== canonicalJson(known)
}

/**
 * The lines that somebody has to be told of: those of others; one's own where there are no others,
 * since then they come from another page of one's own.
 */
export function linesFor(lines: readonly HistoryEntry[], personId: string): HistoryEntry[] {
  const others = lines.filter(({ actor }) => actor?.id !== personId)
  return others.length > 0 ? others : [...lines]
}

/** Both, each saying once, newest first. */
export function joinLines(
  newer: readonly HistoryEntry[],
  older: readonly HistoryEntry[],
): HistoryEntry[] {
  const said = new Set<string>()
  return [...newer, ...older].filter(line => {
    const words = sayingOf(line)
    return !said.has(words) && said.add(words)
  })
}

/** The same for the same doing of the same person. */
function sayingOf({ actor, sentence }: HistoryEntry): string {
  return `${actor?.id} ${sentence}`
}

/**
 * The newest of `lines` that is news beyond `before`; null where there is none. Whoever writes saves
 * every second, and it is said once; each remark is one of its own.
 */
export function untoldLine(
  lines: readonly HistoryEntry[],
  now: News | undefined,
  before: News | undefined,
): HistoryEntry | null {
  const told = new Set(before?.lines.map(sayingOf))
  const isRemark = (now?.comments.length ?? 0) > (before?.comments.length ?? 0)
  const untold = lines.find(line => !told.has(sayingOf(line)))
  return untold ?? (isRemark ? (lines[0] ?? null) : null)
}

/** The comments of `note` that were not among those of `known`. */
export function newComments(known: AnnotationView | null, note: AnnotationView): string[] {
  const idsOf = (each: AnnotationView) =>
    each.threads.flatMap(({ comments }) => comments.map(({ id }) => id))
  const before = new Set(known ? idsOf(known) : [])
  return idsOf(note).filter(id => !before.has(id))
}

/** Whoever did what `lines` tell, by their first names: "Ines and Tobias", "you" for oneself. */
export function whoDid(lines: readonly HistoryEntry[], personId: string): string {
  const names = lines.map(({ actor }) =>
    actor?.id === personId ? 'you' : (actor?.name.split(' ')[0] ?? 'the system'),
  )
  return new Intl.ListFormat('en').format(new Set(names))
}

/** "Ines Castellan changed the verdict", "You changed the verdict in another window". */
export function lineWords({ actor, sentence }: HistoryEntry, personId: string): [string, string] {
  return actor?.id === personId
    ? ['You', `${sentence} in another window`]
    : [actor?.name ?? 'The system', sentence]
}

/** "3 updates". */
export function countUpdates(count: number): string {
  return count === 1 ? '1 update' : `${count} updates`
}

/** The same without what is known of these notes by now. */
export function withoutArrivals(live: LiveState, ids: readonly string[]): LiveState {
  if (!ids.some(id => id in live.arrivals)) return live
  const arrivals = Object.entries(live.arrivals).filter(([id]) => !ids.includes(id))
  return { ...live, arrivals: Object.fromEntries(arrivals) }
}
