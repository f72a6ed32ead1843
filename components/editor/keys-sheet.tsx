'use client'

import { useState } from 'react'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { notesById } from '@/components/editor/numbering'
import { keyActions, readingKeys, settleKeys } from '@/components/editor/use-keys'
import { useWritingPlace, type WritingPlace } from '@/components/editor/writing-place'
import { Progress } from '@/components/reading/progress'
import { hasOtherPlaces, type OpenPlace, openPlace } from '@/components/settling/settle-actions'
import { changedSpan, otherPlaces } from '@/components/settling/settling'
import { Dialog } from '@/components/ui/dialog'
import { hasLetterKeys, setLetterKeys } from '@/components/ui/letter-keys'
import { nameOfKey, useIsMac } from '@/components/ui/platform'
import { UndoButtons } from '@/components/undo/undo-buttons'
import { stateAfter } from '@/lib/domain/review'
import { mayEdit } from '@/lib/domain/roles'

/** The keys most used, at the foot of the page. */
export function KeysFooter({ showSheet }: { showSheet: () => void }) {
  const isDrafting = useDesk(state => state.drafting !== null)
  const settling = useDesk(state => state.settling?.mode)
  const isExtending = useDesk(state => state.extending?.by === 'keys')
  const writing = useWritingPlace()
  if (isDrafting) return <DraftKeys />
  if (isExtending) return <ExtentKeys />
  if (settling === 'choose') return <ChoosingKeys />
  if (settling === 'mark') return <MarkingKeys />
  return (
    <footer className="keys">
      {writing ? <WritingKeys place={writing} /> : <NoteKeys />}
      <Progress />
      <UndoInFooter />
      <button type="button" className="keys-r" onClick={showSheet} aria-haspopup="dialog">
        {!writing && <kbd>?</kbd>} All keys
      </button>
    </footer>
  )
}

/** For the open note, where its words are to be settled; else for reading. */
function NoteKeys() {
  const store = useStore()
  const note = useOpenNote()
  useDesk(state => state.settling)
  const place = note && openPlace(store)
  if (place && mayEdit(store.actor, place.note)) return <SettlingKeys place={place} />
  return <ReadingKeys />
}

function useOpenNote() {
  return useDesk(({ notes, openId }) => notesById(notes).get(openId ?? '') ?? null)
}

/** What can be done about the place in hand, and where it goes on. */
function SettlingKeys({ place: { note, anchor } }: { place: OpenPlace }) {
  const { text } = useStore().text
  const isChanged = changedSpan(anchor) !== null
  return (
    <>
      {isChanged && <Keys keys={['Y']} does="Confirm" />}
      {otherPlaces(anchor, text).length > 0 && (
        <Keys keys={['P']} does={isChanged ? 'Other places' : 'Choose its place'} />
      )}
      <Keys keys={['M']} does="Mark again" />
      {hasOtherPlaces(note) && <Keys keys={['X']} does="Leave out" />}
      <Keys keys={['R']} does="Retire" isSpare />
      <Keys keys={['U']} does="Next to settle" />
      <Keys keys={['Esc']} does="Close" isSpare />
    </>
  )
}

function ReadingKeys() {
  return (
    <>
      <Keys keys={['N']} does="Add note" />
      <Keys keys={['T']} does="To check" />
      <Keys keys={['J', 'K']} does="Next, previous note" />
      <Keys keys={['D', 'A']} does="Sentence" isSpare />
      <Keys keys={['V']} does="Select more" isSpare />
      <Keys keys={['Enter']} does="Open" />
      <Keys keys={['Esc']} does="Close" isSpare />
      <Keys keys={['L']} does="Looked at" />
    </>
  )
}

/** What letters do not do while one writes, and what works there. */
function WritingKeys({ place }: { place: WritingPlace }) {
  switch (place) {
    case 'field':
      return (
        <>
          <Keys keys={['Esc']} does="Back to the note" />
          <Keys keys={['Ctrl', 'Z']} does="Undo" />
          <SendKeys />
        </>
      )
    case 'own':
      return <Keys keys={['Esc']} does="Back to the note" />
    case 'form':
      return (
        <>
          <Keys keys={['Ctrl', 'Enter']} does="Send" />
          <Keys keys={['Esc']} does="Back to the note" />
        </>
      )
    case 'remark':
      return (
        <>
          <Keys keys={['Enter']} does="Send" />
          <Keys keys={['Shift', 'Enter']} does="New line" />
          <Keys keys={['Esc']} does="Back to the note" />
        </>
      )
    case 'find':
      return (
        <>
          <Keys keys={['Enter']} does="Next" />
          <Keys keys={['Shift', 'Enter']} does="Previous" />
          <Keys keys={['Esc']} does="Close, and select it" />
        </>
      )
    case 'elsewhere':
      return null
  }
}

