'use client'

import type { ComponentProps } from 'react'
import { LineField } from '@/components/annotations/line-field'
import { useWrittenDate } from '@/components/ui/use-written-date'

/** A day, a month or a year, written as people write it. */
export function DateField({
  fault: _,
  onChange,
  ...field
}: Omit<ComponentProps<typeof LineField>, 'placeholder' | 'onFocus' | 'onBlur'>) {
  const written = useWrittenDate(field.value, onChange)
  return (
    <LineField
      placeholder="Day, month or year"
      {...field}
      fault={written.fault}
      onChange={onChange}
      {...written.events}
    />
  )
}
