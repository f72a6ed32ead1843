import {
  contentFrom,
  draftOf,
  isDraftOf,
  isSameDraft,
  type NoteDraft,
} from '@/components/editor/note-drafts'
import type { AnnotationView } from '@/lib/domain/annotations'
import { canonicalJson } from '@/lib/domain/canonical'
import type { Refusal } from '@/lib/domain/outcomes'

/** Where the words of an open note are on their way to the server. */
export type SavePhase =
  /** Nothing is unsaved that could be saved. */
  | { kind: 'idle' }
  /** Changed; sent when the person pauses. */
  | { kind: 'waiting' }
  /** Sending would void an approval, and the person has not said yes. */
  | { kind: 'asking' }
  | { kind: 'sending' }
  | { kind: 'failed'; refusal: Refusal }
  /** Somebody else saved first; the person chooses. */
  | { kind: 'stale'; current: AnnotationView }
  /** The article has a newer revision: what is typed here counts in a text that is no more. */
  | { kind: 'outdated' }

/** A note being written: what the server has, what is typed, and what is under way between them. */
export interface Save {
  /** The version that `base` was; it goes out with every save. */
  version: number
  base: NoteDraft
  draft: NoteDraft
  /** What the request under way carries. */
  sent: NoteDraft | null
  phase: SavePhase
  /** The person agreed to void the approval that the note has now; the next one is asked about anew. */
  mayVoid: boolean
  /** Raised when the draft is replaced from outside, so that fields take it over. */
  seed: number
  /** ISO 8601; null before the first save of this visit. */
  savedAt: string | null
  /** Whether the browser keeps what is not at the server. */
  isKept: boolean
}

export function beginSave(note: AnnotationView): Save {
  const draft = draftOf(note.content)
  return {
    version: note.version,
    base: draft,
    draft,
    sent: null,
    phase: { kind: 'idle' },
    mayVoid: false,
    seed: 0,
    savedAt: null,
    isKept: true,
  }
}

/** The person changed something. `isApproved`: sending it would void an approval. */
export function edit(save: Save, draft: NoteDraft, isApproved: boolean): Save {
  const changed = { ...save, draft }
  const { kind } = save.phase
  if (kind === 'stale' || kind === 'sending' || kind === 'outdated') return changed
  if (isSameDraft(draft, save.base, save.base)) return { ...changed, phase: { kind: 'idle' } }
  return { ...changed, phase: { kind: isApproved && !save.mayVoid ? 'asking' : 'waiting' } }
}

/** The person agreed that the approval is voided. */
export function agree(save: Save): Save {
  return { ...save, mayVoid: true, phase: { kind: 'waiting' } }
}

/** The pause is over: what is typed goes out. The same save where there is nothing to send. */
export function send(save: Save): Save {
  const may = save.phase.kind === 'waiting' || save.phase.kind === 'failed'
  if (!may) return save
  if (isSameDraft(save.draft, save.base, save.base)) return { ...save, phase: { kind: 'idle' } }
  return { ...save, sent: save.draft, phase: { kind: 'sending' } }
}

/** The server has what was sent. What was typed meanwhile goes out next. */
export function acknowledge(save: Save, note: AnnotationView, at: string): Save {
  const base = keepValid(save.sent ?? save.draft, save.base)
  const phase: SavePhase = isSameDraft(save.draft, base, base)
    ? { kind: 'idle' }
    : { kind: 'waiting' }
  return { ...save, version: note.version, base, sent: null, phase, mayVoid: false, savedAt: at }
}

/** The server did not take it; what was typed is kept. */
export function refuseSave(save: Save, refusal: Refusal): Save {
  return { ...save, sent: null, phase: { kind: 'failed', refusal } }
}

/** The article has a newer revision: nothing goes out from here any more, and nothing typed is lost. */
export function outdate(save: Save): Save {
  return { ...save, sent: null, phase: { kind: 'outdated' } }
}

