'use client'

import { useState } from 'react'
import type { Question } from '@/components/people/people-desk'
import { RoleChoice } from '@/components/people/role-choice'
import { Dialog } from '@/components/ui/dialog'
import type { PersonSummary } from '@/lib/domain/desk'
import type { PersonChange } from '@/lib/domain/people'
import { type Role, roleWords } from '@/lib/domain/roles'

interface Asking {
  open: boolean
  person: PersonSummary
  isMe: boolean
  onClose: () => void
}
type OnChange = (person: PersonSummary, change: PersonChange, done: string) => Promise<void>

/** Asks before something is done to someone else’s account. */
export function PersonDialog({
  question,
  open,
  onChange,
  onReset,
  isMe,
  onClose,
}: {
  question: Question
  open: boolean
  isMe: boolean
  onClose: () => void
  onChange: OnChange
  onReset: (person: PersonSummary) => Promise<void>
}) {
  const { kind, person } = question
  const asking = { open, person, isMe, onClose }
  switch (kind) {
    case 'role':
      return <RoleDialog {...asking} onChange={onChange} />
    case 'close':
      return <CloseDialog {...asking} onChange={onChange} />
    case 'reset':
      return <ResetDialog {...asking} onReset={onReset} />
  }
}

function RoleDialog({ open, person, isMe, onClose, onChange }: Asking & { onChange: OnChange }) {
  const [role, setRole] = useState<Role>(person.role)
  const done = `${person.name} is now ${roleWords[role].word.toLowerCase()}.`
  return (
    <Dialog
      open={open}
      title={`The role of ${person.name}`}
      onClose={onClose}
      actions={
        <Acts
          verb="Save the role"
          disabled={role === person.role}
          onDo={() => onChange(person, { role }, done)}
          onClose={onClose}
        />
      }
    >
      <RoleChoice role={role} onChoose={setRole} />
      {isMe && person.role === 'admin' && role !== 'admin' && (
        <p>You will no longer be able to change people or settings.</p>
      )}
    </Dialog>
  )
}

function CloseDialog({ open, person, isMe, onClose, onChange }: Asking & { onChange: OnChange }) {
  const done = `The account of ${person.name} is closed.`
  return (
    <Dialog
      open={open}
      title={isMe ? 'Close your own account?' : `Close the account of ${person.name}?`}
      onClose={onClose}
      actions={
        <Acts
          verb="Close the account"
          onDo={() => onChange(person, { disabled: true }, done)}
          onClose={onClose}
        />
      }
    >
      <p>
        {isMe ? 'You are' : `${person.name} is`} signed out at the next click, on every computer,
        and cannot sign in. The notes stay, under the same name. An admin can open the account
        again.
      </p>
    </Dialog>
  )
}

function ResetDialog({
  open,
  person,
  onClose,
  onReset,
}: Asking & { onReset: (person: PersonSummary) => Promise<void> }) {
  return (
    <Dialog
      open={open}
      title={`A new password for ${person.name}?`}
      onClose={onClose}
      actions={<Acts verb="Make the link" onDo={() => onReset(person)} onClose={onClose} />}
    >
      <p>
        This makes a link that you pass on. With it {person.name} chooses a new password, once. The
        present password works until then.
      </p>
    </Dialog>
  )
}

function Acts({
  verb,
  disabled = false,
  onDo,
  onClose,
}: {
  verb: string
  disabled?: boolean
  onDo: () => Promise<void>
  onClose: () => void
}) {
  const [busy, setBusy] = useState(false)
  async function run() {
    setBusy(true)
    await onDo()
  }
  return (
    <>
      <button
        type="button"
        className="btn btn-main"
        disabled={disabled || busy}
        onClick={() => void run()}
      >
        {busy ? 'Saving…' : verb}
      </button>
      <button type="button" className="btn" onClick={onClose}>
        Leave it
      </button>
    </>
  )
}
