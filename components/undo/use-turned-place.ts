'use client'

import { type RefObject, useEffect, useSyncExternalStore } from 'react'
import { isSheet } from '@/components/editor/article-view'
import { useStore } from '@/components/editor/desk-context'
import type { CitationDraft } from '@/components/editor/note-drafts'
import type { FieldChange } from '@/components/editor/note-fields'
import { caretAfter, changedCitation } from '@/components/undo/steps'
import { type VerdictReason, verdictReason } from '@/lib/domain/scales'

/** Shows in the open note where something was undone: nothing changes out of sight. */
export function useTurnedPlace(noteId: string, frame: RefObject<HTMLElement | null>): void {
  const { history } = useStore()
  const place = useSyncExternalStore(
    history.subscribe,
    () => history.get().place,
    () => null,
  )
  useEffect(() => {
    if (place?.noteId !== noteId) return
    history.arrive()
    const target = frame.current && findTarget(frame.current, place.change)
    if (!target) return
    // What changes is never left folded away.
    const fold = target.closest('details')
    if (fold) fold.open = true
    // A phone's keyboard would cover the sheet.
    if (place.takesFocus && !isSheet()) focusOn(target, place.change)
    target.scrollIntoView({ block: 'nearest' })
  }, [place, noteId, frame, history])
}

/** The field, or what in it can have the focus. */
function findTarget(frame: HTMLElement, change: FieldChange): HTMLElement | null {
  const [part = '', key = ''] = change.field.split('.')
  const fields = frame.querySelector<HTMLElement>(`[data-part="${part}"]`)
  if (!fields) return null
  const named = fields.querySelector<HTMLElement>(`[name="${key}"]`)
  const special = named ?? findCitation(fields, change) ?? findReason(fields, change)
  return special ?? fields.querySelector<HTMLElement>(focusableIn[part] ?? anyFocusable)
}

/** The field of an open citation, else its first button. */
function findCitation(fields: HTMLElement, { field, before, after }: FieldChange) {
  const place = field === 'citations' ? changedCitation(before, after) : null
  const item = place && fields.querySelectorAll<HTMLElement>('ol > li')[place.index]
  return (
    item?.querySelector<HTMLElement>(`[name="${place?.key ?? ''}"]`) ??
    item?.querySelector<HTMLElement>('button') ??
    null
  )
}

/** The reason that came or went. */
function findReason(fields: HTMLElement, { field, before, after }: FieldChange) {
  if (field !== 'reasons') return null
  const [was, is] = [before as VerdictReason[], after as VerdictReason[]]
  const other = verdictReason.options.findIndex(each => was.includes(each) !== is.includes(each))
  return fields.querySelectorAll<HTMLElement>('button')[other] ?? null
}

const anyFocusable = 'textarea, input, button'

/** Where the first in the part is not what was changed. */
const focusableIn: Readonly<Record<string, string>> = {
  ratingKey: 'input:checked, fieldset:not(:has(:checked)) input',
  explanation: '.prose',
}

function focusOn(target: HTMLElement, change: FieldChange): void {
  target.focus({ preventScroll: true })
  const [before, after] = textsOf(change)
  const isText = target instanceof HTMLTextAreaElement || isTextInput(target)
  if (!isText || typeof before !== 'string' || typeof after !== 'string') return
  const caret = caretAfter(before, after)
  target.setSelectionRange(caret, caret)
}

/** What the field held and holds; of evidence, the one field of it. */
function textsOf({ field, before, after }: FieldChange): [unknown, unknown] {
  const place = field === 'citations' ? changedCitation(before, after) : null
  if (!place?.key) return [before, after]
  const { index, key } = place
  const textIn = (list: unknown) => (list as readonly CitationDraft[])[index]?.[key]
  return [textIn(before), textIn(after)]
}

function isTextInput(target: HTMLElement): target is HTMLInputElement {
  return target instanceof HTMLInputElement && ['text', 'url', 'search'].includes(target.type)
}
