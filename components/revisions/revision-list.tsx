import Link from 'next/link'
import { PlacementCounts } from '@/components/revisions/placed-notes'
import { totalOf } from '@/components/revisions/placement-words'
import { originOf } from '@/components/revisions/revision-words'
import { formatMoment } from '@/lib/domain/dates'
import type { RevisionSummary } from '@/lib/domain/revisions'
import { paths } from '@/lib/paths'

/** Every revision, the newest first: when, who, what the publisher said, and what became of the notes. */
export function RevisionList({
  article: { id, slug },
  revisions,
  timeZone,
}: {
  article: { id: string; slug: string }
  revisions: readonly RevisionSummary[]
  timeZone: string
}) {
  return (
    <section className="q-section" aria-labelledby="all">
      <header>
        <h2 id="all">
          All revisions <span>{revisions.length}</span>
        </h2>
        <p>The newest stands first</p>
      </header>
      <ol>
        {revisions.map(revision => (
          <li className="row v-row" key={revision.id}>
            <div className="q-r">
              <b>Revision {revision.number}</b>
              <p className="num">{words(revision.words)}</p>
            </div>
            <div className="q-c">
              <p className="v-when">{originOf(revision)}</p>
              {revision.changeNote && (
                <p className={revision.isOwn ? 'v-why' : 'v-publisher'} dir="auto">
                  {revision.changeNote}
                </p>
              )}
              <p className="q-w">
                Frozen by {revision.createdBy.name} on{' '}
                <time dateTime={revision.createdAt}>
                  {formatMoment(new Date(revision.createdAt), 'en', timeZone)}
                </time>
                . Fingerprint <code title={revision.textHash}>{revision.textHash.slice(0, 8)}</code>
              </p>
              <Notes articleId={id} revision={revision} />
              <Editions slug={slug} editions={revision.editions} />
            </div>
            {revision.number > 1 && (
              <Link
                className="v-link"
                href={paths.comparison(id, revision.number - 1, revision.number)}
              >
                What changed<span className="sr"> in revision {revision.number}</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Notes({ articleId, revision }: { articleId: string; revision: RevisionSummary }) {
  if (totalOf(revision.counts) === 0) return null
  return (
    <div className="v-placed">
      {revision.number > 1 && (
        <>
          <span>Places of notes:</span>
          <PlacementCounts counts={revision.counts} />
        </>
      )}
      {revision.unsettled > 0 && (
        <Link href={paths.article(articleId)}>
          {revision.unsettled === 1 ? 'One passage' : `${revision.unsettled} passages`} to settle
        </Link>
      )}
    </div>
  )
}

function Editions({ slug, editions }: { slug: string; editions: readonly number[] }) {
  if (editions.length === 0) return null
  return (
    <p className="q-w">
      Published as{' '}
      {editions.map((number, index) => (
        <span key={number}>
          {index > 0 && ', '}
          <a href={paths.edition(slug, number)}>edition {number}</a>
        </span>
      ))}
    </p>
  )
}

function words(count: number): string {
  return count === 1 ? '1 word' : `${count.toLocaleString('en')} words`
}
