'use client'

import { useId } from 'react'
import { type TextSize, type Theme, textSizes, themes } from '@/components/reading/looks'
import { useLooks } from '@/components/reading/use-looks'
import './reading.css'

const themeWords: Record<Theme, string> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
}

const textSizeWords: Record<TextSize, string> = {
  small: 'Small',
  normal: 'Normal',
  large: 'Large',
  larger: 'Larger',
  largest: 'Largest',
}

export function ThemeChoice() {
  const [{ theme }, set] = useLooks()
  return (
    <Choice
      name="Colours"
      options={themes.map(value => ({ value, word: themeWords[value] }))}
      chosen={theme}
      choose={value => set({ theme: value })}
    />
  )
}

/** Letters that grow, with the word for each size for those who do not see them. */
export function TextSizeChoice() {
  const [{ textSize }, set] = useLooks()
  return (
    <Choice
      name="Text of the article"
      options={textSizes.map(value => ({ value, word: textSizeWords[value], look: `a-${value}` }))}
      chosen={textSize}
      choose={value => set({ textSize: value })}
    />
  )
}

function Choice<T extends string>({
  name,
  options,
  chosen,
  choose,
}: {
  name: string
  options: readonly { value: T; word: string; look?: string }[]
  chosen: T
  choose: (value: T) => void
}) {
  const group = useId()
  return (
    <fieldset className="looks">
      <legend>{name}</legend>
      <div>
        {options.map(({ value, word, look }) => (
          <label key={value} title={look && word}>
            <input
              type="radio"
              name={group}
              checked={value === chosen}
              onChange={() => choose(value)}
            />
            {look ? (
              <span>
                <span className={look} aria-hidden="true">
                  A
                </span>
                <span className="sr">{word}</span>
              </span>
            ) : (
              <span>{word}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
