'use client'

import { type FocusEvent, useEffect, useState } from 'react'
import { afterLeaving, watchPresses } from '@/components/ui/pressing'
import { readDate } from '@/lib/domain/dates'

/**
 * What a field for a date does when it is left: a date that can be read stands there as it is kept, and
 * what is wrong with another is said. Nothing is said while it is being written.
 */
export function useWrittenDate(
  value: string,
  onChange: (date: string) => void,
): {
  fault: string | undefined
  events: { onFocus: () => void; onBlur: (event: FocusEvent<HTMLElement>) => void }
} {
  const [isIn, setIn] = useState(false)
  useEffect(watchPresses, [])
  const read = readDate(value)
  return {
    fault: isIn || read.ok ? undefined : read.fault,
    events: {
      onFocus: () => setIn(true),
      onBlur: ({ currentTarget }) => {
        afterLeaving(currentTarget, () => setIn(false))
        if (read.ok && read.date !== value) onChange(read.date)
      },
    },
  }
}
