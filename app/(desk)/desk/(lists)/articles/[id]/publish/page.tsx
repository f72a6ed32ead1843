import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { NotLookedAt } from '@/components/coverage/not-looked-at'
import { EditionList } from '@/components/editions/edition-list'
import { OutNow } from '@/components/editions/out-now'
import { GoingNotes, HeldNotes } from '@/components/editions/planned-notes'
import { PublishDesk } from '@/components/editions/publish-desk'
import type { PlannedNote, Publishing } from '@/components/editions/publishing'
import { ToldChanges } from '@/components/editions/told-changes'
import { requireCall } from '@/lib/auth'
import type { AnnotationView } from '@/lib/domain/annotations'
import { approversOf } from '@/lib/domain/review'
import { mayPublish } from '@/lib/domain/roles'
import type { Rating } from '@/lib/domain/scales'
import { paths } from '@/lib/paths'
import { type NextEdition, planNextEdition } from '@/lib/services/editions'
import { findNewsroom } from '@/lib/services/newsrooms'
import '@/components/editions/editions.css'
import '@/components/revisions/revisions.css'

export const metadata: Metadata = { title: 'Publish' }

export default async function PublishPage({ params }: { params: Promise<{ id: string }> }) {
  const call = await requireCall()
  const { id } = await params
  const [next, newsroom] = await Promise.all([planNextEdition(call, id), findNewsroom()])
  if (!next.ok || !newsroom) notFound()
  const publishing = publishingOf(next, newsroom.ratings)
  const isEditor = mayPublish(call.actor)
  return (
    <>
      <nav className="crumbs" aria-label="Where you are">
        <Link href={paths.articles}>Articles</Link> /{' '}
        <Link href={paths.article(id)} dir="auto">
          {next.article.title}
        </Link>
      </nav>
      <header className="q-head">
        <h1>Publish</h1>
        <p>An edition is frozen: its words, its notes, its evidence.</p>
      </header>
      <PublishDesk publishing={publishing} why={whyNot(publishing, isEditor)}>
        {next.editions[0] && (
          <OutNow publishing={publishing} edition={next.editions[0]} timeZone={newsroom.timeZone} />
        )}
        <HeldInTheWay publishing={publishing} />
        <NotLookedAt articleId={id} counts={next.coverage} />
        <GoingNotes
          articleId={id}
          notes={publishing.going}
          number={publishing.number}
          isOut={publishing.isUnchanged && !next.editions[0]?.withdrawnAt}
        />
        <HeldNotes articleId={id} notes={publishing.held} />
        <ToldChanges publishing={publishing} timeZone={newsroom.timeZone} />
      </PublishDesk>
      <EditionList
        slug={next.article.slug}
        editions={next.editions}
        timeZone={newsroom.timeZone}
        mayWithdraw={isEditor}
      />
    </>
  )
}

function HeldInTheWay({ publishing }: { publishing: Publishing }) {
  const blocking = publishing.held.filter(note => note.blocks).length
  if (blocking === 0) return null
  return (
    <p className="say-0">
      <strong>Nothing can be published yet.</strong>{' '}
      {blocking === 1 ? 'A note' : `${blocking} notes`} of the last edition{' '}
      {blocking === 1 ? 'is' : 'are'} neither approved nor retired: what was published does not go
      away without a word.
    </p>
  )
}

/** Why there is no form, or null. */
function whyNot({ held, going }: Publishing, isEditor: boolean): string | null {
  if (!isEditor) return 'Publishing is an editor’s. Tell one that this is ready.'
  if (held.some(note => note.blocks)) return 'First settle the notes that stand in the way.'
  return going.length === 0 ? 'First have a note approved.' : null
}

function publishingOf(next: NextEdition, ratings: readonly Rating[]): Publishing {
  const { plan, article, changes, publisherChanges, previous, isUnchanged } = next
  const { publisher, language, isOwn } = article
  const going = new Set(plan.going.map(note => note.key))
  return {
    articleId: article.id,
    path: paths.check(article.slug),
    number: plan.number,
    going: plan.going.map(note => planned(note, ratings)),
    held: plan.held.map(({ annotation, why, blocks }) => ({
      ...planned(annotation, ratings),
      isUnsettled: annotation.unsettled.length > 0,
      why,
      blocks,
    })),
    changes,
    told: publisherChanges,
    isUnchanged,
    article: { publisher, language, isOwn },
    leaving: (previous?.notes ?? [])
      .filter(note => !going.has(note.key))
      .map(({ key, content }) => ({ key, claim: content.claim })),
    title: article.checkTitle,
    summary: article.checkSummary,
  }
}

function planned(note: AnnotationView, ratings: readonly Rating[]): PlannedNote {
  const approvers = approversOf(note)
  const names = note.reviews
    .filter(review => approvers.includes(review.reviewer.id))
    .map(review => review.reviewer.name)
  const list = new Intl.ListFormat('en-GB')
  const written = `Written by ${list.format(note.authors.map(author => author.name))}`
  return {
    id: note.id,
    key: note.key,
    contentHash: note.contentHash,
    claim: note.content.claim,
    quote: (note.anchors[0] ?? note.unsettled[0])?.quote ?? '',
    rating: ratings.find(rating => rating.key === note.content.ratingKey) ?? null,
    state: note.state,
    by: names.length > 0 ? `${written}, approved by ${list.format(new Set(names))}` : written,
  }
}
