'use client'

import { type InputHTMLAttributes, useId } from 'react'
import { FieldFault } from '@/components/annotations/field-fault'

/** One line to write in, with its label and what is wrong with it. */
export function LineField({
  label,
  value,
  fault,
  help,
  onChange,
  ...input
}: {
  label: string
  value: string
  fault?: string | undefined
  help?: string | undefined
  onChange: (value: string) => void
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id'>) {
  const id = useId()
  return (
    <div className="line">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        value={value}
        dir="auto"
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={fault || help ? `${id}-say` : undefined}
        onChange={event => onChange(event.target.value)}
      />
      <FieldFault fault={fault} id={`${id}-say`} />
      {help && !fault && (
        <p className="help" id={`${id}-say`}>
          {help}
        </p>
      )}
    </div>
  )
}
