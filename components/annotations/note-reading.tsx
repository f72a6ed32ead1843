'use client'

import { Fold } from '@/components/annotations/fold'
import { QuotedWords } from '@/components/annotations/quoted-words'
import { RichText } from '@/components/annotations/rich-text'
import { useStore } from '@/components/editor/desk-context'
import { ratingOf } from '@/components/editor/numbering'
import { CitationReading } from '@/components/evidence/citation-reading'
import type { AnnotationView, Claimant } from '@/lib/domain/annotations'
import { formatPartialDate } from '@/lib/domain/dates'
import { wordsOf } from '@/lib/domain/rich-text'
import { mayReview } from '@/lib/domain/roles'
import { verdictReasons } from '@/lib/domain/scales'

/** The same note for those who do not write in it: a reviewer above all. */
export function NoteReading({ note }: { note: AnnotationView }) {
  const { desk, actor } = useStore()
  const { claim, claimant, reasons, explanation, citations, anchors } = note.content
  const rating = ratingOf(note, desk.ratings)
  return (
    <>
      <QuotedWords spans={anchors} />
      {claim && (
        <div className="f">
          <h3 className="lab">Claim</h3>
          <p className="claim-read" dir="auto">
            {claim}
          </p>
          <ClaimantLine claimant={claimant} language={desk.newsroom.language} />
        </div>
      )}
      {rating && (
        <div className="f">
          <h3 className="lab">Verdict</h3>
          <p>
            <b className="verdict-word">{rating.word}.</b> {rating.definition}
          </p>
          {reasons.length > 0 && (
            <p className="help">{reasons.map(reason => verdictReasons[reason]).join(' · ')}</p>
          )}
        </div>
      )}
      {wordsOf(explanation) !== '' && (
        <div className="f">
          <h3 className="lab">Explanation</h3>
          <RichText node={explanation} />
        </div>
      )}
      {citations.length > 0 && (
        <Fold
          key={note.id}
          noteId={note.id}
          part="Evidence"
          count={citations.length}
          // Whoever is to approve a verdict has to look at what bears it.
          isAsked={note.state === 'in_review' && mayReview(actor, note)}
        >
          <ol className="cites">
            {citations.map(citation => (
              <li key={JSON.stringify(citation)}>
                <CitationReading citation={citation} isWhole />
              </li>
            ))}
          </ol>
        </Fold>
      )}
      {note.state !== 'to_check' && (
        <p className="help by">
          Written by {note.authors.map(({ name }) => name).join(', ') || note.owner.name}
        </p>
      )}
    </>
  )
}

function ClaimantLine({ claimant, language }: { claimant: Claimant; language: string }) {
  const words = [
    [claimant.name, claimant.role].filter(Boolean).join(', '),
    formatPartialDate(claimant.saidOn, language),
    claimant.saidWhere,
  ].filter(Boolean)
  return words.length > 0 && <p className="help">{words.join(' · ')}</p>
}
