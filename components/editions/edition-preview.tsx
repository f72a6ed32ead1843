'use client'

import { useEffect, useRef, useState } from 'react'
import type { Correction } from '@/lib/domain/corrections'
import { paths } from '@/lib/paths'

const widths = { phone: 'As on a phone', desktop: 'As on a desktop' } as const

/**
 * The page as it would be. A form posts the words into the frame, since they may be too many for an
 * address; the frame is made anew each time, so that the preview leaves no steps in the history.
 */
export function EditionPreview({
  articleId,
  title,
  summary,
  corrections,
}: {
  articleId: string
  title: string
  summary: string
  corrections: readonly Correction[]
}) {
  const form = useRef<HTMLFormElement>(null)
  const [width, setWidth] = useState<keyof typeof widths>('desktop')
  const request = JSON.stringify({ title, summary, corrections })
  const shown = useSettled(request)

  useEffect(() => {
    if (shown) form.current?.requestSubmit()
  }, [shown])

  return (
    <section className="q-section" aria-labelledby="preview">
      <header>
        <h2 id="preview">Preview</h2>
        <p>The page as readers will get it</p>
      </header>
      <fieldset className="e-widths">
        <legend className="sr">Width of the preview</legend>
        {Object.entries(widths).map(([key, words]) => (
          <label key={key}>
            <input
              type="radio"
              name="width"
              checked={width === key}
              onChange={() => setWidth(key as keyof typeof widths)}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <form
        ref={form}
        hidden
        method="post"
        action={paths.api.editionPreview(articleId)}
        target="edition-preview"
      >
        <input type="hidden" name="request" value={shown} readOnly />
      </form>
      <div className={`e-frame e-${width}`}>
        <iframe key={shown} name="edition-preview" title="Preview of the page" sandbox="" />
      </div>
    </section>
  )
}

/** `value` once it has not changed for a second: nobody wants a page made at every letter. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 1000)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
