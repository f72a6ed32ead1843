import Link from 'next/link'
import { PlacementMark } from '@/components/revisions/placement-mark'
import type { Script } from '@/components/revisions/text-comparison'
import { WordChange } from '@/components/revisions/word-change'
import { FrozenRating } from '@/components/ui/frozen-rating'
import { Quotes } from '@/components/ui/quotes'
import { RatingMark } from '@/components/ui/rating-mark'
import type { ComparedNote } from '@/lib/domain/revisions'
import { paths } from '@/lib/paths'

/** Every note with its words in both revisions, in the order of the text. */
export function ComparedNotes({
  articleId,
  notes,
  names,
  script,
}: {
  articleId: string
  notes: readonly ComparedNote[]
  names: { older: string; newer: string }
  script: Script
}) {
  if (notes.length === 0) return null
  return (
    <section className="q-section" aria-labelledby="notes">
      <header>
        <h2 id="notes">
          The notes <span>{notes.length}</span>
        </h2>
        <p>Their numbers stand in the text above</p>
      </header>
      <ol>
        {notes.map(note => (
          <li
            className="row v-compared"
            key={note.annotationId}
            id={`note-${note.annotationId}`}
            tabIndex={-1}
          >
            <b className="num">{note.number || '–'}</b>
            <div>
              {note.isFrozen ? (
                <FrozenRating rating={note.rating} />
              ) : (
                <RatingMark rating={note.rating} />
              )}
              <Placement note={note} />
            </div>
            <div className="q-c">
              <Link href={paths.note(articleId, note.annotationId)} dir="auto">
                {note.claim || 'No claim yet'}
              </Link>
              <Places note={note} names={names} script={script} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What became of it, where it was there before; a note that has no place in the newer text is lost there. */
function Placement({ note: { newer, placement } }: { note: ComparedNote }) {
  if (placement) return <PlacementMark placement={placement} />
  return newer.length > 0 ? <span className="placement">New</span> : null
}

function Places({
  note: { older, newer, sentence },
  names,
  script,
}: {
  note: ComparedNote
  names: { older: string; newer: string }
  script: Script
}) {
  const before = older.map(({ quote }) => quote).join(' … ')
  const after = newer.map(({ quote }) => quote).join(' … ')
  if (sentence)
    return (
      <>
        <p className="v-why">
          The words are the same, but the sentence around them says something else.
        </p>
        {newer.length > 1 && (
          <p className="v-quote">
            <Quotes words={after}>
              <bdi lang={script.language} dir={script.direction}>
                {after}
              </bdi>
            </Quotes>
          </p>
        )}
        <WordChange {...sentence} own={{ before, after }} names={names} script={script} />
      </>
    )
  if (before && after && before !== after)
    return <WordChange before={before} after={after} names={names} script={script} />
  return (
    <p className="v-quote">
      <Quotes words={after || before}>
        <bdi lang={script.language} dir={script.direction}>
          {after || before}
        </bdi>
      </Quotes>
      {!before && after && <span className="q-w"> In {names.newer.toLowerCase()} only.</span>}
      {before && !after && <span className="q-w"> In {names.older.toLowerCase()} only.</span>}
    </p>
  )
}
