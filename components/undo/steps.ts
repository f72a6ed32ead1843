import type { CitationDraft, NoteDraft } from '@/components/editor/note-drafts'
import {
  changedFields,
  type FieldChange,
  isSameValue,
  type NoteField,
  valueIn,
  withValue,
} from '@/components/editor/note-fields'

/** What somebody wrote in a note between two pauses. */
export interface EditStep {
  kind: 'edit'
  noteId: string
  changes: readonly FieldChange[]
  /** What is being typed in; the next key there belongs to this step. Null where nothing is added to it. */
  typing: string | null
  /** When it began and when it last grew, in milliseconds of one clock. */
  from: number
  to: number
}

/** Whether it was done; "gone" where the page has moved on and it cannot be done any more. */
export type Turned = Promise<boolean | 'gone'>

/** Something done with a note or with the article, and the way back. */
export interface ActionStep {
  kind: 'action'
  /** To stand after "Undo:" and "Undone:": "retiring note 3". */
  does: string
  noteId: string | null
  undo: () => Turned
  redo: () => Turned
  /** Whether it can be done as the page stands now, as far as the page knows. */
  mayTurn: (direction: Direction) => boolean
  /** What does not come back with it, as a sentence; "" where all does. */
  afterword: string
}

/** Something that is not undone by a key, with the reason. */
export interface FixedStep {
  kind: 'fixed'
  does: string
  noteId: string | null
  why: string
}

export type Step = EditStep | ActionStep | FixedStep
export type Direction = 'undo' | 'redo'

/** What was done on the page, oldest first, and what of it was undone, the next to redo last. */
export interface Steps {
  done: readonly Step[]
  undone: readonly Step[]
}

export const noSteps: Steps = { done: [], undone: [] }

/** 800 ms: longer than the gap between two words, shorter than a thought. */
const pause = 800

/** 8 s: whoever types on without a pause loses no more than two lines to one key. */
const longest = 8000

/** 200 steps: more than anybody walks back. */
const limit = 200

/** A step at the end; what had been undone before it is done no more. */
export function record({ done }: Steps, step: Step): Steps {
  return { done: [...done, step].slice(-limit), undone: [] }
}

/** The change of a draft at moment `at`, as part of the step before it where it is typed on in one field. */
export function recordEdit(
  steps: Steps,
  noteId: string,
  before: NoteDraft,
  after: NoteDraft,
  at: number,
): Steps {
  const changes = changedFields(before, after)
  const [change] = changes
  if (!change) return steps
  const typing = changes.length === 1 ? typedIn(change) : null
  const next: EditStep = { kind: 'edit', noteId, changes, typing, from: at, to: at }
  const last = steps.done.at(-1)
  const isNew = steps.undone.length > 0 || last?.kind !== 'edit' || !continues(last, next)
  if (isNew) return record(steps, next)
  const [begun] = last.changes
  const rest = steps.done.slice(0, -1)
  // Typed and taken back again: nothing to undo.
  if (!begun || isSameValue(begun.field, begun.before, change.after))
    return { ...steps, done: rest }
  return {
    ...steps,
    done: [...rest, { ...last, changes: [{ ...begun, after: change.after }], to: at }],
  }
}

function continues(last: EditStep, next: EditStep): boolean {
  return (
    next.typing !== null &&
    last.typing === next.typing &&
    last.noteId === next.noteId &&
    next.to - last.to < pause &&
    next.to - last.from < longest
  )
}

/** The step that comes next in this direction. */
export function nextStep({ done, undone }: Steps, direction: Direction): Step | null {
  return (direction === 'undo' ? done : undone).at(-1) ?? null
}

/** A step gone over to the other side, the next where none is named. Nothing is typed on in it. */
export function turn(
  { done, undone }: Steps,
  direction: Direction,
  step = nextStep({ done, undone }, direction),
): Steps {
  const [from, to] = direction === 'undo' ? [done, undone] : [undone, done]
  if (!step) return { done, undone }
  const sealed = step.kind === 'edit' ? { ...step, typing: null } : step
  const [rest, grown] = [from.filter(each => each !== step), [...to, sealed]]
  return direction === 'undo' ? { done: rest, undone: grown } : { done: grown, undone: rest }
}

