import { listAnnotationViews } from '@/lib/data/annotations'
import {
  type ArticleRow,
  countNotes,
  createArticleRow,
  findArticleRow,
  findLatestEdition,
  listArticleRows,
  listSlugsLike,
  lockSlugs,
  saveArticleDetails,
} from '@/lib/data/articles'
import { findLastEntry } from '@/lib/data/audit'
import { type Db, database, snapshot, transaction } from '@/lib/data/database'
import { listLooks } from '@/lib/data/looks'
import { findNewsroomRow } from '@/lib/data/newsrooms'
import { listPersonRows } from '@/lib/data/people'
import { createRevision, findNewestRevision } from '@/lib/data/revisions'
import { documentFromBlocks } from '@/lib/document/build'
import { parseArticle } from '@/lib/document/parse'
import { textOf } from '@/lib/document/positions'
import type { AnnotationView } from '@/lib/domain/annotations'
import {
  type ArticleChange,
  type ArticleDetails,
  articleTextLimit,
  detailWords,
  type NewArticle,
  type PreviewRequest,
  slugOf,
  type TextPreview,
} from '@/lib/domain/articles'
import type { DetailChange } from '@/lib/domain/audit'
import { hashText } from '@/lib/domain/canonical'
import type { ArticleDesk, ArticleSummary, DeskHead } from '@/lib/domain/desk'
import { type Outcome, refuse } from '@/lib/domain/outcomes'
import { type AnnotationState, annotationStates } from '@/lib/domain/review'
import { type Call, mayEditArticle } from '@/lib/domain/roles'
import { findUnstorable, unstorableWords } from '@/lib/domain/text'
import { decodeText, recogniseText } from '@/lib/importers/text'
import { record } from '@/lib/services/audit'
import { randomKey } from '@/lib/services/keys'

/** What a pasted text or a dropped file is made of. Nothing is stored. */
export function previewArticle(input: PreviewRequest): Outcome<{ preview: TextPreview }> {
  const decoded = 'bytes' in input ? decodeText(input.bytes) : { ok: true as const, ...input }
  if (!decoded.ok) return decoded
  const { text } = decoded
  if (text.length > articleTextLimit)
    return refuse(
      'too_large',
      `This text has ${text.length.toLocaleString('en')} characters; an article may have up to ${articleTextLimit.toLocaleString('en')}.`,
    )
  const fault = findUnstorable(text)
  if (fault) return refuse('invalid', unstorableWords[fault])
  if (text.trim() === '')
    return refuse('invalid', 'There are no words in this. Paste the text of the article.')
  return { ok: true, preview: recogniseText(text) }
}

/** Brings an article in and freezes its first revision. Everyone at the desk may. */
export async function createArticle(
  call: Call,
  { details, blocks, isOwn = false }: NewArticle,
): Promise<Outcome<{ id: string; revisionId: string }>> {
  const parsed = parseArticle(documentFromBlocks(blocks))
  if (!parsed.ok) return refuse('invalid', parsed.message)
  const text = textOf(parsed.node)
  const textHash = hashText(text)

  return transaction(async tx => {
    const by = { createdById: call.actor.id, createdAt: call.at }
    const slug = await findFreeSlug(tx, details.title)
    const id = await createArticleRow(tx, { ...details, ...by, slug, isOwn })
    const revisionId = await createRevision(tx, {
      ...by,
      articleId: id,
      number: 1,
      document: parsed.json,
      text,
      textHash,
      changedOn: '',
      changeNote: '',
      isOwn,
    })
    const event = { kind: 'article.created', title: details.title, textHash } as const
    await record(tx, call, event, { articleId: id })
    return { ok: true, id, revisionId }
  })
}

/** Corrects what is known of an article. Its text and its address stay. */
export function changeArticle(
  call: Call,
  id: string,
  { version, details, isOwn }: ArticleChange,
): Promise<Outcome<{ version: number }>> {
  return transaction(async tx => {
    const article = await findArticleRow(tx, id)
    if (!article) return refuse('not_found')
    if (!mayEditArticle(call.actor, article))
      return refuse('forbidden', 'Whoever brought the article in may change this, or an editor.')
    const after = { ...details, isOwn: isOwn ?? article.isOwn }
    const changes = changedDetails(article, after)
    if (changes.length === 0) return { ok: true, version: article.version }

    const saved = await saveArticleDetails(tx, id, version, after, call.at)
    if (saved === 'stale') return refuse('stale')
    const fields = changes.map(change => change.field)
    await record(tx, call, { kind: 'article.changed', fields, changes }, { articleId: id })
    return { ok: true, version: version + 1 }
  })
}

