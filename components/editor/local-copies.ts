import { z } from 'zod'
import { type NoteDraft, noteDraft } from '@/components/editor/note-drafts'
import type { Span } from '@/lib/domain/anchoring/anchors'

/** Words of one person that did not reach the server, with what they were written on. */
export interface LocalCopy {
  /** ISO 8601. */
  at: string
  /** The revision of the article that its places count in. */
  revisionId: string
  version: number
  base: NoteDraft
  draft: NoteDraft
}

// Written by another version of the program, perhaps: what does not fit is not offered.
const localCopy = z.object({
  at: z.iso.datetime(),
  // Missing in copies from before an article could have a second revision.
  revisionId: z.string().default(''),
  version: z.int().min(1),
  base: noteDraft,
  draft: noteDraft,
})

/** A copy that another visit left behind. */
export interface LeftCopy extends LocalCopy {
  key: string
}

/**
 * A copy as it may be used on a revision of the article. One from another revision leaves its places
 * behind: an offset in one text says nothing in another, so the note keeps those that the server has.
 */
export function copyOn<T extends LocalCopy>(
  copy: T,
  revisionId: string,
  anchors: readonly Span[],
): T {
  if (copy.revisionId === revisionId) return copy
  const onIt = (draft: NoteDraft) => ({ ...draft, anchors: [...anchors] })
  return { ...copy, revisionId, base: onIt(copy.base), draft: onIt(copy.draft) }
}

/**
 * The copies of one person in one browser; a browser without storage keeps none. Each visit keeps its
 * own, so that what one tab saves or overwrites never takes the words of another, or of an earlier
 * visit that the person has not decided on yet.
 */
export function localCopies(personId: string, visitId: string, storage: Storage | null) {
  const prefixOf = (noteId: string) => `rubric:unsaved:${personId}:${noteId}:`
  return {
    /** Whether the browser took it: it may have no room, or be told to keep nothing. */
    keep(noteId: string, copy: LocalCopy): boolean {
      return store(storage, prefixOf(noteId) + visitId, copy)
    },
    drop(noteId: string): void {
      attempt(() => storage?.removeItem(prefixOf(noteId) + visitId))
    },
    /** What other visits left, newest first; those of `goingOn` still have their words on a page. */
    left(noteId: string, goingOn: ReadonlySet<string>): LeftCopy[] {
      const prefix = prefixOf(noteId)
      return keysOf(storage)
        .filter(key => key.startsWith(prefix))
        .filter(key => key !== prefix + visitId && !goingOn.has(key.slice(prefix.length)))
        .flatMap(key => read(storage, key))
        .sort((a, b) => b.at.localeCompare(a.at))
    },
    /** The person decided on a copy that another visit left. */
    discard(copy: LeftCopy): void {
      attempt(() => storage?.removeItem(copy.key))
    },
  }
}
export type LocalCopies = ReturnType<typeof localCopies>

/** Keeps a value as JSON, and says whether it is there now. */
export function store(storage: Storage | null, key: string, value: unknown): boolean {
  const kept = attempt(() => {
    storage?.setItem(key, JSON.stringify(value))
    return storage !== null
  })
  return kept ?? false
}

/** The browser's storage, or null where it is switched off. */
export function browserStorage(): Storage | null {
  return attempt(() => window.localStorage) ?? null
}

export function keysOf(storage: Storage | null): string[] {
  return (
    attempt(() =>
      Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? ''),
    ) ?? []
  )
}

function read(storage: Storage | null, key: string): LeftCopy[] {
  const parsed = localCopy.safeParse(attempt(() => JSON.parse(storage?.getItem(key) ?? '')))
  return parsed.success ? [{ ...parsed.data, key }] : []
}

/** Storage may be full or forbidden; the words are on the page all the same. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
