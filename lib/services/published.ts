import { database } from '@/lib/data/database'
import {
  listPublishedArticles,
  listPublisherChanges,
  type PublishedArticle,
} from '@/lib/data/editions'
import { findNewsroomRow } from '@/lib/data/newsrooms'
import { listPersonRows } from '@/lib/data/people'
import type {
  PublicNewsroom,
  PublishedCheck,
  PublishedClaim,
  PublishedCorrection,
  PublishedLists,
  PublishedPublisherChange,
  PublishedSite,
  PublishedWithdrawal,
} from '@/lib/domain/published'
import type { PublisherChange } from '@/lib/domain/publisher-changes'
import type { Rating } from '@/lib/domain/scales'

/** What most public lists are made of, newest first; null before the newsroom is set up. */
export async function listPublished(): Promise<PublishedLists | null> {
  const newsroom = await findPublicNewsroom()
  return newsroom && listsOf(newsroom, await listPublishedArticles(database))
}

/** The same with what editions tell of changes after the check, which only the corrections show. */
export async function listPublishedChanges(): Promise<PublishedSite | null> {
  const newsroom = await findPublicNewsroom()
  if (!newsroom) return null
  const articles = await listPublishedArticles(database)
  const changes = await listPublisherChanges(database)
  return {
    ...listsOf(newsroom, articles),
    publisherChanges: articles
      .flatMap(article => publisherChangesOf(article, changes.get(article.slug) ?? []))
      .sort(newestFirst('at')),
  }
}

function listsOf(newsroom: PublicNewsroom, articles: readonly PublishedArticle[]): PublishedLists {
  const ratings = new Map(newsroom.ratings.map(rating => [rating.key, rating]))
  return {
    newsroom,
    checks: articles.flatMap(article => checkOf(article, ratings)).sort(newestFirst('publishedAt')),
    claims: articles
      .flatMap(article => claimsOf(article, ratings))
      .sort(newestFirst('firstPublishedAt')),
    corrections: articles.flatMap(correctionsOf).sort(newestFirst('at')),
    withdrawals: articles.flatMap(withdrawalsOf).sort(newestFirst('at')),
  }
}

/** The newsroom alone, for pages that list nothing. */
export async function findPublicNewsroom(): Promise<PublicNewsroom | null> {
  const row = await findNewsroomRow(database)
  if (!row) return null
  const people = await listPersonRows(database)
  const { version: _, ...newsroom } = row
  return {
    ...newsroom,
    people: people.filter(each => !each.disabledAt).map(({ name, role }) => ({ name, role })),
  }
}

type Ratings = ReadonlyMap<string, Rating>

/** The newest edition, if it stands: one that is withdrawn is not replaced by an older one. */
function standing({ editions: [newest] }: PublishedArticle) {
  return newest && !newest.withdrawnAt ? newest : null
}

function checkOf(article: PublishedArticle, ratings: Ratings): PublishedCheck[] {
  const newest = standing(article)
  const first = article.editions.at(-1)
  if (!newest || !first) return []
  const { slug, title, publisher, publishedOn, checkTitle, checkSummary } = article
  return [
    {
      slug,
      title: checkTitle,
      summary: checkSummary,
      article: { title, publisher, publishedOn },
      number: newest.number,
      publishedAt: newest.publishedAt.toISOString(),
      firstPublishedAt: first.publishedAt.toISOString(),
      verdicts: newest.notes.map(({ key, ordinal, ratingKey }) => ({
        key,
        number: ordinal,
        rating: ratings.get(ratingKey) ?? null,
      })),
    },
  ]
}

function claimsOf(article: PublishedArticle, ratings: Ratings): PublishedClaim[] {
  const newest = standing(article)
  if (!newest) return []
  const first = new Map(
    article.editions.flatMap(edition =>
      edition.notes.map(note => [note.key, edition.publishedAt] as const),
    ),
  )
  return newest.notes.map(({ key, claim, claimant, ratingKey }) => ({
    slug: article.slug,
    key,
    claim,
    claimant,
    rating: ratings.get(ratingKey) ?? null,
    checkTitle: article.checkTitle,
    firstPublishedAt: (first.get(key) ?? newest.publishedAt).toISOString(),
  }))
}

function correctionsOf(article: PublishedArticle): PublishedCorrection[] {
  if (!standing(article)) return []
  return article.editions.flatMap(edition =>
    edition.corrections.map(correction => ({
      ...correction,
      slug: article.slug,
      checkTitle: article.checkTitle,
      edition: edition.number,
      at: edition.publishedAt.toISOString(),
    })),
  )
}

function publisherChangesOf(
  article: PublishedArticle,
  changes: readonly PublisherChange[],
): PublishedPublisherChange[] {
  if (!standing(article)) return []
  const { slug, checkTitle, publisher, language } = article
  return changes.map(change => ({ ...change, slug, checkTitle, article: { publisher, language } }))
}

function withdrawalsOf(article: PublishedArticle): PublishedWithdrawal[] {
  return article.editions.flatMap(({ number, withdrawnAt, withdrawnReason }) =>
    withdrawnAt
      ? [
          {
            slug: article.slug,
            checkTitle: article.checkTitle,
            edition: number,
            at: withdrawnAt.toISOString(),
            reason: withdrawnReason ?? '',
          },
        ]
      : [],
  )
}

function newestFirst<K extends string>(field: K) {
  return (a: Record<K, string>, b: Record<K, string>) => b[field].localeCompare(a[field])
}
