'use client'

import { useEffect, useId, useRef } from 'react'
import { DateField } from '@/components/annotations/date-field'
import { FieldFault } from '@/components/annotations/field-fault'
import { LineField } from '@/components/annotations/line-field'
import { bringAboveFoot } from '@/components/annotations/use-foot-in-sight'
import type { CitationDraft } from '@/components/editor/note-drafts'
import { KnownSourceOffer } from '@/components/evidence/known-source-offer'
import type { Citation } from '@/lib/domain/sources'
import { passageKinds, stances, stanceWords } from '@/lib/domain/sources'

type TextKey = 'url' | 'title' | 'publisher' | 'publishedOn' | 'locator'

const passageKindWords = { exact: 'Exact words', paraphrase: 'Paraphrase' } as const

/** A citation being written. */
export function CitationForm({
  citation,
  noteId,
  isNew,
  isStanceAsked,
  faultAt,
  onChange,
}: {
  citation: CitationDraft
  noteId: string
  /** Just added: one goes on with the first field that is empty, mostly the title. */
  isNew: boolean
  /** It was to be done with, and its stance is not chosen yet. */
  isStanceAsked: boolean
  faultAt: (key: keyof Citation) => string | undefined
  onChange: (change: Partial<Citation>) => void
}) {
  const field = (key: TextKey) => ({
    name: key,
    value: citation[key],
    fault: faultAt(key),
    autoComplete: 'off',
    onChange: (value: string) => onChange({ [key]: value }),
  })
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isNew) return
    const fields = [...(form.current?.querySelectorAll('input') ?? [])]
    const next = fields.find(({ value }) => value === '') ?? fields[1]
    next?.focus({ preventScroll: true })
    // All that can be said of it, with what ends it; where that is too much, from its beginning.
    const item = form.current?.closest('li')
    if (item) bringAboveFoot(item)
  }, [isNew])
  useEffect(() => {
    if (isStanceAsked) form.current?.querySelector<HTMLElement>('[type="radio"]')?.focus()
  }, [isStanceAsked])
  return (
    <div className="ci-form" ref={form}>
      <LineField label="Address" type="url" placeholder="https://" {...field('url')} />
      <LineField label="Title" {...field('title')} />
      <div className="pair">
        <LineField label="Publisher" {...field('publisher')} />
        <DateField label="Date" {...field('publishedOn')} />
      </div>
      {/* Below what it speaks of: it changes while they are written, and must not move them. */}
      <KnownSourceOffer citation={citation} noteId={noteId} onTake={onChange} />
      <Choice
        name="Stance on the claim"
        isNamed
        options={stances.map(value => ({ value, word: stanceWords[value] }))}
        value={citation.stance}
        fault={isStanceAsked ? 'Choose one: the note cannot be sent without.' : undefined}
        onChange={stance => onChange({ stance })}
      />
      <PassageField citation={citation} fault={faultAt('passage')} onChange={onChange} />
      <LineField label="Page, article or timecode" {...field('locator')} />
    </div>
  )
}

function PassageField({
  citation: { passage, passageKind },
  fault,
  onChange,
}: {
  citation: CitationDraft
  fault: string | undefined
  onChange: (change: Partial<Citation>) => void
}) {
  const id = useId()
  return (
    <div>
      <label className="lab" htmlFor={id}>
        Passage
      </label>
      <textarea
        id={id}
        name="passage"
        className="passage"
        rows={2}
        dir="auto"
        value={passage}
        onChange={event => onChange({ passage: event.target.value })}
      />
      <FieldFault fault={fault} />
      <Choice
        name="Passage is"
        options={passageKinds.map(value => ({ value, word: passageKindWords[value] }))}
        value={passageKind}
        onChange={kind => onChange({ passageKind: kind })}
      />
    </div>
  )
}

/** One of a few, as radio buttons in a row. */
function Choice<T extends string>({
  name,
  isNamed = false,
  options,
  value,
  fault,
  onChange,
}: {
  name: string
  /** Whether the name is to be seen, too. */
  isNamed?: boolean
  options: readonly { value: T; word: string }[]
  value: T | null
  fault?: string | undefined
  onChange: (value: T) => void
}) {
  const group = useId()
  return (
    <fieldset className="opts choice" aria-describedby={fault ? `${group}-say` : undefined}>
      <legend className={isNamed ? 'lab' : 'sr'}>{name}</legend>
      {options.map(option => (
        <label key={option.value} className="opt-radio">
          <input
            type="radio"
            name={group}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.word}</span>
        </label>
      ))}
      {fault && (
        <p className="fault" id={`${group}-say`}>
          {fault}
        </p>
      )}
    </fieldset>
  )
}