/**
 * The note has moved on since. Where its words are still those that the person began from (a
 * colleague decided on it, say), the draft goes out again on top; where the other wrote the very same,
 * nothing is left to save; else the person chooses.
 */
export function overtake(save: Save, current: AnnotationView): Save {
  if (isDraftOf(save.base, current)) {
    const isApproved = current.state === 'approved'
    const mayVoid = save.mayVoid && isApproved
    const { version } = current
    const rebased: Save = { ...save, version, sent: null, mayVoid, phase: { kind: 'idle' } }
    return edit(rebased, save.draft, isApproved)
  }
  if (isDraftOf(save.draft, current)) return settle(save, save.draft, current)
  return { ...save, sent: null, phase: { kind: 'stale', current } }
}

/** The person chose between the two versions: `draft` goes out on top of the other's. */
export function settle(save: Save, draft: NoteDraft, current: AnnotationView): Save {
  const base = draftOf(current.content)
  const next = { ...replace(save, draft), version: current.version, base }
  return { ...next, phase: isSameDraft(draft, base, base) ? { kind: 'idle' } : { kind: 'waiting' } }
}

/** The note changed by another way than this save (a move, a review, a remark). */
export function follow(save: Save, note: AnnotationView): Save {
  if (isDraftOf(save.base, note))
    return askFirst({ ...save, version: note.version }, note.state === 'approved')
  // Other words: with nothing unsaved here they are shown, else the next save will hear `stale`.
  if (isUnsaved(save)) return save
  const draft = takeOver(save.draft, note.content)
  // A field that says the same stays as it is, and so does a caret in it.
  const seed = draft.explanation === save.draft.explanation ? save.seed : save.seed + 1
  return { ...save, draft, base: draft, version: note.version, seed }
}

/** What would go out by itself waits for the person's answer where the note has been approved meanwhile. */
function askFirst(save: Save, isApproved: boolean): Save {
  const mayVoid = save.mayVoid && isApproved
  const goesOut = save.phase.kind === 'waiting' || save.phase.kind === 'failed'
  if (!goesOut || !isApproved || mayVoid) return { ...save, mayVoid }
  return { ...save, mayVoid, phase: { kind: 'asking' } }
}

/** Other words in place of a draft's, but for the parts that say the same. */
function takeOver(draft: NoteDraft, content: AnnotationView['content']): NoteDraft {
  const next = draftOf(content)
  const { citations, explanation } = contentFrom(draft, draft).content
  const isSame = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b)
  return {
    ...next,
    explanation: isSame(explanation, content.explanation) ? draft.explanation : next.explanation,
    citations: isSame(citations, content.citations) ? draft.citations : next.citations,
  }
}

/** Back to what the server has. */
export function discard(save: Save): Save {
  return { ...replace(save, save.base), mayVoid: false, phase: { kind: 'idle' } }
}

/** A draft from outside (a merge, kept words) in place of what is typed. */
export function replace(save: Save, draft: NoteDraft): Save {
  return { ...save, draft, sent: null, seed: save.seed + 1 }
}

/** Whether the words stay here until the person does something: no further try alone may save them. */
export function isHeldBack({ phase: { kind } }: Save): boolean {
  return kind === 'failed' || kind === 'stale' || kind === 'asking' || kind === 'outdated'
}

/** Whether anything typed is not at the server. */
export function isUnsaved(save: Save): boolean {
  return save.phase.kind !== 'idle' || contentFrom(save.draft, save.base).faults.length > 0
}

/** The sent draft with what could not be sent as it was: the last value that was right. */
function keepValid(sent: NoteDraft, before: NoteDraft): NoteDraft {
  const { content, faults } = contentFrom(sent, before)
  if (faults.length === 0) return sent
  return {
    ...content,
    citations: content.citations.map((citation, index) => ({
      ...citation,
      id: sent.citations[index]?.id ?? '',
    })),
  }
}
