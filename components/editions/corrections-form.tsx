'use client'

import type { CorrectionDraft, Publishing } from '@/components/editions/publishing'
import { Field } from '@/components/ui/field'
import { partWords } from '@/lib/domain/annotations'
import {
  type CorrectionKind,
  correctionKinds,
  correctionWords,
  type NoteChange,
} from '@/lib/domain/corrections'
import { messageAt, type Refusal } from '@/lib/domain/outcomes'

/** What an edition says it changed: required from the second on. */
export function CorrectionsForm({
  publishing,
  drafts,
  refusal,
  onChange,
}: {
  publishing: Publishing
  drafts: CorrectionDraft[]
  refusal: Refusal | null
  onChange: (drafts: CorrectionDraft[]) => void
}) {
  const nextId = Math.max(-1, ...drafts.map(draft => draft.id)) + 1
  return (
    <section className="q-section" aria-labelledby="corrections">
      <header>
        <h2 id="corrections">What this edition changes</h2>
        <p>Readers see this, dated, above the article</p>
      </header>
      <Changes publishing={publishing} refusal={refusal} />
      <p className="field-error" role="alert">
        {messageAt(refusal, 'corrections')}
      </p>
      {drafts.map((draft, index) => (
        <CorrectionFields
          key={draft.id}
          index={index}
          draft={draft}
          publishing={publishing}
          refusal={refusal}
          onChange={changed => onChange(drafts.map(each => (each === draft ? changed : each)))}
          {...(drafts.length + publishing.told.length > 1 && {
            onRemove: () => onChange(drafts.filter(each => each !== draft)),
          })}
        />
      ))}
      <button
        type="button"
        className="btn"
        onClick={() => onChange([...drafts, { id: nextId, kind: '', text: '', noteKeys: [] }])}
      >
        Add a correction
      </button>
    </section>
  )
}

/** What differs from the last edition, found by comparing; each fault stands at its note. */
function Changes({ publishing, refusal }: { publishing: Publishing; refusal: Refusal | null }) {
  const { changes, told, number, isUnchanged } = publishing
  if (changes.length === 0)
    return (
      <p className="say-0">
        {!isUnchanged && `No note differs from edition ${number - 1}. `}
        {told.length > 0
          ? 'What was changed after our check is told by itself, as above.'
          : isUnchanged
            ? 'A new edition would change its headline or summary only.'
            : 'A new edition would change its headline or summary, or what stands around the notes, only.'}
      </p>
    )
  return (
    <>
      <p className="e-lead">Compared with edition {number - 1}:</p>
      <ul className="e-changes">
        {changes.map(change => (
          <li key={change.key}>
            <b>{nameOf(publishing, change.key)}</b> {changeWords(change)}{' '}
            {change.kind === 'changed' &&
              change.isTold &&
              'That is told by itself, as above; no correction has to name it.'}
            {messageAt(refusal, `notes.${change.key}`) && (
              <p className="field-error" role="alert">
                <b>Not yet:</b> {messageAt(refusal, `notes.${change.key}`)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function CorrectionFields({
  index,
  draft,
  publishing,
  refusal,
  onChange,
  onRemove,
}: {
  index: number
  draft: CorrectionDraft
  publishing: Publishing
  refusal: Refusal | null
  onChange: (draft: CorrectionDraft) => void
  onRemove?: () => void
}) {
  const path = `corrections.${index}`
  const means = draft.kind && correctionWords[draft.kind].means
  return (
    <fieldset className="e-correction">
      <legend>Correction {index + 1}</legend>
      <div className="e-fields">
        <Field
          label="Kind"
          hint={means || 'A changed verdict, quotation, number or source is never a typo.'}
          error={messageAt(refusal, `${path}.kind`) ?? messageAt(refusal, path)}
        >
          {wiring => (
            <select
              {...wiring}
              value={draft.kind}
              onChange={event =>
                onChange({ ...draft, kind: event.target.value as CorrectionKind | '' })
              }
            >
              <option value="">Choose…</option>
              {correctionKinds.map(kind => (
                <option key={kind} value={kind}>
                  {correctionWords[kind].word}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="What was changed, for readers"
          hint="Say what it said before and what it says now, and whether the verdict has changed."
          error={messageAt(refusal, `${path}.text`)}
        >
          {wiring => (
            <textarea
              {...wiring}
              rows={3}
              maxLength={2000}
              dir="auto"
              value={draft.text}
              onChange={event => onChange({ ...draft, text: event.target.value })}
            />
          )}
        </Field>
      </div>
      <NoteChoice draft={draft} publishing={publishing} onChange={onChange} />
      {onRemove && (
        <button type="button" className="link" onClick={onRemove}>
          Remove correction {index + 1}
        </button>
      )}
    </fieldset>
  )
}

/** Which notes a correction names: those that changed first, the rest after them. */
function NoteChoice({
  draft,
  publishing,
  onChange,
}: {
  draft: CorrectionDraft
  publishing: Publishing
  onChange: (draft: CorrectionDraft) => void
}) {
  const changed = publishing.changes.map(change => change.key)
  const others = publishing.going.map(note => note.key).filter(key => !changed.includes(key))
  const toggle = (key: string, isNamed: boolean) =>
    onChange({
      ...draft,
      noteKeys: isNamed ? [...draft.noteKeys, key] : draft.noteKeys.filter(each => each !== key),
    })
  return (
    <fieldset className="e-notes">
      <legend>Notes it speaks of; none for the page as a whole</legend>
      {[...changed, ...others].map(key => (
        <label key={key}>
          <input
            type="checkbox"
            checked={draft.noteKeys.includes(key)}
            onChange={event => toggle(key, event.target.checked)}
          />
          <span dir="auto">{nameOf(publishing, key)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function nameOf({ going, leaving }: Publishing, key: string): string {
  const index = going.findIndex(note => note.key === key)
  const note = going[index]
  if (note) return `Note ${index + 1}: ${note.claim}`
  return `Retired: ${leaving.find(each => each.key === key)?.claim ?? key}`
}

function changeWords(change: NoteChange): string {
  switch (change.kind) {
    case 'added':
      return 'is new.'
    case 'removed':
      return 'is no longer in it.'
    case 'changed':
      return `has changed: ${new Intl.ListFormat('en-GB').format(partsOf(change).map(part => partWords[part]))}.`
  }
}

/** The revision is told only where nothing else is: every note of the article is on it. */
function partsOf({ parts }: Extract<NoteChange, { kind: 'changed' }>) {
  const others = parts.filter(part => part !== 'revision')
  return others.length > 0 ? others : parts
}
