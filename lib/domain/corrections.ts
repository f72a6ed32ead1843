import { z } from 'zod'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { type CanonicalContent, changedParts, quotesOf } from '@/lib/domain/annotations'
import { hashValue } from '@/lib/domain/canonical'
import type { Fault } from '@/lib/domain/outcomes'
import { type DocumentNode, wordsOf } from '@/lib/domain/rich-text'
import { storableText } from '@/lib/domain/text'
import { findMoreThanSpelling } from '@/lib/domain/typos'

export const correctionKinds = ['typo', 'update', 'factual_error', 'changed_verdict'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

export const correctionWords: Record<CorrectionKind, { word: string; means: string }> = {
  typo: { word: 'Typo', means: 'Spelling or punctuation; nothing that was said has changed.' },
  update: { word: 'Update', means: 'Something has happened since, or evidence was added.' },
  factual_error: { word: 'Factual error', means: 'We got something wrong and have put it right.' },
  changed_verdict: { word: 'Changed verdict', means: 'A claim has been given another rating.' },
}

export const correction = z.strictObject({
  kind: z.enum(correctionKinds),
  text: storableText(2000)
    .transform(text => text.trim())
    .pipe(z.string().min(1, 'Say in a sentence what was changed.')),
  /** Keys of the notes it speaks of; none: the page as a whole. */
  noteKeys: z.array(z.string().max(40)).max(500),
})
export type Correction = z.infer<typeof correction>

/** A note in an edition, as far as corrections look at it. */
export interface PublishedNote {
  key: string
  content: CanonicalContent
}

export type NoteChange =
  | { kind: 'added'; key: string }
  | { kind: 'removed'; key: string }
  | {
      kind: 'changed'
      key: string
      parts: (keyof CanonicalContent)[]
      /** The edition tells by itself all that differs: words that were changed after they were checked. */
      isTold: boolean
    }

/**
 * What revisions of the article alone did to the places of a note: `carried` only gave them other
 * offsets or typography; of `told` ones the edition tells by itself how each that differs was changed.
 * A note that is neither rests somewhere by our doing.
 */
export type NoteFates = ReadonlyMap<string, 'carried' | 'told'>

const noFates: NoteFates = new Map()

/**
 * What differs between the notes of two editions, in the order of the later one, removed ones last. A
 * note that revisions of the article only carried is the same.
 */
export function changesBetween(
  before: readonly PublishedNote[],
  after: readonly PublishedNote[],
  fates: NoteFates = noFates,
): NoteChange[] {
  const old = new Map(before.map(note => [note.key, note]))
  const kept = new Set(after.map(note => note.key))
  const changes = after.flatMap((note): NoteChange[] => {
    const earlier = old.get(note.key)
    if (!earlier) return [{ kind: 'added', key: note.key }]
    const parts = changedParts(earlier.content, note.content)
    const fate = isOfRevision(parts) ? fates.get(note.key) : null
    if (parts.length === 0 || fate === 'carried') return []
    return [{ kind: 'changed', key: note.key, parts, isTold: fate === 'told' }]
  })
  const removed = before.filter(note => !kept.has(note.key))
  return [...changes, ...removed.map((note): NoteChange => ({ kind: 'removed', key: note.key }))]
}

/** The changes that a correction has to name: what the edition tells by itself is none of ours. */
export function changesToName(changes: readonly NoteChange[]): NoteChange[] {
  return changes.filter(
    change => change.kind !== 'added' && !(change.kind === 'changed' && change.isTold),
  )
}

const isOfRevision = (parts: readonly (keyof CanonicalContent)[]) =>
  parts.includes('revision') && parts.every(part => part === 'revision' || part === 'anchors')

/** Whether two contents quote the same words but for typography, in whatever order. */
function haveSameQuotes(before: CanonicalContent, after: CanonicalContent): boolean {
  const left = quotesOf(after)
  for (const quote of quotesOf(before)) {
    const index = left.findIndex(each => isSameWords(quote, each))
    if (index < 0) return false
    left.splice(index, 1)
  }
  return left.length === 0
}

/**
 * Why the difference between two contents is more than a typo, or null where it may be called one.
 * A verdict, the quoted words, a number or a citation that changed is never a typo, nor is a word that
 * came, went or became another.
 */
export function findMoreThanTypo(before: CanonicalContent, after: CanonicalContent): string | null {
  if (hashValue([before.rating, before.reasons]) !== hashValue([after.rating, after.reasons]))
    return 'the verdict changed'
  if (!haveSameQuotes(before, after)) return 'the quoted words changed'
  if (hashValue(before.citations) !== hashValue(after.citations)) return 'a citation changed'
  if (hashValue(linksOf(before.explanation)) !== hashValue(linksOf(after.explanation)))
    return 'a link changed'
  return firstReason(textsOf(before), textsOf(after))
}

/**
 * What is wrong with the corrections given for an edition that replaces `before`. Every published
 * note that changed or went must be named; a changed verdict by its own kind; "typo" only where
 * nothing but spelling can have changed. An edition that tells of the publisher's changes (`isTelling`)
 * needs no correction of ours beside them.
 */
export function findCorrectionFaults(
  before: readonly PublishedNote[],
  after: readonly PublishedNote[],
  corrections: readonly Correction[],
  fates: NoteFates = noFates,
  isTelling = false,
): Fault[] {
  if (corrections.length === 0 && !isTelling)
    return [{ path: 'corrections', message: 'Say what this edition changes.' }]
  const old = new Map(before.map(note => [note.key, note.content]))
  const now = new Map(after.map(note => [note.key, note.content]))
  return [
    ...faultsOfEach(old, now, corrections),
    ...uncovered(changesToName(changesBetween(before, after, fates)), corrections),
  ]
}

function faultsOfEach(
  old: Map<string, CanonicalContent>,
  now: Map<string, CanonicalContent>,
  corrections: readonly Correction[],
): Fault[] {
  return corrections.flatMap((each, index) =>
    each.noteKeys.flatMap(key => {
      const [earlier, later] = [old.get(key), now.get(key)]
      if (!earlier && !later)
        return [
          {
            path: `corrections.${index}`,
            message: 'This names a note that is in neither edition.',
          },
        ]
      if (each.kind !== 'typo') return []
      if (!earlier || !later)
        return [
          { path: `corrections.${index}`, message: 'A note that came or went is not a typo.' },
        ]
      const why = findMoreThanTypo(earlier, later)
      return why
        ? [{ path: `corrections.${index}`, message: `This is more than a typo: ${why}.` }]
        : []
    }),
  )
}

function uncovered(changes: readonly NoteChange[], corrections: readonly Correction[]): Fault[] {
  return changes.flatMap(change => {
    const naming = corrections.filter(each => each.noteKeys.includes(change.key))
    if (naming.length === 0)
      return [
        {
          path: `notes.${change.key}`,
          message: `Say what was ${change.kind} in this note: no correction names it.`,
        },
      ]
    const verdictChanged = change.kind === 'changed' && change.parts.includes('rating')
    if (verdictChanged && !naming.some(each => each.kind === 'changed_verdict'))
      return [
        {
          path: `notes.${change.key}`,
          message: 'Its verdict changed: name it in a correction of that kind.',
        },
      ]
    return []
  })
}

/** What stands above and beside an article's text, as far as corrections look at it. */
export interface PublishedPage {
  check: { title: string; summary: string }
  article: {
    title: string
    standfirst: string
    publisher: string
    byline: string
    publishedOn: string
    url: string
  }
}

/**
 * What is wrong with the corrections as far as the page's own words go: where they changed, one for
 * the page as a whole (it names no note) must say so, and not as a typo unless it is one.
 */
export function findPageFaults(
  before: PublishedPage,
  after: PublishedPage,
  corrections: readonly Correction[],
): Fault[] {
  const [old, now] = [pageTexts(before), pageTexts(after)]
  if (hashValue(old) === hashValue(now)) return []
  const forPage = corrections.filter(each => each.noteKeys.length === 0)
  if (forPage.length === 0) return [{ path: 'corrections', message: pageUnnamed }]
  const why = before.article.url === after.article.url ? firstReason(old, now) : 'a link changed'
  if (!why) return []
  const message = `This is more than a typo: ${why}.`
  return corrections.flatMap((each, index) =>
    each.kind === 'typo' && forPage.includes(each)
      ? [{ path: `corrections.${index}`, message }]
      : [],
  )
}

const pageUnnamed =
  'The headline, what was found or the article’s own details changed: add a correction that names no note, and say in it what changed.'

function pageTexts({ check, article }: PublishedPage): string[] {
  const { title, standfirst, publisher, byline, publishedOn, url } = article
  return [check.title, check.summary, title, standfirst, publisher, byline, publishedOn, url]
}

/** What a reader sees outside the citations, text by text. */
function textsOf({ claim, claimant, explanation }: CanonicalContent): string[] {
  const { name, role, saidOn, saidWhere } = claimant
  return [claim, name, role, saidOn, saidWhere, wordsOf(explanation)]
}

/** The first text that changed by more than its spelling says why; null where none did. */
function firstReason(before: readonly string[], after: readonly string[]): string | null {
  const whys = before.map((text, index) => findMoreThanSpelling(text, after[index] ?? ''))
  return whys.find(why => why !== null) ?? null
}

/** Where the links lead, in order; words of one link that differ in type count once. */
function linksOf(node: DocumentNode): string[] {
  const own = (node.marks ?? []).flatMap(({ attrs }) => attrs?.href ?? []).map(String)
  const links = [...own, ...(node.content ?? []).flatMap(linksOf)]
  return links.filter((link, index) => link !== links[index - 1])
}
