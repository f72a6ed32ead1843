'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import './password-field.css'

/** A password that can be looked at while it is typed. */
export function PasswordField({
  label,
  name,
  error,
  isNew = false,
}: {
  label: string
  name: string
  error?: string | undefined
  isNew?: boolean
}) {
  const [shown, setShown] = useState(false)
  return (
    <>
      <Field
        label={label}
        error={error}
        hint={isNew && 'At least 12 characters; a few words in a row are fine.'}
      >
        {wiring => (
          <input
            {...wiring}
            name={name}
            type={shown ? 'text' : 'password'}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <label className="password-show">
        <input
          type="checkbox"
          checked={shown}
          onChange={event => setShown(event.currentTarget.checked)}
        />
        Show what is typed
      </label>
    </>
  )
}
