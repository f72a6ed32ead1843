import type { Publishing } from '@/components/editions/publishing'
import { WordChange } from '@/components/revisions/word-change'
import { ChangedWords } from '@/components/ui/changed-words'
import { describeChange } from '@/lib/domain/anchoring/changes/words'
import { directionOf } from '@/lib/domain/languages'
import {
  headingOf,
  momentWords,
  type PublisherChange,
  type RevisionMoment,
} from '@/lib/domain/publisher-changes'

/** What readers will be told of by itself: words that were changed after they were checked. */
export function ToldChanges({
  publishing,
  timeZone,
}: {
  publishing: Publishing
  timeZone: string
}) {
  const { told, number, article } = publishing
  if (told.length === 0) return null
  return (
    <section className="q-section" aria-labelledby="told">
      <header>
        <h2 id="told">
          Changed after our check<span>{told.length}</span>
        </h2>
        <p>Told at each note, above the article and in the list of corrections, from now on</p>
      </header>
      <p className="e-lead">
        Readers will be told that these words were changed since edition {number - 1}, and by whom:
      </p>
      <ul className="e-told">
        {told.map(change => (
          <li key={`${change.noteKey} ${change.ordinal}`}>
            <p>
              <b dir="auto">{nameOf(publishing, change)}</b>
            </p>
            <p className="q-w">
              {headed(change, article.publisher)}. {momentsOf(change, timeZone)}. {kindOf(change)}
            </p>
            <Wordings change={change} language={article.language} edition={number} />
            {[change, change.again].map(
              moment =>
                moment?.changeNote && (
                  <p className="q-w" key={moment.revision}>
                    {moment.isOwn ? 'Why:' : 'The publisher says:'} <bdi>{moment.changeNote}</bdi>
                  </p>
                ),
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Wordings({
  change: { before, after },
  language,
  edition,
}: {
  change: PublisherChange
  language: string
  edition: number
}) {
  const names = { older: `In edition ${edition - 1}`, newer: 'Now' }
  const script = { language, direction: directionOf(language) }
  if (after !== null)
    return <WordChange before={before} after={after} names={names} script={script} />
  return (
    <dl className="v-words">
      <dt>{names.older}</dt>
      <dd lang={script.language} dir={script.direction}>
        <ChangedWords as="del">{before}</ChangedWords>
      </dd>
    </dl>
  )
}

/** As the pages head it. */
function headed(change: PublisherChange, publisher: string): string {
  const { lead, within, tail } = headingOf(change, publisher)
  return lead + within + tail
}

function kindOf({ kind, reasons }: PublisherChange): string {
  return kind === 'removed' ? '' : describeChange({ kind, reasons })
}

/** As the pages say when it was, and which revision it came with. */
function momentsOf({ again, ...first }: PublisherChange, timeZone: string): string {
  const wordsOf = (moment: RevisionMoment, before?: RevisionMoment) => {
    const { lead, within } = momentWords(moment, { language: 'en', timeZone }, before)
    return `${lead}${within} (revision ${moment.revision})`
  }
  return again ? `${wordsOf(first)}, and again ${wordsOf(again, first)}` : wordsOf(first)
}

function nameOf({ going, held }: Publishing, { noteKey, claim }: PublisherChange): string {
  const index = going.findIndex(note => note.key === noteKey)
  if (index >= 0) return `Note ${index + 1}: ${claim}`
  // What stands in the way is approved or retired before anything goes out: nothing is known yet.
  const isInTheWay = held.some(note => note.key === noteKey && note.blocks)
  return isInTheWay ? claim : `No longer on the page: ${claim}`
}
