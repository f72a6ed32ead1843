import { z } from 'zod'
import { describeAnchor, span } from '@/lib/domain/anchoring/anchors'
import {
  type AnnotationContent,
  type AnnotationView,
  annotationContent,
  type CanonicalContent,
  contentOf,
} from '@/lib/domain/annotations'
import { canonicalJson } from '@/lib/domain/canonical'
import { type Fault, faultsOf } from '@/lib/domain/outcomes'
import { documentNode } from '@/lib/domain/rich-text'
import { type Rating, verdictReason } from '@/lib/domain/scales'
import { type Citation, passageKinds, stances } from '@/lib/domain/sources'

/** A citation while it is being written; the id lasts as long as the page and follows it when it is moved. */
export interface CitationDraft extends Citation {
  id: string
}

/** A note while it is being written: fields may hold what cannot be saved yet, half a date say. */
export interface NoteDraft extends Omit<AnnotationContent, 'citations'> {
  citations: CitationDraft[]
}

/** The shape of a draft that was kept as JSON; what its fields say is judged when it is saved. */
export const noteDraft: z.ZodType<NoteDraft> = z.object({
  anchors: z.array(span),
  claim: z.string(),
  claimant: z.object({
    name: z.string(),
    role: z.string(),
    saidOn: z.string(),
    saidWhere: z.string(),
  }),
  ratingKey: z.string().nullable(),
  reasons: z.array(verdictReason),
  explanation: documentNode,
  citations: z.array(
    z.object({
      id: z.string(),
      stance: z.enum(stances).nullable(),
      url: z.string(),
      title: z.string(),
      publisher: z.string(),
      publishedOn: z.string(),
      passage: z.string(),
      passageKind: z.enum(passageKinds),
      locator: z.string(),
    }),
  ),
})

let citationCount = 0

export function newCitationDraft(citation: Citation): CitationDraft {
  citationCount += 1
  return { ...citation, id: `citation-${citationCount}` }
}

export function draftOf(content: AnnotationContent): NoteDraft {
  return { ...content, citations: content.citations.map(newCitationDraft) }
}

/**
 * What can be saved of a draft. A field that is not right yet goes out as it was in `base`, the last
 * draft that was saved, and is named in `faults`; all the others go out as they are.
 */
export function contentFrom(
  draft: NoteDraft,
  base: NoteDraft,
): { content: AnnotationContent; faults: Fault[] } {
  const parsed = annotationContent.safeParse(plain(draft))
  if (parsed.success) return { content: inServerOrder(parsed.data), faults: [] }
  if (restsNowhere(draft) && isTheSame(draft, base)) return { content: plain(base), faults: [] }
  const faults = faultsOf(parsed.error)
  const mended = faults.reduce((now, { path }) => mend(now, path.split('.'), base), draft)
  const again = annotationContent.safeParse(plain(mended))
  return { content: inServerOrder(again.success ? again.data : plain(base)), faults }
}

/** So does a note whose places are all to be settled: nobody has written that. What is written besides is unsaved. */
function restsNowhere({ anchors }: NoteDraft): boolean {
  return anchors.length === 0
}

function isTheSame(a: NoteDraft, b: NoteDraft): boolean {
  return canonicalJson(plain(a)) === canonicalJson(plain(b))
}

/**
 * Reasons and places in the order in which the server keeps them: a person clicks them in any order,
 * and a note that differs from its draft by that alone has not been changed by anybody.
 */
function inServerOrder(content: AnnotationContent): AnnotationContent {
  const places = new Map(content.anchors.map(span => [`${span.start}-${span.end}`, span]))
  return {
    ...content,
    anchors: [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end),
    reasons: [...new Set(content.reasons)].sort(),
  }
}

/** Whether two drafts would be saved as the same content. */
export function isSameDraft(a: NoteDraft, b: NoteDraft, base: NoteDraft): boolean {
  return canonicalJson(contentFrom(a, base).content) === canonicalJson(contentFrom(b, base).content)
}

/** The canonical content of a draft, as far as it can be saved: what a reader would see of it. */
export function canonicalOf(
  content: AnnotationContent,
  text: string,
  textHash: string,
  ratings: readonly Rating[],
): CanonicalContent {
  const rating = ratings.find(({ key }) => key === content.ratingKey) ?? null
  return contentOf(
    content,
    content.anchors.map(span => describeAnchor(text, span)),
    rating,
    textHash,
  )
}

/** Whether a note's words at the server are still those of `draft`. */
export function isDraftOf(draft: NoteDraft, view: AnnotationView): boolean {
  return canonicalJson(contentFrom(draft, draft).content) === canonicalJson(view.content)
}

function plain(draft: NoteDraft): AnnotationContent {
  return { ...draft, citations: draft.citations.map(({ id: _, ...citation }) => citation) }
}

/** `draft` with the field at `path` as it was in `base`; a new citation's field is emptied. */
function mend(draft: NoteDraft, path: readonly string[], base: NoteDraft): NoteDraft {
  const [part, key = '', field = ''] = path
  if (part === 'claimant' && key in draft.claimant)
    return {
      ...draft,
      claimant: { ...draft.claimant, [key]: base.claimant[key as keyof typeof base.claimant] },
    }
  if (part === 'citations' && field !== '')
    return {
      ...draft,
      citations: draft.citations.map((citation, index) =>
        String(index) === key ? mendCitation(citation, field as keyof Citation, base) : citation,
      ),
    }
  return part && part in base ? { ...draft, [part]: base[part as keyof NoteDraft] } : base
}

function mendCitation(
  citation: CitationDraft,
  field: keyof Citation,
  base: NoteDraft,
): CitationDraft {
  const before = base.citations.find(({ id }) => id === citation.id)
  return { ...citation, [field]: before?.[field] ?? '' }
}
