import type { PlacementKind } from '@/lib/domain/anchoring/placements'
import { type CanonicalContent, partWords, type UnsettledKind } from '@/lib/domain/annotations'
import { hashValue } from '@/lib/domain/canonical'
import { type CorrectionKind, correctionWords } from '@/lib/domain/corrections'
import { formatPartialDate } from '@/lib/domain/dates'
import { type LookReason, lookReasons, lookReasonWords } from '@/lib/domain/looks'
import type { AnnotationState, Decision, Move } from '@/lib/domain/review'
import type { SettleChoice } from '@/lib/domain/revisions'
import { type Role, roleWords } from '@/lib/domain/roles'

/** Everything that can happen. Each entry of the log holds one of these; a new kind breaks the build until it has its sentence. */
export type AuditEvent =
  | { kind: 'newsroom.created'; name: string }
  | { kind: 'newsroom.changed'; fields: string[] }
  | { kind: 'person.invited'; email: string; role: Role }
  | { kind: 'person.invite_revoked'; email: string }
  | { kind: 'person.reset_offered'; name: string }
  | { kind: 'person.joined'; name: string; role: Role }
  | { kind: 'person.role_changed'; name: string; from: Role; to: Role }
  | { kind: 'person.disabled'; name: string }
  | { kind: 'person.enabled'; name: string }
  | { kind: 'person.password_changed'; name: string }
  | { kind: 'person.signed_out_everywhere'; name: string }
  | { kind: 'article.created'; title: string; textHash: string }
  /** `changes` is missing in entries of before it was kept. */
  | { kind: 'article.changed'; fields: string[]; changes?: DetailChange[] }
  | {
      kind: 'revision.created'
      number: number
      textHash: string
      /** When the publisher changed it, as it is known (ISO 8601), or "". */
      changedOn: string
      /** Of all anchors of all notes. */
      counts: Record<PlacementKind, number>
    }
  /** `quote`: the first of the sentences. */
  | { kind: 'sentences.left'; quote: string; counts: LeftCounts }
  /** Looks taken back: nobody has looked at these sentences any more. */
  | { kind: 'sentences.opened'; quote: string; count: number }
  /** What a revision made of the looks of the one before. */
  | { kind: 'sentences.carried'; revision: number; kept: number; opened: number }
  | { kind: 'annotation.created'; key: string; quote: string }
  | {
      kind: 'annotation.saved'
      key: string
      version: number
      hash: string
      parts: (keyof CanonicalContent)[]
    }
  | { kind: 'annotation.carried'; key: string; version: number; hash: string; from: string }
  /** A revision brought the words of its open places back after a person had settled others. */
  | {
      kind: 'annotation.rejoined'
      key: string
      version: number
      hash: string
      /** Name of whoever settled them, whose version it is. */
      settledBy: string
    }
  | {
      kind: 'annotation.unsettled'
      key: string
      /** Number of the revision in which its words are others. */
      revision: number
      placements: PlacementKind[]
      /**
       * The words are all the same, and only the sentences around them turn them; not in events from before
       * it was told apart.
       */
      isAround?: boolean
      /** Whether an approval went with it. */
      voided: boolean
    }
  /** `before`, `after`: the words it rested on and rests on; none after where it was dropped. */
  | { kind: 'anchor.settled'; key: string; choice: SettleChoice; before: string; after: string }
  | { kind: 'annotation.approval_voided'; key: string; hash: string }
  | {
      kind: 'annotation.moved'
      key: string
      move: Move
      from: AnnotationState
      to: AnnotationState
      reason: string
    }
  | { kind: 'annotation.reviewed'; key: string; decision: Decision; hash: string }
  | { kind: 'thread.started'; key: string }
  | { kind: 'thread.answered'; key: string }
  | { kind: 'thread.resolved'; key: string }
  | { kind: 'thread.reopened'; key: string }
  | {
      kind: 'edition.published'
      number: number
      hash: string
      notes: number
      corrections: CorrectionKind[]
    }
  | { kind: 'edition.withdrawn'; number: number; reason: string }

/** How many sentences were left for which reason. */
export type LeftCounts = Partial<Record<LookReason | 'none', number>>

/** One detail of an article before and after: its name in words, and the values. */
export interface DetailChange {
  field: string
  before: string
  after: string
}

