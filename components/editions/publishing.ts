import type { z } from 'zod'
import {
  type Correction,
  type CorrectionKind,
  changesToName,
  type NoteChange,
} from '@/lib/domain/corrections'
import { publishRequest } from '@/lib/domain/editions'
import { type Fault, faultsOf, type Refusal } from '@/lib/domain/outcomes'
import type { PublisherChange } from '@/lib/domain/publisher-changes'
import type { AnnotationState } from '@/lib/domain/review'
import type { Rating } from '@/lib/domain/scales'

/** A note as the publish page lists it. */
export interface PlannedNote {
  id: string
  key: string
  contentHash: string
  claim: string
  /** The words it rests on, for a note without a claim. */
  quote: string
  rating: Rating | null
  state: AnnotationState
  /** "Written by …, approved by …". */
  by: string
}

export interface PlannedHeldNote extends PlannedNote {
  /** A new revision changed the words that its verdict was given to. */
  isUnsettled: boolean
  why: string
  blocks: boolean
}

/** All that the publish page shows of what would happen. */
export interface Publishing {
  articleId: string
  /** Path of the public page. */
  path: string
  number: number
  going: PlannedNote[]
  held: PlannedHeldNote[]
  changes: NoteChange[]
  /** What the edition tells by itself: words that were changed after they were checked. */
  told: PublisherChange[]
  /** Whether all that the edition before was made from is as it was then. */
  isUnchanged: boolean
  article: { publisher: string; language: string; isOwn: boolean }
  /** Claims of notes that the last edition held and this one does not. */
  leaving: { key: string; claim: string }[]
  title: string
  summary: string
}

/** A correction while it is written; its kind is chosen, never guessed. */
export interface CorrectionDraft extends Omit<Correction, 'kind'> {
  id: number
  kind: CorrectionKind | ''
}

/**
 * One empty correction for every change that has to be explained, and one for all new notes; none where
 * the edition tells all there is by itself. A kind is filled in only where no other would be taken.
 */
export function draftsFor({
  changes,
  told,
}: Pick<Publishing, 'changes' | 'told'>): CorrectionDraft[] {
  const added = changes.filter(change => change.kind === 'added').map(change => change.key)
  const drafts = changesToName(changes).map((change): Omit<CorrectionDraft, 'id'> => {
    const isVerdict = change.kind === 'changed' && change.parts.includes('rating')
    return { kind: isVerdict ? 'changed_verdict' : '', text: '', noteKeys: [change.key] }
  })
  if (added.length > 0) drafts.push({ kind: 'update', text: '', noteKeys: added })
  if (drafts.length + told.length === 0) drafts.push({ kind: '', text: '', noteKeys: [] })
  return drafts.map((draft, id) => ({ ...draft, id }))
}

/**
 * What the person can see is missing before anything is sent, each at its place in the form. A draft
 * without a kind is not in the request, so then the places of the corrections there are not theirs here.
 */
export function missingIn(
  request: z.input<typeof publishRequest>,
  drafts: readonly CorrectionDraft[],
): Fault[] {
  const parsed = publishRequest.safeParse(request)
  const faults = parsed.success ? [] : faultsOf(parsed.error)
  const lacking = drafts.flatMap(lackingIn)
  return lacking.length === 0
    ? faults
    : [...faults.filter(({ path }) => !path.startsWith('corrections.')), ...lacking]
}

/** Whether these are the words of the edition before, which nobody has touched. */
export function isLastSummary(
  { number, summary: last }: Pick<Publishing, 'number' | 'summary'>,
  summary: string,
): boolean {
  return number > 1 && last.trim() !== '' && summary.trim() === last.trim()
}

/** What somebody said still holds: these words, for that edition. */
export type Held = Pick<Publishing, 'number' | 'summary'>

/** Whether it was said of these words and this edition: where a colleague published meanwhile it is asked again. */
export function isHeld({ number, summary }: Held, held: Held | null): boolean {
  return held?.number === number && held.summary === summary
}

/** What was found may be something else by now: the words of last time go out when somebody says so. */
export function unquestionedSummary(publishing: Held, summary: string, held: Held | null): Fault[] {
  if (!isLastSummary(publishing, summary) || isHeld(publishing, held)) return []
  const last = `This is what edition ${publishing.number - 1} said.`
  return [{ path: 'summary', message: `${last} Change it, or say below that it still holds.` }]
}

/** Words of the page itself that changed, and of which no correction speaks: readers are told of them, too. */
export function untoldWords(
  { number, title, summary }: Pick<Publishing, 'number' | 'title' | 'summary'>,
  now: { title: string; summary: string },
  drafts: readonly CorrectionDraft[],
): Fault[] {
  if (number === 1 || drafts.some(({ noteKeys }) => noteKeys.length === 0)) return []
  const changed = [
    ...(now.title.trim() === title.trim() ? [] : ['the headline']),
    ...(now.summary.trim() === summary.trim() ? [] : ['what was found']),
  ].join(' and ')
  const message = `You changed ${changed}: add a correction that names no note, and say in it what changed.`
  return changed ? [{ path: 'corrections', message }] : []
}

/** A refusal without what is no longer missing; null where all that it named is there. */
export function stillMissing(refusal: Refusal, missing: readonly Fault[]): Refusal | null {
  const faults = missing.filter(({ path }) => refusal.faults?.some(each => each.path === path))
  return faults.length > 0 ? { ...refusal, faults } : null
}

/** A refusal without its faults at these places, where something else stands now. */
export function rewrittenAt(refusal: Refusal | null, paths: readonly string[]): Refusal | null {
  if (!refusal?.faults) return refusal
  const faults = refusal.faults.filter(({ path }) => !paths.includes(path))
  return faults.length > 0 ? { ...refusal, faults } : null
}

/**
 * The places of which a change of the corrections may have mended the fault: their own, also of those that are
 * gone, and the notes they name or named.
 */
export function placesRewritten(
  before: readonly CorrectionDraft[],
  after: readonly CorrectionDraft[],
): string[] {
  const longer = after.length > before.length ? after : before
  const places = longer.flatMap((_, index) => {
    const [was, is] = [before[index], after[index]]
    if (was === is) return []
    const path = `corrections.${index}`
    const keys = [...(was?.noteKeys ?? []), ...(is?.noteKeys ?? [])]
    return [path, `${path}.kind`, `${path}.text`, ...keys.map(key => `notes.${key}`)]
  })
  return ['corrections', ...places]
}

/** What a correction still lacks. */
function lackingIn({ kind, text }: CorrectionDraft, index: number): Fault[] {
  const path = `corrections.${index}`
  return [
    ...(kind === ''
      ? [{ path: `${path}.kind`, message: 'Choose what kind of change this is.' }]
      : []),
    ...(text.trim() === ''
      ? [{ path: `${path}.text`, message: 'Say in a sentence what was changed.' }]
      : []),
  ]
}

/** Drafts as a preview takes them: those of no kind yet are left out. */
export function finishedOf(drafts: readonly CorrectionDraft[]): Correction[] {
  return drafts.flatMap(({ kind, text, noteKeys }) => (kind ? [{ kind, text, noteKeys }] : []))
}
