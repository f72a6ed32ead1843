'use client'

import { useEffect, useRef, useState } from 'react'
import { Field } from '@/components/ui/field'
import type { Direction } from '@/lib/domain/languages'

/** The text of the article: pasted, typed, dropped as a file, or chosen. */
export function TextInput({
  label,
  text,
  language,
  direction,
  error,
  onText,
  onFile,
}: {
  label: string
  text: string
  language: string | undefined
  direction: Direction
  error: string | undefined
  onText: (text: string) => void
  onFile: (file: File) => void
}) {
  const chooser = useRef<HTMLInputElement>(null)
  const drop = useRef(onFile)
  drop.current = onFile
  const [over, setOver] = useState(false)

  useEffect(() => {
    // Anywhere on the page: a file dropped beside the field would otherwise take the page's place.
    const show = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(event.type === 'dragover')
    }
    const take = (event: DragEvent) => {
      show(event)
      const file = event.dataTransfer?.files[0]
      if (file) drop.current(file)
    }
    addEventListener('dragover', show)
    addEventListener('dragleave', show)
    addEventListener('drop', take)
    return () => {
      removeEventListener('dragover', show)
      removeEventListener('dragleave', show)
      removeEventListener('drop', take)
    }
  }, [])

  return (
    <div className={over ? 'text-input is-over' : 'text-input'}>
      <Field
        label={label}
        error={error}
        hint="An empty line parts paragraphs; to merge or split them, edit here."
      >
        {wiring => (
          <textarea
            {...wiring}
            className="text-area"
            value={text}
            lang={language}
            dir={direction}
            spellCheck={false}
            onChange={event => onText(event.target.value)}
          />
        )}
      </Field>
      <p className="acts">
        <button type="button" className="btn" onClick={() => chooser.current?.click()}>
          Choose a .txt file
        </button>
        <span className="field-hint">
          {over ? 'Let go to read the file.' : 'or drop it anywhere on this page'}
        </span>
      </p>
      <input
        ref={chooser}
        type="file"
        accept=".txt,text/plain"
        hidden
        aria-label="Text file"
        onChange={event => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
    </div>
  )
}
