import { z } from 'zod'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { HistoryEntry } from '@/lib/domain/desk'
import type { LookView } from '@/lib/domain/looks'

/**
 * What a stream tells: that something happened, and nothing of what. Whoever hears it asks for the
 * changes, and permission is asked then.
 */
export const nudge = z.object({
  /** The newest entry of the log that is about the article. */
  seq: z.number().int(),
  /** Whether all of it was done by the very person who follows. */
  isOwn: z.boolean(),
})
export type Nudge = z.infer<typeof nudge>

/** Other people who look at the article now, by name; at most 50 are told of, more than any newsroom has at one text. */
export const herePeople = z.array(z.object({ id: z.string(), name: z.string() })).max(50)

/** The number of an entry of the log, as a part of an address or a header; 0 stands before the first. */
export const entrySeq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** What became of an article after an entry of the log, as of one moment. */
export interface ArticleChanges {
  /** The newest entry of the log; to ask from next time. */
  seq: number
  /** The article's newest revision. */
  revisionId: string
  /** The notes that something happened to, as they are now. */
  notes: AnnotationView[]
  /** The looks that hold now, where something was said of a sentence; else null. */
  looks: LookView[] | null
  /** What happened, newest first; one line for a person's sitting at a note. */
  lines: HistoryEntry[]
  /** So much that the page is better loaded again: `notes` and `lines` are empty. */
  isTooMuch: boolean
}

/** 200 notes: what a page takes in without a pause; more than that is a new page. */
export const changedNotesLimit = 200

/** 1,000 entries: an hour of five people who write without a break. */
export const changedEntriesLimit = 1000

/** 12 pages of one person that are followed by one process: more than anybody looks at. */
export const streamsPerPerson = 12
