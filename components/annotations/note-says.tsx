'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { returnToWords } from '@/components/editor/article-view'
import type { Save } from '@/components/editor/autosave'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { copyOn, type LeftCopy, type LocalCopies } from '@/components/editor/local-copies'
import { isDraftOf, isSameDraft } from '@/components/editor/note-drafts'
import { visitsGoingOn } from '@/components/editor/visits'
import { isUnsettled } from '@/components/settling/settling'
import { keepFocus } from '@/components/undo/keep-focus'
import type { AnnotationView } from '@/lib/domain/annotations'
import { formatMoment } from '@/lib/domain/dates'
import type { Refusal } from '@/lib/domain/outcomes'
import { approversOf } from '@/lib/domain/review'
import { wordsOf } from '@/lib/domain/rich-text'
import { paths } from '@/lib/paths'

/** What stands in the way of a note, under its head: what happened, what was kept, what to do. */
export function NoteSays({ note, save }: { note: AnnotationView; save: Save | null }) {
  const store = useStore()
  const trouble = useDesk(state => state.troubles[note.id])
  const isDrafting = useDesk(state => state.drafting !== null)
  return (
    <>
      {trouble && (
        <Say
          actions={
            <button type="button" className="btn" onClick={() => store.setTrouble(note.id, '')}>
              Close
            </button>
          }
        >
          {trouble}
        </Say>
      )}
      {save?.phase.kind === 'failed' && (
        <NotSaved note={note} save={save} refusal={save.phase.refusal} />
      )}
      {save?.phase.kind === 'outdated' && <Outdated save={save} />}
      {save?.phase.kind === 'asking' && <Voids note={note} save={save} />}
      {/* Nothing can be written into a note before it is settled; the words wait. */}
      {!isUnsettled(note) && !isDrafting && <KeptWords note={note} />}
    </>
  )
}

function Say({ children, actions }: { children: ReactNode; actions: ReactNode }) {
  return (
    <div className="say">
      <p>{children}</p>
      <div className="say-acts">{actions}</div>
    </div>
  )
}

function NotSaved({ note, save, refusal }: { note: AnnotationView; save: Save; refusal: Refusal }) {
  const store = useStore()
  return (
    <Say
      actions={
        <>
          <button type="button" className="btn" onClick={() => store.saver.retry(note.id)}>
            Try again
          </button>
          {refusal.reason === 'signed_out' && (
            <a className="btn" href={paths.signIn} target="_blank" rel="noopener">
              Sign in
            </a>
          )}
          <CopyWords save={save} />
        </>
      }
    >
      {whyNotSaved(refusal)} {refusal.faults?.map(({ message }) => message).join(' ')}{' '}
      {whereKept(save)}
      {note.state === 'approved' && ` Saving now would void ${approverOf(note)}’s approval.`}
    </Say>
  )
}

/** The default words of these two say that what was written is kept, which the browser may have refused. */
function whyNotSaved({ reason, message }: Refusal): ReactNode {
  if (reason === 'unreachable') return <b>Not saved: no connection.</b>
  return (
    <>
      <b>Not saved.</b> {reason === 'signed_out' ? 'You are signed out: sign in again.' : message}
    </>
  )
}

function whereKept({ isKept }: Save): string {
  return isKept
    ? 'Your words are kept on this computer and will be offered again, even if you close the page.'
    : 'This browser keeps nothing for us (its room is full, or it was told so): leave the page open, or copy your words.'
}

/** The text under the note is another one by now; what was typed waits for it. */
function Outdated({ save }: { save: Save }) {
  return (
    <Say
      actions={
        <>
          <button type="button" className="btn" onClick={() => window.location.reload()}>
            Reload
          </button>
          <CopyWords save={save} />
        </>
      }
    >
      <b>Not saved: the article has a newer revision.</b> Reload to see it; the note then rests
      where it rests there. {whereKept(save)}
    </Say>
  )
}

function CopyWords({ save }: { save: Save }) {
  const [said, setSaid] = useState('Copy my words')
  const { claim, explanation } = save.draft
  const copy = () =>
    navigator.clipboard.writeText(`${claim}\n\n${wordsOf(explanation)}`).then(
      () => setSaid('Copied'),
      () => setSaid('The browser did not allow it'),
    )
  return (
    <button type="button" className="btn" onClick={copy}>
      {said}
    </button>
  )
}

