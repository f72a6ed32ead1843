import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ArticleEditor } from '@/components/editor/article-editor'
import { requireCall } from '@/lib/auth'
import { packAnnotations } from '@/lib/document/articles'
import { formatMoment, formatPartialDate } from '@/lib/domain/dates'
import type { DeskHead } from '@/lib/domain/desk'
import { openArticleDesk } from '@/lib/services/articles'

interface PageProps {
  params: Promise<{ id: string }>
}

// The title and the page ask for the same article.
const openDesk = cache(async (id: string) => openArticleDesk(await requireCall(), id))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const opened = await openDesk((await params).id)
  return { title: opened.ok ? opened.desk.article.title : 'Not found' }
}

// Nothing says that the article is being fetched: React would hold its text back for 300 ms behind that.
export default async function EditorPage({ params }: PageProps) {
  const { actor } = await requireCall()
  const opened = await openDesk((await params).id)
  if (!opened.ok) notFound()
  const { desk, annotations } = opened
  const notes = annotations.then(each => packAnnotations(desk, each))
  return (
    <ArticleEditor desk={JSON.stringify(desk)} notes={notes} dates={datesOf(desk)} actor={actor} />
  )
}

function datesOf({ article, revision, newsroom: { language, timeZone } }: DeskHead) {
  return {
    published: formatPartialDate(article.publishedOn, language),
    frozen: formatMoment(new Date(revision.createdAt), language, timeZone),
  }
}
