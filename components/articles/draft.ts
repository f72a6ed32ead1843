import { z } from 'zod'
import { blockKinds } from '@/lib/domain/articles'

/** What is written of an article before it is created; any of it may be empty. */
const details = z.object({
  title: z.string(),
  standfirst: z.string(),
  publisher: z.string(),
  byline: z.string(),
  publishedOn: z.string(),
  url: z.string(),
  /** "" stands for the recognised one. */
  language: z.string(),
})
export type DraftDetails = z.infer<typeof details>

/** A text, the kinds corrected in it, and whatever else of type `Rest` is written beside it. */
export type Written<Rest = unknown> = {
  text: string
  kinds: Record<string, (typeof blockKinds)[number]>
} & Rest

export type NewArticleWritten = Written<{
  details: DraftDetails
  /** The newsroom's own draft. */
  isOwn: boolean
}>

/** What was kept before own drafts could be brought in does not say. */
const newArticle = z.object({ details, isOwn: z.boolean().default(false) })

/** What was kept, and when (ISO 8601). */
export type Kept<W> = W & { keptAt: string }

/** Where one unfinished text is kept on this computer. */
export interface DraftShelf<W extends Written> {
  /** An empty page. */
  nothing: W
  /** Whether there is nothing in it worth keeping. */
  isBlank: (written: W) => boolean
  /** What was kept, or null. What is not ours to read is none. */
  find: () => Kept<W> | null
  /** False where the browser has no room or does not allow it. */
  save: (kept: Kept<W>) => boolean
  /** Once it is in the newsroom, or nothing is left in it. */
  remove: () => void
}

export const emptyDetails: DraftDetails = {
  title: '',
  standfirst: '',
  publisher: '',
  byline: '',
  publishedOn: '',
  url: '',
  language: '',
}

/** An article that is not brought in yet: one for each person, for two may share a computer. */
export function newArticleShelf(personId: string): DraftShelf<NewArticleWritten> {
  return {
    ...shelfAt(`rubric:new-article:${personId}`, newArticle),
    nothing: { text: '', kinds: {}, details: emptyDetails, isOwn: false },
    isBlank: ({ text, details }) =>
      text.trim() === '' && Object.values(details).every(each => each.trim() === ''),
  }
}

/** The shelf under `key` in the browser's storage. */
export function shelfAt<Rest extends z.ZodObject>(
  key: string,
  rest: Rest,
): Pick<DraftShelf<Written<z.infer<Rest>>>, 'find' | 'save' | 'remove'> {
  const kept = z
    .object({
      text: z.string(),
      kinds: z.record(z.string(), z.enum(blockKinds)),
      keptAt: z.string(),
    })
    .and(rest)
  return {
    find: () => {
      try {
        const parsed = kept.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
        return parsed.success ? parsed.data : null
      } catch {
        return null
      }
    },
    save: written => {
      try {
        localStorage.setItem(key, JSON.stringify(written))
        return true
      } catch {
        return false
      }
    },
    remove: () => {
      try {
        localStorage.removeItem(key)
      } catch {
        // A browser that keeps nothing has nothing to remove.
      }
    },
  }
}
