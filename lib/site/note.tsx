/** @jsxImportSource preact */
import { verdictReasons } from '@/lib/domain/scales'
import { EvidenceList, evidenceCount } from '@/lib/site/evidence'
import { ChangeBox, changesOf } from '@/lib/site/publisher-changes'
import { RatingWord } from '@/lib/site/rating-word'
import { RichText } from '@/lib/site/rich-text'
import {
  claimantLine,
  type EditionView,
  type NoteView,
  noteId,
  type PageLinks,
  wordsId,
} from '@/lib/site/views'
import { listOf } from '@/lib/site/wording'

/**
 * A note beside or under its words. It is written out whole: the stylesheet shows its verdict and
 * claim, and all of it once its link is followed (`:target`), so that no script is needed.
 */
export function Note({
  note,
  view,
  links,
}: {
  note: NoteView
  view: EditionView
  links: PageLinks
}) {
  const { key, number, rating, content } = note
  const id = noteId(key)
  return (
    <aside
      class={`note r-${rating.tint}`}
      id={id}
      role="note"
      aria-labelledby={`${id}-r`}
      lang={view.language}
      dir={view.direction}
    >
      <p class="n-head" id={`${id}-r`}>
        <span class="n-num">
          <span class="sr">Note </span>
          {number}
        </span>
        <RatingWord rating={rating} />
        <a class="n-open" href={`#${id}`}>
          Why, and sources<span class="sr">, note {number}</span>
        </a>
        <a class="n-close" href={`#${wordsId(key)}`}>
          Close<span class="sr"> note {number}</span>
        </a>
      </p>
      <p class="n-claim" dir="auto">
        {content.claim}
      </p>
      {changesOf(view, key).map(change => (
        <ChangeBox change={change} context={view.snapshot} isShort />
      ))}
      <div class="n-more">
        <p class="n-who" dir="auto">
          {claimantLine(note, view.language)}
        </p>
        <div class="n-ex">
          <RichText document={content.explanation} />
        </div>
        <Reasons note={note} />
        <Evidence note={note} language={view.language} />
        <p class="n-by">
          {writtenBy(note)} · <a href={links.claim(key)}>Link to this note</a>
        </p>
      </div>
    </aside>
  )
}

/** "Written by Piet Sandoval, approved by Ruth Akande". */
export function writtenBy({ authors, approvedBy }: NoteView): string {
  return `Written by ${listOf(authors)}, approved by ${listOf(approvedBy)}`
}

export function Reasons({ note: { content } }: { note: NoteView }) {
  if (content.reasons.length === 0) return null
  return (
    <p class="n-reasons">
      <span class="lead">Because</span>{' '}
      {content.reasons.map(reason => verdictReasons[reason].toLowerCase()).join(' · ')}
    </p>
  )
}

function Evidence({ note: { content }, language }: { note: NoteView; language: string }) {
  if (content.citations.length === 0) return <p class="nosrc">No source is cited.</p>
  return (
    <details class="src" open>
      <summary>{evidenceCount(content.citations)}</summary>
      <EvidenceList citations={content.citations} language={language} />
    </details>
  )
}