/** Not where the note is sent already, or is another's to send. */
export function SendKeys() {
  const { actor } = useStore()
  const note = useOpenNote()
  if (!note || !mayEdit(actor, note) || !stateAfter(note.state, 'submit')) return null
  return <Keys keys={['Ctrl', 'Enter']} does="Send for review" />
}

/** An open note has them at its own foot. */
function UndoInFooter() {
  const isOpen = useDesk(state => state.openId !== null)
  return !isOpen && <UndoButtons />
}

/** The note may be out of sight while its possible places are looked at. */
function ChoosingKeys() {
  return (
    <footer className="keys">
      <Keys keys={['P']} does="Next place" />
      <Keys keys={['Shift', 'P']} does="Previous" />
      <Keys keys={['Enter']} does="Put the note here" />
      <Keys keys={['Esc']} does="Back" />
    </footer>
  )
}

/** And while its words are marked again. */
function MarkingKeys() {
  return (
    <footer className="keys">
      <Keys keys={['Enter']} does="Put the note on the selected words" />
      <Keys keys={['Esc']} does="Back" />
    </footer>
  )
}

/** While the words of the open note are changed. */
function ExtentKeys() {
  return (
    <footer className="keys">
      <Keys keys={['←', '→']} does="End, by a word" />
      <Keys keys={['Shift', '←', '→']} does="Beginning" />
      <Keys keys={['↑', '↓']} does="By a sentence" />
      <Keys keys={['Enter']} does="Keep" />
      <Keys keys={['Esc']} does="Leave as it was" />
    </footer>
  )
}

/** Letters are letters while a draft is written. */
function DraftKeys() {
  return (
    <footer className="keys">
      <Keys keys={['Esc']} does="To the tools, and back to the text" />
      <Keys keys={['Ctrl', 'B']} does="Bold" />
      <Keys keys={['Ctrl', 'I']} does="Italic" />
      <Keys keys={['Ctrl', 'Z']} does="Undo" />
    </footer>
  )
}

/** `isSpare`: left to the list of all keys where the page is narrow. */
function Keys({
  keys,
  does,
  isSpare = false,
}: {
  keys: string[]
  does: string
  isSpare?: boolean
}) {
  return (
    <span className={isSpare ? 'is-spare' : undefined}>
      {keys.map(key => (
        <Key key={key} name={key} />
      ))}{' '}
      {does}
    </span>
  )
}

function Key({ name }: { name: string }) {
  const isOnMac = useIsMac()
  return <kbd>{nameOfKey(name, isOnMac)}</kbd>
}

export function KeysSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      title="Keys"
      onClose={onClose}
      actions={
        <button type="button" className="btn" onClick={onClose}>
          Close
        </button>
      }
    >
      {/* First, since it takes the focus: the list is then read from its beginning. */}
      <LetterSwitch />
      <dl className="key-list">
        <KeyLines actions={keyActions} />
        <KeyLines actions={readingKeys} />
        <div>
          <dt>
            <Key name="Ctrl" />
            <Key name="Z" />
          </dt>
          <dd>Undo, in every field and with every note; with Shift, redo</dd>
        </div>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>Show this list</dd>
        </div>
      </dl>
      <h3 className="key-head">Where a new revision changed the words of a note</h3>
      <dl className="key-list">
        <KeyLines actions={settleKeys} />
      </dl>
    </Dialog>
  )
}

function KeyLines({ actions }: { actions: typeof keyActions }) {
  return actions.map(({ key, shown, does }) => (
    <div key={key}>
      <dt>
        {shown.split(' ').map(part => (part === '…' ? ' … ' : <Key key={part} name={part} />))}
      </dt>
      <dd>{does}</dd>
    </div>
  ))
}

/** Single letters get in the way of those who speak to their computer. */
function LetterSwitch() {
  const [on, setOn] = useState(hasLetterKeys)
  return (
    <label className="key-switch">
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => {
          setLetterKeys(target.checked)
          setOn(target.checked)
        }}
      />
      Letters act as keys. Enter and Esc always do.
    </label>
  )
}
