import { z } from 'zod'
import { type NoteDraft, noteDraft } from '@/components/editor/note-drafts'

/** Words of one person that did not reach the server, with what they were written on. */
export interface LocalCopy {
  /** ISO 8601. */
  at: string
  version: number
  base: NoteDraft
  draft: NoteDraft
}

// Written by another version of the program, perhaps: what does not fit is not offered.
const localCopy: z.ZodType<LocalCopy> = z.object({
  at: z.iso.datetime(),
  version: z.int().min(1),
  base: noteDraft,
  draft: noteDraft,
})

/** The copies of one person in one browser; a browser without storage keeps none. */
export function localCopies(personId: string, storage: Storage | null) {
  const keyOf = (noteId: string) => `rubric:unsaved:${personId}:${noteId}`
  return {
    keep(noteId: string, copy: LocalCopy): void {
      attempt(() => storage?.setItem(keyOf(noteId), JSON.stringify(copy)))
    },
    find(noteId: string): LocalCopy | null {
      const text = attempt(() => storage?.getItem(keyOf(noteId)))
      return text ? parse(text) : null
    },
    drop(noteId: string): void {
      attempt(() => storage?.removeItem(keyOf(noteId)))
    },
  }
}
export type LocalCopies = ReturnType<typeof localCopies>

/** The browser's storage, or null where it is switched off. */
export function browserStorage(): Storage | null {
  return attempt(() => window.localStorage) ?? null
}

function parse(text: string): LocalCopy | null {
  const parsed = localCopy.safeParse(attempt(() => JSON.parse(text)))
  return parsed.success ? parsed.data : null
}

/** Storage may be full or forbidden; the words are on the page all the same. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
