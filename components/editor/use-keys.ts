'use client'

import { useEffect } from 'react'
import { beginLook, stepOpen } from '@/components/coverage/look-actions'
import type { DeskStore } from '@/components/editor/desk-store'
import {
  addNote,
  addWords,
  closeNote,
  copyLink,
  openNoteAtCaret,
  stepNote,
} from '@/components/editor/note-actions'
import { actOnExtentKey, beginExtending } from '@/components/marking/extents'
import { openNextOnSameWords } from '@/components/marking/same-words'
import { growSelection, shrinkSelection, stepSentence } from '@/components/marking/selecting'
import { leaveSentence } from '@/components/marking/tapping'
import { openFind } from '@/components/reading/find-actions'
import { leaveReading, openOutline, toggleFocus } from '@/components/reading/reading-actions'
import { approveOpenNote, submitOpenNote } from '@/components/review/review-actions'
import {
  beginMarking,
  beginRetiring,
  choosePlace,
  confirmWords,
  dropPlace,
  goToNextUnsettled,
  leaveChoice,
  lookAtPlaces,
} from '@/components/settling/settle-actions'
import { hasLetterKeys, takesLetters } from '@/components/ui/letter-keys'
import { keyOf } from '@/lib/editor/keys'

interface KeyAction {
  /** As `keyOf` names it; "Digit" stands for 1 to 9. */
  key: string
  shown: string
  does: string
  /** False: the key means nothing here. */
  run: (store: DeskStore, key: string) => unknown
}

/** What each key does, in the order in which the sheet of keys lists them. */
export const keyActions: readonly KeyAction[] = [
  {
    key: 'N',
    shown: 'N',
    does: 'Add a note on the selected words, or the sentence at the caret',
    run: store => addNote(store, false),
  },
  {
    key: 'T',
    shown: 'T',
    does: 'Mark them to check',
    run: store => addNote(store, true),
  },
  { key: 'W', shown: 'W', does: 'Add the selected words to the open note', run: addWords },
  {
    key: 'E',
    shown: 'E',
    does: 'Change which words the open note rests on',
    run: store => beginExtending(store),
  },
  {
    key: 'C',
    shown: 'C',
    does: 'Copy a link to the selected words, or to the open note',
    run: copyLink,
  },
  {
    key: 'V',
    shown: 'V',
    does: 'Select more: word, clause, sentence, paragraph',
    run: growSelection,
  },
  { key: 'Shift+V', shown: 'Shift V', does: 'Select less', run: shrinkSelection },
  { key: 'D', shown: 'D', does: 'Select the next sentence', run: store => stepSentence(store, 1) },
  {
    key: 'A',
    shown: 'A',
    does: 'Select the sentence before',
    run: store => stepSentence(store, -1),
  },
  { key: 'J', shown: 'J', does: 'Open the next note', run: store => stepNote(store, 1) },
  { key: 'K', shown: 'K', does: 'Open the previous note', run: store => stepNote(store, -1) },
  { key: 'O', shown: 'O', does: 'Open the next note on the same words', run: openNextOnSameWords },
  {
    key: 'Enter',
    shown: 'Enter',
    does: 'Open the note at the caret, and go into it; take it, where it is a mark to check',
    run: openNoteAtCaret,
  },
  {
    key: 'Escape',
    shown: 'Esc',
    does: 'Back: from a field to its note, from a note to its words',
    run: goBack,
  },
  {
    key: 'L',
    shown: 'L',
    does: 'Looked at: leave the sentence at the caret, or those selected; then 1 to 4 for why',
    run: beginLook,
  },
  {
    key: 'Shift+L',
    shown: 'Shift L',
    does: 'What was looked at, and what was not',
    run: store => store.patch({ isCoverageShown: true }),
  },
  {
    key: 'G',
    shown: 'G',
    does: 'Go to the next sentence not looked at',
    run: store => stepOpen(store, 1),
  },
  {
    key: 'Shift+G',
    shown: 'Shift G',
    does: 'Go to the one before',
    run: store => stepOpen(store, -1),
  },
  { key: 'Shift+S', shown: 'Shift S', does: 'Send the open note for review', run: submitOpenNote },
  {
    // Never a single key: the note listens for it itself, in its fields too.
    key: 'Ctrl+Enter',
    shown: 'Ctrl Enter',
    does: 'The same, from any field of the note; in a review or a reason, send what is written there',
    run: submitOpenNote,
  },
  { key: 'Shift+A', shown: 'Shift A', does: 'Approve the open note', run: approveOpenNote },
]

