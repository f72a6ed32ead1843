import type { Metadata } from 'next'
import Link from 'next/link'
import { clockOf } from '@/app/(desk)/clock'
import { ArticleRow } from '@/components/articles/article-row'
import { ListFilter } from '@/components/desk/list-filter'
import { ListSection } from '@/components/desk/list-section'
import { isMatch, queryOf } from '@/components/desk/matching'
import { requireCall } from '@/lib/auth'
import { paths } from '@/lib/paths'
import { listArticles } from '@/lib/services/articles'

export const metadata: Metadata = { title: 'Articles' }

export default async function ArticlesPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>
}) {
  const call = await requireCall()
  const query = queryOf((await searchParams).q)
  const [articles, clock] = await Promise.all([listArticles(call), clockOf(call)])
  const shown = articles.filter(each =>
    isMatch(query, [each.title, each.publisher, each.createdBy.name]),
  )
  return (
    <>
      <header className="q-head">
        <h1>Articles</h1>
        <Link className="btn narrow-only" href={paths.newArticle}>
          New article
        </Link>
      </header>
      {articles.length > 0 ? (
        <>
          <ListFilter action={paths.articles} query={query} label="Title, publisher or person" />
          {shown.length > 0 ? (
            <ListSection
              title={query ? `With “${query}”` : 'All articles'}
              count={shown.length}
              hint="Those that changed last stand first"
            >
              {shown.map(article => (
                <ArticleRow key={article.id} article={article} clock={clock} />
              ))}
            </ListSection>
          ) : (
            <p className="say-0">
              No article has “{query}” in its title, publisher or person.{' '}
              <Link href={paths.articles}>Show all {articles.length}</Link>.
            </p>
          )}
        </>
      ) : (
        <div className="say-0">
          <p>
            <strong>No articles yet.</strong> Paste the text of an article, or drop a .txt file, and
            mark the first claim.
          </p>
          <p className="acts">
            <Link className="btn btn-main" href={paths.newArticle}>
              Bring in the first article
            </Link>
          </p>
        </div>
      )}
    </>
  )
}
