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
                  Note on{' '}
                  <Link className="h-link" href={paths.note(articleId, entry.annotation.id)}>
                    “<bdi>{shorten(entry.annotation.quote)}</bdi>”
                  </Link>
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

/** 70 characters: enough to know the note by. */
function shorten(quote: string): string {
  const characters = [...quote.replace(/\s+/g, ' ')]
  return characters.length > 70 ? `${characters.slice(0, 69).join('').trimEnd()}…` : quote
}
