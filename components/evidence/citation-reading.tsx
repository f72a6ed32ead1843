import { useStore } from '@/components/editor/desk-context'
import { formatPartialDate } from '@/lib/domain/dates'
import { type Citation, stanceWords, webAddress } from '@/lib/domain/sources'
import { inQuotes } from '@/lib/domain/text'
import './evidence.css'

/** A citation at rest: title, stance, passage; whole: where in the source, too. */
export function CitationReading({
  citation,
  isWhole = false,
}: {
  citation: Citation
  isWhole?: boolean
}) {
  const { title, url, publisher, publishedOn, stance, passage, passageKind, locator } = citation
  const name = title || url || 'Untitled source'
  const { language } = useStore().desk.newsroom
  return (
    <>
      <p className="ci-t" dir="auto">
        {webAddress.safeParse(url).success ? (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
        {publisher && <span className="ci-k">, {publisher}</span>}
        {publishedOn && (
          <span className="ci-k">
            , <time dateTime={publishedOn}>{formatPartialDate(publishedOn, language)}</time>
          </span>
        )}
      </p>
      <p className={`ci-s ci-${stance ?? 'none'}`}>
        {stance ? stanceWords[stance] : 'Stance not chosen yet'}
        {locator && <span className="ci-k"> · {locator}</span>}
      </p>
      {passage ? (
        <p className={isWhole ? 'ci-p is-whole' : 'ci-p'} dir="auto">
          {passageKind === 'paraphrase' && <span>Paraphrase</span>}{' '}
          {passageKind === 'exact' ? inQuotes(passage) : passage}
        </p>
      ) : (
        <p className="help">No passage quoted.</p>
      )}
    </>
  )
}
