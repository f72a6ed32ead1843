'use client'

import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { readDate } from '@/lib/domain/dates'
import { Press } from '@/lib/editor/press'

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
  const press = useRef<Press | null>(null)
  useEffect(() => {
    const here = new Press(document)
    press.current = here
    return () => here.stop()
  }, [])
  const read = readDate(value)
  return {
    fault: isIn || read.ok ? undefined : read.fault,
    events: {
      onFocus: () => setIn(true),
      onBlur: ({ currentTarget }) => {
        onceLeft(press.current, currentTarget, () => setIn(false))
        if (read.ok && read.date !== value) onChange(read.date)
      },
    },
  }
}

/**
 * Acts after the press that leaves a field: what is said of the field moves a button from under the pointer.
 * A press on the field's own label gives it the focus back, and then nothing is done.
 */
export function onceLeft(
  press: Pick<Press, 'after'> | null,
  field: Element,
  act: () => void,
): void {
  press?.after(() => {
    if (document.activeElement !== field) act()
  })
}
