'use client'

import { useEffect, useRef, useState } from 'react'
import { fieldTitles } from '@/components/annotations/field-text'
import { FieldWords } from '@/components/annotations/field-words'
import { approverOf } from '@/components/annotations/note-says'
import type { Save } from '@/components/editor/autosave'
import { useStore } from '@/components/editor/desk-context'
import { contentFrom } from '@/components/editor/note-drafts'
import type { NoteField } from '@/components/editor/note-fields'
import {
  type Choice,
  type Difference,
  differencesOf,
  mergeFields,
} from '@/components/editor/stale-merge'
import { ask } from '@/lib/client'
import type { AnnotationContent, AnnotationView, VersionView } from '@/lib/domain/annotations'
import { formatMoment } from '@/lib/domain/dates'
import { paths } from '@/lib/paths'

/** Two people wrote at once: both versions side by side, and a choice for each field that differs. */
export function StaleChoice({
  note,
  save,
  current,
}: {
  note: AnnotationView
  save: Save
  current: AnnotationView
}) {
  const { saver, say } = useChoiceTools()
  const other = useOther(current)
  const yours = contentFrom(save.draft, save.base).content
  const base = contentFrom(save.base, save.base).content
  const differences = differencesOf(base, current.content, yours)
  const [choices, setChoices] = useState<Partial<Record<NoteField, Choice>>>(() =>
    obviousOf(differences),
  )
  const open = differences.filter(({ field }) => !choices[field])
  const merge = (chosen: Partial<Record<NoteField, Choice>>) => {
    saver.settle(note.id, mergeFields(save.draft, current.content, chosen), current)
    say('Saving what you chose.')
  }

  const frame = useFocusThatWasHere()

  return (
    <section ref={frame} className="stale" aria-label="Two versions of this note" tabIndex={-1}>
      <div className="say" role="alert">
        <p>
          <b>{other.name} changed this note while you wrote.</b> Nothing is lost: theirs is saved,
          and yours is {whereYoursIs(save)}. Choose for each field.
          {current.state === 'approved' &&
            ` Their version is approved: saving anything of yours voids ${approverOf(current)}’s approval.`}
        </p>
      </div>
      {differences.map(difference => (
        <FieldChoice
          key={difference.field}
          difference={difference}
          theirs={current.content}
          yours={yours}
          other={other}
          choice={choices[difference.field] ?? null}
          choose={choice => setChoices({ ...choices, [difference.field]: choice })}
        />
      ))}
      <footer className="end">
        <button
          type="button"
          className="btn btn-main"
          aria-disabled={open.length > 0}
          aria-describedby="stale-why"
          onClick={() => open.length === 0 && merge(choices)}
        >
          Save what I chose
        </button>
        <button type="button" className="btn" onClick={() => merge(allTheirs(differences))}>
          Drop mine
        </button>
        <p className="help" id="stale-why">
          {open.length > 0 &&
            `Still to choose: ${open.map(({ field }) => fieldTitles[field].toLowerCase()).join(', ')}.`}
        </p>
      </footer>
    </section>
  )
}

/** The form that this takes the place of had the focus, most likely: whoever wrote goes on here. */
function useFocusThatWasHere() {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) frame.current?.focus({ preventScroll: true })
  }, [])
  return frame
}

function whereYoursIs({ isKept }: Save): string {
  return isKept ? 'kept on this computer' : 'on this page, as long as it stays open'
}

function FieldChoice({
  difference: { field },
  theirs,
  yours,
  other,
  choice,
  choose,
}: {
  difference: Difference
  theirs: AnnotationContent
  yours: AnnotationContent
  other: Other
  choice: Choice | null
  choose: (choice: Choice) => void
}) {
  return (
    <fieldset className="vs">
      <legend className="lab">{fieldTitles[field]}</legend>
      <div className={choice === 'theirs' ? 'is-kept' : ''}>
        <h3 suppressHydrationWarning>{other.title}</h3>
        <FieldWords field={field} content={theirs} against={yours} />
        <KeepButton
          name={`Keep ${other.first}’s`}
          isKept={choice === 'theirs'}
          run={() => choose('theirs')}
        />
      </div>
      <div className={choice === 'yours' ? 'is-kept' : ''}>
        <h3>You, not saved</h3>
        <FieldWords field={field} content={yours} against={theirs} />
        <KeepButton name="Keep yours" isKept={choice === 'yours'} run={() => choose('yours')} />
      </div>
    </fieldset>
  )
}

function KeepButton({ name, isKept, run }: { name: string; isKept: boolean; run: () => void }) {
  return (
    <button type="button" className="btn keep" aria-pressed={isKept} onClick={run}>
      {name}
    </button>
  )
}

interface Other {
  name: string
  first: string
  /** "Ines Calloway, 2 Mar 2026, 11:41". */
  title: string
}

/** Who saved the other version, and when: the newest entry of the note's history says. */
function useOther(current: AnnotationView): Other {
  const { desk } = useStore()
  const [author, setAuthor] = useState<string | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    ask<{ versions: VersionView[] }>('GET', paths.api.versions(current.id), undefined, {
      signal: controller.signal,
    }).then(answer => {
      const newest = answer.ok ? answer.versions[0] : null
      if (newest && !controller.signal.aborted) setAuthor(newest.author.name)
    })
    return () => controller.abort()
  }, [current.id])
  const { language, timeZone } = desk.newsroom
  const name = author ?? 'A colleague'
  return {
    name,
    first: author?.split(' ')[0] ?? 'the other',
    title: `${name}, ${formatMoment(new Date(current.updatedAt), language, timeZone)}`,
  }
}

function useChoiceTools() {
  const store = useStore()
  return { saver: store.saver, say: (message: string) => store.say(message) }
}

function obviousOf(differences: readonly Difference[]): Partial<Record<NoteField, Choice>> {
  return Object.fromEntries(
    differences.flatMap(({ field, obvious }) => (obvious ? [[field, obvious]] : [])),
  )
}

function allTheirs(differences: readonly Difference[]): Partial<Record<NoteField, Choice>> {
  return Object.fromEntries(differences.map(({ field }) => [field, 'theirs']))
}
