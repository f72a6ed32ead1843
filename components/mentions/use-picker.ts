'use client'

import { useEffect, useId, useState } from 'react'
import { useStore } from '@/components/editor/desk-context'
import type { PersonName } from '@/lib/domain/annotations'
import { peopleFor } from '@/lib/domain/mentions'

/** A press of a key, as React and the browser both describe it. */
interface Press {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

export type Picker = ReturnType<typeof usePicker>

/**
 * Choosing a colleague while a name is typed after "@": the focus stays in the text, and the arrows move
 * through a list beside it. `query`: what is typed so far, or null; `turn` tells one "@" from the next.
 */
export function usePicker(query: string | null, turn: number, pick: (person: PersonName) => void) {
  const store = useStore()
  const listId = useId()
  const [chosen, setChosen] = useState({ query: '', index: 0 })
  const [leftAt, setLeftAt] = useState<number | null>(null)
  const isOpen = query !== null && leftAt !== turn
  const colleagues = store.desk.people.filter(({ id }) => id !== store.actor.id)
  const people = isOpen ? peopleFor(query, colleagues) : []
  // Another letter is another list, which begins at its first.
  const at = chosen.query === query ? Math.min(chosen.index, people.length - 1) : 0
  const isShown = people.length > 0

  useEffect(() => {
    if (isShown) store.say('Colleagues: arrows choose, Enter takes.')
  }, [store, isShown])

  const move = (place: number) => setChosen({ query: query ?? '', index: place % people.length })
  /** True: the key was meant for the list. */
  const press = ({ key, ctrlKey, metaKey, altKey }: Press): boolean => {
    const person = people[at]
    if (!person || ctrlKey || metaKey || altKey) return false
    if (key === 'ArrowDown') move(at + 1)
    else if (key === 'ArrowUp') move(at - 1 + people.length)
    else if (key === 'Escape') setLeftAt(turn)
    else if (key === 'Enter' || key === 'Tab') pick(person)
    else return false
    return true
  }
  const optionId = (place: number) => `${listId}-${place}`
  return {
    people,
    at,
    listId,
    optionId,
    pick,
    press,
    /** What tells assistive technology of the list, on the field that keeps the focus. */
    field: {
      'aria-autocomplete': 'list' as const,
      'aria-controls': isShown ? listId : undefined,
      'aria-activedescendant': isShown ? optionId(at) : undefined,
    },
  }
}
