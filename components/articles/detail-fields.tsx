'use client'

import type { DraftDetails } from '@/components/articles/draft'
import { LanguageField, type NamedLanguage } from '@/components/articles/language-field'
import { Field } from '@/components/ui/field'
import { useWrittenDate } from '@/components/ui/use-written-date'

/** What is known of the article beside its text. */
export function DetailFields({
  details,
  errors,
  languages,
  recognised,
  headline,
  onChange,
  onHeadline,
}: {
  details: DraftDetails
  errors: Partial<Record<keyof DraftDetails, string>>
  languages: readonly NamedLanguage[]
  recognised: string
  /** The first line of the text where it looks like the title, or null. */
  headline: string | null
  onChange: (part: Partial<DraftDetails>) => void
  onHeadline: () => void
}) {
  const text = (name: Exclude<keyof DraftDetails, 'language'>) => ({
    name,
    value: details[name],
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => onChange({ [name]: target.value }),
  })
  const date = useWrittenDate(details.publishedOn, publishedOn => onChange({ publishedOn }))
  return (
    <div className="details">
      <Field label="Title" error={errors.title} className="wide">
        {wiring => <input {...wiring} {...text('title')} dir="auto" className="title-input" />}
      </Field>
      {headline !== null && details.title === '' && (
        <p className="wide offer">
          The text begins with “<bdi>{headline}</bdi>”.{' '}
          <button type="button" className="link" onClick={onHeadline}>
            Make that line the title
          </button>
        </p>
      )}
      <Field label="Standfirst" optional error={errors.standfirst} className="wide">
        {wiring => <textarea {...wiring} {...text('standfirst')} dir="auto" rows={2} />}
      </Field>
      <Field label="Publisher" error={errors.publisher}>
        {wiring => <input {...wiring} {...text('publisher')} dir="auto" />}
      </Field>
      <Field label="Byline" optional error={errors.byline}>
        {wiring => <input {...wiring} {...text('byline')} dir="auto" />}
      </Field>
      <Field
        label="Date"
        optional
        error={errors.publishedOn ?? date.fault}
        hint="As exact as it is known: 29 January 2022, January 2022 or 2022"
      >
        {wiring => <input {...wiring} {...text('publishedOn')} {...date.events} />}
      </Field>
      <LanguageField
        languages={languages}
        recognised={recognised}
        chosen={details.language}
        error={errors.language}
        onChoose={language => onChange({ language })}
      />
      <Field
        label="Original address"
        optional
        error={errors.url}
        className="wide"
        hint="Where readers can see the original"
      >
        {wiring => (
          <input {...wiring} {...text('url')} type="url" inputMode="url" placeholder="https://" />
        )}
      </Field>
    </div>
  )
}
