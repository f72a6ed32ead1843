import { database } from '@/lib/data/database'
import {
  listActivePeople,
  listMentionRows,
  listReadyRows,
  listWorkRows,
  type MentionRow,
  type WorkRow,
} from '@/lib/data/work'
import type { PersonName } from '@/lib/domain/annotations'
import type { MyWork, ReadyArticle, WorkItem } from '@/lib/domain/desk'
import { plainRemark } from '@/lib/domain/mentions'
import { type Call, mayPublish, mayReview } from '@/lib/domain/roles'

/** What waits for whoever asks: their own notes, those they may decide on, and what could go out. */
export async function findWork(call: Call): Promise<MyWork> {
  const { actor } = call
  const [rows, mentions, people, readyToPublish] = await Promise.all([
    listWorkRows(database, actor.id),
    listMentionRows(database, actor.id),
    listActivePeople(database),
    mayPublish(actor) ? listReady() : [],
  ])
  const mine = rows.filter(row => row.ownerId === actor.id)
  const inReview = rows.filter(row => row.state === 'in_review')
  const marks = rows.filter(row => row.state === 'to_check')
  return {
    toAnswer: oldestFirst(mentions.map(row => mentionItem(row, actor.id))),
    toWrite: unsettledFirst([
      ...mine.filter(row => row.state === 'draft').map(draftItem),
      ...marks.map(markItem),
    ]),
    toReview: oldestFirst(inReview.filter(row => mayReview(actor, row)).map(reviewItem)),
    changesAsked: unsettledFirst(
      mine.filter(row => row.state === 'changes_asked').map(row => changesItem(row, actor.id)),
    ),
    waiting: oldestFirst(
      mine.filter(row => row.state === 'in_review').map(row => waitingItem(row, people)),
    ),
    readyToPublish,
  }
}

async function listReady(): Promise<ReadyArticle[]> {
  const rows = await listReadyRows(database)
  return rows.map(row => ({ ...row, since: row.since.toISOString() }))
}

const draftItem = (row: WorkRow) => itemOf(row, [row.owner], row.updatedAt)

const markItem = (row: WorkRow) => itemOf(row, [row.owner], row.createdAt)

const reviewItem = (row: WorkRow) => itemOf(row, row.authors, row.submittedAt ?? row.updatedAt)

/** Who called on `personId`, since when, and in what words; in an explanation those are the note's own. */
function mentionItem({ note, remark }: MentionRow, personId: string): WorkItem {
  if (remark)
    return {
      ...itemOf(note, [remark.author], remark.createdAt),
      remark: plainRemark(remark.body),
    }
  const others = note.authors.filter(({ id }) => id !== personId)
  return {
    ...itemOf(note, others, note.updatedAt),
    remark: 'You are mentioned in its explanation.',
  }
}

/** Sent back: by whom, since when, and the newest word of anyone else on it. */
function changesItem(row: WorkRow, personId: string): WorkItem {
  const asked = row.reviews.find(review => review.decision === 'ask_changes')
  const words = row.remarks
    .filter(remark => remark.authorId !== personId)
    .map(({ body, createdAt }) => ({ body, createdAt }))
  if (asked) words.push({ body: asked.comment, createdAt: asked.createdAt })
  const [newest] = words.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
  const item = itemOf(row, asked ? [asked.reviewer] : [], asked?.createdAt ?? row.updatedAt)
  return { ...item, remark: plainRemark(newest?.body ?? '') }
}

/** Waits for those who have looked at it before, else for anyone who may. */
function waitingItem(row: WorkRow, people: readonly PersonName[]): WorkItem {
  const reviewers = uniquePeople(row.reviews.map(review => review.reviewer))
  const mayDecide = (person: PersonName) => !row.authorIds.includes(person.id)
  const before = reviewers.filter(mayDecide)
  const likely = before.length > 0 ? before : people.filter(mayDecide)
  return itemOf(row, likely, row.submittedAt ?? row.updatedAt)
}

function itemOf(row: WorkRow, people: readonly PersonName[], since: Date): WorkItem {
  const { id, articleId, articleTitle, state, rating, claim, quote, unsettled } = row
  return {
    annotationId: id,
    articleId,
    articleTitle,
    state,
    rating,
    claim,
    quote,
    people: [...people],
    unsettled,
    remark: '',
    since: since.toISOString(),
  }
}

function uniquePeople(people: readonly PersonName[]): PersonName[] {
  return [...new Map(people.map(person => [person.id, person])).values()]
}

/** What an article's new revision left open comes first: until it is settled nothing else can be done. */
function unsettledFirst(items: WorkItem[]): WorkItem[] {
  const isOpen = (item: WorkItem) => item.unsettled > 0
  const oldest = oldestFirst(items)
  return [...oldest.filter(isOpen), ...oldest.filter(item => !isOpen(item))]
}

function oldestFirst(items: WorkItem[]): WorkItem[] {
  return items.sort((a, b) => Date.parse(a.since) - Date.parse(b.since))
}
