import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CompareForm } from '@/components/revisions/compare-form'
import { ComparedNotes } from '@/components/revisions/compared-notes'
import { askedOf } from '@/components/revisions/comparing'
import { passagesOf } from '@/components/revisions/passages'
import { RevisionCrumbs } from '@/components/revisions/revision-crumbs'
import { RevisionList } from '@/components/revisions/revision-list'
import { TextComparison } from '@/components/revisions/text-comparison'
import { requireCall } from '@/lib/auth'
import { directionOf } from '@/lib/domain/languages'
import { mayEditArticle } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'
import { compareRevisions } from '@/lib/services/comparisons'
import { findNewsroom } from '@/lib/services/newsrooms'
import { listRevisions } from '@/lib/services/revisions'
import '@/components/revisions/revisions.css'

export const metadata: Metadata = { title: 'Revisions' }

interface PageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>
}

export default async function RevisionsPage({ params, searchParams }: PageProps) {
  const call = await requireCall()
  const { id } = await params
  const [listed, newsroom] = await Promise.all([listRevisions(call, id), findNewsroom()])
  if (!listed.ok) notFound()
  const { article, revisions } = listed
  const timeZone = newsroom?.timeZone ?? 'UTC'
  const mayRevise = mayEditArticle(call.actor, article)
  const newest = revisions[0]?.number ?? 1
  const asked = askedOf(await searchParams, newest)
  if (asked.kind === 'pair') {
    const { from, to } = asked
    const compared = await compareRevisions(call, id, from, to)
    if (!compared.ok) notFound()
    const { comparison } = compared
    const names = { older: `Revision ${from}`, newer: `Revision ${to}` }
    const script = { language: article.language, direction: directionOf(article.language) }
    return (
      <>
        <RevisionCrumbs article={article} inside />
        <header className="q-head">
          <h1>
            Revision {from} and revision {to}
          </h1>
        </header>
        <CompareForm articleId={id} revisions={revisions} from={from} to={to} />
        <TextComparison
          rows={comparison.rows}
          names={names}
          script={script}
          passages={passagesOf(comparison.notes)}
          bar={null}
        />
        <ComparedNotes articleId={id} notes={comparison.notes} names={names} script={script} />
      </>
    )
  }
  return (
    <>
      <RevisionCrumbs article={article} />
      <header className="q-head v-title">
        <h1>Revisions</h1>
        <p>
          Every wording of the article that notes were written on. None of them changes any more.
        </p>
        {mayRevise && revisions.length > 1 && (
          <Link className="btn" href={paths.newRevision(id)}>
            Bring in a new wording
          </Link>
        )}
      </header>
      {asked.kind === 'wrong' && (
        <p className="say-0" role="status">
          <strong>{asked.why}</strong>
        </p>
      )}
      {revisions.length > 1 && (
        <CompareForm articleId={id} revisions={revisions} from={newest - 1} to={newest} />
      )}
      <RevisionList article={article} revisions={revisions} timeZone={timeZone} />
      {revisions.length === 1 && <OnlyOne articleId={id} mayRevise={mayRevise} />}
    </>
  )
}

/** What a revision is for, where there has been no second one. */
function OnlyOne({ articleId, mayRevise }: { articleId: string; mayRevise: boolean }) {
  return (
    <div className="say-0">
      <p>
        <strong>One revision only.</strong> If the publisher changes the article, bring in the new
        wording: you see what changed and what becomes of every note before anything is frozen. No
        verdict is carried onto words that it was not given to.
      </p>
      {mayRevise ? (
        <p className="acts">
          <Link className="btn btn-main" href={paths.newRevision(articleId)}>
            Bring in a new wording
          </Link>
        </p>
      ) : (
        <p>Whoever brought the article in may do that, or an editor.</p>
      )}
    </div>
  )
}
