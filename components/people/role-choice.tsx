'use client'

import { useId } from 'react'
import { type Role, roles, roleWords } from '@/lib/domain/roles'
import './people.css'

/** The three roles, each with what it may do. */
export function RoleChoice({ role, onChoose }: { role: Role; onChoose: (role: Role) => void }) {
  const name = useId()
  return (
    <fieldset className="roles">
      <legend className="field-label">Role</legend>
      {roles.map(each => (
        <label key={each}>
          <input
            type="radio"
            name={name}
            value={each}
            checked={each === role}
            onChange={() => onChoose(each)}
          />
          <span>
            <b className="roles-word">{roleWords[each].word}</b> {roleWords[each].may}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
