import type { Publishing } from '@/components/editions/publishing'
import { formatMoment } from '@/lib/domain/dates'
import type { EditionSummary } from '@/lib/domain/desk'

/** What is out already, and in how much another edition would differ from it. */
export function OutNow({
  publishing,
  edition,
  timeZone,
}: {
  publishing: Publishing
  /** The newest. */
  edition: EditionSummary
  timeZone: string
}) {
  const { number, withdrawnAt } = edition
  const moment = formatMoment(new Date(withdrawnAt ?? edition.publishedAt), 'en', timeZone)
  return (
    <section className="q-section" aria-labelledby="out">
      <header>
        <h2 id="out">
          Edition {number} {withdrawnAt ? 'was withdrawn' : 'is out'}
        </h2>
        <p>{withdrawnAt ? moment : `${moment}, by ${edition.publishedBy.name}`}</p>
      </header>
      <p className="e-lead">
        {differenceWords(publishing)}{' '}
        {!withdrawnAt && (
          <a href={`${publishing.path}/editions/${number}`}>Read edition {number}</a>
        )}
      </p>
    </section>
  )
}

/** "Since then one note has changed and 2 notes are new. What follows is edition 2, which is not out yet." */
export function differenceWords({
  changes,
  told,
  number,
  isUnchanged,
}: Pick<Publishing, 'changes' | 'told' | 'number' | 'isUnchanged'>): string {
  if (isUnchanged) return 'Nothing has changed since.'
  const count = (kind: 'changed' | 'added' | 'removed') =>
    changes.filter(change => change.kind === kind).length
  const parts = [
    countWords(count('changed'), 'has changed', 'have changed'),
    countWords(count('added'), 'is new', 'are new'),
    countWords(count('removed'), 'is no longer in it', 'are no longer in it'),
  ].filter(Boolean)
  const passages = told.length > 0 && countedPassages(told.length)
  if (parts.length === 0 && !passages) return 'Nothing has changed in its notes since.'
  const list = new Intl.ListFormat('en-GB').format([...parts, ...(passages ? [passages] : [])])
  return `Since then ${list}. What follows is edition ${number}, which is not out yet.`
}

function countWords(count: number, one: string, more: string): string {
  if (count === 0) return ''
  return count === 1 ? `one note ${one}` : `${count} notes ${more}`
}

function countedPassages(count: number): string {
  return count === 1
    ? 'the words of one passage were changed'
    : `the words of ${count} passages were changed`
}
