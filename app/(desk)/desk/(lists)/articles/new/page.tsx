import type { Metadata } from 'next'
import { clockOf } from '@/app/(desk)/clock'
import { NewArticleForm } from '@/components/articles/new-article-form'
import { requireCall } from '@/lib/auth'
import { commonLanguages, languageName } from '@/lib/domain/languages'

export const metadata: Metadata = { title: 'New article' }

export default async function NewArticlePage() {
  const call = await requireCall()
  const { timeZone } = await clockOf(call)
  return (
    <>
      <header className="q-head">
        <h1>New article</h1>
        <p>Paste the text as it was published. None of its words is changed.</p>
      </header>
      <NewArticleForm personId={call.actor.id} languages={namedLanguages()} timeZone={timeZone} />
    </>
  )
}

function namedLanguages() {
  return commonLanguages
    .map(tag => ({ tag, name: languageName(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
