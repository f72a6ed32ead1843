import type { NewsArticle, WithContext } from 'schema-dts'
import type { EditionSnapshot } from '@/lib/domain/editions'

/**
 * The annotated page as schema.org NewsArticle: the newsroom's own work, based on the article under
 * check. Its claims have pages and ClaimReviews of their own (aggregators take one per page), so they
 * are only pointed at. `urls` are absolute.
 */
export function newsArticleOf(
  snapshot: EditionSnapshot,
  urls: { page: string; newsroom: string; claims: readonly string[] },
): WithContext<NewsArticle> {
  const { newsroom, article, check } = snapshot
  const publisher = { '@type': 'Organization', name: newsroom.name, url: urls.newsroom } as const
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    url: urls.page,
    mainEntityOfPage: urls.page,
    headline: check.title,
    description: check.summary,
    inLanguage: newsroom.language,
    datePublished: snapshot.firstPublishedAt,
    dateModified: snapshot.publishedAt,
    version: snapshot.number,
    publisher,
    author: authorsOf(snapshot).map(name => ({ '@type': 'Person', name }) as const),
    isBasedOn: {
      '@type': 'NewsArticle',
      headline: article.title,
      ...(article.url && { url: article.url }),
      ...(article.publishedOn && { datePublished: article.publishedOn }),
      inLanguage: article.language,
      publisher: { '@type': 'Organization', name: article.publisher },
    },
    mentions: urls.claims.map(url => ({ '@type': 'ClaimReview', '@id': url, url }) as const),
    ...(snapshot.corrections.length > 0 && { correction: correctionsOf(snapshot) }),
  }
}

function authorsOf({ notes }: EditionSnapshot): string[] {
  return [...new Set(notes.flatMap(note => note.authors))]
}

function correctionsOf({ corrections }: EditionSnapshot) {
  return corrections.map(
    ({ text, at }) => ({ '@type': 'CorrectionComment', text, datePublished: at }) as const,
  )
}
