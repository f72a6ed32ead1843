import type { NoteField } from '@/components/editor/note-fields'
import type { CanonicalContent } from '@/lib/domain/annotations'
import { formatPartialDate } from '@/lib/domain/dates'
import { type DocumentNode, wordsOf } from '@/lib/domain/rich-text'
import { verdictReasons } from '@/lib/domain/scales'
import { type Citation, stanceWords } from '@/lib/domain/sources'
import { inQuotes } from '@/lib/domain/text'

/** What stands over a field where two versions of it are shown. */
export const fieldTitles: Record<NoteField, string> = {
  anchors: 'The words it rests on',
  claim: 'The claim',
  'claimant.name': 'Who said it',
  'claimant.role': 'The office or role',
  'claimant.saidOn': 'When it was said',
  'claimant.saidWhere': 'Where it was said',
  ratingKey: 'The verdict',
  reasons: 'The reasons',
  explanation: 'The explanation',
  citations: 'The evidence',
}

/** A note as it is read: in whichever revision its places count, and whatever the scale is called now. */
export interface ReadContent
  extends Pick<
    CanonicalContent,
    'claim' | 'claimant' | 'reasons' | 'explanation' | 'citations' | 'rating'
  > {
  anchors: readonly { quote: string }[]
}

/** All that a reader is told in one field, in words; "" where nothing stands there. */
export function wordsOfField(field: NoteField, content: ReadContent): string {
  const { claimant } = content
  switch (field) {
    case 'anchors':
      return content.anchors.map(({ quote }) => inQuotes(quote)).join(' … ')
    case 'claim':
      return content.claim
    case 'claimant.name':
      return claimant.name
    case 'claimant.role':
      return claimant.role
    case 'claimant.saidOn':
      return formatPartialDate(claimant.saidOn)
    case 'claimant.saidWhere':
      return claimant.saidWhere
    case 'ratingKey':
      return content.rating?.word ?? ''
    case 'reasons':
      return content.reasons.map(reason => verdictReasons[reason]).join(', ')
    case 'explanation':
      return linesOf(content.explanation).join('\n')
    case 'citations':
      return content.citations.map(wordsOfCitation).join('\n')
  }
}

/** The blocks of an explanation, a line each. A link has its address after it: readers are sent there. */
function linesOf(node: DocumentNode): string[] {
  const children = node.content ?? []
  const isLine = children.some(({ text, type }) => text !== undefined || type === 'mention')
  return isLine ? [children.map(inLine).join('')] : children.flatMap(linesOf)
}

function inLine(node: DocumentNode): string {
  const href = node.marks?.find(({ type }) => type === 'link')?.attrs?.href
  const words = wordsOf(node)
  return href && href !== words ? `${words} (${href})` : words
}

function wordsOfCitation(citation: Citation): string {
  const { title, url, publisher, publishedOn, stance, passage, passageKind, locator } = citation
  const said = passageKind === 'exact' && passage ? inQuotes(passage) : passage
  return [
    title || 'Untitled',
    url,
    publisher,
    formatPartialDate(publishedOn),
    stance && stanceWords[stance].toLowerCase(),
    locator,
    said,
  ]
    .filter(Boolean)
    .join(', ')
}
