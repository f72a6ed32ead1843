'use client'

import type { CSSProperties } from 'react'
import type { Picker } from '@/components/mentions/use-picker'
import { Avatar } from '@/components/ui/avatar'
import './mentions.css'

/** The colleagues that what is typed may mean. The focus stays in the text; see `usePicker`. */
export function PeopleList({ picker, style }: { picker: Picker; style?: CSSProperties }) {
  const { people, at, listId, optionId, pick } = picker
  if (people.length === 0) return null
  return (
    <div className="people-list" id={listId} role="listbox" aria-label="Colleagues" style={style}>
      {people.map((person, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option.
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's.
        <div
          key={person.id}
          id={optionId(place)}
          role="option"
          aria-selected={place === at}
          // The caret stays where it is.
          onMouseDown={event => event.preventDefault()}
          onClick={() => pick(person)}
        >
          <span aria-hidden="true">
            <Avatar name={person.name} />
          </span>
          {person.name}
        </div>
      ))}
    </div>
  )
}
