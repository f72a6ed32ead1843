'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { BlockPreview } from '@/components/articles/block-preview'
import { DetailFields } from '@/components/articles/detail-fields'
import { directionFor } from '@/components/articles/direction'
import type { DraftDetails } from '@/components/articles/draft'
import { DraftNotice } from '@/components/articles/draft-notice'
import { errorsFrom, type FormErrors } from '@/components/articles/form-errors'
import { headlineOf, withChoices, withoutFirstLine } from '@/components/articles/kind-choices'
import type { NamedLanguage } from '@/components/articles/language-field'
import { TextInput } from '@/components/articles/text-input'
import { useDraft } from '@/components/articles/use-draft'
import { usePreview } from '@/components/articles/use-preview'
import { Notice } from '@/components/ui/notice'
import { ask } from '@/lib/client'
import type { Block, NewArticle } from '@/lib/domain/articles'
import type { Refusal } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'
import './articles.css'

const noErrors: FormErrors = { text: undefined, details: {}, rest: [] }
const noBlocks: readonly Block[] = []

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
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const draft = useDraft(personId)
  const { text, kinds, details } = draft.written
  const { preview, refusal, reading, read, readFile } = usePreview(text)
  const [errors, setErrors] = useState(noErrors)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [isCreating, setCreating] = useState(false)
  /** A text that something else has taken the place of, until it is put back or let go. */
  const [earlier, setEarlier] = useState<{ text: string; title: string; why: string } | null>(null)
  const [fileRefusal, setFileRefusal] = useState<{ name: string; message: string } | null>(null)

  const recognised = preview?.blocks ?? noBlocks
  const blocks = withChoices(recognised, kinds)
  const language = details.language || (preview?.language ?? '')
  const direction = directionFor(language, text)
  const headline = headlineOf(blocks)

  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])

  function changeDetails(part: Partial<DraftDetails>) {
    draft.changeDetails(part)
    const changed = Object.keys(part).map(name => [name, undefined])
    setErrors(before => ({
      ...before,
      details: { ...before.details, ...Object.fromEntries(changed) },
    }))
  }

  async function takeFile(file: File) {
    setFileRefusal(null)
    const outcome = await readFile(file)
    if (!outcome.ok) {
      setFileRefusal({ name: file.name, message: outcome.message })
      return
    }
    if (text.trim() !== '')
      setEarlier({
        text,
        title: details.title,
        why: `“${file.name}” has taken the place of your text.`,
      })
    draft.change({ text: outcome.preview.text })
  }

  function takeHeadline(headline: string) {
    setEarlier({ text, title: details.title, why: 'The first line is the title now.' })
    draft.change({ text: withoutFirstLine(text) })
    draft.changeDetails({ title: headline })
  }

  function putBack({ text, title }: { text: string; title: string }) {
    draft.change({ text })
    draft.changeDetails({ title })
    setEarlier(null)
  }

  function fail(refusal: Refusal) {
    setCreating(false)
    setRefused(refusal)
    setErrors(errorsFrom(refusal))
  }

  async function create(event: FormEvent) {
    event.preventDefault()
    if (isCreating) return
    setCreating(true)
    setRefused(null)
    const current = text.trim() === '' ? null : await read(text)
    if (current && !current.ok) return fail(current)
    const article: NewArticle = {
      details: { ...details, language: details.language || (current?.preview.language ?? '') },
      blocks: withChoices(current?.preview.blocks ?? [], kinds),
    }
    const outcome = await ask<{ id: string }>('POST', paths.api.articles, article)
    if (!outcome.ok) return fail(outcome)
    draft.finish()
    router.push(paths.article(outcome.id))
  }

  return (
    <form ref={form} className="new-article" onSubmit={create} noValidate>
      <DraftNotice draft={draft} timeZone={timeZone} />
      <div className="two-columns">
        <div>
          <TextInput
            text={text}
            language={language || undefined}
            direction={direction}
            error={errors.text ?? refusal?.message}
            onText={words => {
              draft.change({ text: words })
              // Another text may have another language as well.
              const { language: _, ...details } = errors.details
              setErrors({ ...errors, text: undefined, details })
            }}
            onFile={takeFile}
          />
          {fileRefusal && (
            <Notice lead={`“${fileRefusal.name}” was not read.`} tone="bad" live="alert">
              {fileRefusal.message} {text.trim() !== '' && 'Your text is as it was.'}
            </Notice>
          )}
          {earlier && (
            <Notice
              lead={earlier.why}
              live="status"
              actions={
                <button type="button" className="btn" onClick={() => putBack(earlier)}>
                  Put it back as it was
                </button>
              }
            />
          )}
        </div>
        <section aria-labelledby="recognised" aria-busy={reading}>
          <h2 id="recognised">What was recognised</h2>
          {preview?.notices.map(notice => (
            <Notice key={notice} lead="Worth a look.">
              {notice}
            </Notice>
          ))}
          {preview ? (
            <BlockPreview
              blocks={blocks}
              keysOf={recognised}
              language={language || undefined}
              direction={direction}
              onKind={(key, kind) => draft.change({ kinds: { ...kinds, [key]: kind } })}
            />
          ) : (
            <p className="preview-empty">
              {reading
                ? 'Reading the text…'
                : 'Paragraphs, sub-headings, lists and the language show here as soon as there is a text. Each can be corrected.'}
            </p>
          )}
        </section>
      </div>
      <section className="about" aria-labelledby="about">
        <h2 id="about">About the article</h2>
        <DetailFields
          details={details}
          errors={errors.details}
          languages={languages}
          recognised={preview?.language ?? ''}
          headline={headline}
          onChange={changeDetails}
          onHeadline={() => headline !== null && takeHeadline(headline)}
        />
      </section>
      <footer className="create">
        {refused && (
          <Notice lead="Not created yet." tone="bad" live="alert">
            {refused.message} Nothing is lost{refused.faults && '; see what is marked “Not yet”'}.
            {errors.rest.length > 0 && ` ${errors.rest.join(' ')}`}
            {refused.reason === 'signed_out' && (
              <>
                {' '}
                <a href={paths.signIn} target="_blank" rel="noreferrer">
                  Sign in in another tab
                </a>
                , then create the article here.
              </>
            )}
          </Notice>
        )}
        <p className="freeze">
          Creating the article freezes this text as revision 1. Notes rest on these very words, and
          nobody can edit them afterwards; the title and the rest can still be changed.
        </p>
        <div className="acts">
          <button type="submit" className="btn btn-main" aria-disabled={isCreating}>
            {isCreating ? 'Creating…' : 'Create article'}
          </button>
          <span className="field-hint" role="status">
            {draft.isKept && 'Kept on this computer until then.'}
            {draft.isRefused && 'This browser has no room to keep a copy; do not close the page.'}
          </span>
        </div>
      </footer>
    </form>
  )
}
