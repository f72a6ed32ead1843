import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { clockOf } from '@/app/(desk)/clock'
import { kindsOf } from '@/components/revisions/inherited-kinds'
import { NewRevisionForm } from '@/components/revisions/new-revision-form'
import { RevisionCrumbs } from '@/components/revisions/revision-crumbs'
import { formWords } from '@/components/revisions/revision-words'
import { requireCall } from '@/lib/auth'
import { mayEditArticle } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'
import { findArticleDesk } from '@/lib/services/articles'

export const metadata: Metadata = { title: 'New revision' }

export default async function NewRevisionPage({ params }: { params: Promise<{ id: string }> }) {
  const call = await requireCall()
  const { id } = await params
  const [found, { timeZone }] = await Promise.all([findArticleDesk(call, id), clockOf(call)])
  if (!found.ok) notFound()
  const { article, revision } = found.desk
  return (
    <>
      <RevisionCrumbs article={article} inside />
      <header className="q-head">
        <h1>New revision</h1>
        <p>
          {formWords(article.isOwn).lead} Revision {revision.number} stays as it is, and so does
          every edition that rests on it.
        </p>
      </header>
      {mayEditArticle(call.actor, article) ? (
        <NewRevisionForm
          personId={call.actor.id}
          base={{
            articleId: article.id,
            language: article.language,
            id: revision.id,
            number: revision.number,
            kinds: kindsOf(revision.document),
          }}
          isOwn={article.isOwn}
          timeZone={timeZone}
        />
      ) : (
        <p className="say-0">
          <strong>This is not yours to do.</strong> Whoever brought the article in may freeze a new
          revision, or an editor. Tell one of them that the text has changed, or see{' '}
          <Link href={paths.revisions(id)}>the revisions so far</Link>.
        </p>
      )}
    </>
  )
}
