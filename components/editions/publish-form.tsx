'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { CorrectionsForm } from '@/components/editions/corrections-form'
import { EditionPreview } from '@/components/editions/edition-preview'
import {
  draftsFor,
  finishedOf,
  isLastSummary,
  missingIn,
  type Publishing,
  placesRewritten,
  rewrittenAt,
  stillMissing,
  unquestionedSummary,
} from '@/components/editions/publishing'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { WhenReady } from '@/components/ui/when-ready'
import { ask } from '@/lib/client'
import { messageAt, type Refusal, refuse } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'

/** Lengths that search engines and link previews show whole; longer is taken. */
const advised = { title: 110, summary: 160 }

export function PublishForm({ publishing }: { publishing: Publishing }) {
  const router = useRouter()
  const [title, setTitle] = useState(publishing.title)
  const [summary, setSummary] = useState(publishing.summary)
  const [summaryHolds, setSummaryHolds] = useState(false)
  const [drafts, setDrafts] = useState(() => draftsFor(publishing))
  // What was missing when it was pressed, or what the server said; `turn` tells one press from the next.
  const [refused, setRefused] = useState<{ why: Refusal | null; isMissing: boolean; turn: number }>(
    {
      why: null,
      isMissing: false,
      turn: 0,
    },
  )
  const [step, setStep] = useState<'writing' | 'confirming' | 'publishing'>('writing')
  // The page is refreshed after publishing, and then speaks of the edition after this one.
  const [published, setPublished] = useState<number | null>(null)
  const trouble = useRef<HTMLDivElement>(null)
  const isFirst = publishing.number === 1

  useEffect(() => {
    if (refused.turn === 0) return
    const marked = document.querySelector<HTMLElement>('main [aria-invalid="true"]')
    const target = marked ?? trouble.current
    target?.focus()
  }, [refused.turn])

  const request = () => ({
    number: publishing.number,
    title,
    summary,
    notes: publishing.going.map(({ key, contentHash }) => ({ key, contentHash })),
    corrections: isFirst ? [] : finishedOf(drafts),
  })
  const missing = [
    ...missingIn(request(), isFirst ? [] : drafts),
    ...(summaryHolds ? [] : unquestionedSummary(publishing, summary)),
  ]
  const refusal =
    refused.why && refused.isMissing ? stillMissing(refused.why, missing) : refused.why

  /** What the server found wrong there may be right now, which the next press tells. */
  function rewrite(...paths: string[]) {
    setRefused(now => (now.isMissing ? now : { ...now, why: rewrittenAt(now.why, paths) }))
  }

  /** Asked to confirm is only what could be published: what is missing is said before. */
  function review() {
    if (missing.length === 0) return setStep('confirming')
    showRefusal(refuse('invalid', 'Something is still missing; it is marked above.', missing), true)
  }

  async function publish() {
    setStep('publishing')
    const outcome = await ask('POST', paths.api.editions(publishing.articleId), request())
    if (!outcome.ok) return showRefusal(outcome)
    setStep('writing')
    setPublished(publishing.number)
    router.refresh()
  }

  function showRefusal(why: Refusal, isMissing = false) {
    setStep('writing')
    setRefused(({ turn }) => ({ why, isMissing, turn: turn + 1 }))
  }

  if (published !== null) return <Published number={published} publishing={publishing} />

  return (
    <>
      <WhenReady>
        <section className="q-section" aria-labelledby="words">
          <header>
            <h2 id="words">Above the article</h2>
            <p>Your words, not the publisher’s</p>
          </header>
          <Field
            label="Headline"
            hint={lengthHint(title, advised.title)}
            error={messageAt(refusal, 'title')}
          >
            {wiring => (
              <input
                {...wiring}
                value={title}
                maxLength={300}
                dir="auto"
                onChange={event => {
                  setTitle(event.target.value)
                  rewrite('title')
                }}
              />
            )}
          </Field>
          <Field
            label="What was found, in a sentence or two"
            hint={lengthHint(summary, advised.summary)}
            error={messageAt(refusal, 'summary')}
          >
            {wiring => (
              <textarea
                {...wiring}
                rows={3}
                value={summary}
                maxLength={1000}
                dir="auto"
                onChange={event => {
                  setSummary(event.target.value)
                  rewrite('summary')
                }}
              />
            )}
          </Field>
          {isLastSummary(publishing, summary) && (
            <label className="e-last">
              <input
                type="checkbox"
                checked={summaryHolds}
                onChange={event => setSummaryHolds(event.target.checked)}
              />
              <span>
                These are the words of edition {publishing.number - 1}. They hold for edition{' '}
                {publishing.number} too.
              </span>
            </label>
          )}
        </section>
        {!isFirst && (
          <CorrectionsForm
            publishing={publishing}
            drafts={drafts}
            refusal={refusal}
            onChange={after => {
              setDrafts(after)
              rewrite(...placesRewritten(drafts, after))
            }}
          />
        )}
      </WhenReady>
      {/* A form of its own, which sends itself before the others are ready. */}
      <EditionPreview
        articleId={publishing.articleId}
        title={title}
        summary={summary}
        corrections={isFirst ? [] : finishedOf(drafts)}
      />
      <WhenReady>
        <div ref={trouble} tabIndex={-1} className="e-trouble">
          {refusal && (
            <Notice
              lead="Not published."
              tone="bad"
              live="alert"
              actions={
                refusal.reason === 'stale' && (
                  <button type="button" className="btn" onClick={() => location.reload()}>
                    Look again
                  </button>
                )
              }
            >
              {refusal.message}
            </Notice>
          )}
        </div>
        <p className="acts e-publish">
          <button
            type="button"
            className="btn btn-main"
            disabled={step === 'publishing'}
            onClick={review}
          >
            {step === 'publishing' ? 'Publishing…' : `Publish edition ${publishing.number}`}
          </button>
        </p>
      </WhenReady>
      <Confirmation
        publishing={publishing}
        isOpen={step === 'confirming'}
        onClose={() => setStep(now => (now === 'confirming' ? 'writing' : now))}
        onPublish={publish}
      />
    </>
  )
}