/** Without one step. */
export function without({ done, undone }: Steps, step: Step): Steps {
  const others = (each: Step) => each !== step
  return { done: done.filter(others), undone: undone.filter(others) }
}

/** A draft after a step is undone, or redone. */
export function turned(draft: NoteDraft, { changes }: EditStep, direction: Direction): NoteDraft {
  return changes.reduce(
    (now, { field, before, after }) => withValue(now, field, direction === 'undo' ? before : after),
    draft,
  )
}

/**
 * The steps that still lead away from `draft`, which came from elsewhere: a colleague saved, or a choice
 * between two versions was made. What would overwrite their part of the note is left out, with all that
 * lies behind it in the same field; `dropped` says in which.
 */
export function keepFitting(
  { done, undone }: Steps,
  noteId: string,
  draft: NoteDraft,
): { steps: Steps; dropped: NoteField[] } {
  const back = walk(done, noteId, draft, 'undo')
  const forth = walk(undone, noteId, draft, 'redo')
  return {
    steps: { done: back.kept, undone: forth.kept },
    dropped: [...new Set([...back.dropped, ...forth.dropped])],
  }
}

function walk(steps: readonly Step[], noteId: string, draft: NoteDraft, direction: Direction) {
  const dropped = new Set<NoteField>()
  let now = draft
  const fits = ({ field, before, after }: FieldChange) => {
    const [from, to] = direction === 'undo' ? [after, before] : [before, after]
    if (!dropped.has(field) && isSameValue(field, valueIn(now, field), from)) {
      now = withValue(now, field, to)
      return true
    }
    dropped.add(field)
    return false
  }
  const kept = steps.toReversed().flatMap(step => {
    if (step.kind !== 'edit' || step.noteId !== noteId) return [step]
    const changes = step.changes.filter(fits)
    if (changes.length === step.changes.length) return [step]
    return changes.length > 0 ? [{ ...step, changes, typing: null }] : []
  })
  return { kept: kept.toReversed(), dropped }
}

const fieldWords: Record<NoteField, string> = {
  anchors: 'words it rests on',
  claim: 'claim',
  'claimant.name': 'who said it',
  'claimant.role': 'office or role',
  'claimant.saidOn': 'when it was said',
  'claimant.saidWhere': 'where it was said',
  ratingKey: 'verdict',
  reasons: 'reasons',
  explanation: 'explanation',
  citations: 'evidence',
}

/** Fields in words: "verdict", "claim and evidence", "3 fields". */
export function wordsOfFields(fields: readonly NoteField[]): string {
  if (fields.length > 2) return `${fields.length} fields`
  return fields.map(field => fieldWords[field]).join(' and ')
}

/** To stand after "Undo:". */
export function wordsOfStep(step: Step): string {
  return step.kind === 'edit' ? wordsOfFields(step.changes.map(({ field }) => field)) : step.does
}

/** The name of a text that somebody types in, so that what follows is known to be the same; else null. */
function typedIn({ field, before, after }: FieldChange): string | null {
  if (field === 'citations') {
    const place = changedCitation(before, after)
    return place?.key && isTyped(place.key) ? `${place.id} ${place.key}` : null
  }
  return field === 'anchors' || field === 'ratingKey' || field === 'reasons' ? null : field
}

const isTyped = (key: string) => key !== 'stance' && key !== 'passageKind'

/** A place in the list of evidence. */
export interface CitationPlace {
  id: string
  index: number
  /** The one field that differs; null where the citation came, went or moved. */
  key: keyof CitationDraft | null
}

/** Where two lists of evidence differ first, as the second shows it; null where nothing is left there. */
export function changedCitation(before: unknown, after: unknown): CitationPlace | null {
  const [was, is] = [before as readonly CitationDraft[], after as readonly CitationDraft[]]
  const index = is.findIndex((citation, at) => citation !== was[at])
  const [a, b] = [was[index], is[index]]
  if (!b) return null
  const isInPlace = was.length === is.length && a?.id === b.id
  const keys = (Object.keys(b) as (keyof CitationDraft)[]).filter(key => a?.[key] !== b[key])
  return { id: b.id, index, key: isInPlace && keys.length === 1 ? (keys[0] ?? null) : null }
}

/** Where the caret goes in a text that was changed from outside: after what is other in it. */
export function caretAfter(before: string, after: string): number {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let tail = 0
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return after.length - tail
}
