import type { AnnotationView, PersonName } from '@/lib/domain/annotations'
import type { ArticleDetails } from '@/lib/domain/articles'
import type { LookView } from '@/lib/domain/looks'
import type { AnnotationState } from '@/lib/domain/review'
import type { DocumentNode } from '@/lib/domain/rich-text'
import type { Rating } from '@/lib/domain/scales'

/** What the editor page shows of an article; JSON all the way. Dates are ISO 8601. */
export interface ArticleDesk extends DeskHead {
  /** All notes, retired ones too, in the order of the text. */
  annotations: AnnotationView[]
}

/** The same without the notes: what it takes to read, and to begin to mark. */
export interface DeskHead {
  /** The newest entry of the log as of when all this was read: what happens later is asked from here. */
  seq: number
  article: ArticleDetails & {
    id: string
    slug: string
    version: number
    createdById: string
    /** The newsroom's own draft: its text may be edited in place. */
    isOwn: boolean
  }
  revision: {
    id: string
    number: number
    textHash: string
    createdAt: string
    document: DocumentNode
  }
  /** The sentences of the newest revision that were looked at and left, in the order of the text. */
  looks: LookView[]
  /** The newsroom's scale in its order. */
  ratings: Rating[]
  people: PersonName[]
  latestEdition: { number: number; publishedAt: string; withdrawnAt: string | null } | null
  newsroom: { name: string; language: string; timeZone: string }
}

/** A line in the list of articles. */
export interface ArticleSummary {
  id: string
  slug: string
  title: string
  publisher: string
  publishedOn: string
  language: string
  createdBy: PersonName
  updatedAt: string
  /** Each note once: those that a new revision left to be settled are apart from the others in their state. */
  counts: Record<AnnotationState | 'unsettled', number>
  latestEdition: { number: number; publishedAt: string; withdrawnAt: string | null } | null
}

/** A note in somebody's queue. */
export interface WorkItem {
  annotationId: string
  articleId: string
  articleTitle: string
  state: AnnotationState
  rating: Rating | null
  claim: string
  quote: string
  /** Who is meant in this queue: the author for a reviewer, the likely reviewers for an author. */
  people: PersonName[]
  /** Places that a new revision of the article left to be settled. */
  unsettled: number
  /** The newest remark or review comment where the note was sent back, else "". */
  remark: string
  /** Since when it waits (ISO 8601): sent, sent back, marked or last written. */
  since: string
}

/** An article that has something to publish. */
export interface ReadyArticle {
  articleId: string
  title: string
  approved: number
  total: number
  nextEdition: number
  since: string
}

/** The desk's home, oldest first in every list. */
export interface MyWork {
  /** Notes in which a colleague calls on you, until you answer, it is settled, or the call is taken out. */
  toAnswer: WorkItem[]
  toWrite: WorkItem[]
  toReview: WorkItem[]
  changesAsked: WorkItem[]
  waiting: WorkItem[]
  readyToPublish: ReadyArticle[]
}

/** A line of an article's history. */
export interface HistoryEntry {
  seq: number
  at: string
  actor: PersonName | null
  /** To stand after the actor's name. */
  sentence: string
  annotation: { id: string; key: string; quote: string } | null
  /** How many like it in a row, by the same person within ten minutes, this line stands for. */
  repeats: number
}

/** An edition in the desk's lists. */
export interface EditionSummary {
  id: string
  number: number
  hash: string
  publishedAt: string
  publishedBy: PersonName
  notes: number
  withdrawnAt: string | null
  withdrawnReason: string | null
}

/** A person in the list of people. */
export interface PersonSummary extends PersonName {
  email: string
  role: 'checker' | 'editor' | 'admin'
  disabledAt: string | null
  createdAt: string
}

/** An invitation that has not been used yet. */
export interface InviteSummary {
  id: string
  email: string
  role: 'checker' | 'editor' | 'admin'
  expiresAt: string
}

/** A save refused because somebody else saved first, with what they saved. */
export interface StaleNote {
  current: AnnotationView
}
