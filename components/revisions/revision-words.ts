import { formatPartialDate } from '@/lib/domain/dates'
import type { RevisionSummary } from '@/lib/domain/revisions'

/** Where a revision came from, as the list of all of them says it. */
export function originOf({
  number,
  changedOn,
  isOwn,
}: Pick<RevisionSummary, 'number' | 'changedOn' | 'isOwn'>): string {
  if (number === 1) return 'As it was brought in'
  return changeWords(changedOn, isOwn) || (isOwn ? 'Edited here' : 'Changed, not known when')
}

/** Who changed the text, and when; "" where that is not known. `changedOn`: ISO 8601, or "". */
export function changeWords(changedOn: string, isOwn: boolean): string {
  if (!changedOn) return ''
  return `${isOwn ? 'Edited here' : 'Changed by the publisher'}: ${formatPartialDate(changedOn)}`
}

/** What a new revision is asked about the change, by whose text it is. */
export function formWords(isOwn: boolean) {
  return isOwn ? ownDraft : published
}

const published = {
  lead: 'The article as its publisher has it now.',
  about: 'What the publisher did',
  when: 'When the publisher changed it',
  what: 'What the publisher said of it',
  hint: 'The correction note in the publisher’s words',
}

const ownDraft = {
  lead: 'Your draft as it reads now.',
  about: 'What you changed',
  when: 'When it was changed',
  what: 'What was changed, and why',
  hint: 'Stands in the list of revisions; readers are told it where a checked passage changed',
}
