import Link from 'next/link'
import { daysOf, timeOf } from '@/components/history/days'
import type { HistoryEntry } from '@/lib/domain/desk'
import { paths } from '@/lib/paths'

/** Who did what and when, under the days it happened on. */
export function HistoryList({
  articleId,
  entries,
  timeZone,
}: {
  articleId: string
  entries: readonly HistoryEntry[]
  timeZone: string
}) {
  return daysOf(entries, timeZone).map(({ day, entries: ofDay }) => (
    <section className="q-section" key={day} aria-label={day}>
      <header>
        <h2>{day}</h2>
      </header>
      <ol>
        {ofDay.map(entry => (
          <li className="row h-row" key={entry.seq}>
            <time className="q-a num" dateTime={entry.at}>
              {timeOf(entry.at, timeZone)}
            </time>
            <div className="q-c">
              <p>
                <b>{entry.actor?.name ?? 'Rubric'}</b> {entry.sentence}
                {entry.repeats > 1 && `, ${entry.repeats} times in a row`}
              </p>
              {entry.annotation && (
                <p className="q-w">
                  <NoteLink articleId={articleId} entry={entry} note={entry.annotation} />
                </p>
              )}
            </div>
            <span className="q-p num" title="Number in the log">
              {entry.seq}
            </span>
          </li>
        ))}
      </ol>
    </section>
  ))
}

/** The way to the note, by its words where the sentence has not said them already. */
function NoteLink({
  articleId,
  entry,
  note,
}: {
  articleId: string
  entry: HistoryEntry
  note: NonNullable<HistoryEntry['annotation']>
}) {
  const isQuoted = entry.sentence.includes(note.quote.slice(0, 40))
  return (
    <>
      {!isQuoted && 'Note on '}
      <Link className="h-link" href={paths.note(articleId, note.id)}>
        {isQuoted ? (
          'Open the note'
        ) : (
          <>
            “<bdi>{shorten(note.quote)}</bdi>”
          </>
        )}
      </Link>
    </>
  )
}

/** 70 characters: enough to know the note by. */
function shorten(quote: string): string {
  const characters = [...quote.replace(/\s+/g, ' ')]
  return characters.length > 70 ? `${characters.slice(0, 69).join('').trimEnd()}…` : quote
}
