import { z } from 'zod'
import { type DraftShelf, shelfAt, type Written } from '@/components/articles/draft'

/** What is written of a revision before it is frozen. */
const rest = z.object({
  /** When the publisher changed it; may be half typed. */
  changedOn: z.string(),
  /** What the publisher said of it. */
  changeNote: z.string(),
})
export type RevisionWritten = Written<z.infer<typeof rest>>

/** A new wording that is not frozen yet: one for each person and article. */
export function newRevisionShelf(personId: string, articleId: string): DraftShelf<RevisionWritten> {
  return {
    ...shelfAt(`rubric:new-revision:${personId}:${articleId}`, rest),
    nothing: { text: '', kinds: {}, changedOn: '', changeNote: '' },
    isBlank: ({ text, changedOn, changeNote }) =>
      [text, changedOn, changeNote].every(each => each.trim() === ''),
  }
}
