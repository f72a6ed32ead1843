import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ArticleEditor } from '@/components/editor/article-editor'
import { requireCall } from '@/lib/auth'
import { packDesk } from '@/lib/document/articles'
import { findArticleDesk } from '@/lib/services/articles'

interface PageProps {
  params: Promise<{ id: string }>
}

// The title and the page ask for the same article.
const findDesk = cache(async (id: string) => findArticleDesk(await requireCall(), id))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const found = await findDesk((await params).id)
  return { title: found.ok ? found.desk.article.title : 'Not found' }
}

export default async function EditorPage({ params }: PageProps) {
  const { actor } = await requireCall()
  const found = await findDesk((await params).id)
  if (!found.ok) notFound()
  return <ArticleEditor packedDesk={packDesk(found.desk)} actor={actor} />
}
