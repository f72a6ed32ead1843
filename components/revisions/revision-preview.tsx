'use client'

import { useEffect, useMemo, useRef } from 'react'
import { type Passage, textOfSide } from '@/components/revisions/comparison-view'
import { lookOf } from '@/components/revisions/passages'
import { PlacedNotes, PlacementCounts } from '@/components/revisions/placed-notes'
import { countsInWords } from '@/components/revisions/placement-words'
import { RevisionRefusal } from '@/components/revisions/revision-refusal'
import { changeWords } from '@/components/revisions/revision-words'
import { TextComparison } from '@/components/revisions/text-comparison'
import type { BaseRevision, NewRevisionDesk } from '@/components/revisions/use-new-revision'
import { Notice } from '@/components/ui/notice'
import { directionOf } from '@/lib/domain/languages'
import type { PlacedNote, RevisionPreview } from '@/lib/domain/revisions'
import { countWordsIn } from '@/lib/domain/text'

/** What freezing a new wording would do, before anything is done. */
export function RevisionPreviewDesk({
  desk,
  preview,
  base,
  isOwn,
}: {
  desk: NewRevisionDesk
  preview: RevisionPreview
  base: BaseRevision
  isOwn: boolean
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const number = preview.base.number + 1
  const wording = useMemo(
    () => ({
      names: { older: `Revision ${preview.base.number}`, newer: 'The new text' },
      script: { language: base.language, direction: directionOf(base.language) },
      text: textOfSide(preview.rows, 'newer'),
    }),
    [preview, base.language],
  )
  const passages = useMemo(() => passagesOf(preview.notes), [preview])

  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [])

  return (
    <div className="v-preview">
      <header className="v-sum">
        <h2 ref={heading} tabIndex={-1}>
          {preview.isSame ? 'The very same text' : `What revision ${number} would change`}
        </h2>
        {preview.isSame ? (
          <p>
            This is the text of revision {preview.base.number}, character for character. There is
            nothing to freeze, and every note stays as it is.
          </p>
        ) : (
          <p>{countsInWords(preview.counts)}. Nothing is frozen yet.</p>
        )}
        <Said desk={desk} isOwn={isOwn} />
        <button type="button" className="btn" onClick={desk.goBack}>
          Back to the text
        </button>
      </header>
      <Shrunk preview={preview} text={wording.text} />
      {!preview.isSame && (
        <>
          <PlacedNotes notes={preview.notes} wording={wording} />
          <TextComparison
            rows={preview.rows}
            names={wording.names}
            script={wording.script}
            passages={passages}
            bar={
              <>
                {desk.refused && (
                  <RevisionRefusal
                    lead="Not frozen."
                    refused={desk.refused}
                    articleId={base.articleId}
                  />
                )}
                <PlacementCounts counts={preview.counts} />
                <FreezeButton desk={desk} number={number} />
              </>
            }
          />
        </>
      )}
    </div>
  )
}

function FreezeButton({ desk, number }: { desk: NewRevisionDesk; number: number }) {
  const isStale = desk.refused?.reason === 'stale'
  return (
    <button
      type="button"
      className="btn btn-main"
      aria-disabled={desk.busy !== null || isStale}
      onClick={() => !isStale && void desk.freeze()}
    >
      {desk.busy === 'freezing' ? 'Freezing…' : `Freeze as revision ${number}`}
    </button>
  )
}

/** What will be said of the change with it. */
function Said({
  desk: { changedOn, changeNote },
  isOwn,
}: {
  desk: NewRevisionDesk
  isOwn: boolean
}) {
  if (!changedOn.trim() && !changeNote.trim()) return null
  return (
    <p className="v-said">
      {changedOn.trim() && `${changeWords(changedOn.trim(), isOwn)}. `}
      {changeNote.trim() && (
        <>
          “<bdi>{changeNote.trim()}</bdi>”
        </>
      )}
    </p>
  )
}

/** A text that has lost half of its words is more often a part than a revision. */
function Shrunk({ preview, text }: { preview: RevisionPreview; text: string }) {
  const before = useMemo(() => countWordsIn(textOfSide(preview.rows, 'older')), [preview])
  const now = useMemo(() => countWordsIn(text), [text])
  if (now * 2 >= before) return null
  const figure = (count: number) =>
    count === 1 ? 'one word' : `${count.toLocaleString('en')} words`
  return (
    <Notice lead="Is this the whole text?">
      It has {figure(now)}; revision {preview.base.number} has {figure(before)}. If only a part was
      copied, go back and paste the rest.
    </Notice>
  )
}

/** Where the notes would rest in the new text. */
function passagesOf(notes: readonly PlacedNote[]): Passage[] {
  return notes.flatMap(note =>
    note.anchors.flatMap(({ start, end, placement }): Passage[] =>
      start === null || end === null
        ? []
        : [
            {
              start,
              end,
              side: 'newer',
              noteId: note.annotationId,
              number: note.number,
              look: lookOf(note.rating, placement),
            },
          ],
    ),
  )
}
