'use client'

import { useEffect, useRef } from 'react'
import { CreateFooter } from '@/components/articles/create-footer'
import { DetailFields } from '@/components/articles/detail-fields'
import { DraftNotice } from '@/components/articles/draft-notice'
import type { NamedLanguage } from '@/components/articles/language-field'
import { TextColumns } from '@/components/articles/text-columns'
import { useNewArticle } from '@/components/articles/use-new-article'
import './articles.css'

/** From a pasted text to an article: what was recognised beside it, what is known of it below. */
export function NewArticleForm({
  personId,
  languages,
  timeZone,
}: {
  personId: string
  languages: readonly NamedLanguage[]
  timeZone: string
}) {
  const form = useRef<HTMLFormElement>(null)
  const desk = useNewArticle(personId)
  const { refused, headline } = desk

  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])

  return (
    <form
      ref={form}
      className="new-article"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void desk.create()
      }}
    >
      <DraftNotice draft={desk.draft} timeZone={timeZone} />
      <TextColumns desk={desk.words} label="Text of the article" error={desk.errors.text} />
      <section className="about" aria-labelledby="about">
        <h2 id="about">About the article</h2>
        <DetailFields
          details={desk.details}
          errors={desk.errors.details}
          languages={languages}
          recognised={desk.words.preview?.language ?? ''}
          headline={headline}
          onChange={desk.changeDetails}
          onHeadline={() => headline !== null && desk.takeHeadline(headline)}
        />
        <label className="own-draft">
          <input
            type="checkbox"
            checked={desk.isOwn}
            onChange={event => desk.setOwn(event.currentTarget.checked)}
          />
          This is our own draft: its text may be edited here, each time as a new revision
        </label>
      </section>
      <CreateFooter desk={desk} />
    </form>
  )
}
