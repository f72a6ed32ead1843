'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { isOfSentence } from '@/components/revisions/placement-words'
import { formWords } from '@/components/revisions/revision-words'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import type { Outcome } from '@/lib/domain/outcomes'
import type { RevisionPreview } from '@/lib/domain/revisions'

const words = formWords(true)

/** What freezing the draft will do to the notes, why it was changed, and the deed. */
export function FreezeForm({ number, onClose }: { number: number; onClose: () => void }) {
  const store = useStore()
  const [answer, setAnswer] = useState<Outcome<{ preview: RevisionPreview }> | null>(null)
  const [why, setWhy] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')
  useEffect(() => {
    let isHere = true
    store.drafter.preview().then(found => isHere && setAnswer(found))
    return () => {
      isHere = false
    }
  }, [store])
  const preview = answer?.ok ? answer.preview : null
  const isOff = isBusy || !preview || preview.isSame
  const freeze = async (event: FormEvent) => {
    event.preventDefault()
    if (isOff) return
    setBusy(true)
    const outcome = await store.drafter.freeze(preview, why)
    if (outcome.ok) return
    // The notes are others than were shown: the next press is for what is shown then.
    if (outcome.reason === 'stale') setAnswer(await store.drafter.preview())
    setBusy(false)
    setRefusal(outcome.message)
  }
  return (
    <Dialog open title={`Freeze as revision ${number}`} onClose={onClose}>
      <form className="freeze-form" onSubmit={freeze}>
        <div aria-live="polite">
          {answer === null && <p className="late">Looking what it does to the notes…</p>}
          {preview && <WhatBecomes preview={preview} />}
          {answer && !answer.ok && <Refused message={answer.message} />}
        </div>
        <Field label={words.what} optional hint={words.hint}>
          {wiring => (
            <input
              {...wiring}
              value={why}
              maxLength={500}
              dir="auto"
              autoComplete="off"
              onChange={event => setWhy(event.target.value)}
            />
          )}
        </Field>
        {refusal && <Refused message={refusal} />}
        <div className="acts">
          <button type="submit" className="btn btn-main" aria-disabled={isOff}>
            {isBusy ? 'Freezing…' : `Freeze as revision ${number}`}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            Go on editing
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function Refused({ message }: { message: string }) {
  return (
    <p role="alert" className="freeze-no">
      <b>Not frozen:</b> {message} Your draft is still here.
    </p>
  )
}

function WhatBecomes({ preview: { counts, notes, isSame } }: { preview: RevisionPreview }) {
  if (isSame) return <p>No word is changed, so there is nothing to freeze.</p>
  if (notes.length === 0) return <p>There are no notes on this text.</p>
  const voided = notes.filter(({ voidsApproval }) => voidsApproval).length
  const turned = notes.filter(isOfSentence).length
  const lines = [
    [counts.kept + counts.moved, 'on the same words, with verdict and approval as they are'],
    [counts.changed - turned, 'on changed words, to settle'],
    [turned, 'on the same words in a sentence that says something else now, to settle'],
    [counts.ambiguous, 'on words that stand in several places, to settle'],
    [counts.lost, 'on words that are gone, to settle'],
  ] as const
  return (
    <>
      <ul className="becomes">
        {lines.map(
          ([count, words]) =>
            count > 0 && (
              <li key={words}>
                <b className="num">{count}</b> {count === 1 ? 'note' : 'notes'} {words}
              </li>
            ),
        )}
      </ul>
      {voided > 0 && (
        <p>{voided === 1 ? 'One approval is voided.' : `${voided} approvals are voided.`}</p>
      )}
    </>
  )
}