/** Every article, the one that something happened to last first. */
export async function listArticles(_call: Call): Promise<ArticleSummary[]> {
  const [articles, groups] = await Promise.all([listArticleRows(database), countNotes(database)])
  const summaries = articles.map(article => {
    const own = groups.filter(group => group.articleId === article.id)
    const moments = [article.updatedAt, ...own.map(group => group.lastAt)]
    return {
      id: article.id,
      slug: article.slug,
      title: article.title,
      publisher: article.publisher,
      publishedOn: article.publishedOn,
      language: article.language,
      createdBy: article.createdBy,
      updatedAt: new Date(Math.max(...moments.map(Number))).toISOString(),
      counts: countsOf(own),
      latestEdition: article.latestEdition,
    }
  })
  return summaries.sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt))
}

/** All that the editor page shows. Everyone at the desk may read every article. */
export async function findArticleDesk(
  call: Call,
  id: string,
): Promise<Outcome<{ desk: ArticleDesk }>> {
  const opened = await openArticleDesk(call, id)
  if (!opened.ok) return opened
  return { ok: true, desk: { ...opened.desk, annotations: await opened.annotations } }
}

/**
 * The same, where the text does not wait for the notes: `annotations` come when they are read. Both are
 * as of one moment, since a note must never be shown on another wording than its places count in.
 */
export async function openArticleDesk(
  _call: Call,
  id: string,
): Promise<Outcome<{ desk: DeskHead; annotations: Promise<AnnotationView[]> }>> {
  let meet: (head: DeskHead | null) => void = () => {}
  const head = new Promise<DeskHead | null>(done => {
    meet = done
  })
  const annotations = snapshot(async tx => {
    const read = await readHead(tx, id)
    meet(read)
    return read ? listAnnotationViews(tx, id) : []
  })
  // What fails before the head is there fails here; later, it fails whoever waits for the notes.
  const desk = await Promise.race([head, annotations.then(() => head)])
  return desk ? { ok: true, desk, annotations } : refuse('not_found')
}

async function readHead(tx: Db, id: string): Promise<DeskHead | null> {
  const article = await findArticleRow(tx, id)
  if (!article) return null
  const revision = await findNewestRevision(tx, id)
  const newsroom = await findNewsroomRow(tx)
  if (!revision || !newsroom) throw new Error(`Article ${id} has no revision, or no newsroom.`)
  const { number, textHash, createdAt, document } = revision
  const { name, language, timeZone, ratings } = newsroom
  const people = await listPersonRows(tx)
  return {
    seq: (await findLastEntry(tx))?.seq ?? 0,
    article: articleOf(article),
    revision: {
      id: revision.id,
      number,
      textHash,
      createdAt: createdAt.toISOString(),
      document,
    },
    looks: await listLooks(tx, revision.id),
    ratings,
    people: people.map(person => ({ id: person.id, name: person.name })),
    latestEdition: await findLatestEdition(tx, id),
    newsroom: { name, language, timeZone },
  }
}

/** The address made from the title; where that is taken, with the first number that is free. */
async function findFreeSlug(tx: Db, title: string): Promise<string> {
  await lockSlugs(tx)
  const wanted = slugOf(title, `article-${randomKey()}`)
  const taken = new Set(await listSlugsLike(tx, wanted))
  let slug = wanted
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`
  return slug
}

type KnownOfArticle = ArticleDetails & { isOwn: boolean }

/** The details that differ, in words, with both values. */
function changedDetails(before: KnownOfArticle, after: KnownOfArticle): DetailChange[] {
  const names = Object.keys(detailWords) as (keyof ArticleDetails)[]
  const changes = names
    .filter(name => before[name] !== after[name])
    .map(name => ({ field: detailWords[name], before: before[name], after: after[name] }))
  if (before.isOwn === after.isOwn) return changes
  const origin = { before: originOf(before), after: originOf(after) }
  return [...changes, { field: 'origin', ...origin }]
}

function originOf({ isOwn }: KnownOfArticle): string {
  return isOwn ? 'the newsroom’s own draft' : 'a text of somebody else’s'
}

function countsOf(
  groups: readonly { state: AnnotationState | 'unsettled'; count: number }[],
): ArticleSummary['counts'] {
  const counts = Object.fromEntries(['unsettled', ...annotationStates].map(state => [state, 0]))
  for (const { state, count } of groups) counts[state] = count
  return counts as ArticleSummary['counts']
}

function articleOf(row: ArticleRow): ArticleDesk['article'] {
  const { id, slug, version, createdById, isOwn } = row
  const { title, standfirst, publisher, byline, publishedOn, url, language } = row
  return {
    id,
    slug,
    version,
    createdById,
    isOwn,
    title,
    standfirst,
    publisher,
    byline,
    publishedOn,
    url,
    language,
  }
}
