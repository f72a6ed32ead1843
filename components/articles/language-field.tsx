'use client'

import { useState } from 'react'
import { directionIn } from '@/components/articles/direction'
import { Field } from '@/components/ui/field'

/** A language as the picker shows it; named on the server, for browsers name some differently. */
export interface NamedLanguage {
  tag: string
  name: string
}

const other = 'other'

/** The recognised language, one of the common ones, or any other by its tag. */
export function LanguageField({
  languages,
  recognised,
  chosen,
  error,
  onChoose,
}: {
  languages: readonly NamedLanguage[]
  recognised: string
  chosen: string
  error: string | undefined
  onChoose: (tag: string) => void
}) {
  const [isOther, setOther] = useState(false)
  const isListed = languages.some(each => each.tag === chosen)
  const typed = isOther || (chosen !== '' && !isListed)
  const nameOf = (tag: string) => languages.find(each => each.tag === tag)?.name ?? tag
  return (
    <>
      <Field
        label="Language"
        error={typed ? undefined : error}
        hint={hintFor(chosen || recognised, chosen === '' && recognised !== '')}
      >
        {wiring => (
          <select
            {...wiring}
            value={typed ? other : chosen}
            onChange={({ target }) => {
              setOther(target.value === other)
              onChoose(target.value === other ? '' : target.value)
            }}
          >
            <option value="">
              {recognised ? `${nameOf(recognised)} (as recognised)` : 'Choose the language'}
            </option>
            {languages.map(({ tag, name }) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
            <option value={other}>Another language…</option>
          </select>
        )}
      </Field>
      {typed && (
        <Field label="Language tag" error={error} hint="As in pt-BR, zh-Hant or nn">
          {wiring => (
            <input
              {...wiring}
              value={chosen}
              autoCapitalize="none"
              spellCheck={false}
              onChange={event => onChoose(event.target.value)}
            />
          )}
        </Field>
      )}
    </>
  )
}

function hintFor(tag: string, isRecognised: boolean): string | undefined {
  const direction = directionIn(tag)
  if (!direction) return undefined
  const written = direction === 'rtl' ? 'right to left' : 'left to right'
  return `${isRecognised ? 'Recognised from the text. ' : ''}Written from ${written}.`
}
