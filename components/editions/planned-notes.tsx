import Link from 'next/link'
import type { PlannedHeldNote, PlannedNote } from '@/components/editions/publishing'
import { FrozenRating } from '@/components/ui/frozen-rating'
import { RatingMark } from '@/components/ui/rating-mark'
import { StateMark } from '@/components/ui/state-mark'
import { paths } from '@/lib/paths'

/** What goes out, with the numbers that readers will see. */
export function GoingNotes({
  articleId,
  notes,
  number,
  isOut,
}: {
  articleId: string
  notes: PlannedNote[]
  /** Of the edition that would go out. */
  number: number
  /** The edition before holds the very same. */
  isOut: boolean
}) {
  return (
    <section className="q-section" aria-labelledby="going">
      <header>
        <h2 id="going">
          {titleFor(number, isOut)} <span>{notes.length}</span>
        </h2>
        <p>Approved, word for word, by someone who did not write them</p>
      </header>
      {notes.length === 0 ? (
        <p className="say-0">
          No note is approved yet, so there is nothing to publish. Send notes for review, and have a
          colleague approve them.
        </p>
      ) : (
        <ol>
          {notes.map((note, index) => (
            <li className="row e-row" key={note.id}>
              <span className="e-n num">{index + 1}</span>
              <RatingMark rating={note.rating} />
              <div className="q-c">
                <Link href={paths.note(articleId, note.id)} dir="auto">
                  {note.claim}
                </Link>
                <p className="q-w">{note.by}</p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function titleFor(number: number, isOut: boolean): string {
  if (isOut) return `In edition ${number - 1}`
  return number === 1 ? 'Goes out' : `Edition ${number} would hold`
}

/** What stays behind and why; what stands in the way of everything comes first. */
export function HeldNotes({ articleId, notes }: { articleId: string; notes: PlannedHeldNote[] }) {
  if (notes.length === 0) return null
  const inOrder = [...notes].sort((a, b) => Number(b.blocks) - Number(a.blocks))
  return (
    <section className="q-section" aria-labelledby="held">
      <header>
        <h2 id="held">
          Stays behind<span>{notes.length}</span>
        </h2>
      </header>
      <ul>
        {inOrder.map(note => (
          <li className="row e-row" key={note.id} data-blocks={note.blocks || undefined}>
            <span className="e-n" />
            <div className="e-stands">
              {note.isUnsettled && <FrozenRating rating={note.rating} />}
              <StateMark state={note.state} />
            </div>
            <div className="q-c">
              <Link href={paths.note(articleId, note.id)} dir="auto">
                {note.claim || `“${note.quote}”`}
              </Link>
              {note.why && (
                <p className="q-w">
                  {note.blocks && <b>Stands in the way. </b>}
                  <bdi>{note.why}</bdi>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
