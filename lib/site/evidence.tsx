/** @jsxImportSource preact */
import { formatPartialDate } from '@/lib/domain/dates'
import { type Citation, stanceWords } from '@/lib/domain/sources'
import { inQuotes } from '@/lib/domain/text'
import { countOf } from '@/lib/site/wording'

/** The citations of a note, in the order its author gave them. */
export function EvidenceList({
  citations,
  language,
}: {
  citations: readonly Citation[]
  language: string
}) {
  return (
    <ol>
      {citations.map(citation => (
        <li>
          <p>
            {citation.stance && <span class="stance">{stanceWords[citation.stance]}</span>}{' '}
            <SourceName citation={citation} language={language} />
          </p>
          <Passage citation={citation} />
        </li>
      ))}
    </ol>
  )
}

/** "2 sources". */
export function evidenceCount(citations: readonly Citation[]): string {
  return citations.length === 1 ? '1 source' : `${citations.length} sources`
}

/** "twelve citations of nine sources", each source counted once. */
export function citationCount(citations: readonly Citation[], sources: number): string {
  return `${countOf(citations.length, 'citation')} of ${countOf(sources, 'source')}`
}

function SourceName({ citation, language }: { citation: Citation; language: string }) {
  const words = <bdi>{sourceLine(citation, language)}</bdi>
  return citation.url ? (
    <a href={citation.url} rel="noopener noreferrer">
      {words}
    </a>
  ) : (
    words
  )
}

function sourceLine(
  { publisher, title, publishedOn, locator }: Citation,
  language: string,
): string {
  return [publisher, title && `“${title}”`, formatPartialDate(publishedOn, language), locator]
    .filter(Boolean)
    .join(', ')
}

/** Only the document's own wording wears quotation marks; ours says that it is ours. */
function Passage({ citation: { passage, passageKind } }: { citation: Citation }) {
  if (passage.trim() === '') return null
  return passageKind === 'exact' ? (
    <blockquote dir="auto">{inQuotes(passage)}</blockquote>
  ) : (
    <p class="para" dir="auto">
      In our words: {passage}
    </p>
  )
}
