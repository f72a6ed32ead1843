'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef, useState } from 'react'
import { CorrectionsForm } from '@/components/editions/corrections-form'
import { EditionPreview } from '@/components/editions/edition-preview'
import {
  type CorrectionDraft,
  draftsFor,
  finishedOf,
  type Held,
  isHeld,
  isLastSummary,
  missingIn,
  type Publishing,
  placesRewritten,
  rewrittenAt,
  stillMissing,
  unquestionedSummary,
  untoldWords,
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

/** What somebody has written in the form. */
interface Written {
  title?: string
  summary?: string
  drafts?: CorrectionDraft[]
}

/** What is written here stays where the page is looked at again; what nobody has touched follows it. */
export function PublishForm({
  publishing,
  onPublished,
}: {
  publishing: Publishing
  onPublished: (number: number) => void
}) {
  const router = useRouter()
  const [written, setWritten] = useState<Written>({})
  const title = written.title ?? publishing.title
  const summary = written.summary ?? publishing.summary
  const untouched = useMemo(() => draftsFor(publishing), [publishing])
  const drafts = written.drafts ?? untouched
  const [held, setHeld] = useState<Held | null>(null)
  // What was missing when it was pressed, or what the server said; `turn` tells one press from the next.
  const [refused, setRefused] = useState<{ why: Refusal | null; isMissing: boolean; turn: number }>(
    {
      why: null,
      isMissing: false,
      turn: 0,
    },
  )
  const [step, setStep] = useState<'writing' | 'confirming' | 'publishing'>('writing')
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
    ...unquestionedSummary(publishing, summary, held),
    ...untoldWords(publishing, { title, summary }, drafts),
  ]
  const refusal =
    refused.why && refused.isMissing ? stillMissing(refused.why, missing) : refused.why

  /** What the server found wrong there may be right now, which the next press tells. */
  function write(part: Written, ...paths: string[]) {
    setWritten(before => ({ ...before, ...part }))
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
    onPublished(publishing.number)
    router.refresh()
  }

  /** From the top, where it says what is out by now. */
  function lookAgain() {
    setRefused(now => ({ ...now, why: null }))
    router.refresh()
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }

  function showRefusal(why: Refusal, isMissing = false) {
    setStep('writing')
    setRefused(({ turn }) => ({ why, isMissing, turn: turn + 1 }))
  }

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
                onChange={event => write({ title: event.target.value }, 'title')}
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
                onChange={event => write({ summary: event.target.value }, 'summary')}
              />
            )}
          </Field>
          {isLastSummary(publishing, summary) && (
            <label className="e-last">
              <input
                type="checkbox"
                checked={isHeld(publishing, held)}
                onChange={event => setHeld(event.target.checked ? publishing : null)}
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
            onChange={after => write({ drafts: after }, ...placesRewritten(drafts, after))}
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
                  <button type="button" className="btn" onClick={lookAgain}>
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

function lengthHint(text: string, wanted: number): string {
  const length = [...text].length
  const words = `${length} ${length === 1 ? 'character' : 'characters'}`
  return length > wanted ? `${words}; search engines cut it near ${wanted}.` : `${words}.`
}
