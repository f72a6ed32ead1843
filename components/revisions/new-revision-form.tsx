'use client'

import { useEffect, useRef } from 'react'
import { TextForm } from '@/components/articles/text-form'
import { RevisionPreviewDesk } from '@/components/revisions/revision-preview'
import { RevisionRefusal } from '@/components/revisions/revision-refusal'
import { formWords } from '@/components/revisions/revision-words'
import {
  type BaseRevision,
  type NewRevisionDesk,
  useNewRevision,
} from '@/components/revisions/use-new-revision'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useWrittenDate } from '@/components/ui/use-written-date'
import { languageName } from '@/lib/domain/languages'
import './revisions.css'

/** From a pasted wording to a frozen revision: the text first, then what it would do, then the deed. */
export function NewRevisionForm({
  personId,
  base,
  isOwn,
  timeZone,
}: {
  personId: string
  base: BaseRevision
  /** The newsroom's own draft, not a publisher's text. */
  isOwn: boolean
  timeZone: string
}) {
  const desk = useNewRevision(personId, base)
  const isLooking = desk.preview !== null
  const wasLooking = useRef(false)

  useEffect(() => {
    if (wasLooking.current && !isLooking) document.querySelector('textarea')?.focus()
    wasLooking.current = isLooking
  }, [isLooking])

  return desk.preview ? (
    <RevisionPreviewDesk desk={desk} preview={desk.preview} base={base} isOwn={isOwn} />
  ) : (
    <WritingForm desk={desk} base={base} isOwn={isOwn} timeZone={timeZone} />
  )
}

function WritingForm({
  desk,
  base,
  isOwn,
  timeZone,
}: {
  desk: NewRevisionDesk
  base: BaseRevision
  isOwn: boolean
  timeZone: string
}) {
  const { draft, words, errors, refused } = desk
  return (
    <TextForm
      {...{ draft, words, refused, timeZone }}
      label="The new text"
      error={errors.text}
      submit={desk.compare}
    >
      <OtherLanguage desk={desk} language={base.language} />
      <section className="about" aria-labelledby="about">
        <h2 id="about">{formWords(isOwn).about}</h2>
        <ChangeFields desk={desk} isOwn={isOwn} />
      </section>
      <footer className="create">
        {refused && (
          <RevisionRefusal lead="Not compared yet." refused={refused} articleId={base.articleId} />
        )}
        <p className="freeze">
          Nothing is frozen yet: first you see what changed, and what becomes of every note.
        </p>
        <div className="acts">
          <button type="submit" className="btn btn-main" aria-disabled={desk.busy !== null}>
            {desk.busy ? 'Comparing…' : `Compare with revision ${base.number}`}
          </button>
          <span className="field-hint" role="status">
            {draft.isKept && 'Kept on this computer until then.'}
            {draft.isRefused && 'This browser has no room to keep a copy; do not close the page.'}
          </span>
        </div>
      </footer>
    </TextForm>
  )
}

function ChangeFields({
  desk: { changedOn, changeNote, errors, change },
  isOwn,
}: {
  desk: NewRevisionDesk
  isOwn: boolean
}) {
  const { when, what, hint } = formWords(isOwn)
  const date = useWrittenDate(changedOn, written => change({ changedOn: written }))
  return (
    <div className="details">
      <Field
        label={when}
        optional
        error={errors.changedOn ?? date.fault}
        hint="As exact as it is known: 29 January 2022, January 2022 or 2022"
      >
        {wiring => (
          <input
            {...wiring}
            value={changedOn}
            autoComplete="off"
            onChange={event => change({ changedOn: event.target.value })}
            {...date.events}
          />
        )}
      </Field>
      <Field label={what} optional error={errors.changeNote} hint={hint}>
        {wiring => (
          <input
            {...wiring}
            value={changeNote}
            maxLength={500}
            dir="auto"
            autoComplete="off"
            onChange={event => change({ changeNote: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}

/** A text in another language is likely another article’s. */
function OtherLanguage({ desk, language }: { desk: NewRevisionDesk; language: string }) {
  const seen = desk.words.preview?.language
  if (!seen || primaryOf(seen) === primaryOf(language)) return null
  return (
    <Notice lead="Worth a look.">
      This text looks like {languageName(seen)}, and the article is in {languageName(language)}.
    </Notice>
  )
}

function primaryOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? ''
}
