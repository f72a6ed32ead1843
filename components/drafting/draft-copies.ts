import { z } from 'zod'
import { attempt, keysOf, store } from '@/components/editor/local-copies'
import type { AnnotationView } from '@/lib/domain/annotations'
import { carriedAnchor } from '@/lib/domain/revisions'
import { documentNode } from '@/lib/domain/rich-text'

const draftCopy = z.object({
  /** ISO 8601. */
  at: z.iso.datetime(),
  /** The revision that was being edited: the draft can be gone on with on no other. */
  revisionId: z.string(),
  document: documentNode,
  /** Where the notes are in `document`, and where they were in the revision. */
  carried: z.array(carriedAnchor),
})
/** A draft that is not frozen yet, as one visit left it. */
export type DraftCopy = z.infer<typeof draftCopy>

export interface LeftDraft extends DraftCopy {
  key: string
}

/** The unfrozen drafts of one person's visits to one article, in one browser. */
export function draftCopies(
  personId: string,
  articleId: string,
  visitId: string,
  storage: Storage | null,
) {
  const prefix = `rubric:draft:${personId}:${articleId}:`
  return {
    /** Whether the browser took it. */
    keep: (copy: DraftCopy): boolean => store(storage, prefix + visitId, copy),
    drop(): void {
      attempt(() => storage?.removeItem(prefix + visitId))
    },
    /** What other visits left, newest first; those of `goingOn` are still on a page. */
    left(goingOn: ReadonlySet<string>): LeftDraft[] {
      return keysOf(storage)
        .filter(key => key.startsWith(prefix) && key !== prefix + visitId)
        .filter(key => !goingOn.has(key.slice(prefix.length)))
        .flatMap(key => {
          const parsed = draftCopy.safeParse(attempt(() => JSON.parse(storage?.getItem(key) ?? '')))
          return parsed.success ? [{ ...parsed.data, key }] : []
        })
        .sort((a, b) => b.at.localeCompare(a.at))
    },
    discard({ key }: LeftDraft): void {
      attempt(() => storage?.removeItem(key))
    },
  }
}
export type DraftCopies = ReturnType<typeof draftCopies>

/**
 * The anchors of a copy that still are where the notes are now. A note that was placed anew meanwhile
 * is left to the engine, which judges it by the two texts.
 */
export function carriedStill(
  { carried }: DraftCopy,
  notes: readonly AnnotationView[],
): DraftCopy['carried'] {
  const now = new Set(
    notes.flatMap(({ id, anchors }) =>
      anchors.map(({ ordinal, start, end }) => `${id} ${ordinal} ${start} ${end}`),
    ),
  )
  return carried.filter(({ annotationId, ordinal, from }) =>
    now.has(`${annotationId} ${ordinal} ${from.start} ${from.end}`),
  )
}