function Confirmation({
  publishing: { number, going, path },
  isOpen,
  onClose,
  onPublish,
}: {
  publishing: Publishing
  isOpen: boolean
  onClose: () => void
  onPublish: () => void
}) {
  return (
    <Dialog
      open={isOpen}
      title={`Publish edition ${number}?`}
      onClose={onClose}
      actions={
        <>
          {/* First, and so focused: what Enter does by mistake must not be what cannot be undone. */}
          <button type="button" className="btn" onClick={onClose}>
            Not yet
          </button>
          <button type="button" className="btn btn-main" onClick={onPublish}>
            Publish now
          </button>
        </>
      }
    >
      <p>
        {going.length === 1 ? 'One note goes' : `${going.length} notes go`} out to everyone, at{' '}
        <b>{path}</b>.{number > 1 && ` Edition ${number - 1} stays at its own address.`}
      </p>
      <p>
        An edition is never changed. What turns out wrong is corrected by another edition, or
        withdrawn with a reason that readers see.
      </p>
    </Dialog>
  )
}

/** It takes the focus, because it is what comes next. */
function Published({
  number,
  publishing: { path, articleId },
}: {
  number: number
  publishing: Publishing
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="q-section e-done">
      <h2 ref={heading} tabIndex={-1}>
        Edition {number} is published
      </h2>
      <p>
        It is at <a href={path}>{path}</a> from now on, and at an address of its own for good:{' '}
        <a href={`${path}/editions/${number}`}>{`${path}/editions/${number}`}</a>.
      </p>
      <p className="acts">
        <a className="btn btn-main" href={path}>
          Read it
        </a>
        <a className="btn" href={paths.article(articleId)}>
          Back to the article
        </a>
      </p>
    </section>
  )
}

function lengthHint(text: string, wanted: number): string {
  const length = [...text].length
  const words = `${length} ${length === 1 ? 'character' : 'characters'}`
  return length > wanted ? `${words}; search engines cut it near ${wanted}.` : `${words}.`
}