/** The keys for finding one's way. */
export const readingKeys: readonly KeyAction[] = [
  { key: 'F', shown: 'F', does: 'Find in the article', run: openFind },
  { key: 'I', shown: 'I', does: 'Outline of the article', run: openOutline },
  {
    key: 'Z',
    shown: 'Z',
    does: 'Show the words and the open note alone, or the page again',
    run: toggleFocus,
  },
]

/** The keys for a note whose words a new revision changed. */
export const settleKeys: readonly KeyAction[] = [
  { key: 'U', shown: 'U', does: 'Go to the next note to settle', run: goToNextUnsettled },
  { key: 'Y', shown: 'Y', does: 'Confirm the new words', run: confirmWords },
  {
    key: 'P',
    shown: 'P',
    does: 'Show the places it could have; again, the next one',
    run: store => lookAtPlaces(store, 1),
  },
  {
    key: 'Shift+P',
    shown: 'Shift P',
    does: 'The place before',
    run: store => lookAtPlaces(store, -1),
  },
  {
    key: 'Digit',
    shown: '1 … 9',
    does: 'Put the note on that place',
    run: (store, key) => choosePlace(store, Number(key)),
  },
  {
    key: 'M',
    shown: 'M',
    does: 'Mark the words again; Enter takes what is selected',
    run: beginMarking,
  },
  { key: 'X', shown: 'X', does: 'Leave this place out', run: dropPlace },
  { key: 'R', shown: 'R', does: 'Retire the note, with a reason', run: beginRetiring },
]

/** Acts on a press; true where it meant something here. */
export function actOnKey(store: DeskStore, event: KeyboardEvent, showSheet: () => void): boolean {
  const key = keyOf(event)
  if (store.get().drafting) return key === 'Escape' && leaveText(store)
  if (actOnExtentKey(store, event)) return true
  if (key === null || (key !== 'Escape' && key !== 'Enter' && !hasLetterKeys())) return false
  if (key === '?') {
    showSheet()
    return true
  }
  const name = /^\d$/.test(key) ? 'Digit' : key
  const action = [...keyActions, ...readingKeys, ...settleKeys].find(each => each.key === name)
  if (key === 'Escape' && leaveSentence(store)) return true
  if (key === 'Escape' && !store.get().openId) return leaveReading(store)
  if (!action) return false
  return action.run(store, key) !== false
}

/** A draft is written in: no letter is a key. Escape closes a note, or leaves the text for its tools. */
function leaveText(store: DeskStore): boolean {
  if (store.get().openId) closeNote(store)
  else document.querySelector<HTMLElement>('.draft-bar button')?.focus()
  return true
}

/** From a field to the note that it stands in; from anywhere else to the words of the open note. */
function goBack(store: DeskStore): void {
  if (leaveChoice(store)) return
  const field = document.activeElement
  const note = field instanceof HTMLElement && takesLetters(field) && field.closest('.open')
  if (note instanceof HTMLElement) note.focus({ preventScroll: true })
  else closeNote(store)
}

/** Keys pressed outside the article and outside every field. */
export function useKeys(store: DeskStore, showSheet: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTakenElsewhere(event)) return
      if (actOnKey(store, event, showSheet)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [store, showSheet])
}

/** Fields keep their letters and buttons their Enter; Escape leads back from inside a field too. */
function isTakenElsewhere(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : document.body
  if (target.closest('dialog, [popover]')) return true
  if (event.key === 'Escape') return false
  if (event.key === 'Enter') return target !== document.body && !target.matches('.open')
  return takesLetters(target)
}
