'use client'

import { fieldTitles, wordsOfField } from '@/components/annotations/field-text'
import { type NoteField, noteFields } from '@/components/editor/note-fields'
import { WordsInOne } from '@/components/revisions/words-in-one'
import { ChangedWords } from '@/components/ui/changed-words'
import { type CanonicalContent, changedParts } from '@/lib/domain/annotations'

interface Both {
  before: CanonicalContent
  after: CanonicalContent
}

/**
 * Field by field what went and what came, each in one text. Nothing of the fields that are the same.
 * `isNamed`: the line above has said which field it is.
 */
export function FieldChanges({ before, after, isNamed }: Both & { isNamed?: boolean }) {
  return (
    <dl className="field-changes">
      {fieldsThatDiffer({ before, after }).map(field => (
        <div key={field}>
          <dt className={isNamed ? 'sr' : undefined}>{fieldTitles[field]}</dt>
          <dd dir="auto">
            <Change field={field} before={before} after={after} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Change({ field, before, after }: Both & { field: NoteField }) {
  const [was, is] = [wordsOfField(field, before), wordsOfField(field, after)]
  if (was === is) return <span className="no-words">{sameWords(field)}</span>
  if (!isWhole(field)) return <WordsInOne before={was} after={is} />
  return (
    <>
      {was && <ChangedWords as="del">{was}</ChangedWords>}
      {is && <ChangedWords as="ins">{is}</ChangedWords>}
    </>
  )
}

/** Of "Mostly false" nothing is left in "False", nor of one day in another. */
function isWhole(field: NoteField): boolean {
  return field === 'ratingKey' || field === 'claimant.saidOn'
}

/** What differs in a field that reads the same. */
function sameWords(field: NoteField): string {
  switch (field) {
    case 'anchors':
      return 'The same words, at another place in the article.'
    case 'explanation':
      return 'The same words, set otherwise: bold, italic, a list or a quote.'
    default:
      return 'It reads the same.'
  }
}

function fieldsThatDiffer({ before, after }: Both): NoteField[] {
  const parts = changedParts(before, after)
  return noteFields.filter(field => {
    if (field === 'ratingKey') return parts.includes('rating')
    if (field.startsWith('claimant.'))
      return wordsOfField(field, before) !== wordsOfField(field, after)
    return parts.includes(field as keyof CanonicalContent)
  })
}
