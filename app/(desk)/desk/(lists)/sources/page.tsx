import type { Metadata } from 'next'
import Link from 'next/link'
import { clockOf } from '@/app/(desk)/clock'
import { ListFilter } from '@/components/desk/list-filter'
import { ListSection } from '@/components/desk/list-section'
import { isMatch, queryOf } from '@/components/desk/matching'
import { SourceRow } from '@/components/sources/source-row'
import { requireCall } from '@/lib/auth'
import { paths } from '@/lib/paths'
import { listSources } from '@/lib/services/sources'

export const metadata: Metadata = { title: 'Sources' }

export default async function SourcesPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>
}) {
  const call = await requireCall()
  const query = queryOf((await searchParams).q)
  const [sources, clock] = await Promise.all([listSources(call), clockOf(call)])
  const shown = sources.filter(each => isMatch(query, [each.title, each.publisher, each.url]))
  return (
    <>
      <header className="q-head">
        <h1>Sources</h1>
        <p>Every document and page that a note cites, known again when its address is pasted.</p>
      </header>
      {sources.length > 0 ? (
        <>
          <ListFilter action={paths.sources} query={query} label="Title, publisher or address" />
          {shown.length > 0 ? (
            <ListSection
              title={query ? `With “${query}”` : 'All sources'}
              count={shown.length}
              hint="Those cited last stand first"
            >
              {shown.map(source => (
                <SourceRow key={source.id} source={source} clock={clock} />
              ))}
            </ListSection>
          ) : (
            <p className="say-0">
              No source has “{query}” in its title, publisher or address.{' '}
              <Link href={paths.sources}>Show all {sources.length}</Link>.
            </p>
          )}
        </>
      ) : (
        <p className="say-0">
          <strong>No sources yet.</strong> Each one stands here from the moment a note cites it.
          Open <Link href={paths.articles}>an article</Link> and add evidence to a note.
        </p>
      )}
    </>
  )
}
