'use client'

import { CreateFooter } from '@/components/articles/create-footer'
import { DetailFields } from '@/components/articles/detail-fields'
import type { NamedLanguage } from '@/components/articles/language-field'
import { TextForm } from '@/components/articles/text-form'
import { useNewArticle } from '@/components/articles/use-new-article'

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
  const desk = useNewArticle(personId)
  const { draft, words, errors, refused, headline } = desk
  return (
    <TextForm
      {...{ draft, words, refused, timeZone }}
      label="Text of the article"
      error={errors.text}
      submit={desk.create}
    >
      <section className="about" aria-labelledby="about">
        <h2 id="about">About the article</h2>
        <DetailFields
          details={desk.details}
          errors={errors.details}
          languages={languages}
          recognised={words.preview?.language ?? ''}
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
    </TextForm>
  )
}