/** Asked once, before the first change of an approved note goes out. */
function Voids({ note, save }: { note: AnnotationView; save: Save }) {
  const store = useStore()
  const { saver } = store
  // The question goes, and what had the focus with it.
  const goOn = () => (isOtherWords(save) ? returnToWords(store, note.id) : keepFocus(store))
  const leave = () => {
    saver.discard(note.id)
    goOn()
  }
  const agree = () => {
    saver.agree(note.id)
    goOn()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form of its own.
    <div
      className="voids"
      role="group"
      aria-label="This note is approved"
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        leave()
      }}
    >
      <Say
        actions={
          <>
            <button type="button" className="btn" onClick={agree}>
              Change it anyway
            </button>
            <button type="button" className="btn" onClick={leave}>
              Leave it approved
            </button>
          </>
        }
      >
        <b>
          {isOtherWords(save) ? 'Resting on other words voids' : 'Saving now voids'}{' '}
          {approverOf(note)}’s approval.
        </b>{' '}
        The note becomes a draft and needs a second pair of eyes again.{' '}
        {isOtherWords(save)
          ? 'Nothing is saved until you choose.'
          : 'What you typed is kept here until you choose.'}
      </Say>
    </div>
  )
}

/** Whether the person changed what the note rests on, and nothing else of it. */
function isOtherWords({ draft, base }: Save): boolean {
  const { anchors } = base
  return isSameDraft({ ...draft, anchors }, base, base) && !isSameDraft(draft, base, base)
}

/** Words that did not reach the server on an earlier visit: offered until the person decides. */
function KeptWords({ note }: { note: AnnotationView }) {
  const store = useStore()
  const [copy, decided] = useLeftCopy(note)
  if (!copy) return null
  const { language, timeZone } = store.desk.newsroom
  const take = async () => {
    if (await store.saver.restore(note.id, copy)) decided()
    else
      store.setTrouble(note.id, 'What you typed just now is not saved yet. Save or undo it first.')
  }
  const drop = () => {
    store.copies.discard(copy)
    decided()
  }
  return (
    <Say
      actions={
        <>
          <button type="button" className="btn" onClick={take}>
            Restore them
          </button>
          <button type="button" className="btn" onClick={drop}>
            Discard them
          </button>
        </>
      }
    >
      <b>Unsaved words from {formatMoment(new Date(copy.at), language, timeZone)} are kept here.</b>{' '}
      <q>{copy.draft.claim || wordsOf(copy.draft.explanation)}</q>
    </Say>
  )
}

/** The newest copy to decide on, and what to call when it is decided, which brings the next. */
function useLeftCopy(note: AnnotationView): [LeftCopy | null, () => void] {
  const { copies, desk } = useStore()
  const [left, setLeft] = useState<readonly LeftCopy[]>([])
  useEffect(() => {
    let isHere = true
    void visitsGoingOn().then(goingOn => {
      if (isHere) setLeft(undecided(copies, desk.revision.id, note, goingOn))
    })
    return () => {
      isHere = false
    }
  }, [copies, desk, note])
  return [left[0] ?? null, () => setLeft(left.slice(1))]
}

/** A copy whose words the server has says nothing any more, and is dropped. */
function undecided(
  copies: LocalCopies,
  revisionId: string,
  note: AnnotationView,
  goingOn: ReadonlySet<string>,
): LeftCopy[] {
  const left = copies
    .left(note.id, goingOn)
    .map(copy => copyOn(copy, revisionId, note.content.anchors))
  for (const copy of left) if (isDraftOf(copy.draft, note)) copies.discard(copy)
  return left.filter(({ draft }) => !isDraftOf(draft, note))
}

/** The first name of whoever approved a note. */
export function approverOf(note: AnnotationView): string {
  const ids = approversOf(note)
  const names = note.reviews.filter(({ reviewer }) => ids.includes(reviewer.id))
  return names.at(-1)?.reviewer.name.split(' ')[0] ?? 'the reviewer'
}