/** An entry of the log, with what its hash covers. */
export interface AuditEntry {
  /** From 1, without gaps. */
  seq: number
  /** ISO 8601, UTC, milliseconds. */
  at: string
  actorId: string | null
  articleId: string | null
  annotationId: string | null
  event: AuditEvent
  /** The hash of the entry before; 64 zeros before the first. */
  previousHash: string
}

/** Stands before the first entry. */
export const genesisHash = '0'.repeat(64)

/** The hash of an entry, which covers the one before it: change one, and every later one is wrong. */
export function entryHash(entry: AuditEntry): string {
  return hashValue(entry)
}

/** What is wrong with `entry` as the one after `previous`, or null. */
export function findChainFault(
  previous: { seq: number; hash: string } | null,
  entry: AuditEntry & { hash: string },
): string | null {
  const { hash, ...content } = entry
  if (entry.seq !== (previous?.seq ?? 0) + 1)
    return `entry ${entry.seq} does not follow ${previous?.seq ?? 0}`
  if (entry.previousHash !== (previous?.hash ?? genesisHash))
    return `entry ${entry.seq} names another predecessor`
  if (hash !== entryHash(content)) return `entry ${entry.seq} is not what was written`
  return null
}

/** The event in words, to stand after the name of whoever did it. */
export function sentenceOf(event: AuditEvent): string {
  switch (event.kind) {
    case 'newsroom.created':
      return `set up ${event.name}`
    case 'newsroom.changed':
      return `changed the newsroom’s ${listOf(event.fields)}`
    case 'person.invited':
      return `invited ${event.email} as ${roleWords[event.role].word.toLowerCase()}`
    case 'person.invite_revoked':
      return `took back the invitation of ${event.email}`
    case 'person.reset_offered':
      return `made a link for ${event.name} to choose a new password`
    case 'person.joined':
      return `joined as ${roleWords[event.role].word.toLowerCase()}`
    case 'person.role_changed':
      return `made ${event.name} ${roleWords[event.to].word.toLowerCase()} (was ${roleWords[event.from].word.toLowerCase()})`
    case 'person.disabled':
      return `closed the account of ${event.name}`
    case 'person.enabled':
      return `opened the account of ${event.name} again`
    case 'person.password_changed':
      return 'chose a new password'
    case 'person.signed_out_everywhere':
      return 'signed out everywhere'
    case 'article.created':
      return `brought in “${event.title}”; revision 1 was frozen`
    case 'article.changed':
      return `changed the article’s ${listOf(event.changes?.map(changeOf) ?? event.fields)}`
    case 'revision.created':
      return revisionSentence(event)
    case 'sentences.left':
      return leftSentence(event)
    case 'sentences.opened':
      return event.count === 1
        ? `took back the look at “${shorten(event.quote)}”`
        : `took back the looks at ${event.count} sentences, from “${shorten(event.quote)}”`
    case 'sentences.carried':
      return carriedSentence(event)
    case 'annotation.created':
      return `marked “${shorten(event.quote)}”`
    case 'annotation.saved':
      return `changed ${listOf(event.parts.map(part => partWords[part]))}`
    case 'annotation.carried':
      return 'carried the note over to the new revision: it rests on the same words'
    case 'annotation.rejoined':
      return `brought open words of the note back; its other places are as ${event.settledBy} settled them`
    case 'annotation.unsettled':
      return unsettledSentence(event)
    case 'anchor.settled':
      return settledSentence(event)
    case 'annotation.approval_voided':
      return 'voided the approval by changing approved words'
    case 'annotation.moved':
      return movedSentence(event.move, event.reason)
    case 'annotation.reviewed':
      return event.decision === 'approve' ? 'approved the note' : 'asked for changes'
    case 'thread.started':
      return 'made a remark'
    case 'thread.answered':
      return 'answered a remark'
    case 'thread.resolved':
      return 'settled a remark'
    case 'thread.reopened':
      return 'opened a remark again'
    case 'edition.published':
      return publishedSentence(event)
    case 'edition.withdrawn':
      return `withdrew edition ${event.number}: ${event.reason}`
  }
}

