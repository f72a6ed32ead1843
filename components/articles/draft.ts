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

const draft = z.object({
  text: z.string(),
  kinds: z.record(z.string(), z.enum(blockKinds)),
  details,
  /** ISO 8601. */
  keptAt: z.string(),
})
export type Draft = z.infer<typeof draft>

export const emptyDetails: DraftDetails = {
  title: '',
  standfirst: '',
  publisher: '',
  byline: '',
  publishedOn: '',
  url: '',
  language: '',
}

/** Whether there is nothing in it worth keeping. */
export function isBlank({ text, details }: Pick<Draft, 'text' | 'details'>): boolean {
  return text.trim() === '' && Object.values(details).every(each => each.trim() === '')
}

/** The draft kept on this computer for `personId`, or null. One that is not ours to read is none. */
export function findDraft(personId: string): Draft | null {
  try {
    const parsed = draft.safeParse(JSON.parse(localStorage.getItem(keyFor(personId)) ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Keeps a draft on this computer; false where the browser has no room or does not allow it. */
export function saveDraft(personId: string, kept: Draft): boolean {
  try {
    localStorage.setItem(keyFor(personId), JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

/** Removes the draft, once it is an article or nothing is left in it. */
export function removeDraft(personId: string): void {
  try {
    localStorage.removeItem(keyFor(personId))
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}

/** By person, for two may share a computer. */
function keyFor(personId: string): string {
  return `rubric:new-article:${personId}`
}
