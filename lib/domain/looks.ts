import { z } from 'zod'
import { type Span, span } from '@/lib/domain/anchoring/anchors'
import type { PersonName } from '@/lib/domain/annotations'

/** Why a sentence was looked at and left without a note. */
export const lookReasons = ['opinion', 'not_checkable', 'trivial', 'already_checked'] as const
export type LookReason = (typeof lookReasons)[number]
export const lookReason = z.enum(lookReasons)

/** `means`: what the reason says, for whoever has to choose one. */
export const lookReasonWords: Record<LookReason, { word: string; means: string }> = {
  opinion: { word: 'Opinion', means: 'a judgement, which no record can settle' },
  not_checkable: { word: 'Not checkable', means: 'no record of it is within reach' },
  trivial: { word: 'Trivial', means: 'not worth a reader’s time' },
  already_checked: { word: 'Already checked', means: 'checked before, or by somebody we trust' },
}

/** The word for a reason, and for none given. */
export function wordOfReason(reason: LookReason | null): string {
  return reason === null ? 'No reason given' : lookReasonWords[reason].word
}

/** A sentence of one revision that a person looked at and left. */
export interface LookView extends Span {
  id: string
  reason: LookReason | null
  by: PersonName
  /** When they looked (ISO 8601); a new revision that keeps the words keeps it. */
  at: string
}

/** What a person says of one sentence. */
export const lookChange = z.strictObject({
  ...span.shape,
  /** The look that stood there when the person decided; null: none. Anything else by now is `stale`. */
  seen: z.uuid().nullable(),
  /** Null takes the look back: the sentence is open again. */
  to: z.strictObject({ reason: lookReason.nullable() }).nullable(),
})
export type LookChange = z.infer<typeof lookChange>

/** 2,000 sentences are some forty thousand words: more than anyone has looked at in one go. */
export const lookChangeLimit = 2000

/** 512 KiB: so many changes, at up to 250 bytes each. */
export const lookChangesBytes = 512 * 1024

export const lookChanges = z
  .strictObject({
    revisionId: z.uuid(),
    changes: z
      .array(lookChange)
      .min(1, 'Name at least one sentence.')
      .max(lookChangeLimit, {
        error: () => `At most ${lookChangeLimit.toLocaleString('en')} sentences at once.`,
      }),
  })
  .refine(({ changes }) => changes.every(({ start, end }) => start < end), {
    path: ['changes'],
    message: 'A sentence has at least one character.',
  })
  .refine(({ changes }) => new Set(changes.map(nameOf)).size === changes.length, {
    path: ['changes'],
    message: 'A sentence is named twice.',
  })
export type LookChanges = z.infer<typeof lookChanges>

/** Looks refused because somebody else was first, with what stands at those sentences now. */
export interface StaleLooks {
  current: LookView[]
}

/** Tells a sentence from the others of its revision. */
export function nameOf({ start, end }: Span): string {
  return `${start}-${end}`
}

/** The looks after `changed` sentences got the looks in `now`, in the order of the text. */
export function withLooks(
  looks: readonly LookView[],
  changed: readonly Span[],
  now: readonly LookView[],
): LookView[] {
  const gone = new Set(changed.map(nameOf))
  const others = looks.filter(look => !gone.has(nameOf(look)))
  return [...others, ...now].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** What a person wants said of a sentence, whatever stands there. */
export type LookWish = Omit<LookChange, 'seen'>

/** The wishes that take `wishes` back, where these sentences had the looks in `before`. */
export function inverseOf(wishes: readonly Span[], before: readonly LookView[]): LookWish[] {
  const had = new Map(before.map(look => [nameOf(look), look]))
  return wishes.map(({ start, end }) => {
    const look = had.get(nameOf({ start, end }))
    return { start, end, to: look ? { reason: look.reason } : null }
  })
}