function leftSentence({ quote, counts }: Extract<AuditEvent, { kind: 'sentences.left' }>): string {
  const given = leftOrder.filter(reason => (counts[reason] ?? 0) > 0)
  const total = given.reduce((sum, reason) => sum + (counts[reason] ?? 0), 0)
  const [only] = given
  if (total === 1 && only)
    return `looked at “${shorten(quote)}” and left it${only === 'none' ? '' : ` (${leftWords(only)})`}`
  const words = given.map(reason => `${counts[reason]} ${leftWords(reason)}`)
  return `looked at ${total} sentences and left them (${listOf(words)}), from “${shorten(quote)}”`
}

const leftOrder = [...lookReasons, 'none'] as const

function leftWords(reason: LookReason | 'none'): string {
  return reason === 'none' ? 'without a reason' : lookReasonWords[reason].word.toLowerCase()
}

function carriedSentence(event: Extract<AuditEvent, { kind: 'sentences.carried' }>): string {
  const { revision, kept, opened } = event
  const sentences = (count: number) => (count === 1 ? 'one sentence' : `${count || 'no'} sentences`)
  const again = `; ${sentences(opened)} to look at again, since the words are others`
  return `kept the looks at ${sentences(kept)} in revision ${revision}${opened > 0 ? again : ''}`
}

function movedSentence(move: Move, reason: string): string {
  switch (move) {
    case 'take':
      return 'took the note'
    case 'submit':
      return 'sent the note for review'
    case 'recall':
      return 'took the note back from review'
    case 'askChanges':
      return 'asked for changes'
    case 'approve':
      return 'approved the note'
    case 'retire':
      return `retired the note: ${reason}`
    case 'restore':
      return 'brought the note back'
  }
}

function publishedSentence(event: Extract<AuditEvent, { kind: 'edition.published' }>): string {
  const notes = event.notes === 1 ? 'one note' : `${event.notes} notes`
  const kinds = event.corrections.map(kind => correctionWords[kind].word.toLowerCase())
  return `published edition ${event.number} with ${notes}${kinds.length ? ` (${listOf(kinds)})` : ''}`
}

function changeOf({ field, before, after }: DetailChange): string {
  const from = before === '' ? '' : ` from “${shorten(before)}”`
  return `${field}${from} to ${after === '' ? 'nothing' : `“${shorten(after)}”`}`
}

function revisionSentence(event: Extract<AuditEvent, { kind: 'revision.created' }>): string {
  const on = event.changedOn && ` (changed by the publisher: ${formatPartialDate(event.changedOn)})`
  const counts = placementOrder
    .filter(kind => event.counts[kind] > 0)
    .map(kind => `${event.counts[kind]} ${kind}`)
  return `brought in revision ${event.number}${on}${counts.length ? `; places of notes: ${listOf(counts)}` : ''}`
}

const placementOrder = ['kept', 'moved', 'changed', 'ambiguous', 'lost'] as const

const unsettledWords: Record<UnsettledKind, string> = {
  changed: 'changed',
  ambiguous: 'in several places',
  lost: 'gone',
}

function unsettledSentence(event: Extract<AuditEvent, { kind: 'annotation.unsettled' }>): string {
  const open = event.placements.filter(kind => kind !== 'kept' && kind !== 'moved')
  const placements = [...new Set(open)].map(kind => unsettledWords[kind])
  const voided = event.voided ? '; its approval is void' : ''
  const became = event.isAround
    ? 'the sentence around its words is another'
    : `its words are ${listOf(placements)}`
  return `left the note to be settled: in revision ${event.revision} ${became}${voided}`
}

function settledSentence(event: Extract<AuditEvent, { kind: 'anchor.settled' }>): string {
  const before = shorten(event.before)
  const after = shorten(event.after)
  switch (event.choice) {
    case 'confirm':
      return event.before === event.after
        ? `confirmed the note for “${after}” in its changed sentence`
        : `confirmed the note for “${after}” (was “${before}”)`
    case 'place':
      return `placed the note on “${after}” (was “${before}”)`
    case 'drop':
      return `took the note off “${before}”`
  }
}

function listOf(words: readonly string[]): string {
  return new Intl.ListFormat('en').format(words)
}

/** 80 characters: one line of the history. */
function shorten(text: string): string {
  const characters = [...text]
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : text
}
