'use client'

import { useEffect, useRef } from 'react'
import { CreateFooter } from '@/components/articles/create-footer'
import { DetailFields } from '@/components/articles/detail-fields'
import { DraftNotice } from '@/components/articles/draft-notice'
import type { NamedLanguage } from '@/components/articles/language-field'
import { Recognised } from '@/components/articles/recognised'
import { TextInput } from '@/components/articles/text-input'
import { type NewArticleDesk, useNewArticle } from '@/components/articles/use-new-article'
import { Notice } from '@/components/ui/notice'
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
      <div className="two-columns">
        <div>
          <TextInput
            text={desk.text}
            language={desk.language}
            direction={desk.direction}
            error={desk.errors.text}
            onText={desk.changeText}
            onFile={desk.takeFile}
          />
          <FileNotices desk={desk} />
        </div>
        <Recognised desk={desk} />
      </div>
      <section className="about" aria-labelledby="about">
        <h2 id="about">About the article</h2>
        <DetailFields
          details={desk.details}
          errors={desk.errors.details}
          languages={languages}
          recognised={desk.preview?.language ?? ''}
          headline={headline}
          onChange={desk.changeDetails}
          onHeadline={() => headline !== null && desk.takeHeadline(headline)}
        />
      </section>
      <CreateFooter desk={desk} />
    </form>
  )
}

function FileNotices({ desk: { fileRefusal, replaced, text, putBack } }: { desk: NewArticleDesk }) {
  return (
    <>
      {fileRefusal && (
        <Notice lead={`“${fileRefusal.name}” was not read.`} tone="bad" live="alert">
          {fileRefusal.message} {text.trim() !== '' && 'Your text is as it was.'}
        </Notice>
      )}
      {replaced && (
        <Notice
          lead={replaced.why}
          live="status"
          actions={
            <button type="button" className="btn" onClick={() => putBack(replaced)}>
              Put it back as it was
            </button>
          }
        />
      )}
    </>
  )
}
